// The names that a destructuring pattern binds: `{ a, b: c, d = 1, ...e }`, `[f, { g }]`.

import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  codeAt,
  DOT,
  EQUALS,
  endOfName,
  isNamePart,
  OPEN_BRACE,
  OPEN_BRACKET,
} from '../lexing.ts'
import { afterBrackets } from './skip.ts'
import { afterTrivia, type Lexed } from './tokens.ts'

interface Binding {
  /** The property it is taken from; the name itself where there is none. */
  readonly key: string
  readonly name: string
}

/** Bindings of the pattern between `start` and `end`, nested ones included. */
export function bindingsOf(lexed: Lexed, start: number, end: number): Binding[] {
  const { text } = lexed
  const bindings: Binding[] = []
  let key = ''
  for (let at = start; at < end; at = afterTrivia(lexed, at)) {
    const code = text.charCodeAt(at)
    if (code === EQUALS) at = afterDefault(lexed, at + 1, end)
    else if (isNamePart[code] === 1) {
      const nameEnd = endOfName(text, at)
      const name = text.slice(at, nameEnd)
      at = afterTrivia(lexed, nameEnd)
      if (codeAt(text, at) === COLON) key = name
      else bindings.push({ key: key || name, name })
    } else {
      if (code !== COLON && code !== DOT) key = ''
      at++
    }
  }
  return bindings
}

/** Behind a default value, at the comma or bracket that ends it. */
function afterDefault(lexed: Lexed, from: number, end: number): number {
  const { text } = lexed
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET) return at
    if (code === OPEN_BRACE || code === OPEN_BRACKET || code === 40)
      at = afterBrackets(lexed, at + 1) - 1
  }
  return end
}
