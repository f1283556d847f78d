// What `doctor` asks of the language packs of a project: whether they can be read, and whether their grammars are there.

import { cacheFolder } from '../../base/cache-folder.ts'
import { packFiles } from '../../code/languages/pack-files.ts'
import { readLanguages } from '../../code/languages/user-languages.ts'
import { grammarFolders } from '../../code/open.ts'
import { isParser, openParser, refuseUnknownNodes } from '../../code/tree/grammar.ts'
import type { World } from '../world.ts'
import { type Finding, failOf, finding, ok, warn } from './finding.ts'

/** Nothing where the project has none. */
export async function languageFindings(root: string, world: World): Promise<readonly Finding[]> {
  const files = packFiles(root)
  return files.length === 0
    ? []
    : [await finding('languages', () => packFinding(root, files, world))]
}

async function packFinding(
  root: string,
  files: readonly string[],
  { environment }: World,
): Promise<Finding> {
  const { languages, problems } = await readLanguages(root)
  if (problems.length > 0) return failOf('languages', problems)
  const folders = grammarFolders(cacheFolder(environment))
  for (const pack of languages.packs.filter(each => each.version !== undefined)) {
    const parser = openParser(pack, folders, languages.packs)
    if (!isParser(parser)) return warn('languages', parser.message, parser.fix ?? '')
    refuseUnknownNodes(parser)
  }
  return ok('languages', files.join(', '))
}
