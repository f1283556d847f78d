// Which Python bodies do nothing. Judged by statements alone: a comment never makes a body more or less of a stub.

import { classOf, isSpacing } from '../lexing.ts'
import type { Row } from '../rows.ts'

/** What the statements seen so far in a body amount to; the largest one wins. */
export type Substance = 0 | 1 | 2 | 3
export const NOTHING: Substance = 0
/** `pass`, `...`, a docstring, or `return NotImplemented`, which is an answer in an operator and nowhere else. */
const IDLE: Substance = 1
/** It says itself that it is not implemented. */
const REFUSAL: Substance = 2
export const WORK: Substance = 3

const idle =
  /^(pass|\.\.\.|return\s+NotImplemented|[rRuU]?(?:"""[\s\S]*"""|'''[\s\S]*'''|"[^"\n]*"|'[^'\n]*'))\s*$/
const refusal = /^raise\s+NotImplementedError\b/

const beginsIdle = classOf('"\'.pruRU')

/** The cheap question before the thorough one. */
export function mayBeIdle(text: string, at: number): boolean {
  return beginsIdle[text.charCodeAt(at)] === 1
}

/** The substance of one logical line inside a body. */
export function substanceOf(line: string): Substance {
  const plain = withoutEnd(line)
  if (idle.test(plain)) return IDLE
  if (refusal.test(plain)) return REFUSAL
  return isSeveralIdle(plain) ? IDLE : WORK
}

/** Without semicolons and spacing at the end. */
function withoutEnd(line: string): string {
  let end = line.length
  while (end > 0 && (isSpacing[line.charCodeAt(end - 1)] === 1 || line[end - 1] === ';')) end--
  return line.slice(0, end)
}

function isSeveralIdle(line: string): boolean {
  return (
    line.length < 80 && line.includes(';') && line.split(';').every(each => idle.test(each.trim()))
  )
}

/** How a definition stands in its file, as far as it decides whether an empty body is meant to be empty. */
interface Setting {
  /** Of a class: it names bases. Of a method: its class is a protocol. */
  readonly hasBases: boolean
  readonly isInProtocol: boolean
  readonly isInterfaceFile: boolean
}

export function isStubBody(row: Row, substance: Substance, setting: Setting): boolean {
  if (substance === WORK || setting.isInterfaceFile) return false
  if (row.kind === 'class') return substance !== REFUSAL && !setting.hasBases
  if (setting.isInProtocol || row.decorators.some(isLicence)) return false
  const isDunder = row.name.startsWith('__') && row.name.endsWith('__')
  if (isDunder) return substance === REFUSAL && row.name !== '__init_subclass__'
  return true
}

/** Decorators under which a body is empty on purpose. */
function isLicence(decorator: string): boolean {
  return /(^|\.)(abstract(method|property|classmethod|staticmethod)|overload|override)$/.test(
    decorator,
  )
}
