// Blocks around nothing, as the statements of a body: `if (x) {}`, `switch (x) {}`, `for (const each of all) {}`, `try {} catch {}`. A head
// that calls something does that; who waits (`while`), awaits, or takes what he gives no name (`for (const _ of …)`) does so on purpose.

import { branchesIn } from '../../bodies/branches.ts'
import { splitStatements } from '../../bodies/statements.ts'
import { IDLE, REFUSAL, type Substance } from '../../bodies/substance.ts'

import { find } from '../lexing.ts'
import type { Reading } from './reading.ts'

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

/** `try { throw … } finally {}`, `catch (e) { throw e }`: what is thrown gets through. */
const thrownThrough = new RegExp(
  String.raw`try${blank}\{${blank}(throw\s[^{}]{1,200})\}${blank}(?:finally\b${blank}${nothing}|catch\b\s*\(\s*(\w+)[^()]{0,80}\)${blank}\{\s*throw\s+\2\s*;?\s*\}(?:${blank}finally\b${blank}${nothing})?)`,
  'y',
)

/** A choice with a way for every case: `if (x) throw …; else throw …`, `switch (x) { default: throw … }`. */
const inBraces = String.raw`\{[^{}]{1,300}\}`
const deciding = String.raw`\([^{};]{1,200}?\)\s*`
const choice = new RegExp(
  [
    String.raw`if\s*${deciding}${inBraces}(?:\s*else\s+if\s*${deciding}${inBraces}){0,8}\s*else\s*${inBraces}`,
    String.raw`if\s*${deciding}throw\s[^{};\n]{1,200};\s*else\s+throw\s[^{};\n]{1,200}`,
    String.raw`switch\s*${deciding}\{(?:[^{}]|${inBraces}){1,600}\}`,
  ].join('|'),
  'y',
)

/** The block that begins at `start`, where it is hollow. `weighs` tells what a statement amounts to. */
export function hollowBlock(
  reading: Reading,
  start: number,
  weighs: Weighs,
): HollowBlock | undefined {
  const { text } = reading
  begins.lastIndex = start
  const word = begins.exec(text)?.[0]
  if (word === undefined) return undefined
  hollow.lastIndex = start
  if (hollow.test(text)) return { end: hollow.lastIndex, substance: IDLE }
  if (word === 'for') return undefined
  return word === 'try'
    ? refusedThrough(text, start, weighs)
    : refusedAnyway(reading, start, weighs)
}

const begins = /(?:if|for|switch|try)\b/y

type Weighs = (statement: string) => Substance

function refusedThrough(text: string, start: number, weighs: Weighs): HollowBlock | undefined {
  thrownThrough.lastIndex = start
  const thrown = thrownThrough.exec(text)?.[1]
  return thrown !== undefined && weighs(thrown) === REFUSAL
    ? { end: thrownThrough.lastIndex, substance: REFUSAL }
    : undefined
}

function refusedAnyway(reading: Reading, start: number, weighs: Weighs): HollowBlock | undefined {
  const { text } = reading
  const end = start + LONGEST_CHOICE
  if (nextThrow(reading, start) >= end || !mayRefuse.test(text.slice(start, end))) return undefined
  choice.lastIndex = start
  const whole = choice.exec(text)?.[0]
  return whole !== undefined && allRefuse(branchesIn(whole.replace(comment, '')), weighs)
    ? { end: choice.lastIndex, substance: REFUSAL }
    : undefined
}

function nextThrow(reading: Reading, from: number): number {
  if (reading.nextThrow < from) reading.nextThrow = find(reading.text, 'throw', from)
  return reading.nextThrow
}

const LONGEST_CHOICE = 800
const mayRefuse = /implement|todo/i
const comment = /\/\*[\s\S]*?\*\/|(?<!['"`:])\/\/.*/g

/** The last, for all other cases, does, and no other does more. */
const allRefuse = (branches: readonly string[] | undefined, weighs: Weighs) =>
  branches?.every((each, index) => {
    const code = each.trim()
    if (code === '') return index < branches.length - 1
    return splitStatements(code).every(one => weighs(one) === REFUSAL)
  })
