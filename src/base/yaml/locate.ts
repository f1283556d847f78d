// From the tree of a document to plain data, and from a path in that data back to its place in the text.

import type { Location } from '../diagnostic.ts'
import type { YamlDocument, YamlEntry, YamlNode } from './document.ts'

export type YamlPath = readonly PropertyKey[]

/** The tree as plain data. Objects have no prototype, so `__proto__` is a key like any other. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainValue)
  const value: Record<string, unknown> = Object.create(null)
  for (const entry of node.entries) value[entry.key] = plainValue(entry.value)
  return value
}

/** Where the value, or with `of: 'key'` the key, at a path stands; the nearest enclosing place when it is absent. */
export function locate(
  document: YamlDocument,
  path: YamlPath,
  of: 'key' | 'value' = 'value',
): Location {
  let node = document.root
  let offset = node?.offset ?? 0
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1
    if (node?.kind === 'map') {
      const entry: YamlEntry | undefined = node.entries.find(each => each.key === String(step))
      if (!entry) break
      offset = isLast && of === 'key' ? entry.keyOffset : entry.value.offset
      node = entry.value
    } else if (node?.kind === 'list' && typeof step === 'number' && node.items[step]) {
      node = node.items[step]
      offset = node.offset
    } else break
  }
  return document.place(offset)
}
