// TypeScript and TSX: JavaScript with types, abstract members, namespaces and accessibility.

import { ecma, ecmaDeclarations, holdsFunction, memberRules } from './ecma.ts'
import type { LanguagePack, Rule } from './pack.ts'

/** A constructor that only declares properties in its parameters does something. */
const declaresProperties: Rule = {
  has: {
    field: 'parameters',
    has: {
      kind: 'required_parameter',
      any: [{ has: { kind: 'accessibility_modifier' } }, { has: { regex: '^readonly$' } }],
    },
  },
}

export const typescript: LanguagePack = {
  ...ecma,
  language: 'typescript',
  extensions: ['.ts', '.mts', '.cts'],
  interpreters: ['deno', 'bun', 'ts-node', 'tsx'],
  grammar: { builtin: 'TypeScript' },
  declarations: [
    { node: 'class_declaration', kind: 'class', name: 'name', body: 'body' },
    { node: 'abstract_class_declaration', kind: 'class', name: 'name', body: 'body' },
    { node: 'interface_declaration', kind: 'interface', name: 'name', body: 'body' },
    { node: 'type_alias_declaration', kind: 'type', name: 'name' },
    { node: 'enum_declaration', kind: 'enum', name: 'name', body: 'body' },
    { node: 'internal_module', kind: 'module', name: 'name', body: 'body' },
    { node: 'module', kind: 'module', name: 'name', body: 'body' },
    { node: 'function_signature', kind: 'function', name: 'name' },
    { node: 'abstract_method_signature', kind: 'method', name: 'name' },
    {
      node: 'method_signature',
      where: { not: { inside: { kind: 'object_type' } } },
      kind: 'method',
      name: 'name',
    },
    ...memberRules(['as_expression', 'satisfies_expression'], declaresProperties),
    {
      node: 'public_field_definition',
      where: holdsFunction('value'),
      kind: 'method',
      name: 'name',
      body: 'value/body',
    },
    ...ecmaDeclarations,
  ],
  imports: [
    ...ecma.imports,
    {
      node: 'import_statement',
      pattern: /^import (?<alias>[\w$]+) = require\( ?['"](?<module>[^'"]+)['"]/,
      name: '*',
    },
  ],
  exports: [
    ...ecma.exports,
    {
      node: 'export_statement',
      pattern: /^export = (?<alias>[\w$]+)/,
      name: 'default',
      isKeyed: true,
    },
  ],
  visibility: {
    header: /^export\b/,
    members: { name: /^[^#]/, notHeader: /\b(private|protected)\b/ },
  },
  references: { ...ecma.references, names: [...ecma.references.names, 'type_identifier'] },
}

export const tsx: LanguagePack = {
  ...typescript,
  language: 'tsx',
  extensions: ['.tsx'],
  grammar: { builtin: 'Tsx' },
}
