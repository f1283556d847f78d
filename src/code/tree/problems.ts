// Syntax errors by the parser's repairs: what it could not fit in, and tokens that it made up.

import type { LanguagePack } from '../languages/pack.ts'
import type { SyntaxProblem } from '../model.ts'
import type { Tree } from './grammar.ts'

/** More problems than this say nothing new about a file. */
const mostProblems = 20

const unfit = { rule: { kind: 'ERROR' } }

/** Nothing below but errors, and no text: a token that only the parser sees. */
const madeUp = { rule: { all: [{ not: { has: { not: { kind: 'ERROR' } } } }, { regex: '^$' }] } }

/** `code` is the file without its comments. */
export function readProblems(
  root: Tree,
  { isLenient }: LanguagePack,
  code: string,
): readonly SyntaxProblem[] {
  if (isLenient && isBalanced(code)) return []
  const top = root.id()
  const errors = root.findAll(unfit).slice(0, mostProblems)
  const missing = root.findAll(madeUp).slice(0, mostProblems + 1)
  return [
    ...errors.map(each => problemAt(each, `unexpected ${excerpt(each)}`)),
    ...missing
      .filter(each => each.id() !== top)
      .map(each => problemAt(each, `missing ${each.kind()}`)),
  ]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, mostProblems)
}

/** The grammar lost its way and nobody can say whether the file did: what it declares may be more than was found. */
export function isBeyondGrammar(root: Tree, { isLenient }: LanguagePack): boolean {
  return isLenient === true && root.find(unfit) !== null
}

function problemAt(node: Tree, message: string): SyntaxProblem {
  const { line, column } = node.range().start
  return { line: line + 1, column: column + 1, message }
}

/** The whole of a file may be one error. */
function excerpt(node: Tree): string {
  const { start, end } = node.range()
  const text = end.index - start.index > 10_000 ? '' : node.text()
  return text === '' ? 'text' : JSON.stringify(text.split('\n', 1)[0]!.slice(0, 30))
}

function isBalanced(code: string): boolean {
  const plain = code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.){1,6}'/g, '')
  return ['()', '[]', '{}'].every(
    ([open, close]) => plain.split(open!).length === plain.split(close!).length,
  )
}
