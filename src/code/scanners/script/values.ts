// What the value of a variable, field, property or assignment is: a function, a class, an object, or anything else.
// Called where the value begins; the arrow of an arrow function is recognised when its parameters have been read.

import {
  BACKTICK,
  BAR,
  CLOSE_PAREN,
  COLON,
  codeAt,
  EQUALS,
  endOfName,
  GREATER,
  isNamePart,
  LESS,
  OPEN_BRACE,
  OPEN_PAREN,
  QUESTION,
  STAR,
} from '../lexing.ts'
import { open, rowAt } from './frames.ts'
import type { Draft, Frame, Reading } from './reading.ts'
import { afterAngles, afterBrackets, afterType } from './skip.ts'
import { afterMembers, afterTrivia, noticeUnclosed } from './tokens.ts'

/** Reads the beginning of the value of the row that is open in `frame`; answers where to read on. */
export function beginValue(reading: Reading, frame: Frame, from: number): number {
  const { text } = reading
  const at = afterTrivia(reading, from)
  const row = rowAt(reading, frame.open)
  if (row === undefined) return at
  row.bodyStart = at
  const code = codeAt(text, at)
  if (code === OPEN_PAREN || code === LESS) return beginParameters(reading, frame, at)
  if (isNamePart[code] !== 1) return at
  const end = endOfName(text, at)
  const next = afterTrivia(reading, end)
  switch (text.slice(at, end)) {
    case 'function':
      return functionValue(reading, frame, next)
    case 'class':
      return classValue(reading, frame, next)
    case 'async':
      return asyncValue(reading, frame, next)
    default:
      if (isArrow(text, next)) return arrow(reading, frame, next)
      return namedValue(reading, frame, row, at, next)
  }
}

/** A value that begins with a name, behind which `next` stands. Most are told by what stands behind its members. */
function namedValue(reading: Reading, frame: Frame, row: Draft, at: number, next: number): number {
  const { text } = reading
  const code = codeAt(text, afterMembers(reading, next))
  if (code === BAR || code === QUESTION) {
    fallback.lastIndex = at
    if (!fallback.test(text)) return at
    // Where nothing else is, to do nothing may be meant.
    row.isLicensed = true
    return beginValue(reading, frame, fallback.lastIndex)
  }
  if (code !== OPEN_PAREN && code !== LESS && code !== BACKTICK) return at
  wrapped.lastIndex = at
  if (wrapped.test(text) || (frame.isModuleLevel && isMade(text, at, row.name))) becomeFunction(row)
  return at
}

/** `Date.now || function () {…}`: what is there where nothing else is. */
const fallback =
  /(?:[\w$\x80-\xff]+(?:\s*\.\s*[\w$\x80-\xff]+)*\s*(?:\|\||\?\?)\s*)+(?=(?:async\s+)?function\b)/y

