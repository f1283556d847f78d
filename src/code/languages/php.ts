// PHP: visible unless private or protected; namespaces group imports in braces.

import type { LanguagePack } from './pack.ts'

export const php: LanguagePack = {
  language: 'php',
  extensions: ['.php'],
  interpreters: ['php'],
  grammar: { package: '@ast-grep/lang-php' },
  comments: ['comment'],
  narrowed: {
    assignment_expression: {
      any: [
        { has: { field: 'right', kind: 'anonymous_function' } },
        { has: { field: 'right', kind: 'arrow_function' } },
      ],
    },
  },
  declarations: [
    { node: 'class_declaration', kind: 'class', name: 'name', body: 'body' },
    { node: 'interface_declaration', kind: 'interface', name: 'name', body: 'body' },
    { node: 'trait_declaration', kind: 'trait', name: 'name', body: 'body' },
    { node: 'enum_declaration', kind: 'enum', name: 'name', body: 'body' },
    {
      node: 'method_declaration',
      kind: 'method',
      name: 'name',
      body: 'body',
      substance: { has: { field: 'parameters', has: { kind: 'property_promotion_parameter' } } },
    },
    { node: 'function_definition', kind: 'function', name: 'name', body: 'body' },
    { node: 'const_declaration', kind: 'constant', name: '<const_element>/<name>', isMany: true },
    {
      node: 'assignment_expression',
      where: {
        all: [
          { has: { field: 'left', kind: 'variable_name' } },
          {
            any: [
              { has: { field: 'right', kind: 'anonymous_function' } },
              { has: { field: 'right', kind: 'arrow_function' } },
            ],
          },
        ],
      },
      kind: 'function',
      name: 'left/<name>',
      body: 'right/body',
    },
  ],
  imports: [
    {
      node: 'namespace_use_declaration',
      pattern: /^use (?:function |const )?\\?(?<module>[\w\\]+?)\\ ?\{(?<list>.*)\} ?;$/,
      separator: '\\',
    },
    {
      node: 'namespace_use_declaration',
      pattern:
        /(?:^use |, ?)(?:function |const )?\\?(?:(?<module>[\w\\]+)\\)?(?<name>\w+)(?: as (?<alias>\w+))?(?= ?[,;])(?![^{]*\})/,
    },
    ...[
      'require_once_expression',
      'require_expression',
      'include_once_expression',
      'include_expression',
    ].map(node => ({ node, pattern: /['"](?<module>[^'"]+)['"]/ })),
  ],
  decorators: [{ node: 'attribute', name: '.' }],
  visibility: { notHeader: /\b(private|protected)\b/ },
  references: { names: ['name'], notIn: ['namespace_use_declaration'] },
  tests: [{ kinds: ['method'], decorator: /^(\\?PHPUnit\\Framework\\Attributes\\)?Test$/ }],
  unknownWords: /\b(?:public|protected|private)\(set\)/g,
  openTypes: /\babstract\b/,
  idle: /^\{(return;)?\}$/,
  refusals: [
    /^\{thrownew[\w\\]*(NotImplemented|BadMethodCall)\w*\([^;]*\);\}$/,
    /^\{thrownew[\w\\]+\((?:sprintf\()?["'][^"']*(notimplemented|unimplemented|todo)[^"']*["'][^;{}]*\);\}$/i,
  ],
}
