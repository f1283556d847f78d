// JSON Schema of every file that a person or another program may write, generated from the schemas that read them.

import * as z from 'zod/mini'
import { configSchema } from './config.ts'
import { languageSchema } from './language.ts'
import { planFileSchema } from './plan-file.ts'
import { specSchema } from './spec.ts'
import { stateSchema } from './state.ts'
import { unitSchema } from './unit.ts'

const sources = {
  spec: { schema: specSchema, title: 'fixpoint.spec.yaml: the desired state' },
  config: { schema: configSchema, title: '.fixpoint/config.yaml: settings' },
  state: { schema: () => stateSchema, title: 'fixpoint.state.json: the recorded state' },
  language: {
    schema: () => languageSchema,
    title: '.fixpoint/languages/*.yaml: how a language is read',
  },
  unit: { schema: () => unitSchema, title: 'The front matter of a unit file' },
  plan: { schema: () => planFileSchema, title: 'A plan saved by fixpoint plan -out' },
} as const

export type SchemaName = keyof typeof sources

export const schemaNames = Object.keys(sources) as readonly SchemaName[]

/** What may be written, which for keys with a default is more than what is read. */
export function jsonSchemaOf(name: SchemaName): object {
  const { schema, title } = sources[name]
  const { $schema, ...rest } = z.toJSONSchema(schema(), { io: 'input' })
  return { $schema, title, ...rest }
}
