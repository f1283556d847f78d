// The option that says on how many threads code may be read. What is read does not depend on it.

import type { Args, OptionSpecs } from './command.ts'
import { UsageError } from './usage.ts'

export const parallelismOption: OptionSpecs = {
  parallelism: {
    type: 'string',
    value: 'N',
    help: 'read many files on up to N threads; 0, the default, takes what the machine has, up to 8',
  },
}

const MOST = 64

export function readParallelism(args: Args): number {
  const text = args.text('parallelism') ?? '0'
  if (/^\d{1,2}$/.test(text) && Number(text) <= MOST) return Number(text)
  throw new UsageError(
    `--parallelism takes a whole number from 0 to ${MOST}, not "${text}"`,
    'for example 4',
  )
}
