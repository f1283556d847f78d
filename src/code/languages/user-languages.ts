// The languages of a project: those that are built in, with what its own packs add. Reads data only; a grammar is never looked for
// in the project.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, DiagnosticError } from '../../base/diagnostic.ts'
import { builtIn, type Languages, languagesOf } from './all.ts'
import type { LanguagePack } from './pack.ts'
import { packFiles } from './pack-files.ts'

export interface ReadLanguages {
  readonly languages: Languages
  /** Relative to the root. */
  readonly files: readonly string[]
  readonly problems: readonly Diagnostic[]
}

export async function readLanguages(root: string): Promise<ReadLanguages> {
  const files = packFiles(root)
  if (files.length === 0) return { languages: builtIn, files, problems: [] }
  const { readUserPack } = await import('./user-pack.ts')
  const problems: Diagnostic[] = []
  let packs: readonly LanguagePack[] = builtIn.packs
  for (const file of files) {
    const read = readUserPack(readFileSync(join(root, file), 'utf8'), file, packs)
    problems.push(...read.problems)
    if (read.pack) packs = withPack(packs, read.pack)
  }
  return { languages: languagesOf(packs), files, problems }
}

/** The languages alone, refused where a pack of the project cannot be read. */
export async function openLanguages(root: string): Promise<Languages> {
  const { languages, problems } = await readLanguages(root)
  if (problems.length > 0) throw new DiagnosticError(problems)
  return languages
}

/** Several files may add to one language; each of them counts in its version. */
function withPack(packs: readonly LanguagePack[], pack: LanguagePack): readonly LanguagePack[] {
  const before = packs.find(each => each.language === pack.language)
  const merged = {
    ...pack,
    version: [before?.version, pack.version].filter(Boolean).join('-'),
    nodes: new Map([...(before?.nodes ?? []), ...(pack.nodes ?? [])]),
    facts: [...(before?.facts ?? []), ...(pack.facts ?? [])],
    isTreeRead: before?.isTreeRead === true || pack.isTreeRead === true,
  }
  return [...packs.filter(each => each !== before), merged]
}
