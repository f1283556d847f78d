// Go: names with a capital are exported, methods name their type in a receiver.

import type { LanguagePack } from './pack.ts'

export const go: LanguagePack = {
  language: 'go',
  extensions: ['.go'],
  grammar: { package: '@ast-grep/lang-go' },
  comments: ['comment'],
  declarations: [
    { node: 'function_declaration', kind: 'function', name: 'name', body: 'body' },
    {
      node: 'method_declaration',
      kind: 'method',
      name: 'name',
      body: 'body',
      owner: 'receiver/<parameter_declaration>/type',
    },
    {
      node: 'type_spec',
      where: { has: { field: 'type', kind: 'struct_type' } },
      kind: 'struct',
      name: 'name',
      body: 'type',
    },
    {
      node: 'type_spec',
      where: { has: { field: 'type', kind: 'interface_type' } },
      kind: 'interface',
      name: 'name',
      body: 'type',
    },
    { node: 'type_spec', kind: 'type', name: 'name' },
    { node: 'type_alias', kind: 'type', name: 'name' },
    { node: 'method_elem', kind: 'method', name: 'name' },
    {
      node: 'field_declaration',
      where: { has: { field: 'type', kind: 'function_type' } },
      kind: 'field',
      name: 'name',
    },
    { node: 'const_spec', where: topLevel(), kind: 'constant', name: 'name', isMany: true },
    {
      node: 'var_spec',
      where: { has: { field: 'value', has: { kind: 'func_literal' } }, ...topLevel() },
      kind: 'function',
      name: 'name',
      body: 'value/<func_literal>/body',
    },
    { node: 'var_spec', where: topLevel(), kind: 'constant', name: 'name', isMany: true },
  ],
  imports: [
    {
      node: 'import_spec',
      pattern: /^(?:(?<alias>\w+) |\. )?["`](?<module>[^"`]+)["`]/,
      name: '*',
    },
  ],
  visibility: { name: /^\p{Lu}/u },
  references: {
    names: ['identifier', 'type_identifier', 'field_identifier'],
    notIn: ['import_declaration'],
  },
  tests: [],
  idle: /^\{(return)?\}$/,
  refusals: [
    /^\{return[\w.,*&{}]*status\.Errorf?\(codes\.Unimplemented,[^;{}]*\)\}$/,
    /^\{return\w+,(errors\.New|fmt\.Errorf)\("[^"]*(notimplemented|unimplemented|todo)[^"]*"[^;{}]*\)\}$/i,
    /^\{(err\w*)=(errors\.New|fmt\.Errorf)\("[^"]*(notimplemented|unimplemented|todo)[^"]*"[\w,.]*\)return(nil,)*(\1)?\}$/i,
    /^\{panic\(["`](?=[^"`]*(notimplemented|unimplemented|implementme|todo))[^"`]*["`]\)\}$/i,
    /^\{return([\w.*&[\]]+\{\},|nil,|"",|0,|false,)*(errors\.New|fmt\.Errorf)\("[^"]*(notimplemented|unimplemented|todo)[^"]*"[\w,.]*\)\}$/i,
    /^\{return([\w.*&[\]]+\{\},|nil,|"",|0,|false,)*(\w+\.)?(err(Not|Un)Implemented|ErrUnsupported)\}$/i,
  ],
}

function topLevel() {
  return { not: { inside: { kind: 'block', stopBy: 'end' as const } } }
}
