// The schema of what a check found out: kept on disk, weighed as evidence, shown in reports. A result speaks for one key and no other.

import * as z from 'zod/mini'

const count = z.number().check(z.int(), z.minimum(0))

const testOutcomes = ['passed', 'failed', 'skipped', 'error'] as const

const testCase = z.strictObject({
  suite: z.string(),
  name: z.string(),
  /** Relative to the repository root. */
  file: z.optional(z.string()),
  line: z.optional(count),
  outcome: z.enum(testOutcomes),
  /** Why it did not pass; empty for a test that passed. */
  message: z.string(),
  durationMs: z.number(),
})

const fileCoverage = z.strictObject({
  /** Relative to the repository root. */
  file: z.string(),
  /** Line and hits, in the order of lines. */
  lines: z.array(z.tuple([count, count])),
  functions: z.array(z.strictObject({ name: z.string(), line: count, hits: count })),
})

const failingLine = z.strictObject({
  text: z.string(),
  file: z.optional(z.string()),
  line: z.optional(count),
})

const checkOutcomes = ['passed', 'failed', 'error', 'timeout'] as const

export const checkResultSchema = z.strictObject({
  name: z.string(),
  /** `failed`: the check ran and says no. `error`: nobody can tell, and `problem` says why. */
  outcome: z.enum(checkOutcomes),
  /** 128 + signal for a death by signal; null when it did not come to an exit. */
  exitCode: z.nullable(z.number()),
  failures: z.array(failingLine),
  tests: z.optional(z.array(testCase)),
  coverage: z.optional(z.array(fileCoverage)),
  problem: z.optional(
    z.strictObject({ code: z.string(), message: z.string(), fix: z.optional(z.string()) }),
  ),
  key: z.string(),
  /** Hashes of what it depended on, by path; absent in results of earlier versions. */
  inputs: z.optional(z.record(z.string(), z.string())),
  startedAt: z.string(),
  durationMs: z.number(),
  /** The beginning and the end of what it printed. */
  output: z.string(),
})

export type TestCase = z.infer<typeof testCase>
export type TestOutcome = TestCase['outcome']
export type FileCoverage = z.infer<typeof fileCoverage>
export type FailingLine = z.infer<typeof failingLine>
export type CheckResult = z.infer<typeof checkResultSchema>