/** Calls that give back the function they are handed, under the name of the variable: `memo(function () {…})`. */
const wrapped =
  /(?:[\w$]+\.)?(?:memo|memoi[sz]e\w*|forwardRef|observer|cache|unstable_cache|useCallback|debounce|throttle|once|curry|wrap\w*|with[A-Z]\w*|\w*[hH]andler|catchAsync|callable)\s*(?:<[^()]*>)?\(\s*(?:async\b\s*)?(?:function\b|\([^()]*\)\s*(?::[^=()]*)?=>|[\w$]+\s*=>)/y

/** Calls that make a function of what they are handed, which stands elsewhere or in what they make: `memo(Card)`, `lazy(() => import(…))`. */
const making =
  /(?:[\w$]+\.)?(?:memo|forwardRef|observer)\(\s*[A-Z][\w$.]*\s*[,)]|(?:[\w$]+\.)?(?:lazy|loadable|dynamic|defineAsyncComponent)\s*(?:<[^()]*>)?\(\s*(?:async\s*)?\(\)\s*=>|styled(?:\.[\w$]+|\(\s*[\w$.'"]+\s*[,)])|create(?:AsyncThunk|(?:DraftSafe|Structured)?Selector|Action)\s*(?:<[^()]*>)?\(/y
/** What makes a component where the name is one, and a hook likewise. */
const makingComponent =
  /(?:connect|inject|reduxForm|withRouter|withStyles|graphql|compose)\s*(?:<[^()]*>)?\(/y
const makingHook = /(?:create\w*|defineStore|[\w$]+\.withTypes)\s*(?:<[^()=;]*>)?\(/y

function isMade(text: string, at: number, name: string): boolean {
  const startsAt = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.test(text)
  }
  return (
    startsAt(making) ||
    (/^[A-Z]/.test(name) && startsAt(makingComponent)) ||
    (/^use[A-Z]/.test(name) && startsAt(makingHook))
  )
}

function asyncValue(reading: Reading, frame: Frame, at: number): number {
  const { text } = reading
  const code = codeAt(text, at)
  if (code === OPEN_PAREN || code === LESS) return beginParameters(reading, frame, at)
  const end = endOfName(text, at)
  const next = afterTrivia(reading, end)
  if (text.slice(at, end) === 'function') return functionValue(reading, frame, next)
  return end > at && isArrow(text, next) ? arrow(reading, frame, next) : at
}

function beginParameters(reading: Reading, frame: Frame, at: number): number {
  const { text } = reading
  const parenthesis = isTypeParameters(reading, at)
    ? afterTrivia(reading, afterAngles(reading, at))
    : at
  frame.arrowAt = codeAt(text, parenthesis) === OPEN_PAREN ? parenthesis : -1
  return frame.arrowAt === -1 ? at : parenthesis
}

const typeParameters = /<\s*(?:const\s+)?[\w$]+\s*(?:,|=|extends\b)/y

/** `<T>` before an arrow function; where JSX is possible only `<T,>` and `<T extends …>` are. */
export function isTypeParameters(reading: Reading, at: number): boolean {
  const { text, hasJsx, isFlow } = reading
  if (codeAt(text, at) !== LESS) return false
  typeParameters.lastIndex = at
  return !hasJsx || typeParameters.test(text) || (isFlow && isFlowParameters(text, at))
}

const flowParameters = /<\s*([A-Z][\w$]*)\s*(?::[^<>()]*)?>\s*\(/y

/** `<T>(` that no `</T>` closes. */
function isFlowParameters(text: string, at: number): boolean {
  flowParameters.lastIndex = at
  const name = flowParameters.exec(text)?.[1]
  return name !== undefined && !text.includes(`</${name}`)
}

const isArrow = (text: string, at: number) =>
  codeAt(text, at) === EQUALS && codeAt(text, at + 1) === GREATER

/** The parentheses that might hold parameters close before `from`: an arrow behind them settles it. */
export function settleArrow(reading: Reading, frame: Frame, from: number): number {
  const { text } = reading
  frame.arrowAt = -1
  const next = afterTrivia(reading, from)
  if (isArrow(text, next)) return arrow(reading, frame, next)
  const behindType = afterTrivia(reading, afterResult(reading, next))
  if (behindType === next) return from
  return isArrow(text, behindType) ? arrow(reading, frame, behindType) : from
}

function arrow(reading: Reading, frame: Frame, at: number): number {
  const row = reading.rows[frame.open]!
  becomeFunction(row)
  const body = afterTrivia(reading, at + 2)
  if (codeAt(reading.text, body) === OPEN_BRACE) return open(reading, 'block', body, frame.open)
  row.bodyStart = body
  return body
}

function becomeFunction(row: Draft): void {
  row.kind = row.kind === 'constant' || row.kind === 'function' ? 'function' : 'method'
  row.isTentative = false
}

/** The function just read is called on the spot: the variable holds what it gives. */
export function settleCall(reading: Reading, frame: Frame, from: number): void {
  const row = reading.rows[frame.open]!
  if (codeAt(reading.text, afterTrivia(reading, from)) !== OPEN_PAREN || row.kind === 'class')
    return
  row.kind = row.kind === 'function' ? 'constant' : 'field'
  row.isTentative = row.kind === 'constant' && !frame.isModuleLevel
  row.isStub = false
}

/** `function`, from behind the word on: maybe a star, maybe a name, the parameters, the body. */
function functionValue(reading: Reading, frame: Frame, from: number): number {
  const { text } = reading
  const row = reading.rows[frame.open]!
  const at = codeAt(text, from) === STAR ? afterTrivia(reading, from + 1) : from
  const end = endOfName(text, at)
  if (row.name === 'default' && end > at) row.name = text.slice(at, end)
  becomeFunction(row)
  const header = readHeader(reading, end)
  return header.body === -1 ? header.end : open(reading, 'block', header.body, frame.open)
}

function classValue(reading: Reading, frame: Frame, from: number): number {
  const { text } = reading
  const row = reading.rows[frame.open]!
  const end = endOfName(text, from)
  const name = text.slice(from, end)
  const isNamed = name !== '' && name !== 'extends' && name !== 'implements'
  if (row.name === 'default' && isNamed) row.name = name
  row.kind = 'class'
  row.isTentative = false
  return openClass(reading, isNamed ? end : from, frame.open)
}

/** From behind the name of a class to behind the brace of its body. */
export function openClass(reading: Reading, from: number, row: number): number {
  const body = afterHeritage(reading, from)
  if (body >= reading.text.length) return body
  const draft = rowAt(reading, row)
  if (draft !== undefined) draft.isLicensed = body > afterTrivia(reading, from)
  return open(reading, 'class', body, row)
}

/** The brace of a class or interface body, behind what it extends and implements. */
export function afterHeritage(reading: Reading, from: number): number {
  const { text } = reading
  for (let at = afterTrivia(reading, from); at < text.length; at = afterTrivia(reading, at)) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACE) return at
    if (code === LESS) at = afterAngles(reading, at)
    else if (code === OPEN_PAREN || code === 91) at = afterBrackets(reading, at + 1)
    else if (code === 34 || code === 39) at++
    else if (isNamePart[code] !== 1) at++
    else at = afterHeritageWord(reading, at)
  }
  return text.length
}

/** `extends {}`: the braces of an object, not of the body. */
function afterHeritageWord(reading: Reading, at: number): number {
  const { text } = reading
  const end = endOfName(text, at)
  if (text.slice(at, end) !== 'extends') return end
  const next = afterTrivia(reading, end)
  return codeAt(text, next) === OPEN_BRACE ? afterBrackets(reading, next + 1) : end
}

/** Behind the type of a result, which Flow may call a check: `: boolean %checks`. Where there is none, where it began. */
function afterResult(reading: Reading, from: number): number {
  const { text } = reading
  if (codeAt(text, from) !== COLON) return from
  const type = afterTrivia(reading, from + 1)
  const end = text.startsWith(checks, type) ? type : afterType(reading, type)
  const behind = afterTrivia(reading, end)
  return text.startsWith(checks, behind) ? behind + checks.length : end
}

const checks = '%checks'

interface Header {
  /** Offset of the brace of the body, or -1 for a signature. */
  readonly body: number
  /** Offset behind parameters and result type. */
  readonly end: number
  /** The parameters with their parentheses; empty where there are none. */
  readonly parameters: readonly [number, number]
}

/** Type parameters, parameters and result type, from behind the name of a function. */
export function readHeader(reading: Reading, from: number): Header {
  const { text } = reading
  let at = afterTrivia(reading, from)
  if (codeAt(text, at) === LESS) at = afterTrivia(reading, afterAngles(reading, at))
  if (codeAt(text, at) !== OPEN_PAREN) return { body: -1, end: from, parameters: [from, from] }
  let end = afterBrackets(reading, at + 1)
  // The end of the file is noticed where it is met; a bracket of another kind is not.
  if (end < text.length && codeAt(text, end - 1) !== CLOSE_PAREN) noticeUnclosed(reading, at)
  const parameters = [at, end] as const
  const result = afterTrivia(reading, end)
  const behind = afterResult(reading, result)
  if (behind !== result) end = behind
  const next = afterTrivia(reading, end)
  return { body: codeAt(text, next) === OPEN_BRACE ? next : -1, end, parameters }
}
