// Decorators that a grammar takes only one at a time before a declaration: it is shown the one that says most, and the others are read
// from the text.

import type { LanguagePack } from '../languages/pack.ts'
import type { Span } from './compact.ts'
import type { Decorator } from './found.ts'

/** In source order. */
export function crowdedDecorators(text: string, { crowded }: LanguagePack): readonly Span[] {
  if (!crowded) return []
  return [...text.matchAll(crowded.run)].flatMap(({ 0: run, index }) => {
    const spans = [...run.matchAll(crowded.each)].map(({ 0: each, index: at }) => ({
      start: index + at,
      end: index + at + each.length,
    }))
    const textOf = ({ start, end }: Span) => text.slice(start, end)
    const kept =
      spans.find(each => crowded.telling.test(textOf(each))) ??
      spans.find(each => textOf(each).endsWith(')')) ??
      spans[0]
    return spans.filter(each => each !== kept)
  })
}

/** Without what the grammar does not take; everything else keeps its place. */
export function withoutCrowded(text: string, pack: LanguagePack): string {
  const spans = crowdedDecorators(text, pack)
  if (spans.length === 0) return text
  const parts = spans.map(({ start, end }, index) => [
    text.slice(spans[index - 1]?.end ?? 0, start),
    text.slice(start, end).replace(/[^\r\n]/g, ' '),
  ])
  return parts.flat().join('') + text.slice(spans.at(-1)!.end)
}

export const asDecorator = ({ start, end }: Span, source: string): Decorator => {
  const text = source.slice(start + 1, end)
  return { start, end, name: /^[\w.:]+/.exec(text)?.[0] ?? text, text }
}
