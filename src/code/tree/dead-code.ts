// Code that never runs because a constant says so: `if (false) { … }`, `if False:`, `#if 0`. Blanked before anybody reads what it
// declares, uses or registers; every line keeps its place, and the text still parses as it did.

import type { Range } from '../recognize/python/reader.ts'
import type { Tree } from './grammar.ts'
import { childrenOf } from './select.ts'

const branches: ReadonlySet<string> = new Set([
  'if_statement',
  'if_expression',
  'elif_clause',
  'if',
  'unless',
  'elsif',
  'preproc_if',
  'preproc_elif',
])

const never = /^[\s(]*(?:false|False|FALSE|0|!1|!true)[\s)]*$/
const always = /^[\s(]*(?:true|TRUE)[\s)]*$/

const mayBeDead = /\b(?:els?)?(?:if|unless)\b[\s(]*(?:false|False|FALSE|true|TRUE|0|!1|!true)\b/

/** The very text where nothing of it is dead. */
export function withoutDeadCode(root: Tree, source: string): string {
  if (!mayBeDead.test(source)) return source
  const present = root.findAll({ rule: { regex: String.raw`^(#\s*)?(el|els)?(if|unless)\b` } })
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
  if (!(kind === 'unless' ? always : never).test(condition.text())) return undefined
  const { end } = condition.range()
  if (kind.startsWith('preproc')) return blanked(end.index, preprocEnd(node), source)
  const body = children
    .slice(first + 1)
    .find(each => !/^(\)|:|comment|newline)$/.test(each.kind) && each.node.text().trim() !== '')
  if (!body || /^(else|elsif|elif|end|alternative)/.test(body.kind)) return undefined
  const { start, end: last } = body.node.range()
  if (body.kind !== '{') return blanked(start.index, last.index, source)
  const close = children.slice(first + 1).find(each => each.kind === '}')
  return close && blanked(start.index, close.node.range().end.index, source)
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
