// Code that never runs because a constant says so: `if (false) { … }`, `if False:`, `#if 0`. Blanked before anybody reads what it
// declares, uses or registers; every line keeps its place, and the text still parses as it did.

import type { Range } from '../recognize/python/reader.ts'
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

const never = /^[\s(]*(?:false|False|FALSE|0|!1|!true)[\s)]*$/
const always = /^[\s(]*(?:true|TRUE)[\s)]*$/

const mayBeDead =
  /\b(?:els?)?(?:if|unless|while)\b[\s(]*(?:false|False|FALSE|true|TRUE|0|1|!1|!true)\b/

/** The very text where nothing of it is dead. */
export function withoutDeadCode(root: Tree, source: string): string {
  if (!mayBeDead.test(source)) return source
  const present = root.findAll({
    rule: { regex: String.raw`^(#\s*)?(el|els)?(if|unless|while)\b` },
  })
  const dead = present.flatMap(node =>
    branches.has(String(node.kind())) ? (deadBranch(node, source) ?? []) : [],
  )
  return withParts(source, dead)
}

/** Without blocks whose places are known. */
export const withoutBlocks = (source: string, blocks: readonly Range[]) =>
  withParts(
    source,
    blocks.map(({ start, end }) => blanked(start, end, source)),
  )

/** Other texts in place of parts of the source; the parts are in order, and what lies within one goes with it. */
function withParts(source: string, dead: readonly Dead[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, text } of dead) {
    if (start < at) continue
    parts.push(source.slice(at, start), text)
    at = end
  }
  return at === 0 ? source : parts.join('') + source.slice(at)
}

interface Dead {
  readonly start: number
  readonly end: number
  readonly text: string
}

function deadBranch(node: Tree, source: string): Dead | undefined {
  const children = childrenOf(node)
  const kind = String(node.kind())
  const first = children.findIndex(each => each.node.isNamed() && each.kind !== 'comment')
  const condition = children[first]?.node
  if (!condition) return undefined
  if (kind === 'preproc_if' && /^[\s(]*1[\s)]*$/.test(condition.text()))
    return otherwise(children, source)
  if (!(kind === 'unless' ? always : never).test(condition.text())) return undefined
  const { end } = condition.range()
  if (kind.startsWith('preproc')) return blanked(end.index, preprocEnd(node), source)
  const body = children
    .slice(first + 1)
    .find(each => !/^(\)|:|comment|newline)$/.test(each.kind) && each.node.text().trim() !== '')
  if (!body || /^(else|elsif|elif|end|alternative)/.test(body.kind)) return undefined
  const { start, end: last } = body.node.range()
  const whole = wholeStatement(node, children, body, source)
  if (whole) return whole
  if (body.kind !== '{') return blanked(start.index, last.index, source)
  const close = children.slice(first + 1).find(each => each.kind === '}')
  return close && blanked(start.index, close.node.range().end.index, source)
}

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
  if (children.some(each => /^(else|elsif|elif|alternative)/.test(each.kind))) return undefined
  const above = node.parent()
  const block = above?.kind() === 'expression_statement' ? above.parent() : above
  if (!blocks.test(String(block?.kind()))) return undefined
  const { start, end } = node.range()
  if (isPython) return blanked(start.index, end.index, source)
  const text = source.slice(start.index, end.index).replace(/[^\r\n]/g, ' ')
  return { start: start.index, end: end.index, text }
}

/** What stands behind the `#else` of a condition that always holds. */
function otherwise(children: readonly Child[], source: string): Dead | undefined {
  const other = children.find(each => each.kind === 'preproc_else')?.node.range()
  if (!other) return undefined
  const { start, end } = other
  const line = source.indexOf('\n', start.index)
  return line < 0 || line > end.index ? undefined : blanked(line, end.index, source)
}

/** Where the next branch begins, or the end of the directive. */
function preprocEnd(node: Tree): number {
  const next = childrenOf(node).find(each => /^(preproc_el\w*|#\s*endif)$/.test(each.kind))
  return (next?.node.range().start ?? node.range().end).index
}

/** What a branch needs to parse stays: its braces, or a statement that does nothing. */
function blanked(start: number, end: number, source: string): Dead {
  const text = source.slice(start, end)
  const blank = text.replace(/[^\r\n]/g, ' ')
  if (text.startsWith('{') && text.endsWith('}'))
    return { start, end, text: `{${blank.slice(1, -1)}}` }
  if (/^\s/.test(text)) return { start, end, text: blank }
  return { start, end, text: (text.endsWith(';') ? ';' : '0') + blank.slice(1) }
}
