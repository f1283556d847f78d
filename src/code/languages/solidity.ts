// Solidity: visibility stands behind the name, events, errors and modifiers are declarations of their own.

import type { LanguagePack, Rule } from './pack.ts'

/** Empty for heirs to fill in. */
const isHook: Rule = {
  all: [{ has: { kind: 'virtual' } }, { has: { kind: 'visibility', regex: '^internal$' } }],
}

export const solidity: LanguagePack = {
  language: 'solidity',
  extensions: ['.sol'],
  grammar: {
    package: 'tree-sitter-solidity',
    library: 'prebuilds/{platform}/tree-sitter-solidity.node',
    symbol: 'tree_sitter_solidity',
    installFlags: ['--ignore-scripts', '--legacy-peer-deps'],
  },
  comments: ['comment'],
  declarations: [
    { node: 'contract_declaration', kind: 'contract', name: 'name', body: 'body' },
    { node: 'interface_declaration', kind: 'interface', name: 'name', body: 'body' },
    { node: 'library_declaration', kind: 'library', name: 'name', body: 'body' },
    { node: 'struct_declaration', kind: 'struct', name: 'name', body: 'body', exported: 'always' },
    { node: 'enum_declaration', kind: 'enum', name: 'name', body: 'body', exported: 'always' },
    { node: 'event_definition', kind: 'event', name: 'name', exported: 'always' },
    { node: 'error_declaration', kind: 'error', name: 'name', exported: 'always' },
    { node: 'user_defined_type_definition', kind: 'type', name: 'name', exported: 'always' },
    { node: 'modifier_definition', kind: 'modifier', name: 'name', body: 'body' },
    {
      node: 'function_definition',
      kind: 'function',
      member: 'method',
      name: 'name',
      body: 'body',
      substance: isHook,
    },
    {
      node: 'constructor_definition',
      kind: 'method',
      name: '<constructor>',
      body: 'body',
      substance: { has: { kind: 'modifier_invocation' } },
      exported: 'always',
    },
    {
      node: 'fallback_receive_definition',
      kind: 'method',
      name: ['<receive>', '<fallback>'],
      body: 'body',
      substance: 'always',
    },
    { node: 'constant_variable_declaration', kind: 'constant', name: 'name' },
    {
      node: 'state_variable_declaration',
      where: { has: { regex: '^constant$' } },
      kind: 'constant',
      name: 'name',
    },
  ],
  imports: [
    {
      node: 'import_directive',
      pattern: /^import \{(?<list>.*)\} ?from ?["'](?<module>[^"']+)["']/,
    },
    {
      node: 'import_directive',
      pattern: /^import \* as (?<alias>\w+) from ?["'](?<module>[^"']+)["']/,
      name: '*',
    },
    {
      node: 'import_directive',
      pattern: /^import ?["'](?<module>[^"']+)["'](?: as (?<alias>\w+))?/,
      name: '*',
    },
  ],
  visibility: { members: { text: /\b(public|external)\b/ } },
  references: { names: ['identifier'], notIn: ['import_directive'] },
  tests: [],
  openTypes: /\babstract\b/,
  idle: /^\{(return;)?\}$/,
  refusals: [
    /^\{(revert|require)\((false,)?"[^"]*(notimplemented|unimplemented|todo)[^"]*"\);\}$/i,
    /^\{revertNotImplemented\(\);\}$/,
  ],
}
