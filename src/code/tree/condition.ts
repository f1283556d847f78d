// Whether a node meets an ast-grep rule, for the part of the rule language that query packs use. The native library answers the
// same question and compiles the rule each time it is asked, which costs more than parsing most files.

import type { Rule } from '../languages/pack.ts'
import type { Tree } from './grammar.ts'
import { type Child, childrenOf } from './select.ts'

type Relation = Exclude<NonNullable<Rule['has']>, string>

export function meets(node: Tree, rule: Rule): boolean {
  return (
    (rule.kind === undefined || node.kind() === rule.kind) &&
    (rule.has === undefined || hasSome(node, rule.has)) &&
    (rule.inside === undefined || isAmong(ancestors(node), rule.inside)) &&
    (rule.follows === undefined || isAmong(before(node), rule.follows)) &&
    (rule.precedes === undefined || isAmong(after(node), rule.precedes)) &&
    (rule.all === undefined || rule.all.every(each => meets(node, each))) &&
    (rule.any === undefined || rule.any.some(each => meets(node, each))) &&
    (rule.not === undefined || !meets(node, rule.not)) &&
    (rule.regex === undefined || rule.regex === '' || compiled(rule.regex).test(node.text()))
  )
}

const expressions = new Map<string, RegExp>()

function compiled(source: string): RegExp {
  const known = expressions.get(source)
  if (known) return known
  const made = new RegExp(source, 'u')
  expressions.set(source, made)
  return made
}

function hasSome(node: Tree, relation: Relation): boolean {
  const { field, stopBy: _, ...rule } = relation
  if (field === undefined) return childrenOf(node).some(each => childMeets(each, rule))
  const child = node.field(field)
  return child !== null && meets(child, rule)
}

/** Most children are the wrong kind, which is known of them already. */
function childMeets({ kind, node }: Child, rule: Rule): boolean {
  return (rule.kind === undefined || rule.kind === kind) && meets(node, rule)
}

/** The nearest, or with `stopBy` as far as it says. */
function isAmong(nodes: Iterable<Tree>, { stopBy = 'neighbor', ...rule }: Relation): boolean {
  for (const each of nodes) {
    if (meets(each, rule)) return true
    if (stopBy === 'neighbor') return false
    if (stopBy !== 'end' && meets(each, stopBy)) return false
  }
  return false
}

function* ancestors(node: Tree): Generator<Tree> {
  for (let at = node.parent(); at; at = at.parent()) yield at
}

function* before(node: Tree): Generator<Tree> {
  for (let at = node.prev(); at; at = at.prev()) yield at
}

function* after(node: Tree): Generator<Tree> {
  for (let at = node.next(); at; at = at.next()) yield at
}
