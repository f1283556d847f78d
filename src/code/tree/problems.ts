// Syntax errors by the parser's repairs: what it could not fit in, and tokens that it made up.

import type { LanguagePack } from '../languages/pack.ts'
import type { SyntaxProblem } from '../model.ts'
import type { Tree } from './grammar.ts'

/** More problems than this say nothing new about a file. */
const mostProblems = 20

/** What did not fit in, or has no text and nothing below but errors: a token that only the parser sees. */
const repairs = {
  rule: {
    any: [
      { kind: 'ERROR' },
      { all: [{ not: { has: { not: { kind: 'ERROR' } } } }, { regex: '^$' }] },
    ],
  },
}

/** Something of it does not parse. */
export const hasError = (root: Tree) => repairsIn(root).length > 0

/** `code` is the file without its comments. */
export function readProblems(
  root: Tree,
  { isLenient }: LanguagePack,
  code: string,
): readonly SyntaxProblem[] {
  if (isLenient && isBalanced(code)) return []
  return repairsIn(root).slice(0, mostProblems).map(readProblem)
}

/** The top of an empty file is no repair. */
function repairsIn(root: Tree): readonly Tree[] {
  const top = root.id()
  return root
    .findAll(repairs)
    .slice(0, mostProblems + 1)
    .filter(each => each.kind() === 'ERROR' || each.id() !== top)
}

function readProblem(node: Tree): SyntaxProblem {
  const { line, column } = node.range().start
  const message = node.kind() === 'ERROR' ? `unexpected ${excerpt(node)}` : `missing ${node.kind()}`
  return { line: line + 1, column: column + 1, message }
}

/** The grammar lost its way and nobody can say whether the file did: what it declares may be more than was found. */
export function isBeyondGrammar(root: Tree, { isLenient }: LanguagePack): boolean {
  return isLenient === true && root.find({ rule: { kind: 'ERROR' } }) !== null
}

/** The whole of a file may be one error. */
function excerpt(node: Tree): string {
  const { start, end } = node.range()
  const text = end.index - start.index > 10_000 ? '' : node.text()
  return text === '' ? 'text' : JSON.stringify(text.split(/\r?\n/, 1)[0]!.slice(0, 30))
}

function isBalanced(code: string): boolean {
  const plain = code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.){1,6}'/g, '')
  return ['()', '[]', '{}'].every(
    ([open, close]) => plain.split(open!).length === plain.split(close!).length,
  )
}
