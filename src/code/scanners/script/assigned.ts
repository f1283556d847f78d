// Assignments that declare: `module.exports = …`, `exports.run = …`, `Name.run = …`, `Name.prototype.run = …`, `this.run = …`,
// and several of them before one value.

import {
  codeAt,
  DOUBLE_QUOTE,
  EQUALS,
  endOfName,
  isOtherThanSpacing,
  nextStop,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
} from '../lexing.ts'
import { addRow, lastRow, rowAt } from './frames.ts'
import { exportName, generatedExport } from './modules.ts'
import type { Place } from './place.ts'
import type { Frame, Reading } from './reading.ts'
import { afterMembers, afterTrivia } from './tokens.ts'
import { beginValue } from './values.ts'

/** Where an assignment puts its value. */
type Target = Member | { readonly kind: 'export' | 'variable'; readonly name: string }

interface Member {
  readonly kind: 'member'
  readonly owners: readonly string[]
  readonly name: string
}

interface Targets {
  readonly all: readonly Target[]
  /** Where the value begins. */
  readonly end: number
}

/** Reads a statement that may be such an assignment; answers where to read on, or undefined for any other. */
export function assignment(reading: Reading, frame: Frame, at: Place): number | undefined {
  const isOutside = frame.isModuleLevel || frame.owner === -1
  if (isOutside && generators.has(at.word)) generatedExport(reading, at.start)
  if (!isOutside && !itself.has(at.word)) return undefined
  const targets = targetsAt(reading, at.start)
  if (targets.all.length === 0) return undefined
  const isExporting = isOutside && exportTargets(reading, frame, targets, at.start)
  const rows = lastRow(reading)
  if (isExporting) addExported(reading, frame, targets, at.start)
  const isWhole = isExporting && namesIn(targets.all).includes('default')
  for (const target of targets.all)
    if (target.kind === 'member' && isWhole) addFree(reading, frame, target.name, at.start)
    else if (target.kind === 'member') addMember(reading, frame, target, at.start)
  if (!isExporting && lastRow(reading) === rows) return undefined
  frame.open = lastRow(reading)
  frame.isInside = true
  return beginValue(reading, frame, afterTrivia(reading, targets.end))
}

/** Behind a name, `.name` and its like, and then `=` or `['` stands there. */
function mayAssign(reading: Reading, from: number): boolean {
  const { bytes } = reading
  const at = afterMembers(reading, nextStop(bytes, isOtherThanSpacing, from))
  const code = bytes[at]
  if (code !== OPEN_BRACKET) return code === EQUALS
  const inner = bytes[nextStop(bytes, isOtherThanSpacing, at + 1)]
  return inner === SINGLE_QUOTE || inner === DOUBLE_QUOTE
}

/** What compilers write for re-exports begins with one of them. */
const generators = new Set(['Object', '__exportStar', '__export', 'tslib'])

/** What a function calls the object that it makes. */
const itself = new Set(['this', 'self', 'that', '_this', 'vm'])

/** `const run = module.exports = …`: skips what else the value is given to, which may be an export of it. */
export function afterTargets(reading: Reading, frame: Frame, from: number, name: string): number {
  const start = afterTrivia(reading, from)
  if (isModule(reading.text, start)) exportName(reading, 'default', name, start)
  const { all, end } = targetsAt(reading, start)
  if (all.length === 0) return from
  const own: Target = { kind: 'variable', name }
  exportTargets(reading, frame, { all: [own, ...all], end }, start)
  return end
}

const module = /(?:module\s*\.\s*)?exports(?=\s*[;,\n])/y

/** `const api = module.exports` */
function isModule(text: string, at: number): boolean {
  module.lastIndex = at
  return module.test(text)
}

/** `a.b`, `a['b']`. */
const path =
  /([\w$\x80-\xff]+(?:\s*(?:\.\s*[\w$\x80-\xff]+|\[\s*(?:'[A-Za-z_$][\w$-]*'|"[A-Za-z_$][\w$-]*")\s*\]))*)\s*=(?![=>])\s*/y
const pathWord = /[\w$\x80-\xff-]+/g

function targetsAt(reading: Reading, start: number): Targets {
  const all: Target[] = []
  let end = start
  while (mayAssign(reading, endOfName(reading.text, end))) {
    path.lastIndex = end
    const found = path.exec(reading.text)
    if (!found) break
    end = path.lastIndex
    all.push(targetOf(found[1]!.match(pathWord)!))
  }
  return { all, end }
}

