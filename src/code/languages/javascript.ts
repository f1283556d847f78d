// JavaScript, as modules and as CommonJS, with or without JSX.

import {
  ecmaDeclarations,
  ecmaExports,
  ecmaImports,
  ecmaKeywordExports,
  ecmaNames,
  ecmaNarrowed,
  ecmaStubs,
  ecmaTests,
  exportScope,
  holdsFunction,
  memberRules,
} from './ecma.ts'
import type { LanguagePack } from './pack.ts'

export const javascript: LanguagePack = {
  language: 'javascript',
  extensions: ['.js', '.jsx', '.mjs', '.cjs'],
  grammar: { builtin: 'JavaScript' },
  comments: ['comment'],
  narrowed: ecmaNarrowed,
  declarations: [
    { node: 'class_declaration', kind: 'class', name: 'name', body: 'body' },
    ...memberRules([]),
    {
      node: 'field_definition',
      where: holdsFunction('value'),
      kind: 'field',
      name: 'property',
      body: 'value/body',
    },
    ...ecmaDeclarations,
  ],
  scopes: [exportScope],
  imports: ecmaImports,
  exports: ecmaExports,
  decorators: [{ node: 'decorator', name: '.' }],
  visibility: { header: /^export\b/, members: { name: /^[^#]/ } },
  keywordExports: ecmaKeywordExports,
  references: { names: ecmaNames, notIn: ['import_statement', 'export_clause'] },
  tests: ecmaTests,
  stubs: ecmaStubs,
}
