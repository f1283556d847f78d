// JavaScript, as modules and as CommonJS, with or without JSX.

import { ecma, ecmaDeclarations, holdsFunction, memberRules } from './ecma.ts'
import type { LanguagePack } from './pack.ts'
import { reservedNames } from './reserved-names.ts'

export const javascript: LanguagePack = {
  ...ecma,
  language: 'javascript',
  extensions: ['.js', '.jsx', '.mjs', '.cjs'],
  interpreters: ['node', 'nodejs'],
  grammar: { builtin: 'JavaScript' },
  declarations: [
    { node: 'class_declaration', kind: 'class', name: 'name', body: 'body' },
    ...memberRules([]),
    {
      node: 'field_definition',
      where: holdsFunction('value'),
      kind: 'method',
      name: 'property',
      body: 'value/body',
    },
    ...ecmaDeclarations,
  ],
  newerSyntax: reservedNames,
  visibility: { header: /^export\b/, members: { name: /^[^#]/ } },
}
