// What landed as every clone can know it: the log at refs/fixpoint/log, for a project that has no journal on this machine. Only looks.

import type { State } from '../kernel/model.ts'
import { findRow, rowsOf } from '../kernel/structure/rows.ts'
import { type Environment, runGitAsUser } from '../workspace/git.ts'
import { LOG_REF, type LogEntry, logEntriesIn } from '../workspace/mirror-log.ts'
import { hasJournal } from './journal-place.ts'

export interface MirroredLanding {
  readonly unit: string
  readonly run: string
  readonly attempt: number
  readonly agent: string
  readonly commit: string
}

export interface Mirror {
  /** In the order in which they landed. */
  readonly landings: readonly MirroredLanding[]
  /** Whether there is a place that more could be fetched from. */
  readonly hasOrigin: boolean
}

export const fetchCommand = `git fetch origin ${LOG_REF}:${LOG_REF}`

/** Undefined where a journal says more, or where this is no repository. */
export async function readMirror(
  root: string,
  environment: Environment,
): Promise<Mirror | undefined> {
  return hasJournal(root) ? undefined : readLog(root, environment)
}

/** By the names of runs, how much landed in each that this journal does not know; in runs that are called as its own are. */
export async function landedElsewhere(
  root: string,
  environment: Environment,
  { runs }: Pick<State, 'runs'>,
): Promise<ReadonlyMap<string, number>> {
  const prefix = /^(.*?)r\d+$/.exec(rowsOf(runs).at(-1)?.id ?? '')?.[1]
  if (prefix === undefined) return new Map()
  const { landings } = await readLog(root, environment)
  const isOther = (run: string) =>
    run.startsWith(prefix) && /^r\d+$/.test(run.slice(prefix.length)) && !findRow(runs, run)
  const found = Map.groupBy(landings, each => each.run)
  return new Map([...found].filter(([run]) => isOther(run)).map(([run, of]) => [run, of.length]))
}

async function readLog(root: string, environment: Environment): Promise<Mirror> {
  const git = (...words: readonly string[]) =>
    runGitAsUser('git', root, environment, words, { accepts: [0, 1, 2, 128] })
  const known = await git('rev-parse', '--verify', '--quiet', LOG_REF)
  const log = ['log', '-z', '--reverse', '--first-parent', '--format=%B', LOG_REF]
  const entries = known.code === 0 ? logEntriesIn((await git(...log)).stdout) : []
  const origin = await git('config', '--get', 'remote.origin.url')
  return { landings: entries.flatMap(readLanding), hasOrigin: origin.code === 0 }
}

/** Entries of other kinds are for others. */
function readLanding({ type, run, unit, attempt, agent, commit }: LogEntry): MirroredLanding[] {
  const isLanding = type === 'landed' && typeof run === 'string' && typeof unit === 'string'
  if (!isLanding || typeof commit !== 'string') return []
  return [{ run, unit, attempt: Number(attempt), agent: String(agent), commit }]
}
