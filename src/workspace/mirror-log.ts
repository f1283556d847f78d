// What clones must know, at `refs/fixpoint/log`: a line of commits without files, each holding a few entries as JSON and
// naming the one before as its parent. Git's own ids are the hash chain, fetching brings only what is new, and moving the ref
// by compare-and-swap is the append; a file in a tree would be written anew, whole, for every landing.

import { refuse } from '../base/diagnostic.ts'
import { canonicalJson } from '../base/json.ts'
import { writeCommit } from './commit.ts'
import { byteNames, gitLine, readable, runGit } from './git.ts'
import type { Repository } from './open.ts'
import { type Moved, moveRefs, type RefMove, readRef } from './refs.ts'

export const LOG_REF = 'refs/fixpoint/log'

/** Small, and the same for everybody: ids, verdicts and names, never prose or secrets. */
export type LogEntry = Readonly<Record<string, string | number | boolean | null>>

export interface LogAppend {
  readonly entries: readonly LogEntry[]
  /** The tip that the caller read; undefined for the first entries. */
  readonly after: string | undefined
  readonly atSeconds: number
}

const scribe = { name: 'Fixpoint', email: 'fixpoint@localhost' }

/** The commit that holds the entries; nothing refers to it yet. */
async function writeLogEntries(
  repository: Repository,
  { entries, after, atSeconds }: LogAppend,
): Promise<string> {
  return writeCommit(repository, {
    tree: await emptyTree(repository),
    parents: after ? [after] : [],
    message: `${entries.map(canonicalJson).join('\n')}\n`,
    author: scribe,
    committer: scribe,
    atSeconds,
  })
}

export interface Landing extends LogAppend {
  /** The integration line, `refs/heads/fixpoint/<run>`. */
  readonly ref: string
  readonly from: string | undefined
  readonly to: string
  /** Refs that are not needed once this has landed. */
  readonly ending?: readonly RefMove[]
}

/** Moves the integration line and writes what clones must know in one transaction. Landing the same twice answers `already`. */
export async function land(repository: Repository, landing: Landing): Promise<Moved> {
  const tip = await writeLogEntries(repository, landing)
  const moves: RefMove[] = [
    { ref: landing.ref, from: landing.from, to: landing.to },
    { ref: LOG_REF, from: landing.after, to: tip },
    ...(landing.ending ?? []),
  ]
  return moveRefs(repository, moves)
}

export async function appendToLog(repository: Repository, append: LogAppend): Promise<Moved> {
  const tip = await writeLogEntries(repository, append)
  return moveRefs(repository, [{ ref: LOG_REF, from: append.after, to: tip }])
}

export interface Log {
  readonly tip: string | undefined
  readonly entries: readonly LogEntry[]
}

/** All entries, oldest first. */
export async function readLog(repository: Repository): Promise<Log> {
  const tip = await readRef(repository, LOG_REF)
  if (!tip) return { tip, entries: [] }
  const words = ['log', '-z', '--reverse', '--first-parent', '--format=%B', tip]
  const { stdout } = await runGit(repository.git, words)
  return { tip, entries: logEntriesIn(stdout) }
}

/** From the messages of the log's commits, each ended by a zero byte. */
export function logEntriesIn(messages: Buffer): readonly LogEntry[] {
  const lines = byteNames(messages).flatMap(each => readable(each).split('\n').filter(Boolean))
  return lines.map(readEntry)
}

function readEntry(line: string, index: number): LogEntry {
  try {
    const value: unknown = JSON.parse(line)
    if (isEntry(value)) return value
  } catch (cause) {
    return unreadable(index, cause)
  }
  return unreadable(index)
}

function isEntry(value: unknown): value is LogEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(member => typeof member !== 'object' || member === null)
  )
}

const unreadable = (index: number, cause?: unknown) =>
  refuse('log/entry', `entry ${index + 1} of ${LOG_REF} is not a flat JSON object`, {
    fix: 'fetch the ref again from a clone that reads it',
    cause,
  })

/** Written once for each repository that is open: from the first entry on the log itself keeps it. */
const emptyTrees = new WeakMap<Repository, Promise<string>>()

function emptyTree(repository: Repository): Promise<string> {
  const known = emptyTrees.get(repository) ?? gitLine(repository.git, ['mktree'], { input: '' })
  emptyTrees.set(repository, known)
  known.catch(() => emptyTrees.delete(repository))
  return known
}
