// String literals of Python: where one ends, whether its escapes are whole, and which parts of an f-string are expressions. Knows
// the rules of before 3.12 only, under which no quote of its own stands within a literal. Pure.

import { refuseToSay } from './doubt.ts'

export interface StringToken {
  readonly isBytes: boolean
  readonly isFormatted: boolean
  readonly isRaw: boolean
  /** Of what stands between the quotes. */
  readonly from: number
  readonly to: number
  readonly end: number
}

const opening = /(?:[rR]?[fFbB]|[fFbB][rR]|[rRuU])?(?:"""|'''|"|')/y

/** Undefined where no literal begins here. */
export function endOfString(text: string, at: number): StringToken | undefined {
  opening.lastIndex = at
  if (!opening.test(text)) return undefined
  const from = opening.lastIndex
  const isTriple = text.charCodeAt(from - 1) === text.charCodeAt(from - 3) && from - 3 >= at
  const quote = text.slice(from - (isTriple ? 3 : 1), from)
  const prefix = text.slice(at, from - quote.length).toLowerCase()
  const literal = {
    isBytes: prefix.includes('b'),
    isFormatted: prefix.includes('f'),
    isRaw: prefix.includes('r'),
    from,
  }
  const to = closing(text, from, quote)
  const token = { ...literal, to, end: to + quote.length }
  checkText(text, token)
  return token
}

/** Where the closing quote stands. */
function closing(text: string, from: number, quote: string): number {
  const first = quote.charCodeAt(0)
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === first && (quote.length === 1 || text.startsWith(quote, at))) return at
    else if (quote.length === 1 && (code === 10 || code === 13)) return refuseToSay()
  }
  return refuseToSay()
}

const brokenEscape =
  /\\(?:x(?![\da-fA-F]{2})|u(?![\da-fA-F]{4})|U(?!00(?:0\d|0[a-fA-F]|10)[\da-fA-F]{4})|N)/
const brokenByte = /\\x(?![\da-fA-F]{2})/

/** Escapes are told from escaped backslashes by taking those out first. */
function checkText(text: string, { from, to, isBytes, isRaw }: StringToken): void {
  const at = isRaw ? -1 : text.indexOf('\\', from)
  if (!isBytes && (at === -1 || at >= to)) return
  const body = text.slice(from, to)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  if (isBytes && /[^\x00-\x7f]/.test(body)) refuseToSay()
  const pattern = isBytes ? brokenByte : brokenEscape
  if (!isRaw && pattern.test(body.replaceAll('\\\\', '  '))) refuseToSay()
}

/** Reads an expression at this place and says where the sign behind it stands. */
export type ReadField = (text: string, at: number) => number

/** Every replacement field of an f-string, by `readField`. */
export function checkFields(text: string, token: StringToken, readField: ReadField): void {
  const body = text.slice(token.from, token.to)
  let at = 0
  while (at < body.length) at = afterPart(body, at, 0, readField)
}

/** How deep a format specification may hold fields of its own. */
const MOST_NESTED = 1

function afterPart(body: string, at: number, nested: number, readField: ReadField): number {
  const code = body[at]
  if (code === '\\' && /[{}N]/.test(body[at + 1] ?? '')) refuseToSay()
  if (code === '}') return body[at + 1] === '}' && nested === 0 ? at + 2 : refuseToSay()
  if (code !== '{') return at + 1
  if (body[at + 1] === '{') return nested === 0 ? at + 2 : refuseToSay()
  return afterField(body, readField(body, at + 1), nested, readField)
}

const conversion = /=?\s*(?:![rsa])?/y

function afterField(body: string, signAt: number, nested: number, readField: ReadField): number {
  conversion.lastIndex = signAt
  conversion.test(body)
  let at = conversion.lastIndex
  if (body[at] === '}') return at + 1
  if (body[at] !== ':' || nested > MOST_NESTED) return refuseToSay()
  for (at++; body[at] !== '}'; ) {
    if (at >= body.length) refuseToSay()
    at = afterPart(body, at, nested + 1, readField)
  }
  return at + 1
}
