// What a body amounts to: work, or a stub, or nothing on purpose. The one judgement for scanners and trees of every language;
// they only tell it what the statements are. Comments decide between the two readings of a body that does nothing.

import { commentsAbove, commentsApart, docstringAt } from './comments.ts'
import { isNullObject } from './hooks.ts'
import { saysIntended, saysStandIn, saysUnfinished, saysUnimplemented, saysWhy } from './wording.ts'

/** What the statements of a body are, as bits: all that were seen in it. */
export type Substance = number
export const NOTHING: Substance = 0
/** `pass`, `...`, a docstring, a bare return. */
export const IDLE: Substance = 1
/** A log line, or a local name that is bound: it prepares something and does nothing. */
export const NOTE: Substance = 2
/** `return null`, `return []`: a constant that says nothing. */
export const NEUTRAL: Substance = 4
/** It says itself that it is not implemented. */
export const REFUSAL: Substance = 8
export const WORK: Substance = 16
/** It turns away what the work could not be done with: before a refusal nothing, by itself all there is to do. */
export const GUARD: Substance = 32
/** A choice without a deed in its condition: around nothing it is nothing, around anything else it is work. */
export const CHOICE: Substance = 64
/** `return 42`: a constant that may well be what is wanted. */
export const CONSTANT: Substance = 128

/** A declaration and its body by offsets. Where there is no body its range is empty. */
export interface Body {
  readonly text: string
  readonly start: number
  readonly bodyStart: number
  readonly bodyEnd: number
  readonly substance: Substance
  /** What encloses it, a class most often; undefined at the top of a file. */
  readonly outer: { readonly start: number; readonly bodyStart: number } | undefined
  /** It is there for others to fill in or because somebody asks for it: an empty body is meant. */
  readonly isHook: boolean
}

export function isStubBody(body: Body): boolean {
  const { substance, isHook } = body
  if (substance & WORK) return false
  if (substance & REFUSAL) return true
  if (substance & GUARD) return false
  if (substance & NEUTRAL) return saysUnfinished(commentsOf(body))
  if (substance & CONSTANT) return saysStandIn(commentsWithin(body))
  if (substance & NOTE) return isUnfinishedNote(body)
  const own = commentsOf(body)
  if (saysUnfinished(own)) return true
  return (
    !isHook &&
    !isOfNullObject(body) &&
    !saysIntended(own) &&
    !saysIntended(outerCommentsOf(body)) &&
    !saysIntended(commentsApart(body.text, body.start)) &&
    !saysWhy(commentsWithin(body))
  )
}

/** Of a method written away from its type the receiver tells. */
function isOfNullObject({ text, start, bodyStart, outer }: Body): boolean {
  const own = text.slice(start, bodyStart)
  return (
    isNullObject(own) ||
    (outer !== undefined && isNullObject(text.slice(outer.start, outer.bodyStart)))
  )
}

/** A log line is work where that is all there is to do: only what stands in the body, and not in its texts, tells otherwise. */
function isUnfinishedNote({ text, bodyStart, bodyEnd }: Body): boolean {
  const own = text.slice(bodyStart, bodyEnd)
  return saysUnimplemented(own.replace(comment, '')) || saysUnfinished(own.replace(literal, '""'))
}

const comment = /\/\/.*|\/\*[\s\S]*?\*\/|^[ \t]*#.*/gm

const literal = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g

/** Of those only what stands in the place of work, or behind it on its line. */
function commentsWithin({ text, bodyStart, bodyEnd }: Body): string {
  const own = text.slice(bodyStart, bodyEnd).replace(literal, '')
  return `${(own.match(anyComment) ?? []).join('\n')}\n${commentBehind(text, bodyEnd)}`
}

const anyComment = /\/\/.*|\/\*[\s\S]*?\*\/|#.*/g

/** On a line that nobody could read it is a comment on something else. */
const LONGEST_BEHIND = 400

function commentBehind(text: string, bodyEnd: number): string {
  const [trailing = ''] = text.slice(bodyEnd, bodyEnd + LONGEST_BEHIND).split('\n', 1)
  return /(\/\/|\/\*|#).*/.exec(trailing)?.[0] ?? ''
}

/** The body itself, too: where it does no work, it holds nothing else to read. */
function commentsOf({ text, start, bodyStart, bodyEnd }: Body): string {
  return `${commentsAbove(text, start)}\n${text.slice(bodyStart, bodyEnd)}\n${commentBehind(text, bodyEnd)}`
}

function outerCommentsOf({ text, outer }: Body): string {
  return outer ? `${commentsAbove(text, outer.start)}\n${docstringAt(text, outer.bodyStart)}` : ''
}
