// What tree-sitter sees in a file, as rows that the scanners can be held against.
// One query per file for all kinds that declare; nesting is told from ranges, so that no tree is walked node by node.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Lang, parse, registerDynamicLanguage, type SgNode } from '@ast-grep/napi'
import type { DeclarationKind } from '../../src/code/model.ts'

export interface OracleRow {
  readonly kind: DeclarationKind
  /** Qualified by the rows around it. */
  readonly name: string
  readonly line: number
  readonly endLine: number
}

/** A row before it is known what it lies in. */
interface Found {
  readonly kind: DeclarationKind
  readonly name: string
  readonly node: SgNode
  /** Counts only if something named lies in it. */
  readonly isHolder: boolean
  /** The declared name that an assignment adds a member to; '' for what CommonJS exports. */
  readonly assignedTo?: string
}

/** The declarations of a script, or undefined where tree-sitter itself cannot read the file. */
export function scriptRows(path: string, source: string): OracleRow[] | undefined {
  const root = parse(languageOf(path), source).root()
  if (root.find({ rule: { kind: 'ERROR' } }) || root.kind() === 'ERROR') return undefined
  const found = root.findAll({ rule: { any: scriptKinds(path).map(kind => ({ kind })) } })
  return nested(found.flatMap(scriptRow))
}

export function solidityRows(source: string): OracleRow[] | undefined {
  registerSolidity()
  const root = parse('solidity', source).root()
  if (root.find({ rule: { kind: 'ERROR' } }) || root.kind() === 'ERROR') return undefined
  const kinds = Object.keys(solidityKinds)
  return nested(root.findAll({ rule: { any: kinds.map(kind => ({ kind })) } }).flatMap(solidityRow))
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

/** `exports.run = function …`, `module.exports = { … }`, `Name.prototype.run = …` as a statement. */
function assignmentRow(node: SgNode): Found[] {
  if (node.parent()?.kind() !== 'expression_statement') return []
  const target = /^(?:(?:module\.)?exports(?:\.([\w$]+))?|([\w$]+)(?:\.prototype)?\.([\w$]+))$/
  const [found, exported, owner, member] = target.exec(node.field('left')!.text()) ?? []
  if (found === undefined) return []
  let value = node.field('right')
  while (value?.kind() === 'assignment_expression') value = value.field('right')
  const isFunctional = isFunction(value)
  const isClass = value?.kind() === 'class'
  const isMember = owner !== undefined && owner !== 'exports'
  const kind = isClass
    ? 'class'
    : isFunctional
      ? isMember
        ? 'method'
        : 'function'
      : isMember
        ? 'field'
        : 'constant'
  const own = found.endsWith('exports') ? value?.field('name')?.text() : undefined
  const name = isMember ? member! : (exported ?? own ?? 'default')
  return [
    { ...row(kind, name, node, !isFunctional && !isClass), assignedTo: isMember ? owner : '' },
  ]
}

const row = (kind: DeclarationKind, name: string, node: SgNode, isHolder = false): Found => ({
  kind,
  name,
  node,
  isHolder,
})

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
  return value
}

function variable(node: SgNode, name: string): Found[] {
  const value = valueIn(node)
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

function isModuleLevel(statement: SgNode | null): boolean {
  let node = statement?.parent() ?? null
  while (node && ['export_statement', 'ambient_declaration'].includes(String(node.kind())))
    node = node.parent()
  if (node?.kind() === 'program') return true
  const holder = node?.kind() === 'statement_block' ? node.parent() : null
  if (holder?.kind() === 'ambient_declaration') return true
  if (!holder || !['internal_module', 'module'].includes(String(holder.kind()))) return false
  return isModuleLevel(
    holder.parent()?.kind() === 'expression_statement' ? holder.parent() : holder,
  )
}

function property(node: SgNode, name: string): Found[] {
  const value = valueIn(node)
  if (isFunction(value)) return [row('method', name, node)]
  return value?.kind() === 'class' ? [row('class', name, node)] : [row('field', name, node, true)]
}

const solidityKinds: Readonly<Record<string, DeclarationKind>> = {
  contract_declaration: 'contract',
  interface_declaration: 'interface',
  library_declaration: 'library',
  function_definition: 'function',
  constructor_definition: 'function',
  fallback_receive_definition: 'function',
  modifier_definition: 'modifier',
  event_definition: 'event',
  error_declaration: 'error',
  struct_declaration: 'struct',
  enum_declaration: 'enum',
  user_defined_type_definition: 'type',
  state_variable_declaration: 'field',
  constant_variable_declaration: 'constant',
}

function solidityRow(node: SgNode): Found[] {
  const type = String(node.kind())
  const text = node.text()
  const name =
    type === 'constructor_definition'
      ? 'constructor'
      : type === 'fallback_receive_definition'
        ? /^\w+/.exec(text)![0]
        : (node.field('name')?.text() ?? '')
  const isVariable = type === 'state_variable_declaration'
  const kind = isVariable && /\bconstant\b/.test(text) ? 'constant' : solidityKinds[type]!
  const isMember = kind === 'function' && node.parent()?.kind() === 'contract_body'
  return [row(isMember ? 'method' : kind, name, node)]
}

/** Qualifies names by the ranges they lie in, and drops holders that hold nothing. */
function nested(found: readonly Found[]): OracleRow[] {
  const rows = found.map(each => ({ ...each, range: each.node.range(), outer: -1 }))
  const open: number[] = []
  for (const [index, each] of rows.entries()) {
    while (open.length > 0 && rows[open.at(-1)!]!.range.end.index < each.range.end.index) open.pop()
    while (open.length > 0 && rows[open.at(-1)!]!.range.end.index <= each.range.start.index)
      open.pop()
    if (open.length > 0 && rows[open.at(-1)!]!.node !== each.node) each.outer = open.at(-1)!
    open.push(index)
  }
  const isKept = rows.map(each => !each.isHolder)
  const isDropped = strayAssignments(rows)
  for (const index of isDropped) isKept[index] = false
  for (let index = rows.length - 1; index >= 0; index--)
    if (isKept[index] && rows[index]!.outer !== -1 && !isDropped.has(rows[index]!.outer))
      isKept[rows[index]!.outer] = true
  const names: string[] = []
  const result: OracleRow[] = []
  for (const [index, { kind, name, range, outer, assignedTo }] of rows.entries()) {
    const owner = outer === -1 ? (assignedTo ?? '') : names[outer]!
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

/** Assignments inside named code, or to members of what the module does not declare. */
function strayAssignments(rows: readonly (Found & { readonly outer: number })[]): Set<number> {
  const modules = new Set<string>()
  const stray = new Set<number>()
  for (const [index, { node, name, outer, assignedTo }] of rows.entries()) {
    const isVariable = node.kind() === 'variable_declarator'
    if (assignedTo === undefined && isModuleLevel(isVariable ? node.parent() : node))
      modules.add(name)
    if (assignedTo === undefined) continue
    if (outer !== -1 || (assignedTo !== '' && !modules.has(assignedTo))) stray.add(index)
  }
  return stray
}

let isRegistered = false

function registerSolidity(): void {
  if (isRegistered) return
  isRegistered = true
  const folder = join(
    createRequire(import.meta.url).resolve('tree-sitter-solidity/package.json'),
    '..',
  )
  registerDynamicLanguage({
    solidity: {
      libraryPath: join(
        folder,
        `prebuilds/${process.platform}-${process.arch}/tree-sitter-solidity.node`,
      ),
      extensions: ['sol'],
      languageSymbol: 'tree_sitter_solidity',
    },
  })
}
