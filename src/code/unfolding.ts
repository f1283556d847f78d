// Outlines as they are asked for: few stay unfolded, because a tree of them would be too much to hold. Pure.

import type { Outline } from './model.ts'
import { decodeOutline } from './outline-codec.ts'

/** Declarations that stay unfolded at most, those that were asked for last. */
const MOST_UNFOLDED = 20_000

/** Many ask for the outline of the same few files; a tree of them would be too much to hold. */
export function unfolding(): (path: string, record: Uint8Array | undefined) => Outline | undefined {
  const held = new Map<string, Outline>()
  let size = 0
  const hold = (path: string, outline: Outline) => {
    held.set(path, outline)
    size += sizeOf(outline)
    for (const [oldest, each] of held) {
      if (size <= MOST_UNFOLDED) break
      held.delete(oldest)
      size -= sizeOf(each)
    }
    return outline
  }
  return (path, record) => {
    if (!record) return undefined
    const known = held.get(path)
    if (!known) return hold(path, decodeOutline(record))
    held.delete(path)
    held.set(path, known)
    return known
  }
}

const sizeOf = ({ declarations, imports, exports }: Outline) =>
  1 + declarations.length + imports.length + exports.length
