// What the judge of symbols looks at: a file as two trees have it, with what it declares in each, and the lines that differ.

import { cacheFolder } from '../../base/cache-folder.ts'
import type { SymbolScope } from '../../checks/judges/scope.ts'
import type { Hunk, Side, SymbolFacts } from '../../checks/judges/symbols.ts'
import { openLanguages } from '../../code/languages/user-languages.ts'
import { openOutliner } from '../../code/outliner.ts'
import { runGit } from '../../workspace/git.ts'
import type { House } from '../house.ts'
import { fromTop } from '../project-folder.ts'

export async function symbolFacts(
  house: House,
  scopes: readonly SymbolScope[],
  from: string,
  to: string,
): Promise<readonly SymbolFacts[]> {
  const outliner = openOutliner(cacheFolder(house.environment), await openLanguages(house.root))
  const sideOf = async (tree: string, path: string): Promise<Side> => {
    const bytes = await house.repository.objects.content(`${tree}:${fromTop(house, path)}`)
    const outline = outliner.outline(path, bytes ?? new Uint8Array())
    return { outline, lines: bytes ? bytes.toString('utf8').split('\n') : [] }
  }
  const facts: SymbolFacts[] = []
  for (const scope of scopes)
    facts.push({
      ...scope,
      before: await sideOf(from, scope.path),
      after: await sideOf(to, scope.path),
      hunks: await hunksIn(house, from, to, fromTop(house, scope.path)),
    })
  return facts
}

const hunkHead = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm

async function hunksIn(
  { repository }: House,
  from: string,
  to: string,
  path: string,
): Promise<readonly Hunk[]> {
  const words = ['diff-tree', '-p', '-U0', '--no-renames', '--no-ext-diff', '--no-color', from, to]
  const { stdout } = await runGit(repository.git, [...words, '--', path])
  return [...stdout.toString('utf8').matchAll(hunkHead)].map(match => ({
    oldLine: Number(match[1]),
    oldCount: Number(match[2] ?? 1),
    newLine: Number(match[3]),
    newCount: Number(match[4] ?? 1),
  }))
}
