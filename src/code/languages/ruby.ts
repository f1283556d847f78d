// Ruby: everything is public until `private`, a method without a body does nothing.

import type { LanguagePack } from './pack.ts'

const call = (method: string) => ({ has: { field: 'method', regex: `^(${method})$` } })

export const ruby: LanguagePack = {
  language: 'ruby',
  extensions: ['.rb', '.rake', '.gemspec', '.ru'],
  grammar: { package: '@ast-grep/lang-ruby' },
  comments: ['comment'],
  nameSeparator: '::',
  narrowed: {
    identifier: { regex: '^(private|protected|public|module_function)$' },
    call: call('require|load|require_relative|(private|public)(_class_method)?|protected'),
    assignment: { has: { field: 'left', kind: 'constant' } },
  },
  declarations: [
    { node: 'module', kind: 'module', name: 'name', body: 'body' },
    {
      node: 'class',
      kind: 'class',
      name: 'name',
      body: 'body',
      needsBody: true,
      substance: { has: { field: 'superclass', regex: '' } },
    },
    {
      node: 'method',
      kind: 'function',
      member: 'method',
      name: 'name',
      body: 'body',
      needsBody: true,
    },
    {
      node: 'singleton_method',
      kind: 'method',
      name: 'name',
      body: 'body',
      needsBody: true,
      exported: 'always',
    },
    {
      node: 'assignment',
      where: {
        all: [
          { has: { field: 'left', kind: 'constant' } },
          {
            has: { field: 'right', kind: 'call', regex: '^(Struct|Data|Class)\\.(new|define)\\b' },
          },
        ],
      },
      kind: 'class',
      name: 'left',
      body: 'right/<do_block>',
      substance: 'always',
    },
    {
      node: 'assignment',
      where: { has: { field: 'left', kind: 'constant' } },
      kind: 'constant',
      name: 'left',
    },
  ],
  scopes: [
    { node: 'singleton_class' },
    { node: 'call', where: call('private|protected|private_class_method'), exported: 'never' },
    { node: 'call', where: call('public|public_class_method'), exported: 'always' },
  ],
  imports: [
    {
      node: 'call',
      where: call('require|load'),
      pattern: /^(?:require|load)[ (]['"](?<module>[^'"]+)['"]/,
    },
    {
      node: 'call',
      where: call('require_relative'),
      pattern: /^require_relative[ (]['"](?<module>[^'"]+)['"]/,
    },
  ],
  visibility: {
    sections: {
      node: 'identifier',
      where: {
        regex: '^(private|protected|public|module_function)$',
        inside: { any: [{ kind: 'body_statement' }, { kind: 'class' }] },
      },
      hides: /^pr/,
    },
  },
  references: { names: ['identifier', 'constant', 'simple_symbol'], notIn: [] },
  tests: [],
  idle: /^$/,
  refusals: [
    /^(?:raise|fail)\(?(::)?NotImplementedError(,?["'][^"']*["']|\.new(\([^)]*\))?)?\)?$/,
    /^(raise|fail)\(?[\w:]+,["'][^"']*(notimplemented|unimplemented|todo)[^"']*["']\)?$/i,
    /^raise\(?["'][^"']*(notimplemented|unimplemented|todo)[^"']*["']\)?$/i,
  ],
}
