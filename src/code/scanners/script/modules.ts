// Imports and exports of ECMAScript modules, and the `require` of the older ones.

import { codeAt, endOfName } from '../lexing.ts'
import { afterPlain } from './line-ends.ts'
import type { Reading } from './reading.ts'
import { afterTrivia } from './tokens.ts'

/** `import …` from behind the word on. */
export function importStatement(reading: Reading, from: number, offset: number): number {
  const end = afterPlain(reading, from)
  const statement = plain(reading.text.slice(from, end))
  const found = /^(?:type\s+)?([\s\S]*?)\bfrom\s*(['"])(.*?)\2/.exec(statement)
  if (found) {
    for (const { name, alias } of clause(found[1]!))
      reading.imports.push({ module: found[3]!, name, alias, offset })
    return end
  }
  const bare = /^(['"])(.*?)\1/.exec(statement)
  if (bare) reading.imports.push({ module: bare[2]!, name: '', alias: '', offset })
  const equals = /^(?:type\s+)?([\w$\x80-\xff]+)\s*=\s*require\s*\(\s*(['"])(.*?)\2/.exec(statement)
  if (equals) reading.imports.push({ module: equals[3]!, name: '*', alias: equals[1]!, offset })
  return end
}

interface Specifier {
  readonly name: string
  readonly alias: string
}

/** `a, * as b, { c as d, type E }` */
function clause(text: string): Specifier[] {
  const [outside = '', braced = ''] = text.split(/[{}]/)
  const whole = outside
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(each => {
      const namespace = /^\*\s*as\s+(\S+)$/.exec(each)
      return namespace ? { name: '*', alias: namespace[1]! } : { name: 'default', alias: each }
    })
  return [...whole, ...specifiers(braced)]
}

/** `a as b, type C, default as d` */
function specifiers(text: string): Specifier[] {
  return text
    .split(',')
    .map(each => each.trim().replace(/^type\s+(?!as\s+\S+$)/, ''))
    .filter(each => each !== '')
    .map(each => {
      const [name = '', alias = ''] = each.split(/\s+as\s+/)
      return { name: unquoted(name), alias: unquoted(alias) }
    })
}

const unquoted = (name: string) => name.replace(/^(['"])(.*)\1$/, '$2')

/** `export { … }`, `export * …` and `export = …` from behind the word on, and with `from` after them. */
export function exportStatement(reading: Reading, from: number, offset: number): number {
  const end = afterPlain(reading, from)
  const statement = plain(reading.text.slice(from, end)).replace(/^type\s+/, '')
  const module = /\bfrom\s*(['"])(.*?)\1/.exec(statement)?.[2] ?? ''
  const add = (name: string, local: string) => reading.exports.push({ name, local, module, offset })
  if (statement.startsWith('*'))
    add(/^\*\s*as\s+([^\s'"]+|['"].*?['"])/.exec(statement)?.[1] ?? '*', '*')
  else if (statement.startsWith('='))
    add('default', /^=\s*([\w$\x80-\xff]+)(?:\s*;)?$/.exec(statement.trimEnd())?.[1] ?? '')
  else
    for (const { name, alias } of specifiers(/^\{([\s\S]*?)\}/.exec(statement)?.[1] ?? ''))
      add(alias || name, name)
  return end
}

export function exportName(reading: Reading, name: string, local: string, offset: number): void {
  reading.exports.push({ name, local, module: '', offset })
}

const defined =
  /Object\s*\.\s*defineProperty\s*\(\s*(?:module\s*\.\s*)?exports\s*,\s*(['"])([\w$]+)\1/y
const star =
  /(?:__exportStar|__export|tslib\.__exportStar)\s*\(\s*require\s*\(\s*(['"])([^'"\n]+)\1/y

/** What compilers write for re-exports. */
export function generatedExport(reading: Reading, start: number): void {
  defined.lastIndex = start
  const name = defined.exec(reading.text)?.[2]
  if (name !== undefined && name !== '__esModule') exportName(reading, name, name, start)
  star.lastIndex = start
  const module = star.exec(reading.text)?.[2]
  if (module !== undefined) reading.exports.push({ name: '*', local: '*', module, offset: start })
  listedExports(reading, start)
}

const listed = /__export\s*\(\s*([\w$]+)\s*,\s*\{([^{}]*)\}\s*\)/y
const getter = /([\w$]+)\s*:\s*\(\s*\)\s*=>\s*([\w$]+)/g

/** `__export(exports, { a: () => a })`, or with a name that `module.exports = __toCommonJS(name)` hands on. */
function listedExports(reading: Reading, start: number): void {
  listed.lastIndex = start
  const [, holder = '', entries = ''] = listed.exec(reading.text) ?? []
  if (holder === '') return
  const isOffered = holder === 'exports' || reading.text.includes(`__toCommonJS(${holder})`)
  for (const [, name, local] of isOffered ? entries.matchAll(getter) : [])
    exportName(reading, name!, local!, start)
}

const required = /\s*(?:await\s+import|require)\s*\(\s*(['"`])([^'"`\n]+)\1\s*\)/y

/** A variable that takes what a module gives: `const a = require('m')`, `const { a } = await import('m')`. */
export function requirement(reading: Reading, at: number, names: readonly Specifier[]): void {
  const first = codeAt(reading.text, afterTrivia(reading, at))
  if (first !== 0x72 && first !== 0x61) return // Neither `require` nor `await`.
  required.lastIndex = at
  const found = required.exec(reading.text)
  if (!found) return
  for (const { name, alias } of names)
    reading.imports.push({ module: found[2]!, name, alias, offset: at })
}

const literal = /\(\s*(['"`])([^'"`\n]+)\1\s*[),]/y

/** `import('m')` and `require('m')` anywhere else; `at` is the parenthesis. */
export function dynamicImport(reading: Reading, at: number): void {
  literal.lastIndex = at
  const module = literal.exec(reading.text)?.[2]
  if (module === undefined || module.includes('${')) return
  const last = reading.imports.at(-1)
  const isKnown = last?.module === module && last.offset < at && at - last.offset < NEAR
  if (!isKnown) reading.imports.push({ module, name: '*', alias: '', offset: at })
}

/** Bytes between the place where a variable's requirement was read and its parenthesis. */
const NEAR = 40

/** Import and export clauses hold no strings with slashes before the module's name, but comments. */
function plain(statement: string): string {
  return statement.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)/g, ' ').trim()
}

/** The name behind `as namespace` or `import`, both of which say nothing about this module's own names. */
export function isForeignExport(reading: Reading, at: number): boolean {
  const { text } = reading
  const word = text.slice(at, endOfName(text, at))
  return word === 'as' && text.startsWith('namespace', afterTrivia(reading, at + 2))
}
