// From journal to state: the same with a snapshot as without, up to now or up to any entry.

import { expect, onTestFinished, test } from 'vitest'
import { owner, temporaryFolder } from './fixtures/sample.ts'
import { type Fold, foldJournal, keepSnapshot, snapshotEvery } from './fold.ts'
import { openJournal } from './journal.ts'
import type { Journal, JournalEvent } from './model.ts'

interface Added extends JournalEvent {
  readonly amount: number
}

interface Tally {
  readonly sum: number
  readonly count: number
}

const at = '2026-03-01T10:00:00.000Z'

/** A kernel of a few lines: it counts, and it counts how many entries it was asked to fold. */
function tallying(version: string): Fold<Tally, Added> & { readonly folded: () => number } {
  let folded = 0
  return {
    version,
    initial: { sum: 0, count: 0 },
    fold: (state, entries) => {
      folded += entries.length
      const sum = entries.reduce((total, { event }) => total + event.amount, state.sum)
      return { sum, count: state.count + entries.length }
    },
    freeze: ({ sum, count }) => [sum, count],
    thaw: frozen => {
      const [sum, count] = frozen as [number, number]
      return { sum, count }
    },
    folded: () => folded,
  }
}

test('J-23 folding from a snapshot gives the state that folding everything gives, and folds only the end', async () => {
  const journal = await openWith(snapshotEvery + 5)
  const whole = await foldJournal(journal, tallying('1'))
  expect(whole).toMatchObject({ seq: snapshotEvery + 5, snapshotSeq: 0, problems: [] })
  expect(await keepSnapshot(journal, tallying('1'), whole)).toBe(snapshotEvery + 5)
  await append(journal, snapshotEvery + 5, 3)
  const kernel = tallying('1')
  const { state } = await foldJournal(journal, kernel)
  expect(kernel.folded()).toBe(3)
  expect(state).toEqual((await foldJournal(journal, tallying('2'))).state)
  expect(state.count).toBe(snapshotEvery + 8)
})

test('J-23 any past state can be had, whatever snapshot lies beyond it', async () => {
  const journal = await openWith(snapshotEvery)
  await keepSnapshot(journal, tallying('1'), await foldJournal(journal, tallying('1')))
  const past = await foldJournal(journal, tallying('1'), 10)
  expect(past).toMatchObject({ seq: 10, state: { count: 10, sum: 55 } })
})

test('J-23 a snapshot is kept only when enough has happened', async () => {
  const journal = await openWith(5)
  const folded = await foldJournal(journal, tallying('1'))
  expect(await keepSnapshot(journal, tallying('1'), folded)).toBe(0)
  expect(await journal.loadSnapshot('1')).toEqual({ problems: [] })
})

test('J-15 the record of an erasure is nothing to the kernel', async () => {
  const journal = await openWith(5)
  const replacement = { type: 'added', at, amount: 0 }
  await journal.erase({ seq: 5, author: 'ada', reason: 'leaked', at, replacement })
  const folded = await foldJournal(journal, tallying('1'))
  expect(folded).toMatchObject({ seq: 6, state: { count: 5, sum: 10 } })
})

async function openWith(count: number): Promise<Journal<Added>> {
  const journal = await openJournal<Added>(temporaryFolder(), owner)
  onTestFinished(() => journal.close())
  await append(journal, 0, count)
  return journal
}

async function append(journal: Journal<Added>, seq: number, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, index) => ({
    type: 'added',
    at,
    amount: seq + index + 1,
  }))
  await journal.append({ id: `after ${seq}`, expectedSeq: seq, events })
}
