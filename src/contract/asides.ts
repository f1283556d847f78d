// The schemas of what an engine remembers of a unit beside its journal: nothing is decided by it, and losing it costs words alone.

import * as z from 'zod/mini'

const unprovedSchema = z.strictObject({
  check: z.string(),
  /** The commit on which it fails already. */
  base: z.string(),
  /** `exit code 3` */
  why: z.string(),
})

/** What failed on the base already, in the last judgement of a unit. */
export const judgementSchema = z.strictObject({
  version: z.literal(1),
  unit: z.string(),
  /** Names of all checks that judged. */
  checks: z.array(z.string()),
  unproved: z.array(unprovedSchema),
})

/** The last trouble of a unit that goes away only when a person mends something. */
export const troubleSchema = z.strictObject({
  version: z.literal(1),
  unit: z.string(),
  /** As the failure in the journal has it. */
  summary: z.string(),
})

export type Unproved = z.infer<typeof unprovedSchema>
export type Judgement = z.infer<typeof judgementSchema>
