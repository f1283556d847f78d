// Places where a name stands and nobody uses what it names: the type that an `impl` or an `extension` lends members to, a property of
// Python that gets a setter, and the assertion of Go that a type keeps an interface.

import type { LanguagePack, ScopeRule } from '../../languages/pack.ts'
import { meets } from '../../tree/condition.ts'
import type { Tree } from '../../tree/grammar.ts'
import { selectOne } from '../../tree/select.ts'

interface Span {
  readonly start: number
  readonly end: number
}

export function noUses(root: Tree, { language, scopes = [] }: LanguagePack): readonly Span[] {
  if (language === 'python') return settersIn(root)
  if (language === 'go') return assertionsIn(root)
  return scopes.filter(each => each.owner !== undefined).flatMap(each => ownersIn(root, each))
}

function ownersIn(root: Tree, { node, where, owner }: ScopeRule): readonly Span[] {
  return root
    .findAll({ rule: { kind: node } })
    .filter(each => where === undefined || meets(each, where))
    .flatMap(each => selectOne(each, owner) ?? [])
    .map(each => {
      const { start, end } = spanOf(each)
      // What stands in its brackets are other types.
      const length = each.text().search(/[<[(]/)
      return { start, end: length < 0 ? end : start + length }
    })
}

/** `@depth.setter` */
const settersIn = (root: Tree) =>
  root
    .findAll({ rule: { kind: 'decorator', regex: '^@[^.(]+\\.(setter|getter|deleter)$' } })
    .map(spanOf)

const asserted = /^(?:\(\*[\w.]+\)\(nil\)|&?[\w.]+\{\}|new\([\w.]+\)|[\w.]+\(nil\))$/

/** `(*Pond)(nil)` of `var _ Filler = (*Pond)(nil)` */
const assertionsIn = (root: Tree) =>
  root
    .findAll({ rule: { kind: 'var_spec', has: { field: 'name', regex: '^_$' } } })
    .flatMap(each => each.field('value') ?? [])
    .filter(each => asserted.test(each.text()))
    .map(spanOf)

function spanOf(node: Tree): Span {
  const { start, end } = node.range()
  return { start: start.index, end: end.index }
}
