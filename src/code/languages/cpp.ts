// C++: classes with sections, methods defined away from their class, test macros that look like functions.

import { cDeclarations, cIdle, cRefusals, declaredName, declaresFunction, includes } from './c.ts'
import type { LanguagePack } from './pack.ts'

export const cpp: LanguagePack = {
  language: 'cpp',
  extensions: ['.cpp', '.cc', '.cxx', '.hpp', '.hh', '.hxx', '.ipp'],
  grammar: { package: '@ast-grep/lang-cpp' },
  comments: ['comment'],
  nameSeparator: '::',
  isLenient: true,
  declarations: [
    {
      node: 'function_definition',
      where: {
        has: {
          field: 'declarator',
          kind: 'function_declarator',
          has: { field: 'declarator', regex: '^(TEST|TEST_F|TEST_P|TYPED_TEST)$' },
        },
      },
      kind: 'function',
      name: 'declarator/parameters/<parameter_declaration>$',
      owner: 'declarator/parameters/<parameter_declaration>',
      body: 'body',
      isTest: true,
      exported: 'never',
    },
    {
      node: 'function_definition',
      kind: 'function',
      member: 'method',
      name: declaredName,
      body: 'body',
      substance: {
        any: [
          { has: { kind: 'field_initializer_list' } },
          { has: { field: 'declarator', has: { kind: 'destructor_name' } } },
        ],
      },
    },
    { node: 'class_specifier', where: defined(), kind: 'class', name: 'name', body: 'body' },
    { node: 'alias_declaration', kind: 'type', name: 'name' },
    { node: 'namespace_definition', kind: 'module', name: 'name', body: 'body' },
    { node: 'concept_definition', kind: 'interface', name: 'name' },
    {
      node: 'field_declaration',
      where: declaresFunction('pointer_declarator', 'reference_declarator'),
      kind: 'method',
      name: declaredName,
      body: 'default_value',
    },
    ...cDeclarations,
  ],
  scopes: [
    { node: 'template_declaration', isHeader: true },
    {
      node: 'namespace_definition',
      where: { not: { has: { field: 'name', regex: '' } } },
      exported: 'never',
    },
  ],
  imports: includes,
  visibility: {
    notHeader: /\bstatic\b/,
    members: {},
    hiddenIn: /\bclass\s*$/,
    sections: {
      node: 'access_specifier',
      where: { inside: { kind: 'field_declaration_list' } },
      hides: /^(private|protected)/,
    },
  },
  references: {
    names: ['identifier', 'type_identifier', 'field_identifier'],
    notIn: ['preproc_include'],
  },
  tests: [],
  unknownWords: /^[ \t]*export\b|^[ \t]*(?:module|import)(?:[ \t]+[\w.:]+)?[ \t]*;/gm,
  hooks: /\bvirtual\b/,
  idle: cIdle,
  refusals: [
    ...cRefusals,
    /^\{throw[\w:]+\("[^"]*(notimplemented|unimplemented|todo)[^"]*"\);\}$/i,
  ],
}

function defined() {
  return { has: { field: 'body', regex: '' } }
}
