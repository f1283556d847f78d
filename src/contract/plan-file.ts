// The schema of a saved plan: what `plan -out` writes and `show` reads. It names the spec and the state that it was made from.

import * as z from 'zod/mini'
import { statuses } from './level.ts'

export const PLAN_FORMAT = 'fixpoint-plan'

export const planFileSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  version: z.literal('1'),
  spec: z.strictObject({ file: z.string(), digest: z.string() }),
  state: z.strictObject({ serial: z.nullable(z.number()), lineage: z.nullable(z.string()) }),
  targets: z.nullable(z.array(z.string())),
  convergence: z.number(),
  actions: z.array(
    z.strictObject({
      action: z.enum(['delete', 'create', 'update']),
      address: z.string(),
      reason: z.string(),
    }),
  ),
  resources: z.array(z.strictObject({ address: z.string(), status: z.enum(statuses) })),
})

export type PlanFile = z.infer<typeof planFileSchema>
