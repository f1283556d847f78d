// What an argument says as a path, with marks for what it takes from elsewhere. Pure text; what a mark means is found elsewhere.

import type { Argument } from '../calls/calls.ts'
import { nameMark, unreadMark } from './mark.ts'

const marked = new Set([
  ...['typescript', 'tsx', 'javascript', 'python', 'go', 'java', 'kotlin', 'csharp', 'rust'],
])

export const readsMarks = (languages: readonly string[]) => languages.some(each => marked.has(each))

/** The text of an argument that is a path, with marks for what it takes from elsewhere; undefined where it is no text at all. */
export function pathText({ kind, value }: Argument, languages: readonly string[]) {
  if (kind === 'string') return value
  return kind === 'other' && readsMarks(languages) ? markedText(value) : undefined
}

/** Only where the end of the path is written: `${base}/users`, `BASE + '/users'`, or where a plain name has all of it. */
export function spelledPath(argument: Argument, languages: readonly string[]) {
  const text = argument.kind === 'other' ? pathText(argument, languages) : undefined
  if (text === undefined) return undefined
  const isConstant = /^⟨(\w+\.)*[A-Z]([A-Z0-9_]*(\.\w+)?|\w*\.[A-Z]\w*)⟩$/.test(text)
  return isConstant || /⟨[\w$.]*⟩[^⟨⟩]*\/[^⟨⟩]*$/.test(text) ? rooted(text) : undefined
}

const rooted = (text: string) => (text.startsWith('⟨') ? `/${text}` : text)

/** A regular expression stands for many paths. */
const isExpression = /^\/[^/*].*\/[a-z]*$/s

const name = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/
const literal = /^(["'])([^"'\\]*)\1$/

function markedText(expression: string): string {
  const template = /^(?:`([^`]*)`|\$?"([^"]*)"|[fF]"([^"]*)"|[fF]'([^']*)')$/.exec(expression)
  const spoken = template?.slice(1).find(each => each !== undefined)
  const parts =
    spoken === undefined
      ? expression.split(/\s*\+\s*/)
      : spoken.split(/(\$?\{[^{}]*\})/).map(each => /^\$?\{(.*)\}$/.exec(each)?.[1] ?? `'${each}'`)
  return parts.map(part => literal.exec(part)?.[2] ?? markOf(part.trim())).join('')
}

const markOf = (part: string) => (name.test(part) ? nameMark(part) : unreadMark)

/** Whether the first of several arguments reads like a path: `app.use(config.prefix, users)` beside `app.use(auth, users)`. */
export function maybePath(argument: Argument, languages: readonly string[]): string | undefined {
  const { kind, value } = argument
  if (kind !== 'other' || !readsMarks(languages) || /^\(|=>|^(async|new)\b/.test(value))
    return undefined
  if (isExpression.test(value)) return unreadMark
  if (/^[\w$.]+\(/.test(value) && !/^([\w$]+\.)*(get|join)\(\s*["'`]/.test(value)) return undefined
  const isSpelled = /["'`]|process\.env/.test(value)
  const isCalledSo = /(prefix|base|path|root|url|uri|version|mount|api)\w*$/i.test(value)
  if (isSpelled || isCalledSo) return markedText(value)
  return name.test(value) ? `⟨?${value}⟩` : undefined
}
