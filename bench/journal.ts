// What the journal costs: durable appends beside the bare store, and opening a long journal. Prints figures, asserts ratios of one run.
// Run: node bench/journal.ts

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Fold, foldJournal } from '../src/journal/fold.ts'
import { openJournal } from '../src/journal/journal.ts'
import type { Journal } from '../src/journal/model.ts'
import { watchPollMs } from '../src/journal/watch.ts'

interface Result {
  readonly name: string
  readonly figure: string
  readonly ratio?: { readonly is: number; readonly atLeast?: number; readonly atMost?: number }
}

const at = '2026-03-01T10:00:00.000Z'
const long = 100_000
const root = mkdtempSync(join(tmpdir(), 'fixpoint-bench-'))
const options = { project: 'shop', program: 'bench' }

async function main(): Promise<number> {
  const results = [
    ...(await appendResults()),
    ...(await claimResults()),
    ...(await openingResults()),
    await watchResult(),
  ]
  for (const result of results) print(result)
  return results.every(isMet) ? 0 : 1
}

/** The bare store writes the same payload with the same durability and nothing else. */
async function appendResults(): Promise<readonly Result[]> {
  const raw = openRaw(join(root, 'raw.db'))
  const journal = await openJournal(join(root, 'appends'), options)
  let seq = 0
  const appendOne = async () => {
    await journal.append({ id: `command ${seq}`, expectedSeq: seq, events: [event(seq)] })
    seq += 1
  }
  const insert = async () => raw.insert(JSON.stringify(event(seq)))
  const [bare, ours] = await interleaved(101, 200, [insert, appendOne])
  raw.database.close()
  await journal.close()
  return [
    { name: 'bare store, durable', figure: `${perSecond(200, bare!)} appends/s` },
    {
      name: 'journal, durable',
      figure: `${perSecond(200, ours!)} appends/s`,
      ratio: { is: bare! / ours!, atLeast: 0.8 },
    },
  ]
}

async function claimResults(): Promise<readonly Result[]> {
  const journal = await openJournal(join(root, 'claims'), options)
  const upsert = Array.from({ length: 4_000 }, (_, index) => ({
    id: `unit ${index}`,
    kind: 'work',
    labels: ['linux'],
    rank: index,
    payload: { brief: 'x'.repeat(300) },
  }))
  await journal.append({ id: 'all', expectedSeq: 0, events: [], effects: { upsert } })
  const query = { holder: 'r', kinds: ['work'], labels: ['linux'], now: at, expiresAt: at }
  const leases: { effect: string; fence: number }[] = []
  let done = 0
  const claim = async () => {
    const result = await journal.claim({ ...query, expiresAt: '2027-01-01T00:00:00Z' })
    if (result.kind === 'claimed') leases.push(result.lease)
  }
  let beats = 0
  const beat = async () => {
    beats += 1_000
    await journal.heartbeat(leases.at(-1)!, new Date(Date.parse(at) + beats).toISOString())
  }
  const complete = async () => {
    const lease = leases[done]!
    const events = [event(done)]
    const effects = { remove: [lease.effect] }
    await journal.append({ id: `done ${done}`, expectedSeq: done, events, effects, lease })
    done += 1
  }
  const [claiming, beating, completing] = await interleaved(3, 1_000, [claim, beat, complete])
  await journal.close()
  return [
    { name: 'claim, durable', figure: `${perSecond(1_000, claiming!)}/s` },
    { name: 'complete with its event, durable', figure: `${perSecond(1_000, completing!)}/s` },
    { name: 'heartbeat', figure: `${perSecond(1_000, beating!)}/s` },
  ]
}

/** Both journals end two hundred entries after their snapshot, and fold to a state of the same size. */
async function openingResults(): Promise<readonly Result[]> {
  await fill('short', 1_000)
  const appendedMs = await fill('long', long)
  const openShort = async () => status('short')
  const openLong = async () => status('long')
  const [short, whole] = await interleaved(15, 1, [openShort, openLong])
  const [quarter, all] = await interleaved(3, 1, [() => readUntil(long / 4), () => readUntil(long)])
  return [
    { name: `append ${long} entries, 500 a batch`, figure: `${Math.round(appendedMs)} ms` },
    { name: 'open and show status, 1,000 entries', figure: `${short!.toFixed(1)} ms` },
    {
      name: 'open and show status, 100,000 entries',
      figure: `${whole!.toFixed(1)} ms`,
      ratio: { is: whole! / short!, atMost: 1.2 },
    },
    {
      name: 'read and verify 100,000 entries',
      figure: `${Math.round(all!)} ms`,
      ratio: { is: all! / quarter!, atMost: 4.6 },
    },
  ]
}

