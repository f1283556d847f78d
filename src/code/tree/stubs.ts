// Which declarations of a tree are stubs: their statements are told here, by the patterns of the language; what they amount to
// is decided where all languages are.

import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import { branchesIn } from '../bodies/branches.ts'
import { isEmptyChoice } from '../bodies/empty-choices.ts'
import { substanceWithGuards } from '../bodies/guards.ts'
import {
  isNullObject,
  isOpenHook,
  isPlainConstructor,
  isToDoNothing,
  isToEnd,
} from '../bodies/hooks.ts'
import { refusesByName } from '../bodies/named-refusals.ts'
import { splitStatements } from '../bodies/statements.ts'
import {
  CHOICE,
  IDLE,
  isStubBody,
  NOTHING,
  REFUSAL,
  type Substance,
  WORK,
} from '../bodies/substance.ts'
import { wrappedIn } from '../bodies/wrapped.ts'
import { compactSlice, type Span } from './compact.ts'
import type { Found } from './found.ts'
import { isType, type Reading } from './reading.ts'

const functions: ReadonlySet<DeclarationKind> = new Set(['function', 'method', 'field', 'modifier'])
/** Empty and derived from nothing, they say nothing; an empty error class or marker interface does. */
const hollow: ReadonlySet<DeclarationKind> = new Set(['class', 'contract', 'library'])

export function isStub(found: Found, reading: Reading): boolean {
  const { rule, body, hasSubstance } = found
  if (reading.pack.signatureFiles?.test(reading.path)) return false
  if (hasSubstance && !refuses(found, reading)) return false
  if (!body && rule.needsBody !== true) return false
  if (hollow.has(rule.kind)) {
    if (inherits(found, reading) || found.decorators.length > 0) return false
  } else if (!functions.has(rule.kind)) return false
  return isStubBody({
    ...bodyOf(found),
    text: reading.source,
    substance: body ? substanceOf(body, reading) : NOTHING,
    outer: outerOf(found, reading),
    isHook: isHook(found, reading),
  })
}

/** Whatever a header does besides: a constructor that hands on what it is given, and then throws. */
const refuses = ({ rule, body }: Found, reading: Reading) =>
  functions.has(rule.kind) && body !== undefined && (substanceOf(body, reading) & REFUSAL) !== 0

/** From behind the name on: a comment may stand between the header and what the grammar calls the body. */
function bodyOf({ start, end, nameSpan, body, decorators }: Found) {
  return {
    start: decorators[0]?.start ?? start,
    bodyStart: nameSpan.end,
    bodyEnd: Math.max(nameSpan.end, body?.end ?? end),
  }
}

function outerOf({ parent }: Found, { found }: Reading) {
  const outer = found[parent]
  return outer && { start: outer.start, bodyStart: outer.body?.start ?? outer.nameSpan.end }
}

function inherits({ nameSpan, body }: Found, { compact }: Reading): boolean {
  if (!body) return false
  const heritage = compactSlice(compact, { start: nameSpan.end, end: body.start })
  return !/^(<.*>)?(\(\))?:?$/.test(heritage)
}

/** Somebody may or must have it although it does nothing: it can be overridden, or overrides; it is for heirs, or goes on elsewhere. */
function isHook(each: Found, reading: Reading): boolean {
  const { pack, source, found } = reading
  const { name, nameSpan, body, end } = each
  if (hollow.has(each.rule.kind))
    return pack.openTypes?.test(source.slice(each.headerStart, nameSpan.start)) ?? false
  const parent = found[each.parent]
  const header = source.slice(each.headerStart, body?.start ?? end)
  if (pack.hooks?.test(header)) return true
  if (pack.hasOverloads && isEmptyOverload(each, reading)) return true
  if (isToDoNothing(name)) return true
  if (body && isToEnd(name, header, source.slice(body.start, body.end))) return true
  if (each.owner !== '' && isNullObject(`struct ${each.owner}`)) return true
  const type = each.owner || (parent?.name ?? '')
  if (isPlainConstructor(name, type, source.slice(nameSpan.end, body?.end ?? end))) return true
  if (!parent || !isType(parent.rule.kind)) return false
  if (parent.rule.kind === 'interface' || parent.rule.kind === 'protocol') return true
  const isAbstract = /\babstract\b/.test(source.slice(parent.headerStart, parent.nameSpan.start))
  return isAbstract && isOpenHook(name, header, source)
}

