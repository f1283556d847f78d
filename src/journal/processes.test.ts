// The journal among real processes: killed at any moment, racing for the same place, blocked, watched.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { batchOf, eventsOf, type Noted } from './fixtures/batches.ts'
import { outputOf, startProgram } from './fixtures/program.ts'
import { openJournal } from './journal.ts'
import { layoutOf } from './layout.ts'
import type { Entry, Journal } from './model.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixpoint-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = () => openJournal<Noted>(folder, { project: 'shop', program: 'test' })

test('J-6 no acknowledged append is lost when the process is killed, and the one in flight is there once or not at all', async () => {
  const acknowledged = new Map<string, string>()
  let unanswered = ''
  for (let round = 1; round <= 25; round++) {
    const acks = await appendUntilKilled(`r${round}`, unanswered, 1 + ((round * 7) % 23))
    for (const [id, place] of acks) acknowledged.set(id, place)
    unanswered = nextId(`r${round}`, [...acks.keys()])
  }
  const journal = await open()
  expect(await journal.verify()).toMatchObject({ problems: [] })
  const places = await placesOf(journal)
  for (const [id, place] of acknowledged) expect(places.get(id)).toBe(place)
  const surplus = [...places.keys()].filter(id => !acknowledged.has(id))
  expect(surplus.length).toBeLessThanOrEqual(1)
  expect((await journal.effects()).length).toBe(places.size)
  await journal.close()
})

test('J-5 a process that died between its append and the answer gets the answer when it asks again', async () => {
  const dying = startProgram('appender', folder, 'r1', '', 'r1-3')
  expect(await outputOf(dying)).toHaveLength(2)
  expect(await dying.ended).toBe('SIGKILL')
  const journal = await open()
  const { seq, hash } = await journal.head()
  const size = eventsOf('r1-3').length
  const answer = { kind: 'appended', first: seq - size + 1, last: seq, hash, isRepeated: true }
  expect(await journal.append(batchOf('r1-3', seq - size))).toEqual(answer)
  expect((await journal.head()).seq).toBe(seq)
  await journal.close()
})

test('J-3 of processes that append at the same sequence exactly one wins, from the making of the journal on', async () => {
  const names = ['ada', 'bob', 'eve']
  const contenders = names.map(name => startProgram('contender', folder, name))
  const answers = contenders.map(each => each.lines[Symbol.asyncIterator]())
  const winners: string[] = []
  for (let seq = 0; seq < 100; seq++) {
    for (const { child } of contenders) child.stdin!.write(`${seq}\n`)
    const said = await Promise.all(answers.map(async each => (await each.next()).value))
    expect(said.toSorted()).toEqual(['appended', 'conflict', 'conflict'])
    winners.push(names[said.indexOf('appended')]!)
  }
  for (const { child } of contenders) child.stdin!.end()
  expect(await Promise.all(contenders.map(each => each.ended))).toEqual([0, 0, 0])
  const journal = await open()
  for await (const page of journal.read(1))
    expect(page.map(each => each.event.note)).toEqual(winners)
  await journal.close()
})

test('J-25 a journal that another process keeps locked is refused by name after a bounded wait', async () => {
  const journal = await openJournal<Noted>(folder, { project: 'shop', program: 'test', busyMs: 50 })
  const holder = startProgram('lock-holder', layoutOf(folder).decisions)
  await nextLine(holder.lines)
  const batch = { id: 'a', expectedSeq: 0, events: eventsOf('a') }
  await expect(journal.append(batch)).rejects.toThrow(
    /journal\/busy another process kept the journal locked for too long/,
  )
  expect((await journal.head()).seq).toBe(0)
  holder.child.stdin!.end()
  await holder.ended
  expect(await journal.append(batch)).toMatchObject({ kind: 'appended', isRepeated: false })
  await journal.close()
})

test('J-17 a watcher hears of the appends of another process', async () => {
  const journal = await open()
  const heard = new Promise<number>(resolve => {
    journal.watch(({ seq }) => {
      if (seq === 20) resolve(seq)
    })
  })
  const contender = startProgram('contender', folder, 'ada')
  for (let seq = 0; seq < 20; seq++) contender.child.stdin!.write(`${seq}\n`)
  expect(await heard).toBe(20)
  contender.child.stdin!.end()
  await contender.ended
  await journal.close()
})

test('J-17 watching keeps no process alive', async () => {
  expect(await startProgram('forgetful-watcher', folder).ended).toBe(0)
})

/** Answers where each acknowledged batch lies. */
async function appendUntilKilled(
  round: string,
  unanswered: string,
  count: number,
): Promise<ReadonlyMap<string, string>> {
  const program = startProgram('appender', folder, round, unanswered)
  const acks = new Map<string, string>()
  for await (const line of program.lines) {
    const [id, first, last] = line.split(' ') as [string, string, string]
    acks.set(id, `${first} ${last}`)
    if (acks.size === count) program.child.kill('SIGKILL')
  }
  expect(await program.ended).toBe('SIGKILL')
  return acks
}

/** The batch that may have been in flight: the one after the last acknowledged of this round. */
function nextId(round: string, ids: readonly string[]): string {
  return `${round}-${ids.filter(id => id.startsWith(`${round}-`)).length + 1}`
}

/** Where each batch lies; every one of them must be whole. */
async function placesOf(journal: Journal<Noted>): Promise<ReadonlyMap<string, string>> {
  const batches = new Map<string, Entry<Noted>[]>()
  for await (const page of journal.read(1))
    for (const entry of page) batches.set(entry.batch, [...(batches.get(entry.batch) ?? []), entry])
  for (const [id, entries] of batches) expect(entries.map(each => each.event)).toEqual(eventsOf(id))
  return new Map(
    [...batches].map(([id, entries]) => [id, `${entries[0]!.seq} ${entries.at(-1)!.seq}`]),
  )
}

async function nextLine(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) return line
  throw new Error('the program said nothing')
}
