// Kotlin: visible unless it says otherwise, extension functions belong to the type they extend.

import type { LanguagePack } from './pack.ts'

const receiver = {
  has: { kind: 'user_type', precedes: { kind: 'simple_identifier', stopBy: 'end' as const } },
}
const topLevel = { inside: { kind: 'source_file' } }
/** `class P` is `class P {}`: it holds nothing, comes from nothing, and is written out nowhere else. */
const plain = {
  not: {
    any: [
      { has: { kind: 'class_body' } },
      { has: { kind: 'delegation_specifier' } },
      { has: { kind: 'primary_constructor', has: { kind: 'class_parameter' } } },
      { has: { kind: 'primary_constructor', has: { kind: 'modifiers' } } },
      { has: { kind: 'modifiers', has: { kind: 'class_modifier' } } },
      { has: { kind: 'modifiers', has: { kind: 'platform_modifier' } } },
      { has: { kind: 'modifiers', has: { kind: 'function_modifier' } } },
    ],
  },
}
const classBody = ['<class_body>', '<enum_class_body>']

export const kotlin: LanguagePack = {
  language: 'kotlin',
  extensions: ['.kt', '.kts'],
  grammar: { package: '@ast-grep/lang-kotlin' },
  comments: ['line_comment', 'multiline_comment'],
  isLenient: true,
  declarations: [
    {
      node: 'class_declaration',
      where: { has: { regex: '^interface$' } },
      kind: 'interface',
      name: '<type_identifier>',
      body: classBody,
    },
    {
      node: 'class_declaration',
      where: { has: { kind: 'enum_class_body' } },
      kind: 'enum',
      name: '<type_identifier>',
      body: classBody,
    },
    {
      node: 'class_declaration',
      where: plain,
      kind: 'class',
      name: '<type_identifier>',
      needsBody: true,
    },
    { node: 'class_declaration', kind: 'class', name: '<type_identifier>', body: classBody },
    { node: 'object_declaration', kind: 'class', name: '<type_identifier>', body: classBody },
    { node: 'type_alias', kind: 'type', name: '<type_identifier>' },
    {
      node: 'function_declaration',
      where: receiver,
      kind: 'function',
      member: 'method',
      name: '<simple_identifier>',
      body: '<function_body>',
      owner: '<user_type>',
    },
    {
      node: 'function_declaration',
      kind: 'function',
      member: 'method',
      name: '<simple_identifier>',
      body: '<function_body>',
    },
    {
      node: 'secondary_constructor',
      kind: 'method',
      name: '<constructor>',
      body: '<statements>',
      needsBody: true,
      substance: { has: { kind: 'constructor_delegation_call' } },
    },
    {
      node: 'property_declaration',
      where: {
        any: [{ has: { kind: 'lambda_literal' } }, { has: { kind: 'anonymous_function' } }],
      },
      kind: 'function',
      member: 'field',
      name: '<variable_declaration>/<simple_identifier>',
      body: ['<lambda_literal>', '<anonymous_function>'],
    },
    {
      node: 'property_declaration',
      where: { ...topLevel, has: { kind: 'binding_pattern_kind', regex: '^val$' } },
      kind: 'constant',
      name: '<variable_declaration>/<simple_identifier>',
    },
  ],
  imports: [
    {
      node: 'import_header',
      pattern: /^import (?<module>[\w.`]+)\.(?<name>[\w`]+|\*)(?: as (?<alias>\w+))?/,
    },
  ],
  decorators: [{ node: 'annotation', name: '.' }],
  // At the top of a file two annotations are read as an expression, and what they stand before is lost.
  crowded: {
    run: /^(?:@[\w.:]+(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\s+){2,}(?=(?:\w+\s+)*(?:class|interface|object|fun|va[lr]|typealias)\b)/gm,
    each: /@[\w.:]+(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?(?=\s)/g,
    telling: /^@(?:[\w.]+\.)?(?:\w*Mapping|Path|Controller|Table|Command|Location)\(/,
  },
  visibility: { notHeader: /\b(private|internal|protected)\b/ },
  references: {
    names: ['simple_identifier', 'type_identifier'],
    notIn: ['import_header', 'package_header'],
  },
  tests: [{ kinds: ['function', 'method'], decorator: /^(Test|ParameterizedTest|RepeatedTest)\b/ }],
  unknownWords: /\bfun(?=\s+interface\b)|(?<=\.\.)<|&\s*Any\b/g,
  // Two bodies that close on one line, and what follows one there: `object { fun of() = 1 } fun go() = 2 }`; and the annotation with
  // arguments above a class that closes on a line with code, which is read as a statement.
  stumbles: {
    sign: {
      kind: 'prefix_expression',
      all: [{ has: { kind: 'annotation' } }, { inside: { kind: 'source_file' } }],
    },
    over: /(?<=[^\s{;,])[ \t](?=\}[ \t]*(?:[^\s)]|\r?$))|(?<=\})[ \t](?=(?:\w+[ \t]+){0,3}(?:fun|val|var|class|object|interface)\b)/gm,
    known: ';',
  },
  hooks: /\bopen\b/,
  openTypes: /\b(?:abstract|sealed)\b/,
  idle: /^\{(return)?\}$/,
  refusals: [
    /^(=|\{return|\{|)TODO\([^)]*\)\}?$/,
    // In a block that is handed to what runs it: `withContext(io) { TODO() }`, but not to what may do without.
    /^(?:=|\{return|\{)(?![^{]*(?:OrElse|OrDefault|require|check|fold|recover|catch|onFailure|ifEmpty|ifBlank))[^{}=]*\{(?:\w+->)?(?:TODO|throwNotImplementedError)\([^)]*\)\}\}?$/,
    /^(=|\{)throw(NotImplementedError|UnsupportedOperationException)\((?![^;]*(?:[Ii]mmutable|[Uu]nmodifiable|[Rr]ead-?[Oo]nly|[Ff]rozen|(?:cannot|can't)(?:be)?(?:changed|modif)))[^)]*\)\}?$/,
    /^(=|\{)(throw\w+|error)\("[^"]*(notimplemented|unimplemented|todo)[^"]*"\)\}?$/i,
  ],
}
