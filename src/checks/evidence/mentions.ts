// Who uses a name outside its own declaration, over the whole tree. One pass for all names of all resources that ask.

import { turns } from '../../base/turns.ts'
import type { Codebase } from '../../code/codebase.ts'
import type { Outline, Reference } from '../../code/model.ts'
import { isForeignPath } from '../../code/own-code.ts'
import { isTestFile } from '../../code/test-files.ts'
import type { Mention } from '../../evidence/facts.ts'

export type MentionsOf = (name: string) => readonly Mention[]

/** Depth is read only of files whose text holds one of the names as a word. */
export async function findMentions(
  names: ReadonlySet<string>,
  codebase: Codebase,
): Promise<MentionsOf> {
  const found = new Map<string, Mention[]>()
  const turn = turns()
  for (const path of names.size > 0 ? codebase.files : []) {
    await turn()
    const held = namesHeldBy(path, names, codebase)
    if (held.size === 0) continue
    for (const mention of mentionsIn(path, held, codebase)) {
      const all = found.get(mention.name) ?? []
      found.set(mention.name, all)
      all.push(mention)
    }
  }
  return name => found.get(name) ?? []
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/gu

function namesHeldBy(path: string, names: ReadonlySet<string>, codebase: Codebase): Set<string> {
  const held = new Set<string>()
  if (isForeignPath(path) || codebase.outline(path) === undefined) return held
  const text = Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
  for (const [each] of text.matchAll(word)) if (names.has(each)) held.add(each)
  return held
}

function mentionsIn(path: string, held: ReadonlySet<string>, codebase: Codebase): Mention[] {
  const outline = codebase.outline(path)
  const isTest = isTestFile(path)
  const references = codebase.depth(path)?.references ?? []
  return [...references, ...passedOn(path, outline)]
    .filter(({ name }) => held.has(name))
    .map(({ name, line, within, isSkipped }) => ({
      name,
      at: { file: path, line },
      isSkipped,
      isTest: isTest || (outline?.declarations[within]?.isTest ?? false),
    }))
}

/**
 * Names of other files that this one exports in turn: they are on offer from here. A Python module binds whatever it imports;
 * only at the head of a package that is meant.
 */
function passedOn(path: string, outline: Outline | undefined): readonly Reference[] {
  if (!outline || (outline.language === 'python' && !path.endsWith('__init__.py'))) return []
  const own = new Set(outline.declarations.map(each => each.name))
  return outline.exports
    .filter(each => each.local !== '' && !own.has(each.local))
    .map(each => ({ name: each.local, line: each.line, within: -1, isSkipped: false }))
}
