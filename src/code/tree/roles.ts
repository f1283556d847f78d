// Turns a query pack into a table by kind of node, and into the one matcher that finds them all inside the native library:
// only nodes with a role ever become objects here, however large the tree.

import type { NapiConfig } from '@ast-grep/napi'
import type {
  DeclarationRule,
  LanguagePack,
  Rule,
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
  readonly emptyNodes: ReadonlySet<string>
}

/** The parser's repairs: what it could not fit in, and tokens it made up (nodes with no text and nothing below). */
const repairs: readonly Rule[] = [
  { kind: 'ERROR' },
  { all: [{ not: { has: { not: { kind: 'ERROR' } } } }, { regex: '^$' }] },
]

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
  const conditions = [...byKind].map(([kind, role]) => matcherOf(kind, role, pack))
  const matcher = { rule: { any: [...conditions, ...repairs] } }
  return { byKind, matcher, emptyNodes: new Set(pack.emptyNodes) }
}

/** The kind alone, or where every rule about it has a condition, the kind and any of the conditions. */
function matcherOf(kind: string, role: Role, { visibility }: LanguagePack): Rule {
  if (role.isComment || role.decorator) return { kind }
  const { declarations, scopes, imports, exports } = role
  const conditions = [...declarations, ...scopes, ...imports, ...exports].map(({ where }) => where)
  if (role.isSection) conditions.push(visibility.sections?.where)
  const known = conditions.filter(each => each !== undefined)
  return known.length < conditions.length ? { kind } : { all: [{ kind }, { any: known }] }
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