/** The case in which nothing is to be done: another one of its name, of the same type or scope, works. */
function isEmptyOverload(each: Found, reading: Reading): boolean {
  if (!each.body || !reading.pack.idle.test(compactSlice(reading.compact, each.body))) return false
  return reading.found.some(
    ({ name, parent, owner, body }) =>
      name === each.name &&
      parent === each.parent &&
      owner === each.owner &&
      body !== undefined &&
      (substanceOf(body, reading) & WORK) !== 0,
  )
}

/** A longer body is more than one statement after a note or two. */
const LONGEST_STUB = 600

function substanceOf(body: Span, { pack, compact, source, comments }: Reading): Substance {
  const text = compactSlice(compact, body)
  if (pack.idle.test(text)) return IDLE
  if (isRefusal(text, pack.refusals) || refusesByName(text, source)) return REFUSAL
  if (text.length > LONGEST_STUB) return WORK
  const parts = partsOf(blankComments(source, body, comments))
  return isEmptyChoice(parts[1], pack.language) ? CHOICE : substanceOfParts(parts, pack.refusals)
}

function substanceOfParts(parts: Parts, refusals: readonly RegExp[]): Substance {
  const [opening, inner] = parts
  const wrapped = wrappedIn(inner)
  if (wrapped !== undefined && onlyRefuses(wrapped, opening, refusals)) return REFUSAL
  if (allRefuse(branchesIn(inner), opening, refusals)) return REFUSAL
  let substance = NOTHING
  for (const statement of splitStatements(inner)) {
    substance |= refusesAlone(statement, parts, refusals)
      ? REFUSAL
      : substanceIn(opening, statement)
    if (substance & WORK) return WORK
  }
  return substance
}

function onlyRefuses(code: string, opening: string, refusals: readonly RegExp[]): boolean {
  const parts: Parts = opening === '' ? ['', code, ''] : ['{', code, '}']
  const substance = substanceOfParts(parts, refusals)
  return (substance & REFUSAL) !== 0 && (substance & WORK) === 0
}

/** The last of them, for all other cases, does; the others do, or hold nothing. */
const allRefuse = (
  branches: readonly string[] | undefined,
  opening: string,
  refusals: readonly RegExp[],
) =>
  branches?.every(
    (each, index) =>
      (index < branches.length - 1 && each.trim() === '') || onlyRefuses(each, opening, refusals),
  )

/** As the language says it of a whole body. */
function refusesAlone(
  statement: string,
  [opening, , closing]: Parts,
  refusals: readonly RegExp[],
): boolean {
  const compact = `${opening}${statement.replace(/\s+/g, '')}`
  return endings.some(end => isRefusal(`${compact}${end}${closing}`, refusals))
}

/** An expression that is a body is what it gives. */
function substanceIn(opening: string, statement: string): Substance {
  const own = substanceWithGuards(statement)
  return own & WORK && opening.startsWith('=') ? substanceWithGuards(`return ${statement}`) : own
}

const endings = [';', '']

const isRefusal = (text: string, refusals: readonly RegExp[]) =>
  refusals.some(pattern => pattern.test(text))

/** `{`, what it holds, `}`; of an expression the `=` or `=>` before it. */
type Parts = readonly [opening: string, inner: string, closing: string]

function partsOf(text: string): Parts {
  const body = text.trim()
  if (body.startsWith('{') && body.endsWith('}')) return ['{', body.slice(1, -1), '}']
  const sign = /^=>?/.exec(body)?.[0] ?? ''
  return [sign, body.slice(sign.length), '']
}

function blankComments(source: string, { start, end }: Span, comments: readonly Span[]): string {
  let text = ''
  let at = start
  for (const comment of comments) {
    if (comment.end <= start) continue
    if (comment.start >= end) break
    text += source.slice(at, comment.start)
    at = comment.end
    if (source[at - 1] === '\n') text += '\n'
  }
  return text + source.slice(at, end)
}
