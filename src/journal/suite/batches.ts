// The part of the store suite about appending: expected places, races, repetition, all or nothing.

import { expect, test } from 'vitest'
import { batch, effect, openAt, readAll, type StoreUnderTest } from './fixture.ts'

export function describeBatches(store: StoreUnderTest): void {
  test('J-2 an append at a sequence that is not the last one writes nothing and says where the journal is', async () => {
    const journal = await openAt(store, 'conflict')
    await journal.append(batch('a', 0, 'one'))
    expect(await journal.append(batch('b', 0, 'late'))).toEqual({ kind: 'conflict', seq: 1 })
    expect(await journal.append(batch('c', 7, 'early'))).toEqual({ kind: 'conflict', seq: 1 })
    expect((await readAll(journal)).map(each => each.event.note)).toEqual(['one'])
  })

  test('J-3 of appends at the same sequence exactly one wins', async () => {
    const openings = [await openAt(store, 'race'), await openAt(store, 'race')]
    const wins: number[] = []
    for (let round = 0; round < 30; round++) {
      const results = await Promise.all(
        openings.map((journal, index) => journal.append(batch(`${round}/${index}`, round, 'x'))),
      )
      wins.push(results.filter(each => each.kind === 'appended').length)
      expect(results.filter(each => each.kind === 'conflict')).toHaveLength(1)
    }
    expect(wins).toEqual(Array.from({ length: 30 }, () => 1))
  })

  test('J-5 a batch appended again writes nothing and gets the first answer, from any process, at any time later', async () => {
    const journal = await openAt(store, 'repeated')
    await journal.append(batch('a', 0, 'one', 'two'))
    await journal.append(batch('b', 2, 'three'))
    const { hash } = (await readAll(journal))[1]!
    const again = { kind: 'appended', first: 1, last: 2, hash, isRepeated: true }
    expect(await journal.append(batch('a', 0, 'one', 'two'))).toEqual(again)
    const other = await openAt(store, 'repeated')
    expect(await other.append(batch('a', 3, 'decided anew'))).toEqual(again)
    expect(await other.findBatch('a')).toEqual(again)
    expect(await other.append(batch('a', 1, 'too late'))).toEqual(again)
    expect(await other.findBatch('never')).toBeUndefined()
    expect((await journal.head()).seq).toBe(3)
  })

  test('J-4 entries and effects of a batch are written together or not at all', async () => {
    const journal = await openAt(store, 'together')
    const change = { effects: { upsert: [effect('build')] } }
    await journal.append({ ...batch('a', 5, 'lost race'), ...change })
    expect(await journal.effects()).toEqual([])
    await journal.append({ ...batch('b', 0, 'won'), ...change })
    expect((await journal.effects()).map(each => each.id)).toEqual(['build'])
    const unwritable = {
      ...batch('c', 1, 'x'),
      effects: { upsert: [effect('bad', { rank: Number.NaN })] },
    }
    await expect(journal.append(unwritable)).rejects.toThrow()
    expect((await journal.head()).seq).toBe(1)
  })
}
