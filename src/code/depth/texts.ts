// Texts that a file keeps under a name for others to take: constants, attributes of classes, entries of objects, and names that
// stand for another one. A name that holds two texts, or anything that is not written out, holds none.

import { script } from '../languages/named-rule.ts'
import type { Text } from '../model.ts'
import type { Tree } from '../tree/grammar.ts'
import { selectOne } from '../tree/select.ts'
import { type Holder, holders } from './calls/constants.ts'
import { asOneText } from './calls/one-text.ts'
import { routeRules } from './routes/route-rules.ts'

/** Names that only other files ask for. */
const offering: readonly Holder[] = [
  { languages: script, node: 'assignment_expression', name: 'left', value: 'right' },
  {
    languages: ['typescript', 'tsx'],
    node: 'public_field_definition',
    name: 'name',
    value: 'value',
  },
  { languages: ['javascript'], node: 'field_definition', name: 'property', value: 'value' },
  { languages: script, node: 'export_statement', name: '', value: 'value' },
]

/** In which nodes the name of a holder is qualified by the name of the type around it. */
const types =
  /^(class_definition|class_declaration|class|interface_declaration|object_declaration|enum_declaration|struct_declaration)$/
const functions =
  /^(function_definition|function_declaration|method_definition|method_declaration|arrow_function|function_expression|func_literal|lambda)$/

export function readTexts(root: Tree, language: string): readonly Text[] {
  const rules = [...holders, ...offering].filter(each => each.languages.includes(language))
  if (rules.length === 0) return []
  const held = new Map<string, Text | undefined>()
  const keep = (text: Text, isRead: boolean) => {
    const isOther = held.has(text.name) && held.get(text.name)?.value !== text.value
    held.set(text.name, isRead && !isOther ? text : undefined)
  }
  const kinds = [...new Set(rules.map(each => each.node))]
  for (const node of root.findAll({ rule: { any: kinds.map(kind => ({ kind })) } })) {
    const own = rules.filter(each => each.node === node.kind())
    const rule = own.find(each => selectOne(node, each.value)) ?? own[0]!
    const value = selectOne(node, rule.value)
    const told = rule.name === '' ? 'default' : selectOne(node, rule.name)?.text()
    if (!value || !told || !/^[\w$.]+$/.test(told)) continue
    const isStored = rule.node === 'assignment_expression'
    if (isStored && !/^(module\.)?exports\b/.test(told)) continue
    const place = placeOf(node)
    if (place === undefined) continue
    const name = told
      .replace(/^module\.exports$|^exports$/, 'default')
      .replace(/^(module\.)?exports\./, '')
    for (const [key, text] of valuesIn(`${place}${name}`, value)) {
      const found = readText(text)
      keep(
        { name: key, value: found?.value ?? '', isName: found?.isName === true },
        found !== undefined,
      )
    }
  }
  return [...held.values()].filter(each => each !== undefined)
}

/** `Settings.` inside of a class; undefined inside of a function, whose names are nobody else's. */
function placeOf(node: Tree): string | undefined {
  let place = ''
  for (const each of node.ancestors()) {
    const kind = String(each.kind())
    if (functions.test(kind)) return undefined
    if (types.test(kind)) place = `${each.field('name')?.text() ?? ''}.${place}`
  }
  return place
}

const deepest = 4
const longest = 300

function valuesIn(name: string, value: Tree, depth = 0): readonly (readonly [string, string])[] {
  const kind = String(value.kind())
  const inner = /^(as_expression|satisfies_expression|parenthesized_expression)$/
  const holder = isHolder(value)
    ? value
    : inner.test(kind)
      ? value.children().find(isHolder)
      : describedIn(value)
  if (!holder || depth > deepest) return [[name, value.text().slice(0, longest)]]
  return entriesOf(holder).flatMap(([key, held]) => valuesIn(`${name}.${key}`, held, depth + 1))
}

/** What an object has under its keys, and a short list under its numbers: `PATHS.users`, `OPEN.0`. */
function entriesOf(holder: Tree): readonly (readonly [string, Tree])[] {
  const children = holder.children()
  if (isList(holder)) {
    const items = children.filter(each => each.isNamed() && each.kind() !== 'comment')
    return items.length > mostItems ? [] : items.map((each, index) => [String(index), each])
  }
  return children
    .filter(each => each.kind() === 'pair')
    .flatMap(each => {
      const key = each
        .field('key')
        ?.text()
        .replace(/^["']|["']$/g, '')
      const held = each.field('value')
      return key && held && /^[\w$]+$/.test(key) ? [[key, held] as const] : []
    })
}

const mostItems = 20

/** What `createRoute({ method: 'get', path: '/x' })` is given, it keeps. */
function describedIn(value: Tree): Tree | undefined {
  const name = value.kind() === 'call_expression' ? value.field('function')?.text() : undefined
  return name !== undefined && describing.has(name)
    ? value.field('arguments')?.children().find(isObject)
    : undefined
}

const describing = new Set(routeRules.flatMap(each => each.describedBy?.maker ?? []))

const isList = (node: Tree) => node.kind() === 'array'
const isHolder = (node: Tree) => isObject(node) || isList(node)
const isObject = (node: Tree) => /^(object|dictionary)$/.test(String(node.kind()))

function readText(text: string): { readonly value: string; readonly isName: boolean } | undefined {
  const plain = /^(["'`])([^"'`\\]*)\1(?:\s+as\s+const)?$/s.exec(asOneText(text))?.[2]
  if (plain !== undefined && !/\$\{/.test(plain)) return { value: plain, isName: false }
  const method = /^(?:RequestMethod|HttpMethod)\.([A-Z]+)$/.exec(text)?.[1]
  if (method !== undefined) return { value: method, isName: false }
  const made = /^(?:new\s+)?([A-Za-z_$][\w$.]*?)(?:\(\s*\))?$/.exec(text)?.[1]
  return made === undefined ? undefined : { value: made, isName: true }
}
