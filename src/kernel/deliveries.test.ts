import { describe, expect, it } from 'vitest'
import {
  answer,
  does,
  effectIds,
  effectOf,
  failure,
  lands,
  type Project,
  refusal,
  run,
  send,
  signed,
  started,
  unit,
  wait,
  wide,
} from '../../test/kernel/project.ts'
import { findRow } from './structure/rows.ts'

const delivery = (p: Project, id = 'r~1') => findRow(p.state.deliveries, id)!

function delivered(): Project {
  const p = wide(started([{ name: 'a', write: ['x'] }], { policy: { deliver: 'pr' } }))
  lands(p, 'a')
  answer(p, 'r~1', 'deliver', { ok: true, status: 'open', url: 'https://forge.test/1' })
  return p
}

describe('deliveries', () => {
  it('K-90 what landed is delivered before the run is finished', () => {
    const p = wide(started(['a'], { policy: { deliver: 'pr' } }))
    lands(p, 'a')
    expect(run(p).status).toBe('open')
    expect(effectOf(p, 'r~1', 'deliver')).toMatchObject({
      how: 'pr',
      revision: 1,
      tip: 'commit-a-1',
    })
    answer(p, 'r~1', 'deliver', { ok: true, status: 'open', url: 'https://forge.test/1' })
    expect(delivery(p)).toMatchObject({ status: 'open', url: 'https://forge.test/1' })
    expect(run(p)).toMatchObject({ status: 'finished', outcome: 'complete' })
  })

  it('K-90 K-39 an outage is waited for', () => {
    const p = wide(started(['a'], { policy: { deliver: 'pr' } }))
    lands(p, 'a')
    answer(p, 'r~1', 'deliver', failure('infrastructure'))
    expect(effectIds(p)).toEqual([])
    wait(p, 30_000)
    expect(effectIds(p)).toEqual(['r~1#1:deliver'])
  })

  it('K-91 K-92 new comments make one unit, and the request is brought up to date when it lands', () => {
    const p = delivered()
    const comments = [{ id: 'c1', unit: 'r/a', brief: 'sha256:thread' }, { id: 'c2' }]
    const observe = { type: 'observe', delivery: 'r~1', status: 'open', comments } as const
    send(p, observe)
    expect(unit(p, 'a-follow-1').spec).toMatchObject({ follows: 'r/a', brief: 'sha256:thread' })
    expect(unit(p, 'a-follow-1').claims.write.map(each => each.text)).toEqual(['x'])
    expect(run(p).status).toBe('open')
    expect(send(p, observe)).toEqual([])
    lands(p, 'a-follow-1')
    expect(effectIds(p)).toEqual(['r~1#2:deliver'])
  })

  it('K-91 K-92 a closed request makes one unit, and what lands then is a delivery of its own', () => {
    const p = delivered()
    const observe = { type: 'observe', delivery: 'r~1', status: 'closed' } as const
    send(p, observe)
    expect(delivery(p).status).toBe('closed')
    expect(send(p, observe)).toEqual([])
    lands(p, 'a-follow-1')
    expect(effectIds(p)).toEqual(['r~2#1:deliver'])
  })

  it('K-93 a target that moved is brought into the line, judged like any other, and then delivered to', () => {
    const p = wide(started(['a'], { policy: { deliver: 'ff', target: 'main' } }))
    lands(p, 'a')
    expect(effectOf(p, 'r~1', 'deliver').target).toBe('main')
    answer(p, 'r~1', 'deliver', { ok: 'behind', tip: 'theirs', brief: 'order' })
    expect(unit(p, 'sync-1').spec).toMatchObject({
      kind: 'branch',
      brings: 'theirs',
      brief: 'order',
    })
    expect(effectIds(p)).toEqual(['r/sync-1#1:prepare'])
    lands(p, 'sync-1')
    expect(effectOf(p, 'r~1', 'deliver')).toMatchObject({ revision: 2, tip: 'commit-sync-1-1' })
    answer(p, 'r~1', 'deliver', { ok: true, status: 'merged' })
    expect(run(p).outcome).toBe('complete')
    expect(refusal(p, { type: 'revert', ...signed, reverts: [{ unit: 'r/sync-1' }] })).toEqual([
      'revert-target',
    ])
  })

  it('K-94 what others put on the line is not delivered before something judged stands on it', () => {
    const p = wide(started(['a', 'b'], { policy: { deliver: 'ff' } }))
    lands(p, 'b')
    does(p, 'a', 'prepare', 'work', 'judge', 'build', 'prove')
    answer(p, 'a', 'land', { ok: true, tip: 'foreign' })
    expect(run(p).tip).toBe('foreign')
    expect(effectOf(p, 'r~1', 'deliver').tip).toBe('commit-a-1')
  })

  it('K-94 a target that does not go together with the line is told with the reason', () => {
    const p = wide(started(['a'], { policy: { deliver: 'ff' } }))
    lands(p, 'a')
    answer(p, 'r~1', 'deliver', { ok: 'behind', tip: 'theirs' })
    does(p, 'sync-1', 'prepare')
    answer(p, 'sync-1', 'work', failure('candidate_failed', { summary: 'conflict in x' }))
    expect(delivery(p)).toMatchObject({
      status: 'conflicted',
      why: 'r/sync-1 was to bring what the target got meanwhile: conflict in x',
    })
    expect(run(p)).toMatchObject({ status: 'finished', outcome: 'partial' })
  })

  it('K-94 a delivery that a person stops following is conflicted, and a second chance delivers', () => {
    const p = wide(started(['a'], { policy: { deliver: 'ff' } }))
    lands(p, 'a')
    answer(p, 'r~1', 'deliver', { ok: 'behind', tip: 'theirs' })
    send(p, { type: 'cancel', ...signed, scope: { kind: 'unit', unit: 'r/sync-1' } })
    expect(delivery(p).why).toContain('a person ended it (cancelled)')
    send(p, { type: 'retry', ...signed, unit: 'r/sync-1' })
    lands(p, 'sync-1')
    expect(effectOf(p, 'r~1', 'deliver')).toMatchObject({ revision: 2 })
  })

  it('K-94 a target that moves again and again is followed five times', () => {
    const p = wide(started(['a'], { policy: { deliver: 'ff' } }))
    lands(p, 'a')
    for (let round = 1; round <= 5; round++) {
      answer(p, 'r~1', 'deliver', { ok: 'behind', tip: `theirs-${round}` })
      lands(p, `sync-${round}`)
    }
    answer(p, 'r~1', 'deliver', { ok: 'behind', tip: 'theirs-6' })
    expect(delivery(p)).toMatchObject({ status: 'conflicted', rounds: 0 })
    expect(delivery(p).why).toBe('the target moved 5 times while the delivery followed it')
  })

  it('K-92 what was merged stays merged', () => {
    const p = delivered()
    send(p, { type: 'observe', delivery: 'r~1', status: 'merged' })
    expect(send(p, { type: 'observe', delivery: 'r~1', status: 'closed' })).toEqual([])
    expect(delivery(p).status).toBe('merged')
  })

  it('K-90 a person may ask for a delivery, but not of nothing and not twice at once', () => {
    const p = wide(started(['a', 'b']))
    const ask = { type: 'deliver', ...signed, run: 'r', how: 'branch' } as const
    expect(refusal(p, ask)).toEqual(['delivery-empty'])
    lands(p, 'a')
    send(p, ask)
    expect(refusal(p, ask)).toEqual(['delivery-busy'])
  })
})
