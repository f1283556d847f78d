// Keys of objects that a script writes out: `{ send: 1 }` names its own member, and so does whoever asks that object for it. A key whose
// value is a function is a declaration of the file, and told as such.

import { script } from '../../languages/named-rule.ts'
import type { Declaration } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'

export interface Objects {
  /** The member of this name is one that the object itself writes out. */
  readonly have: (node: Tree, name: string, on: string) => boolean
}

const none: Objects = { have: () => false }

export function readObjects(
  root: Tree,
  source: string,
  language: string,
  declarations: readonly Declaration[],
): Objects {
  if (!script.some(each => each === language)) return none
  const declared = new Set(declarations.map(each => each.name))
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined
  return {
    have(node, name, on) {
      if (declared.has(name)) return false
      if (on === '') return isOfLiteral(node, name, source)
      known ??= writtenOut(root)
      return known.get(on)?.has(name) ?? false
    },
  }
}

const literal = { kind: 'variable_declarator', has: { field: 'value', kind: 'object' } }

/** By variable; of two with one name, only what both write out. */
function writtenOut(root: Tree): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>()
  for (const node of root.findAll({ rule: literal })) {
    const [name, value] = [node.field('name')?.text(), node.field('value')]
    if (name === undefined || !value) continue
    const keys = keysOf(value)
    const before = found.get(name)
    found.set(name, before ? new Set([...keys].filter(each => before.has(each))) : keys)
  }
  return found
}

const keysOf = (object: Tree): ReadonlySet<string> =>
  new Set(
    object
      .children()
      .filter(each => each.kind() === 'pair')
      .map(each => each.field('key')?.text() ?? ''),
  )

/** `{ send: 1 }.send` */
function isOfLiteral(node: Tree, name: string, source: string): boolean {
  if (!/\}\s*\??\.\s*$/.test(source.slice(0, node.range().start.index).slice(-20))) return false
  const object = node.parent()?.field('object')
  return object?.kind() === 'object' && keysOf(object).has(name)
}

/** It names what stands behind it, and nothing else. */
export function isKey(node: Tree, source: string): boolean {
  const { end } = node.range()
  if (!/^\s*:/.test(source.slice(end.index, end.index + 20))) return false
  return node.kind() === 'property_identifier' && node.parent()?.kind() === 'pair'
}
