// What a spec says of one tree, as it is kept: a verdict and a level for each resource.

import * as z from 'zod/mini'
import { levels, statuses } from './level.ts'

export const verdictsSchema = z.strictObject({
  version: z.literal(1),
  /** In percent, unrounded. */
  convergence: z.number(),
  /** In the order of the spec. */
  resources: z.array(
    z.strictObject({
      address: z.string(),
      status: z.enum(statuses),
      level: z.enum(levels),
      /** Implemented, but for checks that nobody has run on this tree. */
      holds: z.boolean(),
    }),
  ),
})

export type Verdicts = z.infer<typeof verdictsSchema>
