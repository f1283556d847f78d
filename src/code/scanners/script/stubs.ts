// What the statements of a script amount to, and which empty bodies are meant to be empty. Whether a body is a stub is decided
// where all languages are.

import { onlyGuards } from '../../bodies/guards.ts'
import { handedBody } from '../../bodies/handed.ts'
import { isOpenHook, isToDoNothing } from '../../bodies/hooks.ts'
import { statementAt, substanceOfStatement } from '../../bodies/statements.ts'
import { IDLE, isStubBody, NOTE, REFUSAL, type Substance, WORK } from '../../bodies/substance.ts'
import { startOfName } from '../lexing.ts'
import type { Draft, Frame, Reading } from './reading.ts'

/** `throw new Error('not implemented')` and its kin, from the word `throw` on. */
const refusal =
  /throw\s+(?:new\s+)?(?:[\w$.]*(?:NotImplemented|Unimplemented)\w*|[\w$.]*(?:Error|Exception)\s*\(\s*(['"`])[^'"`\n]*\b(?:not\s+(?:yet\s+)?implemented|not[-_]implemented|unimplemented|todo|fixme)\b)/iy

const rejection = /return\s+Promise\.reject\(\s*(?=new\s)/y

/** Only TypeScript has it: nothing, given out as something. */
const assertedNull = /return\s+\(?null!\)?\s*[;}\n]/y

const binding = /(?:const|let|var)\s[^=;\n]*=(?!=)/y

/** The cheap question before the thorough one: nothing that begins otherwise is anything but work. */
const mayBeMore =
  /return(?:\s*[;}\n]|\s+(?:null|undefined|false|true|void|[-.]?\d|['"`[]|\(?\{|\(?\s*<(?:>|(?:React\.)?Fragment|[A-Za-z][\w.]*(?:\s[^<>{}]{0,200})?>\s*(?:<[^<>{}/]{1,200}>\s*)?(?:TODO|FIXME|[NnUuTt][no](?:t |implemented| be )))|new\s|(?:await\s+)?Promise\.|throwError\b|\(?<[\w.$]+>\s*[<{nu]|(?:async\s+)?(?:function\b|\([^()]{0,200}\)[^={}\n]{0,60}=>|[\w$]+\s*=>)|(?:res|response|reply|ctx|c|[A-Z]\w*|err)\b))|await\s+Promise\.|throw\s|assert\b|(?:tiny)?invariant\(|process\.exit|(?:return\s+)?alert\(|return\s+console\.|(?:console|(?:this\.)?_?log(?:ger)?|res|response|reply|ctx|c)\.|(?:void|_)\s/y

/** What the statement that begins at `start` amounts to. */
export function substanceFrom(text: string, start: number): Substance {
  binding.lastIndex = start
  if (binding.test(text)) return NOTE
  mayBeMore.lastIndex = start
  if (!mayBeMore.test(text)) return WORK
  assertedNull.lastIndex = start
  rejection.lastIndex = start
  if (isRefusal(text, start) || assertedNull.test(text)) return REFUSAL
  if (rejection.test(text) && isRefusal(`throw ${text.slice(rejection.lastIndex, start + 300)}`, 0))
    return REFUSAL
  const statement = statementAt(text, start)
  return statement === 'return' ? IDLE : substanceOfStatement(statement)
}

/** The statement at `start` refuses, and before it the body only turns away what it could not work with. */
export function refusesBehindGuards({ text }: Reading, frame: Frame, start: number): boolean {
  if (frame.kind !== 'block' || frame.row === -1 || !text.startsWith('throw', start)) return false
  if (start - frame.start > LONGEST_HEAD || substanceFrom(text, start) !== REFUSAL) return false
  return onlyGuards(text.slice(frame.start + 1, start).replace(comment, ''))
}

const LONGEST_HEAD = 600

const comment = /\/\*[\s\S]*?\*\/|(?<!['"`:])\/\/.*/g

const thrownName = /throw\s+([\w$]+)\s*[;}\n]/y

/** What is thrown at `start` is a refusal that was given a name before: `const error = new Error('not implemented')`. */
export function throwsRefusal(text: string, bodyStart: number, start: number): boolean {
  thrownName.lastIndex = start
  const name = thrownName.exec(text)?.[1]
  if (name === undefined || start - bodyStart > LONGEST_HEAD) return false
  const made = namedError.exec(text.slice(bodyStart + 1, start).replace(comment, ''))
  const error = made?.[1] === name ? made[2]! : errorOfFile(text, name)
  return error !== undefined && isRefusal(`throw ${error}`, 0)
}

/** `const LATER = new Error('not implemented')` at the beginning of a line. */
const errorOfFile = (text: string, name: string): string | undefined =>
  new RegExp(
    String.raw`^(?:export\s+)?const\s+${name.replaceAll('$', String.raw`\$`)}(?:\s*:[^=\n]*)?\s*=\s*(new\s[^\n]*)`,
    'm',
  ).exec(text)?.[1]

const namedError = /\b(?:const|let|var)\s+([\w$]+)(?:\s*:[^=\n]*)?\s*=\s*(new\s[^\n]*)/

function isRefusal(text: string, at: number): boolean {
  refusal.lastIndex = at
  return refusal.test(text)
}

function prototypesOf(reading: Reading): ReadonlySet<string> {
  reading.prototypes ??= namesBefore(reading.text, '.prototype')
  return reading.prototypes
}

function namesBefore(text: string, word: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    names.add(text.slice(startOfName(text, at), at))
  return names
}

/** The body of `row` does nothing: that of a function, or of a class. */
export function isIdle(reading: Reading, frame: Frame, row: Draft): boolean {
  const { text, rows } = reading
  const isBlock = frame.kind === 'block'
  if (frame.substance & WORK) return false
  // Leave to do nothing is none to refuse.
  if (row.isLicensed && !(frame.substance & REFUSAL)) return false
  if (!isBlock && (frame.kind !== 'class' || frame.deeds > 0 || row.decorators.length > 0))
    return false
  if (isBlock && (row.kind === 'module' || isLicensedName(row.name))) return false
  // Its methods are put on it elsewhere.
  if (!isBlock && prototypesOf(reading).has(row.name)) return false
  return isStub(text, row, rows[row.parent], frame.substance)
}

/** An expression that is longer says something. */
const LONGEST_EXPRESSION = 120

/** The expression that an arrow function gives is all that it does. */
export function isIdleExpression({ text, rows }: Reading, row: Draft): boolean {
  const isFunction = row.kind === 'function' || row.kind === 'method'
  if (!isFunction) return false
  const handed = handedBody(text, row.bodyStart, row.bodyEnd)
  // Behind an arrow the call is what is done: `p => p.catch(() => {})`.
  if (handed && isBehindArrow(text, row) && !(handed.substance & REFUSAL)) return false
  if (handed && !isLicensedName(row.name))
    return isStub(text, { ...row, ...handed }, rows[row.parent], handed.substance)
  if (row.bodyEnd - row.bodyStart > LONGEST_EXPRESSION) return false
  const value = statementAt(text, row.bodyStart)
  return isStub(
    text,
    row,
    rows[row.parent],
    value === 'null!' ? REFUSAL : substanceOfStatement(`return ${value}`),
  )
}

const isBehindArrow = (text: string, { start, bodyStart }: Draft) =>
  text.slice(start, bodyStart).trimEnd().endsWith('=>')

function isStub(text: string, row: Draft, outer: Draft | undefined, substance: Substance): boolean {
  const { start, bodyStart, bodyEnd } = row
  const header = text.slice(start, bodyStart)
  const isHook =
    (row.kind !== 'class' && isToDoNothing(row.name)) ||
    asserting.test(header) ||
    (outer !== undefined &&
      abstractClass.test(text.slice(outer.start, outer.bodyStart)) &&
      isOpenHook(row.name, header, text))
  return isStubBody({ text, start, bodyStart, bodyEnd, substance, outer, isHook })
}

/** `asserts v is User`: to tell the compiler is all its work. */
const asserting = /\)\s*:\s*asserts\s+[\w$]/

const abstractClass = /^(?:export\s+)?(?:default\s+)?abstract\b/

/** A function that is called so does what its name says by doing nothing. */
function isLicensedName(name: string): boolean {
  return /^_*(?:[nN][oO]_?[oO][pP]|no[A-Z]\w*)$/.test(name)
}

/** A constructor whose parameters become properties, or that takes none, has nothing left to do. */
export function isFinishedConstructor(parameters: string): boolean {
  return /^\(\s*\)$/.test(parameters) || /\b(public|private|protected|readonly)\s/.test(parameters)
}
