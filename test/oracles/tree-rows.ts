// Rows that tree-sitter sees, before and after it is known what they lie in. Nesting is told from ranges,
// so that no tree is walked node by node.

import type { SgNode } from '@ast-grep/napi'
import type { DeclarationKind } from '../../src/contract/declaration-kinds.ts'

export interface OracleRow {
  readonly kind: DeclarationKind
  /** Qualified by the rows around it. */
  readonly name: string
  readonly line: number
  readonly endLine: number
}

/** A row before it is known what it lies in. */
export interface Found {
  readonly kind: DeclarationKind
  readonly name: string
  readonly node: SgNode
  /** Counts only if something named lies in it. */
  readonly isHolder: boolean
  /** What an assignment adds a member to; '' for what CommonJS exports. */
  readonly assignedTo?: string
}

export const row = (
  kind: DeclarationKind,
  name: string,
  node: SgNode,
  isHolder = false,
): Found => ({
  kind,
  name,
  node,
  isHolder,
})

/** Qualifies names by the ranges they lie in, and drops holders that hold nothing. */
export function nested(found: readonly Found[]): OracleRow[] {
  const rows = found.map(each => ({ ...each, range: each.node.range(), outer: -1 }))
  const open: number[] = []
  for (const [index, each] of rows.entries()) {
    while (open.length > 0 && rows[open.at(-1)!]!.range.end.index < each.range.end.index) open.pop()
    while (open.length > 0 && rows[open.at(-1)!]!.range.end.index <= each.range.start.index)
      open.pop()
    const around = rows[open.at(-1) ?? -1]
    if (around) each.outer = around.node === each.node ? around.outer : open.at(-1)!
    open.push(index)
  }
  const isKept = rows.map(each => !each.isHolder)
  const isDropped = strayAssignments(rows)
  for (const index of isDropped) isKept[index] = false
  for (let index = rows.length - 1; index >= 0; index--)
    if (isKept[index] && rows[index]!.outer !== -1 && !isDropped.has(rows[index]!.outer))
      isKept[rows[index]!.outer] = true
  const names: string[] = []
  const ownerOf = (assignedTo: string, outer: number) => {
    if (outer === -1) return assignedTo.replace(anywhere, '')
    const isMethod = rows[outer]!.kind === 'method' && rows[outer]!.outer !== -1
    return `${isMethod ? names[rows[outer]!.outer] : names[outer]}${assignedTo.replace(itself, '')}`
  }
  const result: OracleRow[] = []
  for (const [index, { kind, name, range, outer, assignedTo }] of rows.entries()) {
    const isOwned = assignedTo !== undefined && !isDropped.has(index)
    const owner = isOwned ? ownerOf(assignedTo, outer) : (names[outer] ?? '')
    const prefix = owner === '' ? '' : `${owner}.`
    names.push(isKept[index] ? `${prefix}${name}` : prefix.slice(0, -1))
    if (!isKept[index]) continue
    result.push({
      kind,
      name: names[index]!,
      line: range.start.line + 1,
      endLine: range.end.line + 1,
    })
  }
  return result
}

const itself = /^(this|self|that|_this|vm)(?=\.|$)/
const anywhere = /^(window|globalThis|global|this|self)(\.|$)/

/** Assignments inside named code, but for those to its own object. */
function strayAssignments(
  rows: readonly (Found & { readonly outer: number })[],
): ReadonlySet<number> {
  const isStray = ({ outer, assignedTo }: (typeof rows)[number]) =>
    outer !== -1 && assignedTo !== undefined && !itself.test(assignedTo)
  return new Set(rows.flatMap((each, index) => (isStray(each) ? [index] : [])))
}

export function isModuleLevel(statement: SgNode | null): boolean {
  let node = statement?.parent() ?? null
  while (node && ['export_statement', 'ambient_declaration'].includes(String(node.kind())))
    node = node.parent()
  if (node?.kind() === 'program') return true
  const holder = node?.kind() === 'statement_block' ? node.parent() : null
  if (holder?.kind() === 'ambient_declaration') return true
  if (node?.prev()?.text() === 'global') return true
  if (!holder || !['internal_module', 'module'].includes(String(holder.kind()))) return false
  return isModuleLevel(
    holder.parent()?.kind() === 'expression_statement' ? holder.parent() : holder,
  )
}
