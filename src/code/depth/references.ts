// Names that a file uses, with the declaration that uses them. A name inside its own declaration is no use, nor is one
// in an import: that is a fact of its own.

import type { LanguagePack } from '../languages/pack.ts'
import type { Declaration, Reference } from '../model.ts'
import type { Tree } from '../tree/grammar.ts'
import { isWithin, type Ranges } from './skipped-tests.ts'

export function readReferences(
  root: Tree,
  { references }: LanguagePack,
  declarations: readonly Declaration[],
  owners: Int32Array,
  notRun: Ranges,
): readonly Reference[] {
  const found = new Map<string, Reference>()
  const skipped = references.notIn.flatMap(kind => root.findAll({ rule: { kind } })).map(spanOf)
  skipped.sort((a, b) => a.start - b.start)
  let next = 0
  for (const node of root.findAll({ rule: { any: references.names.map(kind => ({ kind })) } })) {
    const { start } = node.range()
    while (next < skipped.length && skipped[next]!.end <= start.index) next++
    if (next < skipped.length && skipped[next]!.start <= start.index) continue
    const name = node.text()
    const line = start.line + 1
    const within = owners[line] ?? -1
    const isSkipped = isWithin(notRun, start.index)
    const key = `${within} ${isSkipped} ${name}`
    if (!found.has(key) && !isInside(name, within, declarations))
      found.set(key, { name, line, within, isSkipped })
  }
  return [...found.values()]
}

function spanOf(node: Tree) {
  const { start, end } = node.range()
  return { start: start.index, end: end.index }
}

/** Index of the innermost declaration by line; -1 at the top. */
export function ownersByLine(declarations: readonly Declaration[], lines: number): Int32Array {
  const owners = new Int32Array(lines + 2).fill(-1)
  declarations.forEach(({ line, endLine }, index) => {
    owners.fill(index, line, endLine + 1)
  })
  return owners
}

function isInside(name: string, within: number, declarations: readonly Declaration[]): boolean {
  for (let at = within; at >= 0; at = declarations[at]!.parent)
    if (declarations[at]!.name === name) return true
  return false
}
