// C#: `public` is seen from elsewhere, attributes say what is a test, bodies may be one expression.

import type { LanguagePack } from './pack.ts'

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
  hooks: /\bvirtual\b/,
  idle: /^\{(return;)?\}$/,
  refusals: [
    /^(\{|=>)thrownew(System\.)?(NotImplemented|NotSupported)Exception\([^;]*\);?\}?$/,
    /^(\{|=>)thrownew[\w.]+\("[^"]*(notimplemented|unimplemented|todo)[^"]*"\);?\}?$/i,
  ],
}
