// What JavaScript and TypeScript share: functions in every dress, exports and imports of both module systems.

import type { DeclarationRule, Rule, StatementRule } from './pack.ts'

const functionKinds: readonly Rule[] = [
  { kind: 'arrow_function' },
  { kind: 'function_expression' },
  { kind: 'generator_function' },
]

export const holdsFunction = (field: string): Rule => ({
  any: functionKinds.map(kind => ({ has: { field, ...kind } })),
})

/** Objects that a name, an export or another object holds; not those handed to a call. */
function inNamedObject(wrappers: readonly string[]): Rule {
  const holders = ['variable_declarator', 'export_statement', 'assignment_expression', 'pair']
  const kinds = [...holders, ...wrappers].map(kind => ({ kind }))
  return { inside: { kind: 'object', inside: { any: kinds } } }
}

const topLevel: Rule = { any: [{ kind: 'program' }, { kind: 'export_statement' }] }

const exportsOf = (pattern: string): Rule => ({ has: { field: 'left', regex: pattern } })

export const ecmaDeclarations: readonly DeclarationRule[] = [
  { node: 'function_declaration', kind: 'function', name: 'name', body: 'body' },
  { node: 'generator_function_declaration', kind: 'function', name: 'name', body: 'body' },
  {
    node: 'export_statement',
    where: holdsFunction('value'),
    kind: 'function',
    name: '<default>',
    body: 'value/body',
  },
  {
    node: 'export_statement',
    where: { has: { field: 'value', kind: 'class' } },
    kind: 'class',
    name: '<default>',
    body: 'value/body',
    substance: { has: { field: 'value', has: { kind: 'class_heritage' } } },
  },
  {
    node: 'variable_declarator',
    where: holdsFunction('value'),
    kind: 'function',
    name: 'name',
    body: 'value/body',
  },
  {
    node: 'variable_declarator',
    where: { has: { field: 'value', kind: 'class' } },
    kind: 'class',
    name: 'name',
    body: 'value/body',
    substance: { has: { field: 'value', has: { kind: 'class_heritage' } } },
  },
  {
    node: 'variable_declarator',
    where: {
      inside: {
        kind: 'lexical_declaration',
        any: [
          { has: { field: 'kind', regex: '^const$' }, inside: topLevel },
          { inside: { kind: 'export_statement' } },
        ],
      },
      not: {
        has: {
          field: 'value',
          kind: 'call_expression',
          has: { field: 'function', regex: '^require$' },
        },
      },
    },
    kind: 'constant',
    name: 'name',
  },
  {
    node: 'assignment_expression',
    where: {
      all: [holdsFunction('right'), exportsOf(String.raw`^(module\.)?exports\.[A-Za-z0-9_$]+$`)],
    },
    kind: 'function',
    name: 'left/property',
    body: 'right/body',
    exported: 'always',
  },
  {
    node: 'assignment_expression',
    where: {
      all: [
        holdsFunction('right'),
        exportsOf(String.raw`^[A-Za-z0-9_$]+\.prototype\.[A-Za-z0-9_$]+$`),
      ],
    },
    kind: 'method',
    name: 'left/property',
    body: 'right/body',
    owner: 'left/object/object',
    exported: 'always',
  },
  {
    node: 'assignment_expression',
    where: {
      all: [
        holdsFunction('right'),
        exportsOf(String.raw`^(?!(module|exports|this|self)\.)[A-Za-z0-9_$]+\.[A-Za-z0-9_$]+$`),
      ],
    },
    kind: 'method',
    name: 'left/property',
    body: 'right/body',
    owner: 'left/object',
    exported: 'always',
  },
]

/** Methods of classes, and functions of objects that have a name. `wrappers` may stand around such an object: `as const`. */
export function memberRules(wrappers: readonly string[], substance?: Rule): DeclarationRule[] {
  const named = inNamedObject(wrappers)
  return [
    {
      node: 'method_definition',
      where: { any: [{ inside: { kind: 'class_body' } }, named] },
      kind: 'method',
      name: 'name',
      body: 'body',
      ...(substance && { substance }),
    },
    {
      node: 'pair',
      where: {
        all: [
          holdsFunction('value'),
          { has: { field: 'key', kind: 'property_identifier' } },
          named,
        ],
      },
      kind: 'method',
      name: 'key',
      body: 'value/body',
    },
  ]
}

const from = ` ?from ?['"](?<module>[^'"]+)['"]`
const isRequire: Rule = { has: { field: 'function', regex: '^require$' } }

