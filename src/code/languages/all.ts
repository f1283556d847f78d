// The languages that are read through a tree, found by the ending of a path. A language is added here and in a file of its own.

import { go } from './go.ts'
import type { LanguagePack } from './pack.ts'
import { rust } from './rust.ts'

export const packs: readonly LanguagePack[] = [go, rust]

const byExtension = new Map(packs.flatMap(pack => pack.extensions.map(end => [end, pack] as const)))

export function packFor(path: string): LanguagePack | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const pack = byExtension.get(name.slice(dot).toLowerCase())
    if (pack) return pack
  }
  return undefined
}
