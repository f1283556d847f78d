// Evidence into state: what was read is recorded, except where a lock or a mark stands. Lock > mark > evidence, upward and downward.

import type { Apart } from '../code/model.ts'
import type { Status } from '../contract/level.ts'
import type { StateEntry } from '../contract/state.ts'
import type { Names } from '../evidence/declared.ts'
import { type Evidence, factText } from '../evidence/weigh.ts'
import type { Resource } from '../spec/model.ts'
import { stamped } from './change.ts'
import { addressOf, type State } from './read.ts'
import { specDigest } from './verified.ts'

export interface Reading {
  readonly resource: Resource
  readonly evidence: Evidence
  /** Digest of the files that a mark was made about, as they are now. */
  readonly markDigest: string | undefined
  /** What of it git tracks and nobody could read here. */
  readonly unread?: Apart | undefined
}

export interface Kept {
  readonly address: string
  /** `unread`: what was recorded stands where its files are not checked out to be read. */
  readonly by: 'lock' | 'mark' | 'unread'
  readonly status: Status
  /** What evidence says instead. */
  readonly evidence: Evidence
  readonly isContradicted: boolean
}

export interface StatusChangeOf {
  readonly address: string
  readonly from: Status
  readonly to: Status
}

export interface Recorded {
  readonly state: State
  readonly changes: readonly StatusChangeOf[]
  readonly kept: readonly Kept[]
}

export interface RecordOptions {
  readonly now: string
  readonly isForced: boolean
  /** Not, where only evidence counts: neither a mark nor a lock stands over it then. */
  readonly countsAttested?: boolean | undefined
  readonly digest: (text: string) => string
}

export function record(
  state: State,
  readings: readonly Reading[],
  options: RecordOptions,
): Recorded {
  const changes: StatusChangeOf[] = []
  const kept: Kept[] = []
  const entries = new Map(state.resources.map(each => [addressOf(each), each]))
  let isChanged = false
  for (const reading of readings) {
    const { address, status } = reading.evidence
    const before = entries.get(address)
    const guard = guardOf(before, reading, options)
    if (before && guard) {
      const isContradicted = before.status !== status
      kept.push({
        address,
        by: guard,
        status: before.status,
        evidence: reading.evidence,
        isContradicted,
      })
      continue
    }
    if (!before && status === 'missing') continue
    if ((before?.status ?? 'missing') !== status)
      changes.push({ address, from: before?.status ?? 'missing', to: status })
    const cause = { at: options.now, by: 'refresh', reason: reading.evidence.reason }
    const after = stamped(before, entryFor(before, reading, options.digest), cause)
    isChanged ||= after !== before
    entries.set(address, after)
  }
  const next = isChanged ? { ...state, resources: [...entries.values()] } : state
  return { state: next, changes, kept }
}

/** A mark about files stands until they change; one about nothing observable stands until it is forced. */
export function guardOf(
  entry: StateEntry | undefined,
  reading: Pick<Reading, 'markDigest'> & Partial<Reading>,
  { isForced, countsAttested = true }: Pick<RecordOptions, 'isForced' | 'countsAttested'>,
): Kept['by'] | undefined {
  if (entry?.locked && countsAttested) return 'lock'
  const { markDigest, unread, evidence } = reading
  const isMarked =
    entry?.source === 'manual' &&
    !isForced &&
    countsAttested &&
    (entry.status === 'deprecated' ||
      entry.mark_digest === undefined ||
      entry.mark_digest === markDigest)
  if (isMarked) return 'mark'
  const isLeftOut = unread !== undefined && !unread.isElsewhere
  return isLeftOut && evidence?.status !== 'implemented' ? 'unread' : undefined
}

function entryFor(
  before: StateEntry | undefined,
  { resource, evidence }: Reading,
  digest: RecordOptions['digest'],
): StateEntry {
  const { mark_digest, agent, reason, stale, ...rest } = before ?? {
    type: resource.type,
    name: resource.name,
  }
  return {
    ...rest,
    type: resource.type,
    name: resource.name,
    status: evidence.status,
    locked: false,
    source: 'auto',
    ...(evidence.reason !== undefined && { reason: evidence.reason }),
    depends_on: [...resource.dependsOn],
    files: [...evidence.files],
    tests: [...evidence.tests],
    symbols: symbolsIn(evidence.names),
    level: evidence.level,
    evidence: evidence.rungs
      .filter(each => each.outcome !== 'n/a')
      .flatMap(each => each.facts.slice(0, 1).map(one => `${each.level}: ${factText(one)}`)),
    ...(evidence.stale.length > 0 && { stale: [...evidence.stale] }),
    spec_digest: specDigest(resource, evidence.required, digest),
  } as StateEntry
}

function symbolsIn({ found, missing }: Names): NonNullable<StateEntry['symbols']> {
  const rows = found.map(({ name, matches }) => {
    const [first] = matches
    const declaration = first!.symbol?.declaration
    const place = {
      file: first!.at.file,
      line: first!.at.line,
      end_line: declaration?.endLine ?? first!.at.line,
    }
    return [
      name,
      { name, kind: declaration?.kind ?? 'name', status: 'implemented', ...place },
    ] as const
  })
  return Object.fromEntries([
    ...rows,
    ...missing.map(({ name }) => [name, { name, kind: 'name', status: 'missing' }] as const),
  ])
}
