// What a name was found as, and what it can be found in.

import type { CodeSymbol, FileFacts, Place } from '../facts.ts'

export interface Match {
  readonly at: Place
  /** The declaration behind it, where there is one: its body can be a stub. */
  readonly symbol: CodeSymbol | undefined
  /** A tool or a framework knows of it: nothing else has to refer to it. */
  readonly isRegistered?: boolean
  /** Why what it is registered with is not there. */
  readonly lost?: string | undefined
  /** It may be what is looked for, and nobody can tell: why. */
  readonly doubt?: string
}

/** Everything that names can be found in, gathered once for a resource. */
export interface Haystack {
  readonly files: readonly FileFacts[]
  readonly symbols: readonly CodeSymbol[]
}

export type Find = (name: string, haystack: Haystack) => readonly Match[]

export const matchOf = (symbol: CodeSymbol): Match => ({
  at: { file: symbol.file, line: symbol.declaration.line },
  symbol,
})
