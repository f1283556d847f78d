// Values of a spec while it is edited: maps keep the order of any key, and nothing here is ever changed in place.

import type { YamlNode } from '../../base/yaml/document.ts'
import type { Scalar } from '../../base/yaml/scalar.ts'
import type { PlainValue } from './edits.ts'

export type Value = Scalar | readonly Value[] | ValueMap
export type ValueMap = ReadonlyMap<string, Value>

export const isMap = (value: Value | undefined): value is ValueMap => value instanceof Map

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

export const asMap = (value: Value | undefined): ValueMap => (isMap(value) ? value : new Map())

export function valueOfPlain(plain: PlainValue): Value {
  if (Array.isArray(plain)) return plain.map(valueOfPlain)
  if (plain === null || typeof plain !== 'object') return plain as Scalar
  return new Map(
    Object.entries(plain).flatMap(([key, member]) =>
      member === undefined ? [] : [[key, valueOfPlain(member)]],
    ),
  )
}

export function valueOfNode(node: YamlNode): Value {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(valueOfNode)
  return new Map(node.entries.map(({ key, value }) => [key, valueOfNode(value)]))
}

/** Equal as data: the order of keys does not count. */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((each, i) => isSame(each, b[i]))
  if (!isMap(a) || !isMap(b)) return false
  return (
    a.size === b.size && [...a].every(([key, member]) => b.has(key) && isSame(member, b.get(key)))
  )
}

/** The map with the value at a path, or without it where the value is undefined; what is on the way and is not a map is refused by answering undefined. */
export function withPath(
  map: ValueMap,
  [key, ...rest]: readonly string[],
  value: Value | undefined,
): ValueMap | undefined {
  const inner = map.get(key!)
  if (rest.length === 0) return withEntry(map, key!, value)
  if (inner === undefined && value === undefined) return map
  if (inner !== undefined && inner !== null && !isMap(inner)) return undefined
  const changed = withPath(asMap(inner), rest, value)
  return changed && withEntry(map, key!, changed)
}

function withEntry(map: ValueMap, key: string, value: Value | undefined): ValueMap {
  const changed = new Map(map)
  if (value === undefined) changed.delete(key)
  else changed.set(key, value)
  return changed
}