function targetOf(words: readonly string[]): Target {
  const isExport = words[0] === 'exports' || (words[0] === 'module' && words[1] === 'exports')
  const [name, ...owners] = (
    isExport ? words.slice(words[0] === 'module' ? 2 : 1) : words
  ).toReversed()
  if (isExport && owners.length === 0) return { kind: 'export', name: name ?? 'default' }
  if (owners.length === 0) return { kind: 'variable', name: name! }
  return { kind: 'member', owners: owners.toReversed(), name: name! }
}

/** Answers whether any of the targets is an export. */
function exportTargets(reading: Reading, frame: Frame, { all, end }: Targets, start: number) {
  const names = namesIn(all)
  if (names.length === 0) return false
  const { text } = reading
  const isWhole = names.includes('default')
  const isObject = isWhole && codeAt(text, end) === OPEN_BRACE
  frame.isExports = isObject
  const other = all.find(each => each.kind !== 'export')?.name
  const value = other ?? wordAt(text, end)
  if ((!isObject || other !== undefined) && !text.startsWith('void 0', end))
    for (const name of names)
      if (name !== '__esModule') exportName(reading, name, value || name, start)
  return true
}

const namesIn = (targets: readonly Target[]) => [
  ...new Set(targets.filter(each => each.kind === 'export').map(each => each.name)),
]

const word = /[\w$\x80-\xff]+(?=\s*(?:;|\n|\}|$))/y

/** A value that is a name alone. */
function wordAt(text: string, at: number): string {
  word.lastIndex = at
  return word.exec(text)?.[0] ?? ''
}

/** A row for each name; one without a name where the module is the value. */
function addExported(reading: Reading, frame: Frame, { all }: Targets, start: number): void {
  const names = namesIn(all)
  const own = names.filter(each => each !== 'default')
  const hasRow = all.some(each => each.kind === 'member')
  for (const name of own.length > 0 || hasRow ? own : names) addFree(reading, frame, name, start)
}

/** Mongoose keeps the methods of its models at their schema, jQuery those of its plugins at `fn`. */
const shelves = new Set(['prototype', 'methods', 'statics', 'fn'])

/** What everybody sees belongs to nobody. */
const everywhere = new Set(['window', 'globalThis', 'global', 'this', 'self'])

const givenJQuery = /[(,]\s*(?:window\.)?jQuery\s*[,)]/

/** `(function ($) { … })(jQuery)` */
function knownName(name: string, reading: Reading): string {
  if (name !== '$') return name
  reading.givesJQuery ??= givenJQuery.test(reading.text)
  return reading.givesJQuery ? 'jQuery' : name
}

/** What a module is, is nobody's member, also in `module.exports = internals.Core = class {`. */
function addFree(reading: Reading, frame: Frame, name: string, start: number): void {
  const row = addRow(reading, frame, 'constant', name, start)
  row.isTentative = true
  row.isExported = true
}

/** Where its owner is not above, the name carries it. */
function addMember(reading: Reading, frame: Frame, { owners, name }: Member, start: number): void {
  const isOwn = itself.has(owners[0]!) && frame.owner !== -1
  const named = isOwn || everywhere.has(owners[0]!) ? owners.slice(1) : owners
  const holders = named
    .filter((each, index) => index === 0 || !shelves.has(each))
    .map((each, index) => (index === 0 && owners[1] === 'fn' ? knownName(each, reading) : each))
  const holder = isOwn ? makerOf(reading, frame) : (reading.named.get(holders[0] ?? '') ?? -1)
  const parent = holders.length === (isOwn ? 0 : 1) ? holder : -1
  const kind = isOwn || holders.length > 0 ? 'field' : 'constant'
  const row = addRow(
    reading,
    frame,
    kind,
    parent === -1 ? [...holders, name].join('.') : name,
    start,
  )
  row.parent = parent
  row.isTentative = true
  row.isAssigned = true
  row.isExported = parent !== -1
}

/** Whose object `this` is: that of a class in its methods, or else of the function around. */
function makerOf(reading: Reading, frame: Frame): number {
  const around = rowAt(reading, frame.owner)!
  return around.kind === 'method' && around.parent !== -1 ? around.parent : frame.owner
}
