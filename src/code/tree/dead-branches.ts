// Branches that a constant rules out: the body of `if (false)` and `#if 0`, what stands behind the `else` of `if (true)` and `#if 1`,
// and `false && …` as a statement.

import { blanked, type Dead, emptied } from './blanks.ts'
import type { Tree } from './grammar.ts'
import { type Child, childrenOf } from './select.ts'

const branches: ReadonlySet<string> = new Set([
  'if_statement',
  'if_expression',
  'elif_clause',
  'if',
  'unless',
  'while_statement',
  'while_expression',
  'elsif',
  'preproc_if',
  'preproc_elif',
])

// A constant that rules a branch out decides alone, or with everything that stands behind an `and`.
const never =
  /^[\s(]*(?:false|False|FALSE|0|!1|!true)(?:[\s)]*$|\s*(?:&&|and\b)(?![\s\S]*(?:\|\||\bor\b|\?)))/
const always = /^[\s(]*(?:true|TRUE)[\s)]*$/
const holds = /^[\s(]*(?:true|True|1)[\s)]*$/

const mayBeDead =
  /\b(?:els?)?(?:if|unless|while)\b[\s(]*(?:false|False|FALSE|true|True|TRUE|0|1|!1|!true)\b|\b[Ff]alse\s+(?:&&|and\b)/

export function deadBranches(root: Tree, source: string, language: string): readonly Dead[] {
  if (!mayBeDead.test(source)) return []
  const present = root.findAll({
    rule: {
      regex: String.raw`^((#\s*)?(el|els)?(if|unless|while)\b|[Ff]alse\s+(&&|and\b))`,
    },
  })
  return present.flatMap(node => {
    const kind = String(node.kind())
    if (branches.has(kind)) return isTruthy(node, language) ? [] : deadBranch(node, source)
    return logical.has(kind) ? (neverBeyond(node, source) ?? []) : []
  })
}

/** Every number holds in Ruby. */
const isTruthy = (node: Tree, language: string) =>
  language === 'ruby' && /^\w+[\s(]*\d/.test(node.text().slice(0, 40))

function deadBranch(node: Tree, source: string): readonly Dead[] {
  const children = childrenOf(node)
  const kind = String(node.kind())
  const first = children.findIndex(each => each.node.isNamed() && each.kind !== 'comment')
  const condition = children[first]?.node
  if (!condition) return []
  const text = condition.text()
  const isUnless = kind === 'unless'
  if (kind === 'preproc_if' && holds.test(text)) return otherwise(children, source)
  if ((isUnless ? never : holds).test(text)) return otherBranches(node, children, source)
  if (!(isUnless ? always : never).test(text)) return []
  const { end } = condition.range()
  if (kind.startsWith('preproc'))
    return [wholeDirective(node, source) ?? blanked(end.index, preprocEnd(node), source)]
  const body = children
    .slice(first + 1)
    .find(each => !/^(\)|:|comment|newline)$/.test(each.kind) && each.node.text().trim() !== '')
  if (!body || /^(else|elsif|elif|end|alternative)/.test(body.kind)) return []
  const { start, end: last } = body.node.range()
  const whole = wholeStatement(node, children, body, source)
  if (whole) return [whole]
  const word =
    body.kind === 'then' || body.kind === 'colon_block' ? opener.exec(body.node.text()) : null
  if (word) return [emptied(start.index + word[0].length, last.index, source)]
  if (body.kind !== '{') return [blanked(start.index, last.index, source)]
  const close = children.slice(first + 1).find(each => each.kind === '}')
  return close ? [blanked(start.index, close.node.range().end.index, source)] : []
}

/** What tells a branch without braces from its condition: `then` of Ruby on one line, the colon of PHP. */
const opener = /^(?:then\b|:)/

const blocks =
  /(^|_)(block|statements|body|program|module|source_file|compound_statement|translation_unit|compilation_unit|statement_list)$/

/** Without another branch and in a block nothing of it is left: a body that holds nothing else is empty. */
function wholeStatement(
  node: Tree,
  children: readonly Child[],
  body: Child,
  source: string,
): Dead | undefined {
  const opening = source[body.node.range().start.index]
  const isPython = body.kind === 'block' && opening !== '{'
  if (opening !== '{' && !isPython) return undefined
  if (children.some(each => isOther(each))) return undefined
  const above = node.parent()
  const block = above?.kind() === 'expression_statement' ? above.parent() : above
  if (!blocks.test(String(block?.kind()))) return undefined
  const { start, end } = node.range()
  if (isPython) return blanked(start.index, end.index, source)
  // A semicolon of its own is no statement everywhere.
  const semicolon = /^[ \t]*;/.exec(source.slice(end.index, end.index + 100))?.[0] ?? ''
  return emptied(start.index, end.index + semicolon.length, source)
}

function wholeDirective(node: Tree, source: string): Dead | undefined {
  const isInBlock = blocks.test(String(node.parent()?.kind()))
  if (!isInBlock || childrenOf(node).some(each => /^preproc_el/.test(each.kind))) return undefined
  const { start, end } = node.range()
  return emptied(start.index, end.index, source)
}

const isOther = ({ kind }: Child) => /^(else|elsif|elif|alternative)/.test(kind)

/** Every branch behind one whose condition always holds. */
function otherBranches(node: Tree, own: readonly Child[], source: string): readonly Dead[] {
  const above = node.kind() === 'elif_clause' ? node.parent() : null
  const from = node.range().end.index
  const children = above
    ? childrenOf(above).filter(each => each.node.range().start.index >= from)
    : own
  const start = children.find(isOther)?.node.range().start.index
  const end = children.findLast(each => each.kind !== 'end')?.node.range().end.index
  if (start === undefined || end === undefined) return []
  // Python has no braces that tell an empty place, and its recogniser has to answer alike.
  const isPython = own.some(each => each.kind === ':')
  return [(isPython ? blanked : emptied)(start, end, source)]
}

const logical: ReadonlySet<string> = new Set(['binary_expression', 'boolean_operator', 'binary'])

/** Nobody asks for the value of a statement, and without it nothing is left. */
function neverBeyond(node: Tree, source: string): Dead | undefined {
  const [left, operator] = childrenOf(node)
  if (!left || !never.test(left.node.text()) || !/^(&&|and)$/.test(operator?.kind ?? ''))
    return undefined
  const above = node.parent()
  const isStatement = above?.kind() === 'expression_statement'
  const statement = isStatement ? above : node
  const isInBlock = blocks.test(String(statement.parent()?.kind()))
  if (!isStatement && !isInBlock) return undefined
  const { start, end } = statement.range()
  return (isInBlock && node.kind() !== 'boolean_operator' ? emptied : blanked)(
    start.index,
    end.index,
    source,
  )
}

/** What stands behind the `#else` of a condition that always holds. */
function otherwise(children: readonly Child[], source: string): readonly Dead[] {
  return children
    .filter(each => /^preproc_el/.test(each.kind))
    .flatMap(each => {
      const { start, end } = each.node.range()
      const line = source.indexOf('\n', start.index)
      return line < 0 || line > end.index ? [] : [blanked(line, end.index, source)]
    })
}

/** Where the next branch begins, or the end of the directive. */
function preprocEnd(node: Tree): number {
  const next = childrenOf(node).find(each => /^(preproc_el\w*|#\s*endif)$/.test(each.kind))
  return (next?.node.range().start ?? node.range().end).index
}
