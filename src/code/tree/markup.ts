// TSX without its markup, for a compiler that reads types and no elements: every element that the grammar took without fault
// becomes a value. What the grammar did not understand stays as it stands, and is the compiler's to judge.

import type { Tree } from './grammar.ts'

const elements = {
  rule: { any: [{ kind: 'jsx_element' }, { kind: 'jsx_self_closing_element' }] },
}

export function withoutMarkup(root: Tree, source: string): string {
  const parts: string[] = []
  let at = 0
  for (const node of root.findAll(elements)) {
    const { start, end } = node.range()
    if (start.index < at || node.find({ rule: { kind: 'ERROR' } }) !== null) continue
    parts.push(source.slice(at, start.index), '(0)')
    at = end.index
  }
  return parts.join('') + source.slice(at)
}
