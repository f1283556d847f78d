// Functions behind routes that only say they are not implemented: empty, raising so, or answering 501. Reads the text of one
// function; a body with a branch or a loop does something and is never hollow.

import { substanceWithGuards } from '../bodies/guards.ts'
import { splitStatements } from '../bodies/statements.ts'
import { NOTHING, REFUSAL, type Substance, WORK } from '../bodies/substance.ts'
import { wrappedIn } from '../bodies/wrapped.ts'

const refusal = new RegExp(
  [
    String.raw`\b501\b`,
    String.raw`\b(HTTP_501_|Status501|Status|Http)?(NOT_IMPLEMENTED|NotImplemented(Error|Exception)?)\b`,
    ':not_implemented\\b',
    String.raw`\.notImplemented\b`,
    '["\'`][^"\'`]*\\b[Nn]ot (yet )?implemented\\b',
    String.raw`\b(TODO|todo!|unimplemented!)\(`,
  ].join('|'),
)
const branch =
  /\b(if|unless|for|foreach|while|switch|case|match|when|select|try|await|yield)\b|[^?]\?[^?.:]*:|&&|\|\|/
/** A log line or two may stand beside the refusal. */
const mostStatements = 3

export function isHollowText(text: string, language: string): boolean {
  const body = bodyOf(withoutComments(text, language), language)
  return body !== undefined && (/^[\s;]*$/.test(body) || isRefusal(body) || saysUnwritten(body))
}

/** A longer body does something. */
const LONGEST_SAYING = 600

/** As a named function would say it: `throw new Error('TODO')`. */
function saysUnwritten(body: string): boolean {
  if (body.length > LONGEST_SAYING) return false
  const substance = splitStatements(body).reduce<Substance>(
    (sum, each) => sum | substanceWithGuards(each),
    NOTHING,
  )
  return (substance & REFUSAL) !== 0 && (substance & WORK) === 0
}

/** Beside emptiness and exceptions, which an outline tells already: the answer is 501. */
export function refusesText(text: string, language: string): boolean {
  const body = bodyOf(withoutComments(text, language), language)
  return body !== undefined && isRefusal(body)
}

/** Nothing but a look at the text tells whether a closer look is worth its time. */
export const mayRefuse = (source: string) => refusal.test(source)

const isRefusal = (body: string) =>
  refusal.test(body) &&
  !branch.test(withoutStrings(body)) &&
  countStatements(body) <= mostStatements

const hashComments = new Set(['python', 'ruby'])

function withoutComments(text: string, language: string): string {
  const comment = hashComments.has(language)
    ? /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|#[^\n]*/g
    : /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
  return text.replace(comment, (_, kept: string | undefined) => kept ?? ' ')
}

const withoutStrings = (text: string) =>
  text.replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, '""')

function bodyOf(text: string, language: string): string | undefined {
  if (language === 'python') return pythonBody(text)
  if (language === 'ruby') return rubyBody(text)
  if (/^\s*\{/.test(text)) return blockBody(text, language)
  const closure = language === 'rust' ? wrappedIn(text) : undefined
  if (closure !== undefined) return closure
  const expression = /(?:=>|\)\s*(?::\s*[\w<>?.]+\s*)?=(?!>))(?!\s*\{)([\s\S]+)$/.exec(text)
  const open = text.indexOf('{', signatureEnd(text))
  if (expression && (open < 0 || expression.index < open)) return expression[1]
  return open < 0 ? undefined : text.slice(open + 1, text.lastIndexOf('}'))
}

/** Behind the parameters, which may hold braces of their own; a lone one of an arrow function has no parentheses. */
function signatureEnd(text: string): number {
  const lone = /^\s*(?:async\s+)?[\w$]+\s*=>/.exec(text)?.[0]
  if (lone !== undefined) return lone.length
  const first = text.indexOf('(')
  let depth = 0
  for (let at = first; at >= 0 && at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return 0
}

function pythonBody(text: string): string | undefined {
  const header = /^\s*(?:async\s+)?def\b[\s\S]*?:[ \t]*(?=\n|$)/.exec(
    text.replace(/^(\s*@[^\n]*\n)+/, ''),
  )
  const whole = text.replace(/^(\s*@[^\n]*\n)+/, '')
  const body = header ? whole.slice(header[0].length) : /^lambda[^:]*:([\s\S]*)$/.exec(whole)?.[1]
  return body?.replace(/^\s*("""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')\s*(\n|$)/, '\n')
}

/** What stands in braces, behind the parameters that some languages have within them. */
function blockBody(text: string, language: string): string {
  const inner = text.slice(text.indexOf('{') + 1, text.lastIndexOf('}'))
  if (language === 'swift') return inner.replace(/^[^\n{}]*?\bin\b/, '')
  return language === 'kotlin' ? inner.replace(/^\s*[\w\s,:]*->/, '') : inner
}

function rubyBody(text: string): string | undefined {
  const block = /^\s*(?:do|\{)\s*(?:\|[^|]*\|)?([\s\S]*?)(?:\bend|\})\s*$/.exec(text)
  if (block) return block[1]
  return /^\s*def\s+\S+?(?:\([^)]*\))?\s*(?:\n|;)([\s\S]*?)\bend\s*$/.exec(text)?.[1]
}

/** Lines and semicolons at the outermost level of brackets. */
function countStatements(body: string): number {
  const text = withoutStrings(body).replace(/\n\s*\./g, '.')
  let depth = 0
  let count = 0
  let isOpen = false
  for (const char of text) {
    if ('([{'.includes(char)) depth++
    else if (')]}'.includes(char)) depth--
    const isEnd = depth === 0 && (char === '\n' || char === ';')
    if (isEnd && isOpen) count++
    isOpen = isEnd ? false : isOpen || /\S/.test(char)
  }
  return count + Number(isOpen)
}
