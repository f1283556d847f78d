// Whether the changed lines of a file, of which only symbols were claimed, lie inside those symbols: removed lines as the base declares
// them, added ones as the attempt does. With a symbol come its comments and decorators right above it. Blank lines, and the imports at
// the top level of the file, may change too: code that is claimed may need them.

import type { Declaration, Outline } from '../../code/model.ts'
import { qualifiedNames } from '../../code/names.ts'
import type { Veto } from './model.ts'
import type { SymbolScope } from './scope.ts'

export interface SymbolFacts extends SymbolScope {
  readonly before: Side
  readonly after: Side
  /** What differs; empty where only the kind or the mode of the file was changed. */
  readonly hunks: readonly Hunk[]
}

/** A file as one tree has it. */
export interface Side {
  /** Undefined where nothing here reads this kind of file. */
  readonly outline: Outline | undefined
  readonly lines: readonly string[]
}

/** Lines that were taken away and lines that came, each from a first one on. */
export interface Hunk {
  readonly oldLine: number
  readonly oldCount: number
  readonly newLine: number
  readonly newCount: number
}

export function judgeSymbols(files: readonly SymbolFacts[]): readonly Veto[] {
  const problems = files.flatMap(problemsIn)
  if (problems.length === 0) return []
  return [
    {
      class: 'scope',
      summary: `outside the claimed symbols: ${problems.slice(0, 3).join('; ')}`,
      signature: `symbols ${problems.map(each => each.replace(/:\d+(-\d+)?/g, '')).join(' ')}`,
      evidence: [`${problems.join('\n')}\n\nclaimed:\n${files.map(claimLine).join('\n')}`],
    },
  ]
}

const claimLine = ({ path, symbols }: SymbolScope) =>
  symbols.map(each => `${path}#${each}`).join(', ')

function problemsIn(file: SymbolFacts): readonly string[] {
  const { path, symbols, before, after, hunks } = file
  const trouble = troubleOf(before) ?? troubleOf(after)
  if (trouble) return [`${path}: ${trouble}; claim the file instead`]
  if (hunks.length === 0)
    return [`${path}: its kind or mode was changed, which belongs to no symbol`]
  const removed = hunks.map(each => ({ first: each.oldLine, count: each.oldCount }))
  const added = hunks.map(each => ({ first: each.newLine, count: each.newCount }))
  return [
    ...strayLines(removed, before, symbols).map(each => `${path}:${each} was removed`),
    ...strayLines(added, after, symbols).map(each => `${path}:${each} was added`),
  ]
}

function troubleOf({ outline }: Side): string | undefined {
  if (!outline) return 'nothing here reads the symbols of such a file'
  const [problem] = outline.problems
  return problem && `its symbols cannot be told apart, line ${problem.line}: ${problem.message}`
}

interface Lines {
  readonly first: number
  readonly count: number
}

/** `12-14 in second`, for each row of changed lines that no claimed symbol holds. */
function strayLines(changed: readonly Lines[], side: Side, symbols: readonly string[]): string[] {
  const allowed = allowedLines(side, symbols)
  const rows: { from: number; to: number; holder: string }[] = []
  for (const { first, count } of changed)
    for (let line = first; line < first + count; line++) {
      if (allowed.has(line) || (side.lines[line - 1] ?? '').trim() === '') continue
      const holder = holderOf(side, line)
      const last = rows.at(-1)
      if (last?.to === line - 1 && last.holder === holder) last.to = line
      else rows.push({ from: line, to: line, holder })
    }
  return rows.map(({ from, to, holder }) => `${from === to ? from : `${from}-${to}`} ${holder}`)
}

function holderOf({ outline }: Side, line: number): string {
  const declarations = outline?.declarations ?? []
  const names = qualifiedNames({ declarations })
  const holder = declarations.findLastIndex(each => each.line <= line && line <= each.endLine)
  return holder === -1 ? 'outside every symbol' : `in ${names[holder]}`
}

function allowedLines(side: Side, symbols: readonly string[]): ReadonlySet<number> {
  const { outline, lines } = side
  const declarations = outline?.declarations ?? []
  const names = qualifiedNames({ declarations })
  const allowed = new Set<number>()
  declarations.forEach((declaration, index) => {
    if (symbols.some(each => isHeld(names[index]!, each)))
      for (let line = topOf(declaration, lines); line <= declaration.endLine; line++)
        allowed.add(line)
  })
  for (const { line } of outline?.imports ?? [])
    if (!isInside(declarations, line))
      for (const each of statementAt(line, lines)) allowed.add(each)
  return allowed
}

/** `A` holds `A.run`, as claims have it. */
const isHeld = (name: string, symbol: string) => name === symbol || name.startsWith(`${symbol}.`)

const isInside = (declarations: readonly Declaration[], line: number) =>
  declarations.some(each => each.line <= line && line <= each.endLine && isCode(each))

/** A constant that is imported by a call (`const a = require('a')`) stands on its own line. */
const isCode = ({ kind }: Declaration) => kind !== 'constant' && kind !== 'field'

const aside = /^\s*(\/\/|\/\*|\*|#|@|--|;;)/

/** The first of the comments and decorators right above a declaration. */
function topOf({ line }: Declaration, lines: readonly string[]): number {
  let top = line
  while (top > 1 && aside.test(lines[top - 2] ?? '')) top--
  return top
}

const LONGEST_IMPORT = 200

/** From the line where a statement begins to the one where its brackets are closed. */
function statementAt(line: number, lines: readonly string[]): readonly number[] {
  let depth = 0
  for (let at = line; at < line + LONGEST_IMPORT && at <= lines.length; at++) {
    const text = lines[at - 1] ?? ''
    depth += (text.match(/[({]/g)?.length ?? 0) - (text.match(/[)}]/g)?.length ?? 0)
    if (depth <= 0) return Array.from({ length: at - line + 1 }, (_, index) => line + index)
  }
  return [line]
}
