// The ladder of evidence, lowest rung first, and the statuses a resource can have.

export const levels = [
  'absent',
  'present',
  'parsed',
  'declared',
  'substantive',
  'reached',
  'tested',
  'passing',
] as const

export type Level = (typeof levels)[number]

export const statuses = ['implemented', 'partial', 'missing', 'broken', 'deprecated'] as const

export type Status = (typeof statuses)[number]

/** Statuses that a person may set with `mark`. */
export const markableStatuses = ['implemented', 'partial', 'broken', 'deprecated'] as const

export type MarkableStatus = (typeof markableStatuses)[number]
