// The number of an attempt as it is typed.

import { UsageError } from '../usage.ts'

export function readAttempt(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new UsageError(`--attempt takes a number, not "${text}"`, 'for example 1')
}
