// Python: an underscore hides, a docstring is no body, `__all__` exports.

import type { LanguagePack, Rule } from './pack.ts'

const string = `[rRuUbBfF]*("""(?:(?!""").)*"""|'''(?:(?!''').)*'''|"[^"]*"|'[^']*')`

/** Nothing, after an optional docstring. */
const nothing = new RegExp(
  String.raw`^(${string})?(pass;?|\.\.\.|return|returnNotImplemented)*$`,
  's',
)
const refusal = new RegExp(
  String.raw`^(${string})?(pass;?|\.\.\.)*raise(NotImplementedError(\(.*\))?|NotImplemented)$`,
  's',
)

const atModule: Rule = { inside: { kind: 'expression_statement', inside: { kind: 'module' } } }
const inClass: Rule = {
  inside: {
    kind: 'expression_statement',
    inside: { kind: 'block', inside: { kind: 'class_definition' } },
  },
}

const isAbstract: Rule = {
  inside: {
    kind: 'decorated_definition',
    has: { kind: 'decorator', regex: String.raw`\b(abstract\w*|overload)\b` },
  },
}
const inProtocol: Rule = {
  inside: {
    kind: 'block',
    inside: {
      kind: 'class_definition',
      has: { field: 'superclasses', regex: String.raw`\bProtocol\b` },
    },
  },
}

export const python: LanguagePack = {
  language: 'python',
  extensions: ['.py', '.pyi'],
  interpreters: ['python', 'pypy'],
  grammar: { package: '@ast-grep/lang-python' },
  comments: ['comment'],
  narrowed: { assignment: { any: [atModule, inClass] } },
  declarations: [
    { node: 'class_definition', kind: 'class', name: 'name', body: 'body' },
    {
      node: 'function_definition',
      kind: 'function',
      member: 'method',
      name: 'name',
      body: 'body',
      substance: { any: [isAbstract, inProtocol] },
    },
    {
      node: 'assignment',
      where: { has: { field: 'right', kind: 'lambda' }, any: [atModule, inClass] },
      kind: 'function',
      member: 'field',
      name: 'left',
      body: 'right/body',
    },
    {
      node: 'assignment',
      where: {
        has: { field: 'left', kind: 'identifier', regex: '^_*[A-Z][A-Z0-9_]*$' },
        any: [atModule, inClass],
      },
      kind: 'constant',
      name: 'left',
    },
    { node: 'type_alias_statement', kind: 'type', name: 'left/<identifier>' },
  ],
  imports: [
    {
      node: 'import_statement',
      pattern: /(?:^import |, ?)(?<module>[\w.]+)(?: as (?<alias>\w+))?/,
      name: '*',
    },
    {
      node: 'import_from_statement',
      pattern: /^from ?(?<module>[.\w]+) import ?\(?(?<list>[^)]*)\)?$/,
    },
    {
      node: 'future_import_statement',
      pattern: /^from (?<module>__future__) import ?\(?(?<list>[^)]*)\)?$/,
    },
  ],
  exports: ['assignment', 'augmented_assignment'].map(node => ({
    node,
    where: { has: { field: 'left', regex: '^__all__$' } },
    pattern: /^__all__[^=]*= ?[[(](?<list>.*?)[\])]/,
  })),
  decorators: [{ node: 'decorator', name: '.' }],
  visibility: { isListed: true, name: /^(?!_)/, members: { name: /^(?!_)|^__\w+__$/ } },
  references: {
    names: ['identifier'],
    notIn: ['import_statement', 'import_from_statement', 'future_import_statement'],
  },
  tests: [],
  idle: nothing,
  refusals: [refusal],
  signatureFiles: /\.pyi$/,
}
