// C#: `public` is seen from elsewhere, attributes say what is a test, bodies may be one expression.

import type { LanguagePack } from './pack.ts'

/** C# 12 lets a type end where its header ends: `class NotFound(string what) : Exception(what);`. */
const text = String.raw`"(?:[^"\\\n]|\\.)*"`
const within = (inner: string) => String.raw`\((?:[^(){};"]|${text}|${inner})*\)`
const parentheses = within(within(within(String.raw`\(\)`)))
const modifiers =
  'public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe|new'
const withoutBody = new RegExp(
  [
    String.raw`^[ \t]*(?:(?:${modifiers})[ \t]+)*(?:class|struct|interface|enum)[ \t]+`,
    String.raw`\w+(?:<[^<>(){};]*>)?(?:\s*${parentheses})?`,
    String.raw`(?:\s*:\s*[\w.]+(?:[^(){};"]|${parentheses})*)?;(?:\s|$)`,
  ].join(''),
  'gm',
)

/** A body takes a place more than the semicolon: the blank behind it. Where that ends the line, the line ends within the header. */
function withBody(match: string): string {
  const header = match.slice(0, match.lastIndexOf(';'))
  if (!match.endsWith('\n')) return `${header}{}`
  const word = /\b(?:class|struct|interface|enum)(?=[ \t])/.exec(header)!
  const end = word.index + word[0].length
  return `${header.slice(0, end)}\n${header.slice(end + 1)}{}`
}

/** `= []` is an expression since C# 12; to the grammar it lacks an index. Any other value of two characters will do. */
const emptyCollection = /(?<=(?:[=(,?:]|=>|\breturn)\s*)\[\](?=\s*[;,)}:])/g

export const csharp: LanguagePack = {
  language: 'csharp',
  extensions: ['.cs'],
  grammar: { package: '@ast-grep/lang-csharp' },
  comments: ['comment'],
  declarations: [
    { node: 'class_declaration', kind: 'class', name: 'name', body: 'body' },
    { node: 'record_declaration', kind: 'class', name: 'name', body: 'body', substance: 'always' },
    { node: 'struct_declaration', kind: 'struct', name: 'name', body: 'body' },
    { node: 'interface_declaration', kind: 'interface', name: 'name', body: 'body' },
    { node: 'enum_declaration', kind: 'enum', name: 'name', body: 'body' },
    { node: 'delegate_declaration', kind: 'type', name: 'name' },
    { node: 'method_declaration', kind: 'method', name: 'name', body: 'body' },
    {
      node: 'constructor_declaration',
      kind: 'method',
      name: 'name',
      body: 'body',
      substance: { has: { kind: 'constructor_initializer' } },
    },
    { node: 'local_function_statement', kind: 'function', name: 'name', body: 'body' },
    {
      node: 'property_declaration',
      kind: 'field',
      name: 'name',
      body: ['<arrow_expression_clause>', '<accessor_list>'],
    },
    {
      node: 'event_field_declaration',
      kind: 'event',
      name: '<variable_declaration>/<variable_declarator>/name',
      isMany: true,
    },
    {
      node: 'field_declaration',
      where: { has: { kind: 'modifier', regex: '^const$' } },
      kind: 'constant',
      name: '<variable_declaration>/<variable_declarator>/name',
      isMany: true,
    },
    {
      node: 'field_declaration',
      where: {
        has: {
          kind: 'variable_declaration',
          has: { kind: 'variable_declarator', has: { kind: 'lambda_expression' } },
        },
      },
      kind: 'field',
      name: '<variable_declaration>/<variable_declarator>/name',
      body: '<variable_declaration>/<variable_declarator>/<lambda_expression>',
    },
    {
      node: 'field_declaration',
      where: {
        all: [
          { has: { kind: 'modifier', regex: '^static$' } },
          { has: { kind: 'modifier', regex: '^readonly$' } },
        ],
      },
      kind: 'constant',
      name: '<variable_declaration>/<variable_declarator>/name',
      isMany: true,
    },
  ],
  scopes: [{ node: 'interface_declaration', exported: 'always' }],
  imports: [
    {
      node: 'using_directive',
      pattern: /^(?:global )?using (?:static )?(?:(?<alias>\w+) ?= ?)?(?<module>[\w.]+)[^;]*;$/,
      name: '*',
    },
  ],
  decorators: [{ node: 'attribute', name: '.' }],
  visibility: { header: /\bpublic\b/ },
  references: { names: ['identifier'], notIn: ['using_directive'] },
  tests: [
    {
      kinds: ['method'],
      decorator: /^(Fact|Theory|Test|TestCase|TestCaseSource|TestMethod|DataTestMethod)\b/,
    },
  ],
  unknownWords: /\bparams(?=\s+[A-Z][\w.]*<)/g,
  newerSyntax: [
    { pattern: withoutBody, known: withBody },
    { pattern: emptyCollection, known: () => '00' },
  ],
  hasDirectives: true,
  hooks: /\bvirtual\b/,
  openTypes: /\b(?:abstract|partial)\b/,
  idle: /^\{(return;)?\}$/,
  refusals: [
    /^(\{|=>)thrownew(System\.)?(NotImplemented|NotSupported)Exception\([^;]*\);?\}?$/,
    /^(\{return|=>)(Value)?Task\.FromException(<.*>)?\(new(System\.)?(NotImplemented|NotSupported)Exception\([^;]*\)\);?\}?$/,
    /^(\{|=>)thrownew[\w.]+\("[^"]*(notimplemented|unimplemented|todo)[^"]*"\);?\}?$/i,
  ],
}
