// The part of the store suite about effects: claiming, leases, fencing tokens, rebuilding.

import { expect, test } from 'vitest'
import {
  batch,
  before,
  claimed,
  claimedId,
  effect,
  later,
  latest,
  openAt,
  query,
  readAll,
  type StoreUnderTest,
  upsert,
} from './fixture.ts'

export function describeEffects(store: StoreUnderTest): void {
  test('J-18 a runner gets the first effect of its kinds whose labels it offers, and each effect has one owner', async () => {
    const journal = await openAt(store, 'claims')
    await upsert(journal, [
      effect('judge-1', { kind: 'judge', rank: 0 }),
      effect('gpu', { rank: 1, labels: ['linux', 'gpu'] }),
      effect('any time', { rank: 3 }),
      effect('urgent', { rank: 2, labels: ['linux'], payload: { brief: 'go' } }),
    ])
    const first = await journal.claim(query({ labels: ['linux', 'arm'] }))
    expect(first).toEqual({
      kind: 'claimed',
      effect: effect('urgent', { rank: 2, labels: ['linux'], payload: { brief: 'go' } }),
      lease: { effect: 'urgent', fence: 1, holder: 'runner', expiresAt: later },
    })
    expect(await claimedId(journal, query({ labels: ['linux'] }))).toBe('any time')
    expect(await journal.claim(query({ labels: ['linux'] }))).toEqual({ kind: 'none' })
    expect(await claimedId(journal, query({ labels: ['gpu', 'linux'] }))).toBe('gpu')
    expect(await claimedId(journal, query({ kinds: ['land', 'judge'] }))).toBe('judge-1')
  })

  test('J-18 many claims at once never give one effect twice', async () => {
    const openings = [await openAt(store, 'crowd'), await openAt(store, 'crowd')]
    await upsert(
      openings[0]!,
      Array.from({ length: 20 }, (_, index) => effect(`e${index}`)),
    )
    const ids = await Promise.all(
      Array.from({ length: 30 }, (_, index) => claimedId(openings[index % 2]!, query({}))),
    )
    const given = ids.filter(id => id !== undefined)
    expect(given).toHaveLength(20)
    expect(new Set(given).size).toBe(20)
  })

  test('J-20 an expired lease goes to the next runner, and the late one is refused', async () => {
    const journal = await openAt(store, 'expiry')
    await upsert(journal, [effect('work')])
    const slow = await claimed(journal, query({ holder: 'slow' }))
    expect(await journal.claim(query({ now: before }))).toEqual({ kind: 'none' })
    const quick = await claimed(journal, query({ holder: 'quick', now: later, expiresAt: latest }))
    expect(quick.lost).toEqual(slow.lease)
    expect(quick.lease.fence).toBeGreaterThan(slow.lease.fence)
    expect(await journal.heartbeat(slow.lease, latest)).toBe(false)
    const late = { ...batch('done', 0, 'late result'), lease: slow.lease }
    expect(await journal.append(late)).toEqual({ kind: 'fenced' })
    const done = {
      ...batch('done', 0, 'result'),
      lease: quick.lease,
      effects: { remove: ['work'] },
    }
    expect(await journal.append(done)).toMatchObject({ kind: 'appended' })
    expect(await journal.append(done)).toMatchObject({ kind: 'appended', isRepeated: true })
    expect(await journal.effects()).toEqual([])
  })

  test('J-20 a heartbeat holds a lease beyond its first end, and touches nothing else', async () => {
    const journal = await openAt(store, 'heartbeat')
    await upsert(journal, [effect('work')])
    const { lease } = await claimed(journal, query({}))
    expect(await journal.heartbeat(lease, latest)).toBe(true)
    expect(await journal.claim(query({ now: later }))).toEqual({ kind: 'none' })
    expect(await journal.effects()).toEqual([
      { ...effect('work'), lease: { ...lease, expiresAt: latest } },
    ])
    expect((await journal.head()).seq).toBe(0)
  })

  test('J-20 a released or removed effect ends its lease', async () => {
    const journal = await openAt(store, 'release')
    await upsert(journal, [effect('work')])
    const first = await claimed(journal, query({}))
    await journal.append({ ...batch('r', 0), effects: { release: ['work'] }, lease: first.lease })
    expect(await journal.heartbeat(first.lease, latest)).toBe(false)
    const second = await claimed(journal, query({}))
    expect(second.lost).toBeUndefined()
    await journal.append({ ...batch('x', 0), effects: { remove: ['work'] } })
    expect(await journal.heartbeat(second.lease, latest)).toBe(false)
  })

  test('J-19 no fencing token is given twice, also when an effect was removed and asked for again', async () => {
    const journal = await openAt(store, 'fences')
    const fences: number[] = []
    for (let round = 0; round < 3; round++) {
      await upsert(journal, [effect('work')], `up ${round}`)
      fences.push((await claimed(journal, query({}))).lease.fence)
      await journal.append({ ...batch(`rm ${round}`, 0), effects: { remove: ['work'] } })
    }
    expect(fences).toEqual([1, 2, 3])
  })

  test('J-21 what a claim records is appended with it, knowing its fence; a lost race undoes both', async () => {
    const journal = await openAt(store, 'recorded')
    await upsert(journal, [effect('work')])
    const stale = await journal.claim(query({}), ({ lease }) => batch(`c${lease.fence}`, 9, 'x'))
    expect(stale).toEqual({ kind: 'conflict', seq: 0 })
    expect((await journal.effects())[0]!.lease).toBeUndefined()
    const given = await journal.claim(query({}), ({ lease }) =>
      batch(`c${lease.fence}`, 0, `given with ${lease.fence}`),
    )
    expect(given).toMatchObject({ appended: { first: 1, last: 1 }, lease: { fence: 1 } })
    expect((await readAll(journal))[0]!.event.note).toBe('given with 1')
  })

  test('J-22 effects are rebuilt from state: what is not due goes, leases of what is stay', async () => {
    const journal = await openAt(store, 'rebuilt')
    await upsert(journal, [effect('gone'), effect('held'), effect('open')])
    await claimed(journal, query({}))
    const { lease } = await claimed(journal, query({}))
    expect(lease.effect).toBe('held')
    const due = [effect('held', { rank: 5 }), effect('new')]
    await journal.append({ ...batch('rebuild', 0), effects: { replaceAll: due } })
    expect(await journal.effects()).toEqual([effect('new'), { ...due[0], lease }])
  })
}
