// Decorators, attributes and annotations, and the declaration each belongs to: the one it lies in, or the next one
// when nothing but comments, modifiers and other decorators stands between.

import type { Selector } from '../languages/pack.ts'
import type { Span } from './compact.ts'
import type { Decorator, Found } from './found.ts'
import type { Tree } from './grammar.ts'
import { selectOne } from './select.ts'

export function readDecorator(node: Tree, place: Span, selector: Selector): Decorator {
  const text = (selectOne(node, selector) ?? node).text().replace(/^[@#[\s]+/, '')
  const name = /^[\p{L}\p{N}_.:$\\-]+/u.exec(text)?.[0] ?? text
  return { start: place.start, end: place.end, name, text }
}

interface Surroundings {
  readonly source: string
  readonly comments: readonly Span[]
  readonly decorators: Decorator[]
}

/** Those that stand right before a place, the last first. */
export function standingBefore(
  { source, comments, decorators }: Surroundings,
  start: number,
): readonly Decorator[] {
  let at = start
  return decorators.toReversed().filter((each, index, all) => {
    if (index > 0 && at !== all[index - 1]!.start) return false
    if (!leadsOn.test(textBetween(source, comments, each.end, at))) return false
    at = each.start
    return true
  })
}

/** Moves the decorators that stand right before a declaration to it; those that lead nowhere are dropped. */
export function decorate({ source, comments, decorators }: Surroundings, found: Found): void {
  let at = found.start
  for (let last = decorators.pop(); last; last = decorators.pop()) {
    if (!leadsOn.test(textBetween(source, comments, last.end, at))) break
    found.decorators.unshift(last)
    at = last.start
  }
  decorators.length = 0
}

/** What may stand between a decorator and its declaration. */
const leadsOn = /^\s*((export|default|declare|abstract)\s+)*$/

function textBetween(source: string, comments: readonly Span[], from: number, to: number): string {
  if (to - from > 10_000) return '?'
  let text = source.slice(from, to)
  for (
    let index = comments.length - 1;
    comments[index] && comments[index]!.start >= from;
    index--
  ) {
    const { start, end } = comments[index]!
    if (end <= to) text = text.slice(0, start - from) + text.slice(end - from)
  }
  return text
}
