// What the lines of a Python body amount to, and which bodies are empty because something else says so: a protocol, a decorator
// such as `abstractmethod`. Whether a body is a stub is decided where all languages are.

import { leaves } from '../../bodies/guards.ts'
import { isToDoNothing } from '../../bodies/hooks.ts'
import { substanceOfStatement } from '../../bodies/statements.ts'
import {
  CHOICE,
  IDLE,
  isStubBody as isStubText,
  NOTE,
  NOTHING,
  REFUSAL,
  type Substance,
  WORK,
} from '../../bodies/substance.ts'
import {
  COLON,
  classOf,
  DOUBLE_QUOTE,
  EQUALS,
  isSpacing,
  isWordPart,
  SINGLE_QUOTE,
  SPACE,
} from '../lexing.ts'
import type { Row } from '../rows.ts'
import {
  isDispatched,
  isFallback,
  isForCheckers,
  isGroup,
  isOfPlugins,
  isOtherwiseWritten,
} from './meant-empty.ts'
import { endOfTriple, isTriple } from './strings.ts'

const idle =
  /^(pass|\.\.\.|return(\s+NotImplemented)?|[rRuU]?(?:"""[\s\S]*"""|'''[\s\S]*'''|"[^"\n]*"|'[^'\n]*'))\s*$/
const refusal = /^raise\s+NotImplementedError\b/

/** A lone name is deleted so that nobody asks why it is not used. */
const idleDeletion = /^del \w+(?:, ?\w+)*$/
/** The head of a block that calls nothing, and what follows on its line. */
const choosing =
  /^(?:(?:if|elif|match)\b[^()[\]{}:]*|case (?:(?! if )[^:])*|else|try|finally|except\b[\w\s.,()*]*) ?: ?(?:#.*)?(.*)$/

const refusingInLine = /(?:if\b[^\n#]{0,120}|try ?): ?raise\b/y

/** `if x: raise …` or `try: raise …`. */
export function refusesInLine(text: string, from: number): boolean {
  refusingInLine.lastIndex = from
  return refusingInLine.test(text)
}

/** What is left of a statement that never runs. */
const ZERO = 48

/** The cheap questions before the thorough one: nothing else is anything but work. */
const beginsMore = classOf('"\'.prdl_swcaetifm')
const mayBeMore =
  /["'.]|(?:if|el(?:if|se)|match|case|try|except|finally|pass|return|raise|del|print|_?log\w*|self\._?log\w*|warnings|click|typer|abort|assert|await|sys|exit)(?!\w)/y

/** The substance of one logical line inside a body. */
export function substanceOf(text: string, bytes: Uint8Array, from: number, end: number): Substance {
  if (bindsName(text, bytes, from)) return text.slice(from, end).includes(';') ? WORK : NOTE
  if (text.startsWith('import ', from) || text.startsWith('from ', from)) return NOTE
  if (bytes[from] === ZERO && withoutEnd(text.slice(from, end)) === '0') return IDLE
  if (beginsMore[bytes[from]!] === 0) return WORK
  mayBeMore.lastIndex = from
  if (!mayBeMore.test(text)) return WORK
  const plain = withoutEnd(text.slice(from, end))
  if (isDocstring(text, bytes, from, from + plain.length) || idle.test(plain)) return IDLE
  if (idleDeletion.test(plain)) return IDLE
  if (refusal.test(plain)) return REFUSAL
  const choice = choosing.exec(plain)
  if (choice) return choice[1] === '' || idle.test(choice[1]!) ? CHOICE : WORK
  return plain.length <= LONGEST_LINE ? substanceOfShort(plain) : WORK
}

/** The value stands behind an annotation. */
const annotated = /:[^=\n]+=(?!=)/y

/** `name = …` or `name: type = …`. */
function bindsName(text: string, bytes: Uint8Array, from: number): boolean {
  let at = from
  while (isWordPart[bytes[at]!] === 1) at++
  if (at === from || isDigit(bytes[from]!)) return false
  if (bytes[at] === SPACE) at++
  if (bytes[at] === EQUALS) return bytes[at + 1] !== EQUALS
  annotated.lastIndex = at
  return bytes[at] === COLON && annotated.test(text)
}

const isDigit = (code: number) => code >= 48 && code <= 57

/** One string in three quotes, which the thorough question would read once more. */
function isDocstring(text: string, bytes: Uint8Array, from: number, end: number): boolean {
  const isQuoted = bytes[from] === DOUBLE_QUOTE || bytes[from] === SINGLE_QUOTE
  if (!isQuoted || !isTriple(bytes, from) || end === text.length) return false
  return endOfTriple(text, bytes, from) === end
}

/** A line that is longer does something. */
const LONGEST_LINE = 200

/** The `raise` at `from` refuses, and the lines before it in the body only turn away what it could not work with. */
export function refusesBehindGuards(text: string, bodyStart: number, from: number): boolean {
  const lineStart = text.lastIndexOf('\n', from) + 1
  if (lineStart <= bodyStart || from - bodyStart > LONGEST_HEAD) return false
  if (text.slice(lineStart, from).trim() !== '') return false
  const width = from - lineStart
  const head = text.slice(bodyStart, lineStart).replace(docstring, '')
  return head.split('\n').every(line => isGuardLine(line.replace(/\s*#.*$/, '').trimEnd(), width))
}

const LONGEST_HEAD = 600
/** Whether a function of Python is all that the one around it has, and is what that gives: nothing before it, `return name` behind it. */
export function isAllThatIsGiven(text: string, outer: Row, inner: Row, end: number): boolean {
  const lead = text.slice(outer.bodyStart, inner.start)
  const tail = text.slice(end, end + LONGEST_HEAD)
  return (
    lead.length <= LONGEST_HEAD &&
    lead
      .replace(docstring, '')
      .split('\n')
      .every(line => /^\s*(?:[#@].*)?$/.test(line)) &&
    /^\s*\n\s*return (\w+)[ \t]*(?:#.*)?(?:\n|$)/.exec(tail)?.[1] === inner.name
  )
}

const docstring = /^\s*[rRuU]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')[ \t]*(?=\n)/
const inLine = /^if\b.*: ?((?:raise|return)\b.*)$/

/** `width`: of the lines of the body itself. */
function isGuardLine(line: string, width: number): boolean {
  const code = line.trimStart()
  if (code === '') return true
  const indent = line.length - code.length
  if (indent > width) return leaves(code) || /^["')\]f]/.test(code)
  if (indent < width) return false
  if (/^if\b.*:$|^(?:from|import) /.test(code)) return true
  const then = inLine.exec(code)?.[1]
  if (then !== undefined) return leaves(then)
  return /^\w+(?:: [^=]+)? = /.test(code) || (substanceOfShort(code) & WORK) === 0
}

/** A line by itself, without a comment. */
export const weighLine = (line: string): Substance =>
  idle.test(line) ? IDLE : refusal.test(line) ? REFUSAL : substanceOfShort(line)

/** The line as a whole is not idle. */
function substanceOfShort(line: string): Substance {
  if (!line.includes(';')) return substanceOfStatement(line.replace(/\s+/g, ' '))
  return line
    .split(';')
    .reduce<Substance>((sum, each) => sum | substanceOfOne(each.trim()), NOTHING)
}

function substanceOfOne(line: string): Substance {
  if (idle.test(line)) return IDLE
  return substanceOfStatement(line.replace(/\s+/g, ' '))
}

/** Without semicolons and spacing at the end. */
function withoutEnd(line: string): string {
  let end = line.length
  while (end > 0 && (isSpacing[line.charCodeAt(end - 1)] === 1 || line[end - 1] === ';')) end--
  return line.slice(0, end)
}

/** How a definition stands in its file, as far as it decides whether an empty body is meant to be empty. */
export interface Setting {
  /** Of a class: it names bases. */
  readonly hasBases: boolean
  /** The class of a method. */
  readonly outer: { readonly row: Row; readonly isProtocol: boolean } | undefined
}

/** Of a body without work; where a file is all interface nobody asks. */
export function isStubBody(
  text: string,
  row: Row,
  substance: Substance,
  { hasBases, outer }: Setting,
): boolean {
  if (row.kind === 'class')
    return (
      !(substance & REFUSAL) &&
      !hasBases &&
      row.decorators.length === 0 &&
      judge() &&
      !isFallback(text, row)
    )
  if (outer?.isProtocol || row.decorators.some(leavesOpen)) return false
  if (!(substance & REFUSAL) && (row.decorators.some(isOverride) || isOfPlugins(text, row)))
    return false
  const isDunder = row.name.startsWith('__') && row.name.endsWith('__')
  if (isDunder ? !(substance & REFUSAL) || row.name === '__init_subclass__' : !judge()) return false
  if (isDispatched(text, row) || isFallback(text, row)) return false
  return (substance & REFUSAL) !== 0 || !isOtherwiseWritten(text, row)

  function judge(): boolean {
    const { start, bodyStart, bodyEnd } = row
    return isStubText({
      text,
      start,
      bodyStart,
      bodyEnd,
      substance,
      outer: outer?.row,
      isHook: (substance & ~(IDLE | CHOICE)) === 0 && isMeant(text, row),
    })
  }
}

const isMeant = (text: string, row: Row): boolean =>
  (row.kind !== 'class' && isToDoNothing(row.name)) ||
  isGroup(text, row) ||
  isForCheckers(text, row)

/** Decorators under which a body is for others to write. */
export function leavesOpen(decorator: string): boolean {
  return /(^|\.)(abstract(method|property|classmethod|staticmethod)|overload)$/.test(decorator)
}

/** Under it a body may be empty on purpose. */
const isOverride = (decorator: string) => /(^|\.)override$/.test(decorator)
