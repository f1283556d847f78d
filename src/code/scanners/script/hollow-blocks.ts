// Blocks around nothing, as the statements of a body: `if (x) {}`, `switch (x) {}`, `for (const each of all) {}`, `try {} catch {}`. A head
// that calls something does that; who waits (`while`), awaits, or takes what he gives no name (`for (const _ of …)`) does so on purpose.

import { IDLE, REFUSAL, type Substance } from '../../bodies/substance.ts'

export interface HollowBlock {
  readonly end: number
  readonly substance: Substance
}

const blank = String.raw`(?:\s|//[^\n]*(?=\n)|/\*[^*]*(?:\*(?!/)[^*]*)*\*/)*`
const nothing = String.raw`\{${blank}\}`
/** Without a call, an object or a regular expression. */
const condition = String.raw`\([^(){}/]{1,200}\)`
const others = String.raw`(?:${blank}else\b${blank}(?:if\s*${condition}${blank})?${nothing})*`
const each = String.raw`\((?!\s*(?:const|let|var)\s+_)[^(){}/]{1,200}\)`

const hollow = new RegExp(
  [
    String.raw`if\s*${condition}${blank}${nothing}${others}`,
    String.raw`switch\s*${condition}${blank}${nothing}`,
    String.raw`for\s*${each}${blank}${nothing}`,
    String.raw`try${blank}${nothing}(?:${blank}catch\b\s*(?:\([^()]{1,80}\))?${blank}${nothing})?(?:${blank}finally\b${blank}${nothing})?`,
  ].join('|'),
  'y',
)

/** `try { throw … } finally {}`: what is thrown gets through. */
const thrownThrough = new RegExp(
  String.raw`try${blank}\{${blank}(throw\s[^{}]{1,200})\}${blank}finally\b${blank}${nothing}`,
  'y',
)

/** The block that begins at `start`, where it is hollow. `weighs` tells what a statement amounts to. */
export function hollowBlock(
  text: string,
  start: number,
  weighs: (statement: string) => Substance,
): HollowBlock | undefined {
  hollow.lastIndex = start
  if (hollow.test(text)) return { end: hollow.lastIndex, substance: IDLE }
  thrownThrough.lastIndex = start
  const thrown = thrownThrough.exec(text)?.[1]
  return thrown !== undefined && weighs(thrown) === REFUSAL
    ? { end: thrownThrough.lastIndex, substance: REFUSAL }
    : undefined
}