const ecmaImports: readonly StatementRule[] = [
  {
    node: 'import_statement',
    pattern: new RegExp(String.raw`^import (?:type )?(?<alias>[\w$]+)(?:, ?[^'"]*)?${from}`),
    name: 'default',
  },
  {
    node: 'import_statement',
    pattern: new RegExp(String.raw`^import [^{'"]*\* as (?<alias>[\w$]+)${from}`),
    name: '*',
  },
  {
    node: 'import_statement',
    pattern: new RegExp(String.raw`^import [^{'"]*\{(?<list>[^}]*)\}${from}`),
  },
  { node: 'import_statement', pattern: /^import ?['"](?<module>[^'"]+)['"]/ },
  {
    node: 'variable_declarator',
    where: { has: { field: 'value', kind: 'call_expression', ...isRequire } },
    pattern:
      /^(?:(?<alias>[\w$]+)|\{(?<list>.*)\}) ?(?:: ?[^=]+)?= ?require\( ?['"`](?<module>[^'"`]+)['"`] ?\)/,
    name: '*',
  },
  {
    node: 'call_expression',
    where: { ...isRequire, not: { inside: { kind: 'variable_declarator' } } },
    pattern: /^require\( ?['"`](?<module>[^'"`$]+)['"`] ?\)/,
  },
  {
    node: 'call_expression',
    where: { has: { field: 'function', kind: 'import' } },
    pattern: /^import\( ?['"`](?<module>[^'"`$]+)['"`]/,
    name: '*',
  },
]

const ecmaExports: readonly StatementRule[] = [
  {
    node: 'export_statement',
    where: { has: { kind: 'export_clause' } },
    pattern: new RegExp(String.raw`^export (?:type )?\{(?<list>[^}]*)\}(?:${from})?`),
  },
  {
    node: 'export_statement',
    where: { has: { field: 'source', regex: '' } },
    pattern: new RegExp(String.raw`^export (?:type )?\*(?: as (?<alias>[\w$]+))?${from}`),
    name: '*',
  },
  {
    node: 'export_statement',
    where: { has: { field: 'value', not: { any: [...functionKinds, { kind: 'class' }] } } },
    pattern: /^export default (?:(?<alias>[\w$]+) ?;?$)?/,
    name: 'default',
    isKeyed: true,
  },
  {
    node: 'assignment_expression',
    where: exportsOf(String.raw`^module\.exports$`),
    pattern: /^module\.exports ?= ?(?:\{(?<list>.*)\}|(?<alias>[\w$]+)?.*)$/,
    name: 'default',
    isKeyed: true,
  },
  {
    node: 'assignment_expression',
    where: exportsOf(String.raw`^(module\.)?exports\.[A-Za-z0-9_$]+$`),
    pattern: /^(?:module\.)?exports\.(?<name>[\w$]+) ?= ?(?:(?<alias>[\w$]+) ?;?$)?/,
    isKeyed: true,
  },
]

const ecmaRefusals: readonly RegExp[] = [
  /^\{?(returnPromise\.reject\(|throw)new\w*Error\((["'`])[^"'`]*(notimplemented|notyetimplemented|unimplemented|implementme|todo)[^"'`]*\2\)+;?\}?$/i,
  /^\{?thrownewNotImplemented\w*\([^;]*\);?\}?$/,
]

const ecmaKeywordExports = {
  named: /^export\b(?!\s+default\b)/,
  asDefault: /^export\s+default\b/,
}

const ecmaTests = [{ kinds: ['method' as const], decorator: /^[Tt]est\b/ }]

const exportScope = {
  node: 'export_statement',
  where: { has: { field: 'declaration', regex: '' } },
  isHeader: true,
}

const ecmaNames = [
  'identifier',
  'property_identifier',
  'private_property_identifier',
  'shorthand_property_identifier',
  'shorthand_property_identifier_pattern',
]

const ecmaNarrowed: Readonly<Record<string, Rule>> = {
  call_expression: {
    any: [
      { has: { field: 'function', kind: 'import' } },
      { has: { field: 'function', regex: '^require$' } },
    ],
  },
  assignment_expression: {
    any: [{ has: { field: 'left', regex: '^(module.exports|exports.)' } }, holdsFunction('right')],
  },
  pair: holdsFunction('value'),
}

/** `using` is a name like any other where it declares nothing; the grammars know only the word that declares. */
const usingAsName = {
  over: /(?<![.\w$]|function\s+)using\b(?!\s+[\w$]+\s*=)/g,
  known: 'us_ng',
}

/** The part of a pack that both languages have. */
export const ecma = {
  comments: ['comment'],
  scopes: [exportScope],
  narrowed: ecmaNarrowed,
  imports: ecmaImports,
  exports: ecmaExports,
  decorators: [{ node: 'decorator', name: '.' }],
  keywordExports: ecmaKeywordExports,
  references: { names: ecmaNames, notIn: ['import_statement', 'export_clause'] },
  tests: ecmaTests,
  stumbles: usingAsName,
  idle: /^\{(return;?)?\}$/,
  refusals: ecmaRefusals,
} as const
