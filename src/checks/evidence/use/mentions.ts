// Who uses a name outside its own declaration, over the whole tree. One pass for all names of all resources that ask.

import { turns } from '../../../base/turns.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { Outline, Reference } from '../../../code/model.ts'
import { isForeignPath } from '../../../code/own-code.ts'
import { lentNames } from '../../../code/signs/lent-names.ts'
import { words, wordsAmong } from '../../../code/signs/words.ts'
import { isTestFile } from '../../../code/test-files.ts'
import type { Mention } from '../../../evidence/facts.ts'
import { readImports } from '../imports.ts'
import { type Meaning, type Meanings, meaningsOf } from './meanings.ts'
import { isTestModule } from './test-modules.ts'
import { usesOfWhole } from './whole-modules.ts'

export type MentionsOf = (name: string) => readonly Mention[]

/** Depth is read only of files that hold one of the names as a word, or the name under which another file offers it. */
export async function findMentions(
  names: ReadonlySet<string>,
  codebase: Codebase,
  files = codebase.files,
): Promise<MentionsOf> {
  const found = new Map<string, Mention[]>()
  if (names.size === 0) return () => []
  const { resolution } = readImports(codebase)
  const meanings = meaningsOf(codebase, resolution)
  const { offered, defaults } = await offeredAs(names, codebase)
  const add = (mention: Mention) => {
    const all = found.get(mention.name) ?? []
    found.set(mention.name, all)
    all.push(mention)
  }
  const turn = turns()
  const among = wordsAmong(offered)
  for (const path of files) {
    await turn()
    const held = new Set(isForeignPath(path) ? [] : among(codebase.sign(path, words)))
    if (held.size === 0) continue
    for (const mention of mentionsIn(path, held, codebase, meanings))
      if (names.has(mention.name)) add(mention)
    for (const name of handedOutWhole(path, held, codebase))
      if (names.has(name)) addTo(defaults, path, name)
  }
  for (const { path, use, of } of await usesOfWhole(defaults, codebase, resolution))
    for (const name of defaults.get(of)!)
      add(mentionOf(path, use, { name, files: [of], isImported: true }, codebase))
  return name => found.get(name) ?? []
}

/** The names, and those under which files export them; and the files whose default one of them is. */
async function offeredAs(names: ReadonlySet<string>, codebase: Codebase) {
  const offered = new Set(names)
  const defaults = new Map<string, Set<string>>()
  const turn = turns()
  for (const path of codebase.files) {
    await turn()
    for (const { name, local, module } of codebase.sign(path, lentNames)) {
      if (!names.has(local)) continue
      if (name !== 'default') offered.add(name)
      else if (module === '') addTo(defaults, path, local)
    }
  }
  return { offered, defaults }
}

function addTo(all: Map<string, Set<string>>, path: string, name: string): void {
  all.set(path, (all.get(path) ?? new Set()).add(name))
}

/** Names that a file wraps into what it is as a whole: `export default memo(Card)`. */
const handedOutWhole = (path: string, held: ReadonlySet<string>, codebase: Codebase) =>
  codebase
    .depth(path)
    .references.filter(each => each.handsOut === 'as a whole' && held.has(each.name))
    .map(each => each.name)

function mentionsIn(
  path: string,
  held: ReadonlySet<string>,
  codebase: Codebase,
  meanings: Meanings,
): Mention[] {
  const outline = codebase.outline(path)
  const aliases = meanings.aliasesIn(path, held)
  const used = (codebase.depth(path)?.references ?? []).filter(
    each =>
      each.handsOut === undefined &&
      (held.has(each.name) || (each.on === undefined && aliases.has(each.name))),
  )
  const meant = [
    ...used.map(use => ({ use, means: meanings.of(path, use) })),
    ...passedOn(path, outline, meanings).filter(each => held.has(each.use.name)),
  ]
  return meant.flatMap(({ use, means }) => means.map(each => mentionOf(path, use, each, codebase)))
}

function mentionOf(
  path: string,
  { line, within, isSkipped }: Pick<Reference, 'line' | 'within' | 'isSkipped'>,
  { name, files, isImported }: Meaning,
  codebase: Codebase,
): Mention {
  const user = codebase.outline(path)?.declarations[within]
  return {
    name,
    at: { file: path, line },
    isSkipped,
    isTest: isTestFile(path) || isTestModule(path, codebase) || (user?.isTest ?? false),
    ...(files && { means: { files, isImported } }),
    ...(user && { inside: user.name }),
  }
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
