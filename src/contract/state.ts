// The schema of the state file: what was decided about resources. A superset of the absorbed form, read and written alike.

import * as z from 'zod/mini'
import { levels, statuses } from './level.ts'

const symbol = z.looseObject({
  name: z.string(),
  kind: z.string(),
  status: z.string(),
  parent: z.optional(z.nullable(z.string())),
  file: z.optional(z.nullable(z.string())),
  line: z.optional(z.number()),
  end_line: z.optional(z.number()),
})

const change = z.strictObject({
  at: z.string(),
  from: z.enum(statuses),
  to: z.enum(statuses),
  by: z.string(),
  reason: z.optional(z.string()),
})

const entry = z.looseObject({
  type: z.string(),
  name: z.string(),
  status: z.enum(statuses),
  locked: z.optional(z.boolean()),
  source: z.optional(z.enum(['auto', 'manual'])),
  attributes: z.optional(z.record(z.string(), z.unknown())),
  depends_on: z.optional(z.array(z.string())),
  files: z.optional(z.array(z.string())),
  tests: z.optional(z.array(z.string())),
  reason: z.optional(z.string()),
  agent: z.optional(z.string()),
  created_at: z.optional(z.nullable(z.string())),
  updated_at: z.optional(z.nullable(z.string())),
  symbols: z.optional(z.record(z.string(), symbol)),
  /** The rung that was reached, and the facts behind it. */
  level: z.optional(z.enum(levels)),
  evidence: z.optional(z.array(z.string())),
  /** Checks that spoke before something changed. */
  stale: z.optional(z.array(z.string())),
  /** What the resource declared when it was last verified. */
  spec_digest: z.optional(z.string()),
  /** What its files held when somebody marked it; the mark gives way once they change. */
  mark_digest: z.optional(z.string()),
  history: z.optional(z.array(change)),
})

export const stateSchema = z.looseObject({
  version: z.union([z.literal('1'), z.literal(1)]),
  serial: z.number().check(z.int(), z.minimum(0)),
  lineage: z.optional(z.string()),
  last_updated: z.optional(z.nullable(z.string())),
  resources: z.array(entry),
})

export type StateFile = z.infer<typeof stateSchema>
export type StateEntry = z.infer<typeof entry>
export type StatusChange = z.infer<typeof change>
