// What landed as every clone can know it: the log at refs/fixpoint/log, for a project that has no journal on this machine. Only looks.

import type { State } from '../kernel/model.ts'
import { findRow, rowsOf } from '../kernel/structure/rows.ts'
import { type Environment, type GitAnswer, runGitAsUser } from '../workspace/git.ts'
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
  /** What fetches more, in the order in which to try; none where there is no place to fetch from. */
  readonly fetches: readonly string[]
}

/** The log of origin as it is, where this clone has written another one since: nothing of either is lost. */
const THEIR_LOG_REF = 'refs/fixpoint/remotes/origin/log'

const fetchCommand = `git fetch origin ${LOG_REF}:${LOG_REF}`
const fetchBeside = `git fetch origin +${LOG_REF}:${THEIR_LOG_REF}`

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
  const landings = await readLogAt(askIn(root, environment), LOG_REF)
  const isOther = (run: string) =>
    run.startsWith(prefix) && /^r\d+$/.test(run.slice(prefix.length)) && !findRow(runs, run)
  const found = Map.groupBy((landings ?? []).flatMap(readLanding), each => each.run)
  return new Map([...found].filter(([run]) => isOther(run)).map(([run, of]) => [run, of.length]))
}

async function readLog(root: string, environment: Environment): Promise<Mirror> {
  const git = askIn(root, environment)
  const own = await readLogAt(git, LOG_REF)
  const theirs = await readLogAt(git, THEIR_LOG_REF)
  const origin = await git('config', '--get', 'remote.origin.url')
  const fetches = own === undefined ? [fetchCommand] : [fetchCommand, fetchBeside]
  return {
    landings: withoutTwins([...(own ?? []), ...(theirs ?? [])].flatMap(readLanding)),
    fetches: origin.code === 0 ? fetches : [],
  }
}

type AskGit = (...words: readonly string[]) => Promise<GitAnswer>

const askIn =
  (root: string, environment: Environment): AskGit =>
  (...words) =>
    runGitAsUser('git', root, environment, words, { accepts: [0, 1, 2, 128] })

async function readLogAt(git: AskGit, ref: string): Promise<readonly LogEntry[] | undefined> {
  const known = await git('rev-parse', '--verify', '--quiet', ref)
  if (known.code !== 0) return undefined
  const log = ['log', '-z', '--reverse', '--first-parent', '--format=%B', ref]
  return logEntriesIn((await git(...log)).stdout)
}

/** What both logs tell landed once. */
function withoutTwins(landings: readonly MirroredLanding[]): readonly MirroredLanding[] {
  const key = ({ unit, commit }: MirroredLanding) => `${unit} ${commit}`
  return [...new Map(landings.map(each => [key(each), each])).values()]
}

/** Entries of other kinds are for others. */
function readLanding({ type, run, unit, attempt, agent, commit }: LogEntry): MirroredLanding[] {
  const isLanding = type === 'landed' && typeof run === 'string' && typeof unit === 'string'
  if (!isLanding || typeof commit !== 'string') return []
  return [{ run, unit, attempt: Number(attempt), agent: String(agent), commit }]
}
