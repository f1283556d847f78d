// Statements behind a `return`, `throw`, `raise` or `revert` of the same block: nothing leads there. What a language knows before it runs a block
// (functions of JavaScript, items of Rust) is as alive as before, and so is what a label could be jumped to.

import { isSkip } from '../recognize/python/skips.ts'
import { blanked, type Dead, emptied } from './blanks.ts'
import type { Tree } from './grammar.ts'
import { jumpWords } from './may-follow-jump.ts'
import { type Child, childrenOf } from './select.ts'

const jumps: ReadonlySet<string> = new Set([
  'return_statement',
  'throw_statement',
  'raise_statement',
  'return_expression',
  'throw_expression',
  'jump_expression',
  'control_transfer_statement',
  'revert_statement',
  'return',
])

const blocks: ReadonlySet<string> = new Set([
  'statement_block',
  'block',
  'compound_statement',
  'block_statement',
  'function_body',
  'statement_list',
  'statements',
  'body_statement',
])

const script = /^(generator_)?function_declaration$|^function_signature$|^interface_|^type_alias_/
const known: Readonly<Record<string, RegExp>> = {
  javascript: script,
  typescript: script,
  tsx: script,
  csharp: /^local_function_statement$/,
  rust: /_item$|^macro_definition$|^use_declaration$/,
  swift: /_declaration$/,
}

/** Here control may come in from elsewhere, or another part of the construct around begins. */
const entrance = /label|case|default|^preproc|^directive|^(rescue|ensure|else|elsif|when)$|^switch/
const entranceText = /^[ \t]*\w+\s*:(?!:)/m

export function afterJumps(root: Tree, source: string, language: string): readonly Dead[] {
  return root
    .findAll({ rule: { regex: `^(${jumpWords(language).join('|')})\\b` } })
    .filter(node => jumps.has(String(node.kind())) || isRaise(node, language))
    .filter(node => !isSkip(node.text()))
    .flatMap(node => behind(node, source, language))
}

const isRaise = (node: Tree, language: string) =>
  language === 'ruby' &&
  node.text().startsWith('raise') &&
  (node.kind() === 'call' ? node.field('receiver') === null : node.kind() === 'identifier')

function behind(node: Tree, source: string, language: string): readonly Dead[] {
  const above = node.parent()
  const isStatement =
    /^(expression_)?statement$/.test(String(above?.kind())) && node.kind() !== 'identifier'
  const jump = isStatement && above ? above : node
  const block = jump.parent()
  if (!blocks.has(String(block?.kind()))) return []
  const { start, end } = jump.range()
  const isPython = language === 'python'
  const following = childrenOf(block!).filter(
    each =>
      each.node.isNamed() &&
      each.node.range().start.index >= end.index &&
      !isComment(each.kind) &&
      !isTextOf(jump, each) &&
      // Whole lines only, as its recogniser has it.
      !(isPython && each.node.range().start.line === end.line),
  )
  const isAligned = ({ kind, node: other }: Child) =>
    kind === 'heredoc_body' ||
    other.range().start.line === start.line ||
    other.range().start.column === start.column
  if (following.some(each => entrance.test(each.kind)) || !following.every(isAligned)) return []
  const dead = following.filter(each => !known[language]?.test(each.kind))
  const last = dead.at(-1)?.node.range().end
  if (!last) return []
  const parts = isPython
    ? [blanked(dead[0]!.node.range().start.index, last.index, source)]
    : dead.map(each => {
        const { start: from, end: to } = each.node.range()
        return emptied(from.index, to.index, source)
      })
  return parts.some(each => isEntered(source.slice(each.start, each.end), language)) ? [] : parts
}

/** The lines of a text that the jump itself begins (`raise E, <<~TEXT`); others begin after it is over. */
const isTextOf = (jump: Tree, { kind, node }: Child) =>
  kind === 'heredoc_body' && node.range().start.line === jump.range().end.line

const isComment = (kind: string) => kind.includes('comment')

/** A label within; or a `yield`, which makes a generator of a function of Python wherever it stands. */
const isEntered = (text: string, language: string) =>
  language === 'python' ? /\byield\b/.test(text) : goes.has(language) && entranceText.test(text)

const goes: ReadonlySet<string> = new Set(['c', 'cpp', 'go', 'csharp', 'php'])
