// What is known of one file after the first pass, and the kinds that follow from it.

import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import type { LanguagePack } from '../languages/pack.ts'
import type { Compact, Span } from './compact.ts'
import type { Found } from './found.ts'

/** Everything about one file that the marking of its declarations needs. */
export interface Reading {
  readonly pack: LanguagePack
  readonly path: string
  readonly source: string
  readonly compact: Compact
  readonly found: readonly Found[]
  /** In source order. */
  readonly comments: readonly Span[]
}

/** Holders of functions: what stands directly in them is a member. */
const types: ReadonlySet<DeclarationKind> = new Set([
  'class',
  'interface',
  'enum',
  'struct',
  'contract',
  'library',
  'trait',
  'protocol',
])

export function isType(kind: DeclarationKind): boolean {
  return types.has(kind)
}

export function kindOf({ rule, owner, parent }: Found, found: readonly Found[]): DeclarationKind {
  if (rule.member === undefined) return rule.kind
  const isMember = owner !== '' || (parent >= 0 && isType(found[parent]!.rule.kind))
  return isMember ? rule.member : rule.kind
}

/** From where the declaration begins to `until`, decorators cut out. */
export function plainText(
  { headerStart, decorators }: Found,
  until: number,
  source: string,
): string {
  let text = ''
  let at = headerStart
  for (const { start, end } of decorators) {
    if (start < at) continue
    text += source.slice(at, start)
    at = end
  }
  return (text + source.slice(at, until)).trim()
}
