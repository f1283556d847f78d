// What tree-sitter sees in a script, as rows that the scanner can be held against: one query for all kinds that declare.

import { Lang, parse, type SgNode } from '@ast-grep/napi'
import type { DeclarationKind } from '../../src/contract/declaration-kinds.ts'
import { type Found, isModuleLevel, nested, type OracleRow, row } from './tree-rows.ts'

/** The declarations of a script, or undefined where tree-sitter itself cannot read the file. */
export function scriptRows(path: string, source: string): OracleRow[] | undefined {
  const root = parse(languageOf(path), source).root()
  if (root.find({ rule: { kind: 'ERROR' } }) || root.kind() === 'ERROR') return undefined
  const found = root.findAll({ rule: { any: scriptKinds(path).map(kind => ({ kind })) } })
  return nested(found.flatMap(scriptRow))
}

function languageOf(path: string): Lang {
  if (path.endsWith('.tsx')) return Lang.Tsx
  return /\.[cm]?ts$/.test(path) ? Lang.TypeScript : Lang.JavaScript
}

const shared: Readonly<Record<string, DeclarationKind>> = {
  class_declaration: 'class',
  function_declaration: 'function',
  generator_function_declaration: 'function',
  method_definition: 'method',
  variable_declarator: 'constant',
  pair: 'field',
  assignment_expression: 'field',
  export_statement: 'function',
}

const typed: Readonly<Record<string, DeclarationKind>> = {
  ...shared,
  abstract_class_declaration: 'class',
  interface_declaration: 'interface',
  enum_declaration: 'enum',
  type_alias_declaration: 'type',
  internal_module: 'module',
  module: 'module',
  function_signature: 'function',
  method_signature: 'method',
  abstract_method_signature: 'method',
  public_field_definition: 'field',
  property_signature: 'field',
}

const plain: Readonly<Record<string, DeclarationKind>> = { ...shared, field_definition: 'field' }

const isTyped = (path: string) => /\.([cm]?ts|tsx)$/.test(path)

function scriptKinds(path: string): string[] {
  return Object.keys(isTyped(path) ? typed : plain)
}

const functionValues = new Set([
  'arrow_function',
  'function_expression',
  'function',
  'generator_function',
])

function scriptRow(node: SgNode): Found[] {
  const type = String(node.kind())
  const kind = typed[type] ?? plain[type]
  const isUnnamed = type === 'export_statement' || type === 'assignment_expression'
  const name = isUnnamed ? '' : scriptName(node, type)
  if (kind === undefined || name === undefined) return []
  if (type === 'variable_declarator') return variable(node, name)
  if (type === 'pair') return property(node, name)
  if (type === 'export_statement') return defaultRow(node)
  if (type === 'assignment_expression') return assignmentRow(node)
  if (type === 'property_signature' || type === 'method_signature')
    return isMemberOf(node) ? [row(kind, name, node)] : []
  if (kind === 'field' && isFunction(valueIn(node))) return [row('method', name, node)]
  return [row(kind, name, node)]
}

