// Ruby: everything is public until `private`, a method without a body does nothing.

import type { LanguagePack } from './pack.ts'

const call = (method: string) => ({ has: { field: 'method', regex: `^(${method})$` } })

const inType = {
  inside: {
    kind: 'body_statement',
    inside: {
      any: [
        { kind: 'class' },
        { kind: 'module' },
        { kind: 'singleton_class' },
        { kind: 'do_block' },
      ],
    },
  },
}

export const ruby: LanguagePack = {
  language: 'ruby',
  extensions: ['.rb', '.rake', '.gemspec', '.ru'],
  interpreters: ['ruby', 'jruby'],
  fileNames: ['Rakefile', 'Thorfile', 'Capfile'],
  grammar: { package: '@ast-grep/lang-ruby' },
  // A symbol of a sign: `:☠`, in whichever units of text.
  stumbles: {
    over: /(?<=(?<![\w:]):[\u2190-\u2bff\ud83c-\udfff]*)[\u2190-\u2bff\ud83c-\udfff]/g,
    known: '_',
  },
  comments: ['comment'],
  nameSeparator: '::',
  narrowed: {
    identifier: { regex: '^(private|protected|public|module_function)$' },
    call: call(
      'require|load|require_relative|(private|public)(_class_method)?|protected|attr_(reader|accessor)|alias_method|define_method|delegate|scope',
    ),
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
      node: 'call',
      where: call('define_method'),
      kind: 'function',
      member: 'method',
      name: 'arguments/<simple_symbol>',
      body: ['<block>', '<do_block>'],
    },
    // What a word makes is there without a body of its own, and does not make a class more than a stub.
    {
      node: 'call',
      where: { all: [call('attr_(reader|accessor)'), inType] },
      kind: 'field',
      name: 'arguments/<simple_symbol>',
      isMany: true,
      substance: 'always',
    },
    {
      node: 'call',
      where: { all: [call('alias_method'), inType] },
      kind: 'field',
      name: 'arguments/<simple_symbol>',
      substance: 'always',
    },
    { node: 'alias', where: inType, kind: 'field', name: 'name', substance: 'always' },
    {
      node: 'call',
      where: {
        all: [
          call('delegate'),
          inType,
          { has: { field: 'arguments', regex: '\\bto:' } },
          { not: { has: { field: 'arguments', regex: '\\bprefix:' } } },
        ],
      },
      kind: 'field',
      name: 'arguments/<simple_symbol>',
      isMany: true,
      substance: 'always',
    },
    {
      node: 'call',
      where: {
        all: [call('scope'), inType, { has: { field: 'arguments', has: { kind: 'lambda' } } }],
      },
      kind: 'field',
      name: 'arguments/<simple_symbol>',
      substance: 'always',
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
    /^(?:raise|fail)\(?(::)?NotImplementedError(,?["'][^"']*["']|,<<[~-]?\w+.*|\.new(\([^)]*\))?)?\)?$/,
    /^(raise|fail)\(?[\w:]+,["'][^"']*(notimplemented|unimplemented|todo)[^"']*["']\)?$/i,
    /^raise\(?["'][^"']*(notimplemented|unimplemented|todo)[^"']*["']\)?$/i,
  ],
}
