// How a migration says which other one it comes after. Pure.

import { latin1Of, mostlyNothing } from './sign.ts'

export interface Chained {
  /** Its own id and the one that it comes after, where names of files tell no order. */
  readonly revision?: string | undefined
  readonly after?: string | undefined
}

export const chained = mostlyNothing<Chained>('chained', {}, file => {
  if (!file.path.endsWith('.py')) return undefined
  const text = latin1Of(file)
  const revision = /^revision\b[^=\n]*=\s*["'](\w+)/m.exec(text)?.[1]
  const after = /^down_revision\b[^=\n]*=\s*["'](\w+)/m.exec(text)?.[1]
  return revision === undefined && after === undefined ? undefined : { revision, after }
})
