// Passing over stretches of TypeScript and JavaScript without reading what they say: brackets, type arguments, types.
// Loops with depth counters, never recursion: no input is too deep.

import {
  BACKTICK,
  CLOSE_BRACE,
  COLON,
  COMMA,
  classOf,
  codeAt,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  endOfName,
  GREATER,
  isNamePart,
  LESS,
  nextStop,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUESTION,
  SEMICOLON,
  SINGLE_QUOTE,
  SLASH,
  stopsAt,
} from '../lexing.ts'
import {
  afterSlash,
  afterTrivia,
  endOfString,
  endOfTemplateText,
  isComment,
  type Lexed,
  noticeUnclosed,
} from './tokens.ts'

const stops = stopsAt('\'"`/(){}[]')

/** From behind an opening bracket to behind the one that closes it, or to the end of the text. */
export function afterBrackets(lexed: Lexed, from: number): number {
  const { text, bytes } = lexed
  /** Depths at which the holes of open templates close. */
  const holes: number[] = []
  let depth = 1
  for (let at = nextStop(bytes, stops, from); at < text.length; at = nextStop(bytes, stops, at)) {
    const code = bytes[at]!
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) at = endOfString(lexed, at)
    else if (code === SLASH) at = afterSlash(lexed, at)
    else if (code === BACKTICK || (code === CLOSE_BRACE && holes.at(-1) === depth)) {
      if (code === CLOSE_BRACE) {
        holes.pop()
        depth--
      }
      at = endOfTemplateText(lexed, at + 1)
      if (codeAt(text, at - 1) === OPEN_BRACE) holes.push(++depth)
    } else if (code === OPEN_PAREN || code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth++
      at++
    } else {
      at++
      if (--depth === 0) return at
    }
  }
  noticeUnclosed(lexed, from - 1)
  return text.length
}

/** From the `<` of type parameters or arguments to behind its `>`; a semicolon ends what was none. */
export function afterAngles(lexed: Lexed, from: number): number {
  const { text } = lexed
  let depth = 0
  for (let at = from; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === SEMICOLON) return at
    if (code === LESS) depth++
    else if (code === GREATER && codeAt(text, at - 1) !== EQUALS && --depth === 0) return at + 1
    at = stops[code] === 1 ? afterPart(lexed, at, code) : at + 1
  }
  return text.length
}

function afterPart(lexed: Lexed, at: number, code: number): number {
  if (code === OPEN_PAREN || code === OPEN_BRACE || code === OPEN_BRACKET)
    return afterBrackets(lexed, at + 1)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return endOfString(lexed, at)
  if (code === BACKTICK) return afterTemplate(lexed, at)
  if (code === SLASH && isComment(lexed.text, at)) return afterSlash(lexed, at)
  return at + 1
}

/** To the comma or the bracket that ends an entry of an object. */
export function afterEntry(lexed: Lexed, from: number): number {
  const { text } = lexed
  for (let at = from; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (code === COMMA || code === CLOSE_BRACE) return at
    at = code === SLASH ? afterSlash(lexed, at) : afterPart(lexed, at, code)
  }
  return text.length
}

/** From a backtick to behind the one that ends the template. */
export function afterTemplate(lexed: Lexed, from: number): number {
  let at = endOfTemplateText(lexed, from + 1)
  while (codeAt(lexed.text, at - 1) === OPEN_BRACE && at < lexed.text.length) {
    at = afterBrackets(lexed, at)
    at = endOfTemplateText(lexed, at)
  }
  return at
}

/** Words of a type behind which the type goes on. */
const typePrefixes = new Set([
  'keyof',
  'typeof',
  'readonly',
  'infer',
  'unique',
  'new',
  'asserts',
  'abstract',
  'import',
])

/**
 * The end of a type that a body, an arrow or an initialiser may follow. Alternates between needing an operand
 * and standing behind one; the text behind an operand that no type operator continues is not the type's.
 */
export function afterType(lexed: Lexed, from: number): number {
  const { text } = lexed
  let needsOperand = true
  let end = from
  for (let at = from; ; ) {
    if (!needsOperand) end = at
    at = afterTrivia(lexed, at)
    if (at >= text.length) return needsOperand ? end : text.length
    const step: Step | undefined = needsOperand ? operand(lexed, at) : operator(lexed, at, end)
    if (step === undefined) return end
    at = step.at
    needsOperand = step.needsOperand
  }
}

interface Step {
  readonly at: number
  readonly needsOperand: boolean
}

function operand(lexed: Lexed, at: number): Step | undefined {
  const { text } = lexed
  const code = codeAt(text, at)
  if (code === OPEN_BRACE || code === OPEN_BRACKET)
    return { at: afterBrackets(lexed, at + 1), needsOperand: false }
  if (code === OPEN_PAREN) return parenthesised(lexed, at)
  if (code === LESS) return { at: afterAngles(lexed, at), needsOperand: true }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE || code === BACKTICK)
    return { at: afterPart(lexed, at, code), needsOperand: false }
  // What may be missing, as Flow writes it, begins with a question mark.
  if (code === 124 || code === 38 || code === 45 || code === QUESTION)
    return { at: at + 1, needsOperand: true }
  if (code === DOT && codeAt(text, at + 1) === DOT) return { at: at + 3, needsOperand: true }
  return isNamePart[code] === 1 ? namedOperand(lexed, at) : undefined
}

/** Parameters of a function type, or a type in parentheses. */
function parenthesised(lexed: Lexed, at: number): Step {
  const end = afterBrackets(lexed, at + 1)
  const next = afterTrivia(lexed, end)
  return lexed.text.startsWith('=>', next)
    ? { at: next + 2, needsOperand: true }
    : { at: end, needsOperand: false }
}

function namedOperand(lexed: Lexed, at: number): Step {
  const { text } = lexed
  const end = endOfName(text, at)
  const word = text.slice(at, end)
  if (!typePrefixes.has(word)) return { at: end, needsOperand: false }
  const next = afterTrivia(lexed, end)
  const code = codeAt(text, next)
  if (word === 'import' && code === OPEN_PAREN)
    return { at: afterBrackets(lexed, next + 1), needsOperand: false }
  const goesOn = isNamePart[code] === 1 || beginsOperand[code] === 1
  return { at: end, needsOperand: goesOn }
}

const beginsOperand = classOf('({["\'<')

function operator(lexed: Lexed, at: number, end: number): Step | undefined {
  const { text } = lexed
  const code = codeAt(text, at)
  if (code === 124 || code === 38 || code === DOT || code === QUESTION || code === COLON)
    return { at: at + 1, needsOperand: true }
  if (code === LESS) return { at: afterAngles(lexed, at), needsOperand: false }
  if (code !== OPEN_BRACKET && isNamePart[code] !== 1) return undefined
  const isOnSameLine = !text.slice(end, at).includes('\n')
  if (code === OPEN_BRACKET)
    return isOnSameLine ? { at: afterBrackets(lexed, at + 1), needsOperand: false } : undefined
  const word = text.slice(at, endOfName(text, at))
  const joins = word === 'extends' || (word === 'is' && isOnSameLine)
  return joins ? { at: at + word.length, needsOperand: true } : undefined
}
