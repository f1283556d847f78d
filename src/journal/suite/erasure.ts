// The part of the store suite about taking a payload out again.

import { expect, test } from 'vitest'
import { batch, later, noted, openAt, readAll, type StoreUnderTest } from './fixture.ts'

export function describeErasure(store: StoreUnderTest): void {
  test('J-15 an erased payload is gone for every reader, the chain still verifies, and the erasure is on record', async () => {
    const journal = await openAt(store, 'erased')
    await journal.append(batch('a', 0, 'one', 'password: hunter2', 'three'))
    await journal.saveSnapshot({ seq: 3, kernel: '1', state: 'password: hunter2' })
    const hashes = (await readAll(journal)).map(each => each.hash)
    const erased = await journal.erase({ ...erasure, seq: 2, replacement: noted('password: …') })
    expect(erased).toEqual({ seq: 4, alsoAt: [] })
    const entries = await readAll(await openAt(store, 'erased'))
    expect(entries.slice(0, 3).map(each => each.hash)).toEqual(hashes)
    expect(entries[1]).toMatchObject({ event: noted('password: …'), erasedBy: 4 })
    expect(entries[3]!.event).toMatchObject({ ...erasureRecord, seq: 2 })
    expect(await journal.loadSnapshot('1')).toEqual({ problems: [] })
    expect(await journal.verify()).toEqual({ intactSeq: 4, problems: [] })
  })

  test('J-15 without a replacement an erased entry keeps its type and time; an erasure itself stays', async () => {
    const journal = await openAt(store, 'erased-bare')
    await journal.append(batch('a', 0, 'secret'.repeat(20_000), 'two'))
    await journal.erase({ ...erasure, seq: 1 })
    const { type, at } = noted('')
    expect((await readAll(journal))[0]!.event).toEqual({ type, at })
    await expect(journal.erase({ ...erasure, seq: 3 })).rejects.toThrow('journal/erasure-kept')
    await expect(journal.erase({ ...erasure, seq: 9 })).rejects.toThrow('journal/no-entry')
    expect(await journal.verify()).toEqual({ intactSeq: 3, problems: [] })
  })
}

const erasureRecord = { type: 'journal.erased', author: 'ada', reason: 'leaked', at: later }
const erasure = { author: 'ada', reason: 'leaked', at: later }
