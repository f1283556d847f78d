// Java: `public` is seen from elsewhere, members of an interface always are, annotations say what is a test.

import type { LanguagePack } from './pack.ts'

export const java: LanguagePack = {
  language: 'java',
  extensions: ['.java'],
  grammar: { package: '@ast-grep/lang-java' },
  comments: ['line_comment', 'block_comment'],
  declarations: [
    { node: 'class_declaration', kind: 'class', name: 'name', body: 'body' },
    { node: 'record_declaration', kind: 'class', name: 'name', body: 'body', substance: 'always' },
    { node: 'interface_declaration', kind: 'interface', name: 'name', body: 'body' },
    { node: 'annotation_type_declaration', kind: 'interface', name: 'name', body: 'body' },
    { node: 'enum_declaration', kind: 'enum', name: 'name', body: 'body' },
    { node: 'method_declaration', kind: 'method', name: 'name', body: 'body' },
    { node: 'constructor_declaration', kind: 'method', name: 'name', body: 'body' },
    { node: 'annotation_type_element_declaration', kind: 'method', name: 'name' },
    {
      node: 'field_declaration',
      where: {
        has: { field: 'declarator', has: { field: 'value', kind: 'lambda_expression' } },
      },
      kind: 'field',
      name: 'declarator/name',
      body: 'declarator/value',
    },
    {
      node: 'field_declaration',
      where: { has: { kind: 'modifiers', regex: String.raw`\bstatic\b[\s\S]*\bfinal\b` } },
      kind: 'constant',
      name: 'declarator/name',
      isMany: true,
    },
    { node: 'constant_declaration', kind: 'constant', name: 'declarator/name', isMany: true },
  ],
  scopes: [
    { node: 'interface_declaration', exported: 'always' },
    { node: 'annotation_type_declaration', exported: 'always' },
  ],
  imports: [
    {
      node: 'import_declaration',
      pattern: /^import (?:static )?(?<module>[\w.]+)\.(?<name>\w+|\*) ?;$/,
    },
  ],
  decorators: [
    { node: 'annotation', name: '.' },
    { node: 'marker_annotation', name: '.' },
  ],
  visibility: { header: /\bpublic\b/ },
  references: {
    names: ['identifier', 'type_identifier'],
    notIn: ['import_declaration', 'package_declaration'],
  },
  tests: [
    {
      kinds: ['method'],
      decorator: /^(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property)\b/,
    },
  ],

  openTypes: /\babstract\b/,
  idle: /^\{(return;)?\}$/,
  refusals: [
    /^\{thrownew(java\.lang\.)?(UnsupportedOperation|NotImplemented)(Exception|Error)\((?![^;]*(?:[Ii]mmutable|[Uu]nmodifiable|[Rr]ead-?[Oo]nly|[Ff]rozen|(?:cannot|can't)(?:be)?(?:changed|modif)))[^;]*\);\}$/,
    /^\{thrownew\w+\("[^"]*(notimplemented|unimplemented|todo)[^"]*"\);\}$/i,
  ],
}
