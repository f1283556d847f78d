// Turns a query pack into a table by kind of node, and into the one matcher that finds them all inside the native library:
// only nodes with a role ever become objects here, however large the tree.

import type { NapiConfig } from '@ast-grep/napi'
import type {
  DeclarationRule,
  LanguagePack,
  ScopeRule,
  Selector,
  StatementRule,
} from '../languages/pack.ts'

export interface Role {
  isComment: boolean
  isSection: boolean
  decorator?: Selector
  readonly declarations: DeclarationRule[]
  readonly scopes: ScopeRule[]
  readonly imports: StatementRule[]
  readonly exports: StatementRule[]
}

export interface Roles {
  readonly byKind: ReadonlyMap<string, Role>
  readonly matcher: NapiConfig
}

const known = new WeakMap<LanguagePack, Roles>()

export function rolesOf(pack: LanguagePack): Roles {
  const roles = known.get(pack) ?? readRoles(pack)
  known.set(pack, roles)
  return roles
}

function readRoles(pack: LanguagePack): Roles {
  const byKind = new Map<string, Role>()
  const at = (kind: string): Role => {
    const role = byKind.get(kind) ?? emptyRole()
    byKind.set(kind, role)
    return role
  }
  for (const kind of pack.comments) at(kind).isComment = true
  for (const { node, name } of pack.decorators ?? []) at(node).decorator = name
  for (const rule of pack.declarations) at(rule.node).declarations.push(rule)
  for (const rule of pack.scopes ?? []) at(rule.node).scopes.push(rule)
  for (const rule of pack.imports) at(rule.node).imports.push(rule)
  for (const rule of pack.exports ?? []) at(rule.node).exports.push(rule)
  if (pack.visibility.sections) at(pack.visibility.sections.node).isSection = true
  const conditions = [...byKind.keys()].map(kind => ({ kind, ...pack.narrowed?.[kind] }))
  const matcher = { rule: { any: conditions } }
  return { byKind, matcher }
}

function emptyRole(): Role {
  return {
    isComment: false,
    isSection: false,
    declarations: [],
    scopes: [],
    imports: [],
    exports: [],
  }
}
