// Rust: impl blocks lend their methods a type, `pub` makes visible, attributes say what is a test.

import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import type { LanguagePack } from './pack.ts'

const compiled: readonly DeclarationKind[] = [
  'module',
  'function',
  'method',
  'struct',
  'enum',
  'trait',
  'type',
  'constant',
]

export const rust: LanguagePack = {
  language: 'rust',
  extensions: ['.rs'],
  grammar: { package: '@ast-grep/lang-rust' },
  comments: ['line_comment', 'block_comment'],
  declarations: [
    {
      node: 'function_item',
      kind: 'function',
      member: 'method',
      name: 'name',
      body: 'body',
      // `impl Visitor for ()` is there to do nothing.
      substance: {
        inside: {
          kind: 'impl_item',
          has: { field: 'type', kind: 'unit_type' },
          stopBy: 'end',
        },
      },
    },
    {
      node: 'function_signature_item',
      kind: 'function',
      member: 'method',
      name: 'name',
    },
    { node: 'struct_item', kind: 'struct', name: 'name', body: 'body' },
    { node: 'union_item', kind: 'struct', name: 'name', body: 'body' },
    { node: 'enum_item', kind: 'enum', name: 'name', body: 'body' },
    { node: 'trait_item', kind: 'trait', name: 'name', body: 'body' },
    { node: 'type_item', where: outsideImpl(), kind: 'type', name: 'name' },
    { node: 'const_item', where: outsideImpl(), kind: 'constant', name: 'name' },
    { node: 'static_item', kind: 'constant', name: 'name' },
    { node: 'mod_item', kind: 'module', name: 'name', body: 'body' },
    { node: 'macro_definition', kind: 'function', name: 'name', exported: 'never' },
  ],
  scopes: [
    {
      node: 'impl_item',
      where: { has: { field: 'trait', regex: '' } },
      owner: 'type',
      exported: 'always',
    },
    { node: 'impl_item', owner: 'type' },
    { node: 'trait_item', exported: 'always' },
  ],
  imports: [
    {
      node: 'use_declaration',
      pattern: /(?:^| )use (?:(?<module>[^{};]+?)::)?\{(?<list>.*)\};$/,
      separator: '::',
    },
    {
      node: 'use_declaration',
      pattern: /(?:^| )use (?:(?<module>[^{};]+)::)?(?<name>\w+|\*)(?: as (?<alias>\w+))?;$/,
    },
    {
      node: 'extern_crate_declaration',
      pattern: /extern crate (?<module>\w+)(?: as (?<alias>\w+))?;$/,
      name: '*',
    },
  ],
  exports: [
    {
      node: 'use_declaration',
      pattern: /^pub(?: ?\([^)]*\))? use (?:(?<module>[^{};]+?)::)?\{(?<list>.*)\};$/,
      separator: '::',
    },
    {
      node: 'use_declaration',
      pattern:
        /^pub(?: ?\([^)]*\))? use (?:(?<module>[^{};]+)::)?(?<name>\w+|\*)(?: as (?<alias>\w+))?;$/,
    },
  ],
  decorators: [{ node: 'attribute_item', name: '<attribute>' }],
  visibility: { header: /^pub\b/ },
  references: {
    names: ['identifier', 'type_identifier', 'field_identifier', 'shorthand_field_identifier'],
    notIn: ['use_declaration'],
  },
  tests: [
    {
      kinds: ['function', 'method'],
      decorator: /^(\w+::)*(test|bench|rstest|test_case|quickcheck)\b/,
    },
    { kinds: compiled, decorator: /^cfg\((all\()?test\b/, opensScope: true },
  ],
  unknownWords:
    /\basync(?=\s+(?:move\s*)?\|)|\bunsafe(?=\s+extern\s*"\w*"\s*\{)|\bsafe(?=\s+(?:fn|static)\s)/g,
  idle: /^\{\}$/,
  refusals: [
    /^\{(todo|unimplemented)!(\(.*\)|\{.*\}|\[.*\]);?\}$/,
    /^\{(return)?(Err\(|(anyhow::|eyre::)?bail!\()[^{};]*(notimplemented|unimplemented)[^{};]*\);?\}$/i,
    /^\{(return)?(Err\(|(anyhow::|eyre::)?bail!\()[^{};"]*"(TODO|FIXME)[!.:"-][^{};]*\);?\}$/,
    /^\{panic!\("[^"]*(notimplemented|unimplemented|todo)[^"]*"\);?\}$/i,
  ],
}

function outsideImpl() {
  return { not: { inside: { kind: 'declaration_list', inside: { kind: 'impl_item' } } } }
}
