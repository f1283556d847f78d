// The part of the store suite about snapshots and about hearing of changes.

import { expect, test } from 'vitest'
import { batch, observe, openAt, type StoreUnderTest } from './fixture.ts'

export function describeSnapshots(store: StoreUnderTest): void {
  test('J-23 the newest snapshot of a kernel version is found, those of others are not', async () => {
    const journal = await openAt(store, 'snapshots')
    await journal.append(batch('a', 0, 'one', 'two', 'three'))
    expect(await journal.loadSnapshot('1')).toEqual({ problems: [] })
    for (const seq of [1, 2]) await journal.saveSnapshot({ seq, kernel: '1', state: { seq } })
    await journal.saveSnapshot({ seq: 3, kernel: '2', state: 'other' })
    expect(await journal.loadSnapshot('1')).toEqual({
      snapshot: { seq: 2, kernel: '1', state: { seq: 2 } },
      problems: [],
    })
    await expect(journal.saveSnapshot({ seq: 4, kernel: '1', state: 0 })).rejects.toThrow(
      'journal/snapshot a snapshot after entry 4 cannot be kept: it is not there',
    )
  })

  test('J-17 a watcher hears of changes made here and elsewhere, until it stops', async () => {
    const [here, there] = [await openAt(store, 'watched'), await openAt(store, 'watched')]
    const heard = observe(here)
    await here.append(batch('a', 0, 'own'))
    await heard.reaches(1)
    await there.append(batch('b', 1, 'foreign'))
    await heard.reaches(2)
    heard.stop()
    await here.append(batch('c', 2, 'unheard'))
    expect(heard.last()).toBe(2)
  })
}
