// How long things stay that nobody works with any more, as the project's config says it. Reads, and removes nothing.

import { type Diagnostic, error, type Location } from '../../base/diagnostic.ts'
import { parseDuration } from '../../base/duration.ts'
import type { ConfigFile } from '../../contract/config.ts'

export interface Retention {
  /** Of units that ended. */
  readonly transcriptsMs: number
  /** Trees of attempts of units that ended without landing, and lines of cancelled runs that nothing landed on. */
  readonly attemptsMs: number
  readonly checksMs: number
  /** Idle ones, for the next attempts. */
  readonly workspaces: number
}

export interface ReadRetention {
  readonly retention: Retention
  readonly problems: readonly Diagnostic[]
}

/** Nothing waits: what `prune` takes. */
export const noRetention = { transcriptsMs: 0, attemptsMs: 0, workspaces: 0 } as const

const defaults = { transcripts: '30d', attempts: '14d', checks: '30d' } as const
const DEFAULT_WORKSPACES = 4

/** As the config says it. */
export const transcriptsKept = ({ retention }: ConfigFile): string =>
  String(retention?.transcripts ?? defaults.transcripts)

/** `placeOf` tells where a dotted key of the config stands. */
export function readRetention(
  config: ConfigFile,
  placeOf: (key: string) => Location,
): ReadRetention {
  const retention = config.retention ?? {}
  const problems: Diagnostic[] = []
  const duration = (key: keyof typeof defaults): number => {
    const value = retention[key] ?? defaults[key]
    const ms = parseDuration(String(value))
    if (ms !== undefined) return ms
    const message = `retention.${key} must be a duration such as 12h or 30d, not "${value}"`
    problems.push(error('config/value', message, { at: placeOf(`retention.${key}`) }))
    return Number.POSITIVE_INFINITY
  }
  const read = {
    transcriptsMs: duration('transcripts'),
    attemptsMs: duration('attempts'),
    checksMs: duration('checks'),
    workspaces: retention.workspaces ?? DEFAULT_WORKSPACES,
  }
  return { retention: read, problems }
}
