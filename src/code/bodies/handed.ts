// A function literal that is handed to a call which gives it back: `asyncHandler(async () => { … })`. Its body is what the name does.
// Knows the look of such calls in scripts and in Go, and never what the call itself does.

import { substanceWithGuards } from './guards.ts'
import { splitStatements } from './statements.ts'
import { NOTHING, REFUSAL, type Substance } from './substance.ts'

const call = String.raw`[\w$.]+\s*(?:<[^()]*>)?\(\s*`
const parameters = String.raw`(?:\([^()]*\)|[\w$]+)`
const arrow = String.raw`${parameters}\s*(?::[^={}]+)?=>`
const header = String.raw`(?:async\b\s*)?(?:function\b[^(){}]*${parameters}\s*(?::[^={}]+)?|${arrow})`

const handing = new RegExp(`^${call}(?=${header})`)
const opening = new RegExp(String.raw`^${call}${header}\s*\{`)
/** What may stand behind it: other arguments without functions of their own. */
const closing = /\}\s*(?:,[^{}]*)?\)\s*;?$/

/** What is not given back as it is: a promise, or a function that makes one. Only a refusal is nothing there. */
const making = new RegExp(
  String.raw`^(?:new\s+[\w$.]+(?:<[^()]*>)?\(\s*)?(?:(?:async\b\s*)?${arrow}\s*){0,4}${header}\s*\{`,
)
const made = /\}\s*\)?\s*;?$/

/** A longer body does something. */
const LONGEST_BODY = 600

const comment = /\/\*[\s\S]*?\*\/|(?<!['"`:])\/\/.*/g

export interface HandedBody {
  readonly bodyStart: number
  readonly bodyEnd: number
  readonly substance: Substance
}

/** Of the value between the offsets; undefined where it is another one, or one that is long enough to be work. */
export function handedBody(text: string, start: number, end: number): HandedBody | undefined {
  if (end - start > LONGEST_BODY) return undefined
  const value = text.slice(start, end)
  const given = bodyIn(value, start, opening, closing)
  if (given) return given
  const within = bodyIn(value, start, making, made)
  return within && within.substance & REFUSAL ? within : undefined
}

function bodyIn(
  value: string,
  start: number,
  begins: RegExp,
  ends: RegExp,
): HandedBody | undefined {
  const head = begins.exec(value)?.[0]
  const tail = ends.exec(value)
  if (head === undefined || !tail || tail.index < head.length) return undefined
  const code = value.slice(head.length, tail.index).replace(comment, '')
  const substance = splitStatements(code).reduce<Substance>(
    (sum, each) => sum | substanceWithGuards(each),
    NOTHING,
  )
  return { bodyStart: start + head.length, bodyEnd: start + tail.index, substance }
}

/** `http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { … })`. */
const handingInGo = /^http\.HandlerFunc\(\s*(?=func\b)/

/** The literal alone, without the call around it. */
export function handedFunction(value: string): string | undefined {
  const head = (handing.exec(value) ?? handingInGo.exec(value))?.[0]
  return head === undefined ? undefined : value.slice(head.length, value.lastIndexOf(')'))
}