async function watchResult(): Promise<Result> {
  const { database } = openRaw(join(root, 'watch.db'))
  const version = database.prepare('PRAGMA data_version')
  const [poll] = await interleaved(3, 20_000, [async () => void version.get()])
  database.close()
  const share = (poll! / 20_000 / watchPollMs) * 100
  const each = `${((poll! / 20_000) * 1_000).toFixed(2)} µs every ${watchPollMs} ms`
  return { name: 'one look for changes', figure: `${each}, ${share.toFixed(4)} % of a core` }
}

async function fill(name: string, count: number): Promise<number> {
  const journal = await openJournal(join(root, name), options)
  const started = performance.now()
  for (let seq = 0; seq < count; seq += 500) {
    const events = Array.from({ length: 500 }, (_, index) => event(seq + index))
    await journal.append({ id: `batch ${seq}`, expectedSeq: seq, events })
  }
  const tookMs = performance.now() - started
  const state = Array.from({ length: 1_000 }, (_, index) => [`unit ${index}`, 'landed', index])
  await journal.saveSnapshot({ seq: count - 200, kernel: '1', state })
  await journal.close()
  return tookMs
}

type Status = readonly unknown[]

const counting: Fold<Status, ReturnType<typeof event>> = {
  version: '1',
  initial: [],
  fold: (state, entries) => [...state, entries.length],
  freeze: state => state,
  thaw: frozen => frozen as Status,
}

async function status(name: string): Promise<void> {
  const journal = await openJournal<ReturnType<typeof event>>(join(root, name), options)
  const { state } = await foldJournal(journal, counting)
  await journal.effects()
  await journal.close()
  if (state.length !== 1_001) throw new Error(`the snapshot was not used: ${state.length}`)
}

async function readUntil(until: number): Promise<void> {
  const journal: Journal = await openJournal(join(root, 'long'), options)
  let count = 0
  for await (const page of journal.read(1, until)) count += page.length
  await journal.close()
  if (count !== until) throw new Error(`${count} entries instead of ${until}`)
}

function openRaw(file: string) {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec('CREATE TABLE events (seq INTEGER PRIMARY KEY, payload TEXT NOT NULL)')
  const statement = database.prepare('INSERT INTO events (payload) VALUES (?)')
  return { database, insert: (text: string) => void statement.run(text) }
}

function event(seq: number) {
  return { type: 'unit.noted', at, unit: `T${seq}`, note: 'x'.repeat(240) }
}

/** The median milliseconds of `rounds` rounds of each work, taken in turns, after one round that does not count. */
async function interleaved(
  rounds: number,
  times: number,
  works: readonly (() => Promise<void>)[],
): Promise<readonly number[]> {
  const taken = works.map(() => [] as number[])
  for (let round = 0; round <= rounds; round++)
    for (const [index, work] of works.entries()) {
      const started = performance.now()
      for (let time = 0; time < times; time++) await work()
      if (round > 0) taken[index]!.push(performance.now() - started)
    }
  return taken.map(each => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)]!)
}

function perSecond(times: number, milliseconds: number): string {
  return String(Math.round((times * 1_000) / milliseconds))
}

function isMet({ ratio }: Result): boolean {
  const { is, atLeast = 0, atMost = Number.POSITIVE_INFINITY } = ratio ?? { is: 1 }
  return is >= atLeast && is <= atMost
}

function print(result: Result): void {
  const { ratio } = result
  const bound = ratio?.atLeast ? `at least ${ratio.atLeast}` : `at most ${ratio?.atMost}`
  const judged = ratio ? `  ratio ${ratio.is.toFixed(2)} (${bound})` : ''
  console.log(
    `${result.name.padEnd(40)} ${result.figure}${judged}${isMet(result) ? '' : '  MISSED'}`,
  )
}

try {
  process.exitCode = await main()
} finally {
  rmSync(root, { recursive: true })
}
