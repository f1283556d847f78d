// From journal to state: the newest snapshot that fits, then what came after it. Knows the kernel only as three functions.

import type { Diagnostic } from '../base/diagnostic.ts'
import { erasureType } from './entries.ts'
import type { Entry, Journal, JournalEvent } from './model.ts'

/** What the kernel gives so that its state can be folded and kept. */
export interface Fold<State, Event extends JournalEvent> {
  /** Snapshots of another version are not used. */
  readonly version: string
  readonly initial: State
  readonly fold: (state: State, entries: readonly Entry<Event>[]) => State
  /** To a JSON value, and back. */
  readonly freeze: (state: State) => unknown
  readonly thaw: (frozen: unknown) => State
}

export interface Folded<State> {
  readonly state: State
  readonly seq: number
  /** Where the snapshot lay that folding started from; 0 without one. */
  readonly snapshotSeq: number
  /** Snapshots that had to be passed over. */
  readonly problems: readonly Diagnostic[]
}

/** A snapshot is worth its writing after this many entries. */
export const snapshotEvery = 1_000

/** The present state, or the state after `until`, which needs no snapshot to be right. */
export async function foldJournal<State, Event extends JournalEvent>(
  journal: Journal<Event>,
  kernel: Fold<State, Event>,
  until = Number.MAX_SAFE_INTEGER,
): Promise<Folded<State>> {
  const start = await startOf(journal, kernel, until)
  let { state, seq } = start
  for await (const page of journal.read(seq + 1, until)) {
    state = kernel.fold(state, page.filter(isOfTheProject))
    seq = page.at(-1)!.seq
  }
  return { ...start, state, seq }
}

/** Keeps a snapshot when enough has happened since the last; answers where the newest one lies. */
export async function keepSnapshot<State, Event extends JournalEvent>(
  journal: Journal<Event>,
  kernel: Fold<State, Event>,
  folded: Pick<Folded<State>, 'state' | 'seq' | 'snapshotSeq'>,
): Promise<number> {
  const { state, seq, snapshotSeq } = folded
  if (seq - snapshotSeq < snapshotEvery) return snapshotSeq
  await journal.saveSnapshot({ seq, kernel: kernel.version, state: kernel.freeze(state) })
  return seq
}

async function startOf<State, Event extends JournalEvent>(
  journal: Journal<Event>,
  kernel: Fold<State, Event>,
  until: number,
): Promise<Folded<State>> {
  const { snapshot, problems } = await journal.loadSnapshot(kernel.version)
  if (!snapshot || snapshot.seq > until)
    return { state: kernel.initial, seq: 0, snapshotSeq: 0, problems }
  const { seq } = snapshot
  return { state: kernel.thaw(snapshot.state), seq, snapshotSeq: seq, problems }
}

/** The journal's own entries keep the sequence gap-free and mean nothing to the kernel. */
function isOfTheProject(entry: Entry): boolean {
  return entry.event.type !== erasureType
}
