// C++: classes with sections, methods defined away from their class, test macros that look like functions.

import { cDeclarations, cIdle, cRefusals, declaredName, declaresFunction, includes } from './c.ts'
import type { LanguagePack } from './pack.ts'

const parameters = String.raw`\((?:[^;{}()]|\((?:[^;{}()]|\([^;{}()]*\))*\))*\)`
const macro = '[A-Z][A-Z0-9_]+'

/**
 * Macros before a constructor or destructor, which has no type that they could be: away from its type (`API A::A(`), with an initialiser
 * list, explicit, or with `~`; and the one between its parameters and that list.
 */
const besideConstructors = [
  String.raw`^[ \t]*${macro}(?=\s+(?:${macro}\s+)*(?:inline\s+|constexpr\s+)*(?:\w+::)*(\w+)(?:<[^<>;{}()]*>)?::~?\1\s*\()`,
  String.raw`(?<=^[ \t]*|[:;{}][ \t]*)${macro}(?=\s+(?:explicit\s+\w+\s*\(|(?:constexpr\s+|inline\s+)?(?:virtual\s+)?~\w+\s*\(|\w+${parameters}\s*(?:noexcept\s*)?:\s*\w+(?:<[^;{}()]*>)?\s*[({]))`,
  String.raw`(?<=\)\s*)${macro}(?=\s*:\s*\w+(?:<[^;{}()]*>)?\s*[({])`,
]

/** Macros before a type with a namespace, behind its pointer, and behind the parameters: `API std::string* NON_NULL A::name() const NOEXC {`. */
const besideFunctions = [
  String.raw`^[ \t]*${macro}(?=\s+(?:(?:inline|static|const|constexpr|virtual)\s+)*(?:\w+::)+\w+(?:<[^;{}()]*>)?[\s*&]+(?:\w+::)*\w+\s*\()`,
  String.raw`(?<=\)\s*(?:const\s*)?)${macro}(?=\s*\{)|(?<=\)\s*const\s*)${macro}(?=\s*;)`,
  String.raw`(?<=\*[ \t]*)${macro}(?=[ \t]+(?:\w+::)*\w+[ \t]*\()`,
  String.raw`(?<=\b\w+[\s*&>]+)${macro}(?=[ \t]+operator\b)`,
]

/** Modules, macros between the head of a type and its name that tell a linker of it, and words of Qt that its own compiler reads. */
const unknown = [
  ...besideConstructors,
  ...besideFunctions,
  String.raw`^[ \t]*export\b|^[ \t]*(?:module|import)(?:[ \t]+[\w.:]+)?[ \t]*;`,
  String.raw`(?<=(?<!\(\s*(?:const\s+)?)\b(?:class|struct|union)\s+)[A-Z][A-Z0-9_]+(?:\([^()\n]*\))?(?=\s+(?!final\b)[\w:]+(?:<[^{};()]*>)?\s*(?:final\s*)?(?:\{|:(?!:)))`,
  String.raw`\bQ_(?:OBJECT|GADGET|NAMESPACE|SIGNAL|SLOT|INVOKABLE)\b`,
  String.raw`\bQ_(?:PROPERTY|ENUM|ENUM_NS|FLAG|FLAGS|ENUMS|INTERFACES|CLASSINFO|DISABLE_COPY|DISABLE_COPY_MOVE|DECLARE_PRIVATE|DECLARE_PUBLIC|PLUGIN_METADATA)\((?:[^()\n]|\([^()\n]*\))*\)`,
  String.raw`(?<=\b(?:public|protected|private)[ \t]+)(?:slots|Q_SLOTS)(?=[ \t]*:)`,
]

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
      body: ['body', '<delete_method_clause>', '<default_method_clause>'],
      substance: {
        any: [
          { has: { kind: 'delete_method_clause' } },
          { has: { kind: 'default_method_clause' } },
          { has: { kind: 'field_initializer_list' } },
          { has: { field: 'declarator', has: { kind: 'destructor_name' } } },
          { has: { field: 'declarator', has: { field: 'declarator', regex: '::\\s*~' } } },
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
    {
      node: 'declaration',
      where: { all: [holdsLambda(), { not: { inside: { kind: 'compound_statement' } } }] },
      kind: 'function',
      name: declaredName,
      body: 'declarator/value/body',
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
  unknownWords: new RegExp(unknown.join('|'), 'gm'),
  newerSyntax: [{ pattern: /\b(?:signals|Q_SIGNALS)(?=[ \t]*:(?!:))/g, known: asPublic }],
  hooks: /\bvirtual\b/,
  hasOverloads: true,
  idle: cIdle,
  refusals: [
    ...cRefusals,
    /^\{throw[\w:]+\("[^"]*(notimplemented|unimplemented|todo)[^"]*"\);\}$/i,
  ],
}

/** `signals` of Qt are a section as good as `public`, with the rest left blank. */
function asPublic(word: string): string {
  return 'public'.padEnd(word.length)
}

/** `auto twice = [](int x) { return 2 * x; };` */
function holdsLambda() {
  const lambda = { has: { field: 'value', kind: 'lambda_expression' } }
  return { has: { field: 'declarator', kind: 'init_declarator', ...lambda } }
}

function defined() {
  return { has: { field: 'body', regex: '' } }
}
