// The text of a file without its comments, every offset and line kept.

import type { Tree } from '../tree/grammar.ts'

export function withoutComments(root: Tree, source: string, kinds: readonly string[]): string {
  const parts: string[] = []
  let at = 0
  for (const node of root.findAll({ rule: { any: kinds.map(kind => ({ kind })) } })) {
    const { start, end } = node.range()
    if (start.index < at) continue
    parts.push(source.slice(at, start.index), blank(source.slice(start.index, end.index)))
    at = end.index
  }
  return parts.join('') + source.slice(at)
}

export function blankRanges(
  text: string,
  ranges: readonly { readonly start: number; readonly end: number }[],
): string {
  return ranges.reduce(
    (left, { start, end }) =>
      left.slice(0, start) + blank(left.slice(start, end)) + left.slice(end),
    text,
  )
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ')
