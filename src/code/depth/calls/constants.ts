// Paths that a file keeps under a name: `const API = '/api'`, `PATHS = { users: '/users' }`, and what is put together from them. A name
// that holds two different texts holds neither. Names of other files are not followed.

import { script } from '../../languages/named-rule.ts'
import type { Selector } from '../../languages/pack.ts'
import type { Tree } from '../../tree/grammar.ts'
import { selectOne } from '../../tree/select.ts'
import { asOneText } from './one-text.ts'

export interface Holder {
  readonly languages: readonly string[]
  readonly node: string
  readonly name: Selector
  readonly value: Selector
  /** It is asked for by the name of the type around it: `Paths.Users` of an enum. */
  readonly isMember?: true
}

export const holders: readonly Holder[] = [
  { languages: script, node: 'variable_declarator', name: 'name', value: 'value' },
  {
    languages: ['typescript', 'tsx'],
    node: 'enum_assignment',
    name: 'name',
    value: 'value',
    isMember: true,
  },
  { languages: ['python'], node: 'assignment', name: 'left', value: 'right' },
  ...['const_spec', 'var_spec'].map(node => ({
    languages: ['go'],
    node,
    name: 'name',
    value: ['value/<interpreted_string_literal>', 'value/<raw_string_literal>', 'value'],
  })),
  { languages: ['java'], node: 'variable_declarator', name: 'name', value: 'value' },
  { languages: ['php'], node: 'const_element', name: '<name>', value: '<string>' },
  {
    languages: ['kotlin'],
    node: 'property_declaration',
    name: '<variable_declaration>/<simple_identifier>',
    value: '<string_literal>',
  },
  {
    languages: ['csharp'],
    node: 'variable_declarator',
    name: 'name',
    value: '<string_literal>',
  },
]

/** What an object keeps for itself, which only its own class asks for: `path = '/posts'`, `this.path`. */
const fields: readonly Holder[] = [
  {
    languages: ['typescript', 'tsx'],
    node: 'public_field_definition',
    name: 'name',
    value: 'value',
  },
  { languages: ['javascript'], node: 'field_definition', name: 'property', value: 'value' },
  { languages: script, node: 'assignment_expression', name: 'left', value: 'right' },
]

/** The path that an expression stands for; undefined where that cannot be seen. */
export type PathOf = (expression: string) => string | undefined

const nothing: PathOf = () => undefined

export function readConstants(root: Tree, language: string): PathOf {
  const rules = [...holders, ...fields].filter(each => each.languages.includes(language))
  if (rules.length === 0) return nothing
  const held = new Map<string, string | undefined>()
  const keep = (name: string, value: string) =>
    held.set(name, held.has(name) && held.get(name) !== value ? undefined : value)
  for (const node of root.findAll({ rule: { any: rules.map(each => ({ kind: each.node })) } })) {
    const rule = rules.find(each => each.node === node.kind())!
    const told = selectOne(node, rule.name)?.text()
    const own = fields.includes(rule) ? fieldName(told, rule) : told
    const name = rule.isMember ? `${typeAround(node)}.${own}` : own
    const value = selectOne(node, rule.value)?.text()
    if (name && value && value.length < longest)
      for (const [key, path] of pathsIn(name, value)) keep(key, path)
  }
  return held.size === 0 ? nothing : expression => read(expression, held)
}

const typeAround = (node: Tree) => node.parent()?.parent()?.field('name')?.text() ?? ''

const fieldName = (name: string | undefined, { node }: Holder) =>
  node !== 'assignment_expression' ? `this.${name}` : name?.startsWith('this.') ? name : undefined

const longest = 4000

const literal = /^["'`](\/[^"'`$\s]*)["'`](?:\s+as\s+const)?$/

function pathsIn(name: string, value: string): readonly (readonly [string, string])[] {
  const path = literal.exec(asOneText(value))?.[1]
  if (path !== undefined) return [[name, path]]
  if (!value.startsWith('{')) return []
  return [...value.matchAll(/["']?(\w+)["']?\s*:\s*(["'`]\/[^"'`$\s]*["'`])/g)].map(
    ([, key, text]) => [`${name}.${key}`, text!.slice(1, -1)] as const,
  )
}

function read(expression: string, held: ReadonlyMap<string, string | undefined>) {
  const template = /^(?:`([^`]*)`|f"([^"]*)"|f'([^']*)')$/.exec(expression)
  const parts = template
    ? (template[1] ?? template[2] ?? template[3])!.split(/(\$?\{[^{}]*\})/)
    : expression.split(/\s*\+\s*|\s+\.\s+/)
  const texts = parts.map(part => {
    if (template) {
      const name = /^\$?\{([^{}]*)\}$/.exec(part)?.[1]?.trim()
      return name === undefined ? part : held.get(name)
    }
    return /^(["'])([^"']*)\1$/.exec(part)?.[2] ?? held.get(part.replace(/^(self|static)::/, ''))
  })
  return texts.includes(undefined) ? undefined : texts.join('')
}
