// The schema of `fixpoint.spec.yaml`: what a person may write. Cross references are checked in the spec room, not here.

import * as z from 'zod/mini'
import { levels } from './level.ts'

const text = z.string().check(z.minLength(1))
const words = z.array(text)
const requiredLevel = z.enum(levels.slice(1) as [string, ...string[]])

/** The attributes that are looked for in code; any other key is free. A single word stands for a list of one. */
const provableAttributes = {
  class: z.optional(text),
  classes: z.optional(z.union([text, words])),
  functions: z.optional(z.union([text, words])),
  entities: z.optional(z.union([text, words])),
  exports: z.optional(z.union([text, words])),
  imports: z.optional(z.union([text, words])),
  commands: z.optional(z.union([text, words])),
  strategies: z.optional(z.union([text, words])),
  endpoints: z.optional(z.union([text, words])),
  tables: z.optional(z.union([text, words])),
  method: z.optional(text),
  path: z.optional(text),
}

const resourceBody = z.strictObject({
  description: z.optional(text),
  attributes: z.optional(z.looseObject(provableAttributes)),
  depends_on: z.optional(words),
  files: z.optional(words),
  tests: z.optional(words),
  checks: z.optional(words),
  require: z.optional(requiredLevel),
  priority: z.optional(z.enum(['required', 'optional'])),
  weight: z.optional(z.number().check(z.minimum(0))),
  blocked: z.optional(z.strictObject({ since: text, by: text })),
  connects: z.optional(
    z.array(z.strictObject({ to: text, via: z.optional(text), label: z.optional(text) })),
  ),
  group: z.optional(text),
})

export const specSchema = z.strictObject({
  version: z.optional(z.union([z.literal('1'), z.literal(1)])),
  include: z.optional(words),
  backend: z.optional(
    z.strictObject({ type: z.optional(text), config: z.optional(z.record(text, z.unknown())) }),
  ),
  types: z.optional(z.record(text, z.strictObject({ require: z.optional(requiredLevel) }))),
  resources: z.optional(z.record(text, z.record(text, z.nullable(resourceBody)))),
  moved: z.optional(z.array(z.strictObject({ from: text, to: text }))),
  removed: z.optional(z.array(z.strictObject({ address: text, reason: z.optional(text) }))),
})

export type SpecFile = z.infer<typeof specSchema>
export type SpecBody = z.infer<typeof resourceBody>
