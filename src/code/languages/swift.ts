// Swift: `public` and `open` are seen from other modules, extensions lend their members a type.

import type { LanguagePack } from './pack.ts'

const declaredAs = (word: string) => ({ has: { field: 'declaration_kind', regex: `^${word}$` } })

export const swift: LanguagePack = {
  language: 'swift',
  extensions: ['.swift'],
  interpreters: ['swift'],
  grammar: { package: '@ast-grep/lang-swift' },
  comments: ['comment', 'multiline_comment'],
  isLenient: true,
  declarations: [
    {
      node: 'class_declaration',
      where: declaredAs('struct'),
      kind: 'struct',
      name: 'name',
      body: 'body',
    },
    {
      node: 'class_declaration',
      where: declaredAs('enum'),
      kind: 'enum',
      name: 'name',
      body: 'body',
    },
    {
      node: 'class_declaration',
      where: declaredAs('(class|actor)'),
      kind: 'class',
      name: 'name',
      body: 'body',
    },
    { node: 'protocol_declaration', kind: 'protocol', name: 'name', body: 'body' },
    { node: 'typealias_declaration', kind: 'type', name: 'name' },
    {
      node: 'function_declaration',
      kind: 'function',
      member: 'method',
      name: 'name',
      body: 'body',
    },
    { node: 'protocol_function_declaration', kind: 'method', name: 'name' },
    { node: 'init_declaration', kind: 'method', name: '<init>', body: 'body' },
    { node: 'deinit_declaration', kind: 'method', name: '<deinit>', body: 'body' },
    {
      node: 'property_declaration',
      where: { has: { field: 'value', kind: 'lambda_literal' } },
      kind: 'function',
      member: 'field',
      name: 'name',
      body: 'value',
    },
    {
      node: 'property_declaration',
      where: {
        inside: { kind: 'source_file' },
        has: { kind: 'value_binding_pattern', regex: '^let$' },
      },
      kind: 'constant',
      name: 'name',
    },
  ],
  scopes: [
    { node: 'class_declaration', where: declaredAs('extension'), owner: 'name' },
    { node: 'protocol_declaration', exported: 'always' },
  ],
  imports: [
    {
      node: 'import_declaration',
      pattern:
        /import (?:(?:class|struct|enum|protocol|func|var|let|typealias) (?<module>[\w.]+)\.(?<name>\w+))$/,
    },
    { node: 'import_declaration', pattern: /import (?<module>[\w.]+)$/, name: '*' },
  ],
  decorators: [{ node: 'attribute', name: '.' }],
  visibility: { header: /\b(public|open)\b/ },
  references: { names: ['simple_identifier', 'type_identifier'], notIn: ['import_declaration'] },
  tests: [{ kinds: ['function', 'method'], decorator: /^Test\b/ }],
  unknownWords: /(?<=\bthrows)\([\w.]+\)/g,
  hooks: /\bopen\b/,
  idle: /^\{(return)?\}$/,
  refusals: [
    /^\{(fatalError|preconditionFailure|assertionFailure)\((?=[^)]*(notimplemented|unimplemented|implementme|todo)|"?"?\))[^)]*\)\}$/i,
  ],
}
