// The part of the store suite about entries: their order, their links, and reading them.

import { expect, test } from 'vitest'
import { batch, noted, openAt, readAll, type StoreUnderTest } from './fixture.ts'

export function describeEntries(store: StoreUnderTest): void {
  test('J-1 entries are numbered from 1 without a gap, in the order in which they were appended', async () => {
    const journal = await openAt(store, 'numbered')
    await journal.append(batch('a', 0, 'one', 'two'))
    await journal.append(batch('b', 2, 'three'))
    const entries = await readAll(journal)
    expect(entries.map(each => [each.seq, each.event.note, each.batch])).toEqual([
      [1, 'one', 'a'],
      [2, 'two', 'a'],
      [3, 'three', 'b'],
    ])
  })

  test('J-1 an event comes back as it was appended, whatever its text holds', async () => {
    const journal = await openAt(store, 'verbatim')
    const event = {
      ...noted('né \u0000 \ud83d\ude00 "\\'),
      deep: { list: [1, null, 'x'], no: false },
    }
    await journal.append({ id: 'a', expectedSeq: 0, events: [event] })
    expect((await readAll(journal))[0]!.event).toEqual(event)
  })

  test('J-7 each entry links to the one before it, and equal journals have equal hashes', async () => {
    const journals = [await openAt(store, 'chain-1'), await openAt(store, 'chain-2')]
    for (const journal of journals) await journal.append(batch('a', 0, 'one', 'two', 'three'))
    const [here, there] = [await readAll(journals[0]!), await readAll(journals[1]!)]
    expect(here.slice(1).map(each => each.previous)).toEqual(
      here.slice(0, -1).map(each => each.hash),
    )
    expect(here).toEqual(there)
    expect(await journals[0]!.head()).toEqual({ seq: 3, hash: here[2]!.hash })
  })

  test('J-8 a payload over 64 KB is as good as a small one', async () => {
    const journal = await openAt(store, 'large')
    const note = 'large '.repeat(20_000)
    await journal.append(batch('a', 0, 'small', note, 'small again'))
    expect((await readAll(journal)).map(each => each.event.note)).toEqual([
      'small',
      note,
      'small again',
    ])
    expect(await journal.verify()).toEqual({ intactSeq: 3, problems: [] })
  })

  test('J-16 reading starts and ends where it is asked to, over any number of pages', async () => {
    const journal = await openAt(store, 'pages')
    const notes = Array.from({ length: 2_500 }, (_, index) => `note ${index + 1}`)
    await journal.append(batch('a', 0, ...notes))
    expect((await readAll(journal, 1_200, 2_300)).map(each => each.seq)).toEqual(
      Array.from({ length: 1_101 }, (_, index) => 1_200 + index),
    )
    expect(await readAll(journal, 2_501)).toEqual([])
    expect(await readAll(journal, 9_000)).toEqual([])
  })

  test('J-16 a reader goes on while another appends, and sees whole batches', async () => {
    const [writer, reader] = [await openAt(store, 'beside'), await openAt(store, 'beside')]
    await writer.append(batch('a', 0, ...Array.from({ length: 1_500 }, () => 'early')))
    const sizes: number[] = []
    for await (const page of reader.read(1)) {
      sizes.push(page.length)
      if (sizes.length === 1) await writer.append(batch('b', 1_500, 'late', 'later'))
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_502)
  })
}
