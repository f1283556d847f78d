// Who uses a name outside its own declaration, over the whole tree. One pass for all names of all resources that ask.

import { turns } from '../../base/turns.ts'
import type { Codebase } from '../../code/codebase.ts'
import type { Outline, Reference } from '../../code/model.ts'
import { isForeignPath } from '../../code/own-code.ts'
import { isTestFile } from '../../code/test-files.ts'
import type { Mention } from '../../evidence/facts.ts'
import { readImports } from './imports.ts'
import { type Meaning, type Meanings, meaningsOf } from './meanings.ts'
import { isTestModule } from './test-modules.ts'

export type MentionsOf = (name: string) => readonly Mention[]

/** Depth is read only of files whose text holds one of the names as a word, or the name under which another file offers it. */
export async function findMentions(
  names: ReadonlySet<string>,
  codebase: Codebase,
  files = codebase.files,
): Promise<MentionsOf> {
  const found = new Map<string, Mention[]>()
  if (names.size === 0) return () => []
  const meanings = meaningsOf(codebase, readImports(codebase).resolution)
  const offered = await offeredAs(names, codebase)
  const turn = turns()
  for (const path of files) {
    await turn()
    const held = wordsHeldBy(path, offered, codebase)
    if (held.size === 0) continue
    for (const mention of mentionsIn(path, held, codebase, meanings)) {
      if (!names.has(mention.name)) continue
      const all = found.get(mention.name) ?? []
      found.set(mention.name, all)
      all.push(mention)
    }
  }
  return name => found.get(name) ?? []
}

/** The names, and those under which files export them. */
async function offeredAs(
  names: ReadonlySet<string>,
  codebase: Codebase,
): Promise<ReadonlySet<string>> {
  const offered = new Set(names)
  const turn = turns()
  for (const path of codebase.files) {
    await turn()
    for (const { name, local } of codebase.outline(path)?.exports ?? [])
      if (names.has(local) && name !== 'default') offered.add(name)
  }
  return offered
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/gu

function wordsHeldBy(path: string, names: ReadonlySet<string>, codebase: Codebase): Set<string> {
  const held = new Set<string>()
  if (isForeignPath(path) || codebase.outline(path) === undefined) return held
  const text = Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
  for (const [each] of text.matchAll(word)) if (names.has(each)) held.add(each)
  return held
}

function mentionsIn(
  path: string,
  held: ReadonlySet<string>,
  codebase: Codebase,
  meanings: Meanings,
): Mention[] {
  const outline = codebase.outline(path)
  const isTest = isTestFile(path) || isTestModule(path, codebase)
  const aliases = meanings.aliasesIn(path, held)
  const used = (codebase.depth(path)?.references ?? []).filter(
    each => held.has(each.name) || (each.on === undefined && aliases.has(each.name)),
  )
  const meant = [
    ...used.map(use => ({ use, means: meanings.of(path, use) })),
    ...passedOn(path, outline, meanings).filter(each => held.has(each.use.name)),
  ]
  return meant.flatMap(({ use: { line, within, isSkipped }, means }) => {
    const user = outline?.declarations[within]
    return means.map(({ name, files, isImported }) => ({
      name,
      at: { file: path, line },
      isSkipped,
      isTest: isTest || (user?.isTest ?? false),
      ...(files && { means: { files, isImported } }),
      ...(user && { inside: user.name }),
    }))
  })
}

interface Meant {
  readonly use: Reference
  readonly means: readonly Meaning[]
}

/**
 * Names of other files that this one exports in turn: they are on offer from here. A Python module binds whatever it imports;
 * only at the head of a package that is meant.
 */
function passedOn(
  path: string,
  outline: Outline | undefined,
  meanings: Meanings,
): readonly Meant[] {
  if (!outline || (outline.language === 'python' && !path.endsWith('__init__.py'))) return []
  const own = new Set(
    outline.declarations.filter(each => each.kind !== 'module').map(each => each.name),
  )
  return outline.exports
    .filter(each => each.local !== '' && !own.has(each.local))
    .map(({ local, module, line }) => {
      const use = { name: local, line, within: -1, isSkipped: false }
      const means =
        module === '' ? meanings.of(path, use) : [meanings.exported(path, module, local)]
      return { use, means }
    })
}
