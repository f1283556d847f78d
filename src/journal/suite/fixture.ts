// What the parts of the store suite share: a store to open, and short words for events, batches, effects and claims.
// A place is a name; two openings of one place see the same journal, as two processes would.

import { onTestFinished } from 'vitest'
import type { Batch, ClaimQuery, Effect, Entry, Journal, JournalEvent } from '../model.ts'

export interface StoreUnderTest {
  /** Opens, and makes where needed, the journal of the project `shop` at this place. */
  readonly open: (place: string) => Promise<Journal<Noted>>
}

export interface Noted extends JournalEvent {
  readonly note: string
}

export const [before, now, later, latest] = [
  '2026-03-01T09:00:00.000Z',
  '2026-03-01T10:00:00.000Z',
  '2026-03-01T11:00:00.000Z',
  '2026-03-01T12:00:00.000Z',
]

export function noted(note: string): Noted {
  return { type: 'noted', at: now, note }
}

export function batch(id: string, expectedSeq: number, ...notes: readonly string[]): Batch<Noted> {
  return { id, expectedSeq, events: notes.map(noted) }
}

export function effect(id: string, more: Partial<Effect> = {}): Effect {
  return { id, kind: 'work', labels: [], rank: 0, payload: null, ...more }
}

export function query(more: Partial<ClaimQuery>): ClaimQuery {
  return { holder: 'runner', kinds: ['work'], labels: [], now, expiresAt: later, ...more }
}

export async function openAt(store: StoreUnderTest, place: string): Promise<Journal<Noted>> {
  const journal = await store.open(place)
  onTestFinished(() => journal.close())
  return journal
}

export async function readAll(
  journal: Journal<Noted>,
  from = 1,
  to?: number,
): Promise<readonly Entry<Noted>[]> {
  const entries: Entry<Noted>[] = []
  for await (const page of journal.read(from, to)) entries.push(...page)
  return entries
}

export async function upsert(journal: Journal<Noted>, effects: readonly Effect[], id = 'up') {
  await journal.append({ ...batch(id, 0), effects: { upsert: effects } })
}

export async function claimed(journal: Journal<Noted>, asked: ClaimQuery) {
  const result = await journal.claim(asked)
  if (result.kind !== 'claimed') throw new Error(`expected a claim, got ${result.kind}`)
  return result
}

export async function claimedId(
  journal: Journal<Noted>,
  asked: ClaimQuery,
): Promise<string | undefined> {
  const result = await journal.claim(asked)
  return result.kind === 'claimed' ? result.effect.id : undefined
}

/** Waits for a sequence number to be heard; the test's own timeout is the bound. */
export function observe(journal: Journal<Noted>) {
  let last = 0
  let wake = () => {}
  const stop = journal.watch(head => {
    last = head.seq
    wake()
  })
  const reaches = (seq: number) =>
    new Promise<void>(resolve => {
      wake = () => {
        if (last >= seq) resolve()
      }
      wake()
    })
  return { stop, reaches, last: () => last }
}
