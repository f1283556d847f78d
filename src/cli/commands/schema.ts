// `fixpoint schema`: the JSON Schema of a file, for editors and other programs.

import { jsonSchemaOf, type SchemaName, schemaNames } from '../../contract/json-schemas.ts'
import { command } from '../command.ts'

export const schema = command<SchemaName, object>({
  name: 'schema',
  summary: 'print the JSON Schema of a file for editors',
  usage: schemaNames.join('|'),
  positionals: { min: 1, max: 1, choices: schemaNames },
  details: [
    'An editor with the YAML language server checks a file against it when its first line says',
    '# yaml-language-server: $schema=PATH',
  ],
  examples: ['fixpoint schema spec', 'fixpoint schema unit > unit.schema.json'],
  read: ({ positionals }) => positionals[0] as SchemaName,
  run: jsonSchemaOf,
  view: document => ({ text: JSON.stringify(document, null, 2), json: document, isDocument: true }),
})