function scriptName(node: SgNode, type: string): string | undefined {
  const name = node.field(
    type === 'pair' ? 'key' : type === 'field_definition' ? 'property' : 'name',
  )
  return name?.text().replace(/^(['"])(.*)\1$/, '$2')
}

/** `export default` of a function or class without a name of its own. */
function defaultRow(node: SgNode): Found[] {
  const value = node.field('value')
  if (value?.kind() === 'class')
    return [row('class', value.field('name')?.text() ?? 'default', node)]
  if (isFunction(value)) return [row('function', value!.field('name')?.text() ?? 'default', node)]
  return value ? [row('constant', 'default', node, true)] : []
}

/** `exports.run = function …`, `module.exports = { … }`, `Name.prototype.run = …` as a statement: a row for each name. */
function assignmentRow(node: SgNode): Found[] {
  if (node.parent()?.kind() !== 'expression_statement') return []
  const { targets, value } = assigned(node)
  const isValue = isFunction(value) || value?.kind() === 'class'
  const kindOf = (isMember: boolean) => {
    if (value?.kind() === 'class') return 'class'
    return isValue ? (isMember ? 'method' : 'function') : isMember ? 'field' : 'constant'
  }
  const names = [...new Set(targets.filter(each => each[0] === 'exports').map(each => each[1]))]
  const members = targets.filter(each => each[0] !== 'exports' && each.length > 1)
  const own = names.filter(each => each !== undefined)
  const exported = own.length > 0 || members.length > 0 ? own : names
  return [
    ...exported.map(name => ({
      ...row(kindOf(false), name ?? value?.field('name')?.text() ?? 'default', node, !isValue),
      assignedTo: '',
    })),
    ...members.map(path => {
      const owner = path.slice(0, -1).join('.')
      return { ...row(kindOf(owner !== ''), path.at(-1)!, node, !isValue), assignedTo: owner }
    }),
  ]
}

/** What stands on the left, as words without those that say nothing of whose it is; and what they are given. */
function assigned(node: SgNode): { targets: string[][]; value: SgNode | null } {
  const targets: string[][] = []
  let value: SgNode | null = node
  while (value?.kind() === 'assignment_expression') {
    const left = value.field('left')!.text()
    const plain = left.replaceAll(/\s*\[\s*(['"])([A-Za-z_$][\w$-]*)\1\s*\]/g, '.$2')
    if (!/^[\w$]+(\s*\.\s*[\w$-]+)*$/.test(plain)) break
    targets.push(wordsOf(plain.replaceAll(/\s/g, '')))
    value = value.field('right')
  }
  return { targets, value: fallenBackTo(value) }
}

/** `Date.now || function () {…}` is the function. */
function fallenBackTo(value: SgNode | null): SgNode | null {
  if (value?.kind() !== 'binary_expression') return value
  const isChoice = /^(\|\||\?\?)$/.test(value.field('operator')?.text() ?? '')
  const isOfNames = /^[\w$.\s]+((\|\||\?\?)[\w$.\s]+)*$/.test(value.field('left')!.text())
  const last = value.field('right')
  return isChoice && isOfNames && last?.kind() === 'function_expression' ? last : value
}

function wordsOf(left: string): string[] {
  const [, exported] = /^(?:module\.)?exports(?:\.(.+))?$/.exec(left) ?? []
  if (/^(module\.)?exports$/.test(left)) return ['exports']
  if (exported !== undefined && !exported.includes('.')) return ['exports', exported]
  const [last, ...owners] = (exported ?? left).split('.').reverse()
  const [first, ...others] = owners.reverse()
  const own = others.filter(each => !/^(prototype|methods|statics|fn)$/.test(each))
  return [...(first === undefined ? [] : [first]), ...own, last!]
}

const isFunction = (value: SgNode | null) =>
  value !== null && functionValues.has(String(value.kind()))

/** In the body of an interface or class, not in an object type. */
function isMemberOf(node: SgNode): boolean {
  return [
    'interface_declaration',
    'class_declaration',
    'abstract_class_declaration',
    'class',
  ].includes(String(node.parent()?.parent()?.kind()))
}

/** The value without what TypeScript says about its type. */
function valueIn(node: SgNode): SgNode | null {
  let value = node.field('value')
  while (value && ['as_expression', 'satisfies_expression'].includes(String(value.kind())))
    value = value.child(0)
  return fallenBackTo(value)
}

function variable(node: SgNode, name: string): Found[] {
  const given = valueIn(node)
  const value = given?.kind() === 'assignment_expression' ? assigned(given).value : given
  const statement = node.parent()
  if (node.field('name')?.kind() !== 'identifier')
    return isModuleLevel(statement) ? patternRows(node) : []
  if (statement && isLoopHeader(statement)) return []
  if (isFunction(value)) return [row('function', name, node)]
  if (value?.kind() === 'class') return [row('class', name, node)]
  const isHolder = !isModuleLevel(statement)
  return [row('constant', name, node, isHolder)]
}

const isLoopHeader = (statement: SgNode) => {
  const outer = statement.parent()
  return outer?.kind() === 'for_statement' || outer?.kind() === 'for_in_statement'
}

function patternRows(node: SgNode): Found[] {
  const names = node.field('name')!.findAll({
    rule: {
      any: [
        { kind: 'shorthand_property_identifier_pattern' },
        {
          kind: 'identifier',
          not: { inside: { kind: 'assignment_pattern', field: 'right', stopBy: 'end' } },
        },
      ],
    },
  })
  return names.filter(each => !isDefaultPart(each)).map(each => row('constant', each.text(), node))
}

const isDefaultPart = (node: SgNode) => {
  const outer = node.parent()
  return (
    (outer?.kind() === 'assignment_pattern' || outer?.kind() === 'object_assignment_pattern') &&
    outer.field('right')?.range().start.index === node.range().start.index
  )
}

function property(node: SgNode, name: string): Found[] {
  const value = valueIn(node)
  if (isFunction(value)) return [row('method', name, node)]
  return value?.kind() === 'class' ? [row('class', name, node)] : [row('field', name, node, true)]
}
