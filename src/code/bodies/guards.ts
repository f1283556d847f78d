// Statements that only turn away what the work could not be done with: `if (!u) throw …`, `guard … else { return }`, `require(…)`. Before
// a refusal they are no work; a body of nothing else is: it checks.

import { splitStatements, substanceOfStatement } from './statements.ts'
import { GUARD, NEUTRAL, type Substance, WORK } from './substance.ts'

/** A longer head is more than a guard or two. */
const LONGEST_HEAD = 600

/** `statement`: as `substanceOfStatement` wants it. */
export function isGuard(statement: string): boolean {
  if (asserting.test(statement) || trailing.test(statement)) return true
  const then = guarded.exec(statement)?.groups
  return then !== undefined && leaves((then.block ?? then.line ?? '').replace(/[; ]+$/, ''))
}

/** A condition without braces, and what follows it in braces or in line. */
const guarded =
  /^(?:if|unless|guard)\b(?:[^{}]*?\{ ?(?<block>[^{};]*;?) ?\}|.*?\) ?(?<line>(?:throw|return)\b[^{};]*))$/

const asserting =
  /^(?:require|check|requireNotNull|checkNotNull|precondition|(?:\w+\.)*(?:requireNonNull|checkArgument|checkNotNull)|(?:debug_)?assert!?|ensure!)\(/

/** Behind the deed, as Ruby has it. */
const trailing = /^(?:raise|fail|return)\b.* (?:if|unless) /

const failing = /^return (?:[\w."]+, )*(?:errors\.New|fmt\.Errorf|err\b|Err\(|\w+\.(?:Err|err)\w*)/

/** It ends the work without any: by an error, or with a value that says nothing. */
export function leaves(statement: string): boolean {
  return (
    /^(?:throw|raise)\b|^return$/.test(statement) ||
    failing.test(statement) ||
    (statement.startsWith('return') && (substanceOfStatement(statement) & NEUTRAL) !== 0)
  )
}

/** Nothing but guards, notes and constants: what stands before a refusal. `code` without comments. */
export const onlyGuards = (code: string): boolean =>
  code.length <= LONGEST_HEAD && splitStatements(code).every(isNoWork)

const isNoWork = (statement: string) => (substanceWithGuards(statement) & WORK) === 0

/** A guard does no work by itself. */
export function substanceWithGuards(statement: string): Substance {
  const substance = substanceOfStatement(statement)
  return substance & WORK && isGuard(statement) ? GUARD : substance
}
