// C: prototypes declare, definitions have bodies, `static` hides. Names lie at the end of a chain of declarators.

import type { DeclarationRule, LanguagePack, Rule } from './pack.ts'

/** Down through pointers, parentheses, arrays and parameters to the name. */
export const declaredName = 'declarator|<pointer_declarator>|<function_declarator>*'

const pointsToFunction: Rule = {
  has: {
    field: 'declarator',
    kind: 'function_declarator',
    has: { field: 'declarator', kind: 'parenthesized_declarator' },
  },
}

const isPrototype: Rule = {
  has: {
    field: 'declarator',
    kind: 'function_declarator',
    not: { has: { field: 'declarator', kind: 'parenthesized_declarator' } },
  },
}

/** A prototype, also one whose result is a pointer (or a reference, where the language has them). */
export function declaresFunction(...results: readonly string[]): Rule {
  const wrapped = results.map(kind => ({ has: { kind, has: { kind: 'function_declarator' } } }))
  return { any: [isPrototype, ...wrapped] }
}

/** `Box(T) -> Box<T>;` of C++ says which type is meant, and has no type of its own. */
const isDeductionGuide: Rule = {
  has: { field: 'declarator', has: { kind: 'trailing_return_type' } },
  not: { has: { field: 'type', regex: '' } },
}

const unnamed = (kind: string): Rule => ({
  has: { field: 'type', kind, not: { has: { field: 'name', regex: '' } } },
})

const isDefined: Rule = { has: { field: 'body', regex: '' } }

/** What C and C++ declare alike. */
export const cDeclarations: readonly DeclarationRule[] = [
  {
    node: 'type_definition',
    where: { any: [unnamed('struct_specifier'), unnamed('union_specifier')] },
    kind: 'struct',
    name: declaredName,
    body: 'type/body',
  },
  {
    node: 'type_definition',
    where: unnamed('enum_specifier'),
    kind: 'enum',
    name: declaredName,
    body: 'type/body',
  },
  { node: 'type_definition', kind: 'type', name: declaredName },
  { node: 'struct_specifier', where: isDefined, kind: 'struct', name: 'name', body: 'body' },
  { node: 'union_specifier', where: isDefined, kind: 'struct', name: 'name', body: 'body' },
  { node: 'enum_specifier', where: isDefined, kind: 'enum', name: 'name', body: 'body' },
  { node: 'field_declaration', where: pointsToFunction, kind: 'field', name: declaredName },
  {
    node: 'declaration',
    where: {
      all: [
        declaresFunction('pointer_declarator'),
        { not: { inside: { kind: 'compound_statement' } } },
        { not: isDeductionGuide },
      ],
    },
    kind: 'function',
    member: 'method',
    name: declaredName,
  },
  {
    node: 'declaration',
    where: {
      has: { kind: 'type_qualifier', regex: '^const(expr)?$' },
      not: { inside: { kind: 'compound_statement' } },
    },
    kind: 'constant',
    name: declaredName,
  },
  {
    node: 'preproc_def',
    where: { has: { field: 'value', regex: '' } },
    kind: 'constant',
    name: 'name',
    exported: 'always',
  },
  {
    node: 'preproc_function_def',
    kind: 'function',
    name: 'name',
    body: 'value',
    exported: 'always',
    substance: 'always',
  },
]

export const includes = [
  { node: 'preproc_include', pattern: /^# ?include ?[<"](?<module>[^>"]+)[>"]/, name: '*' },
]

/** Only to abort is what a function does that nobody has written. */
export const cIdle =
  /^\{(return;|(std::)?(abort|terminate|__builtin_trap|__builtin_unreachable)\(\);)?\}$/

export const cRefusals = [
  /^\{assert\((false|0|!)(&&)?"[^"]*(notimplemented|unimplemented|todo)[^"]*"\);(return[^;]*;)?\}$/i,
]

export const c: LanguagePack = {
  language: 'c',
  extensions: ['.c', '.h'],
  grammar: { package: '@ast-grep/lang-c' },
  shared: {
    ending: '.h',
    language: 'cpp',
    where:
      /^[ \t]*(?:class\s+\w|(?:inline\s+)?namespace\b|template\s*<|using\s+\w|(?:public|private|protected)\s*:|\w+::\w)/m,
  },
  // Objective-C, unless the header is one of C that makes room for it.
  unread: {
    ending: '.h',
    says: text =>
      (/^[ \t]*#[ \t]*import\b/m.test(text) ||
        (/^[ \t]*@(interface|protocol)\s+\w/m.test(text) && /^[ \t]*@end\b/m.test(text))) &&
      !text.includes('__OBJC__'),
  },
  comments: ['comment'],
  isLenient: true,
  declarations: [
    { node: 'function_definition', kind: 'function', name: declaredName, body: 'body' },
    ...cDeclarations,
  ],
  imports: includes,
  visibility: { notHeader: /\bstatic\b/ },
  references: {
    names: ['identifier', 'type_identifier', 'field_identifier'],
    notIn: ['preproc_include'],
  },
  tests: [],
  idle: cIdle,
  refusals: cRefusals,
}
