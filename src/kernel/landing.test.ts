import { describe, expect, it } from 'vitest'
import {
  answer,
  claim,
  does,
  effectIds,
  effectOf,
  failure,
  lands,
  refusal,
  run,
  send,
  signed,
  started,
  status,
  statuses,
  toProve,
  toQueue,
  unit,
  wait,
  why,
  wide,
} from '../../test/kernel/project.ts'

const queued = (...names: readonly string[]) => {
  const p = wide(started(names))
  for (const name of names) does(p, name, ...toQueue)
  return p
}

describe('the landing line', () => {
  it('K-60 what lands is the commit that was proved', () => {
    const p = queued('a')
    does(p, 'a', 'build')
    const { commit } = effectOf(p, 'a', 'prove')
    does(p, 'a', 'prove')
    expect(effectOf(p, 'a', 'land')).toMatchObject({ from: 'c0', to: commit })
    does(p, 'a', 'land')
    expect(unit(p, 'a').commit).toBe(commit)
    expect(run(p).tip).toBe(commit)
  })

  it('K-4 what landed never changes, whoever asks', () => {
    const p = queued('a')
    does(p, 'a', 'build', 'prove', 'land')
    const scope = { kind: 'unit', unit: 'r/a' } as const
    expect(refusal(p, { type: 'cancel', ...signed, scope })).toEqual(['unit-status'])
    expect(refusal(p, { type: 'skip', ...signed, unit: 'r/a' })).toEqual(['unit-status'])
    expect(refusal(p, { type: 'retry', ...signed, unit: 'r/a' })).toEqual(['unit-status'])
    expect(p.events.filter(event => event.type === 'unit.landed')).toHaveLength(1)
  })

  it('K-62 candidates are built on each other and proved in parallel', () => {
    const p = queued('a', 'b')
    expect(effectIds(p)).toEqual(['r/a#1:build.1'])
    does(p, 'a', 'build')
    expect(effectOf(p, 'b', 'build').onto).toBe('commit-a-1')
    does(p, 'b', 'build')
    expect(effectIds(p)).toEqual(['r/a#1:prove.1', 'r/b#1:prove.1'])
  })

  it('K-62 one that is proved waits for the one ahead, and lands as it was proved', () => {
    const p = queued('a', 'b')
    does(p, 'a', 'build')
    does(p, 'b', 'build', 'prove')
    expect(why(p, 'b')).toEqual({ kind: 'line', behind: ['r/a'] })
    does(p, 'a', 'prove', 'land')
    expect(effectOf(p, 'b', 'land')).toMatchObject({ from: 'commit-a-1', to: 'commit-b-1' })
  })

  it('K-62 when the one ahead falls those behind are built anew without it', () => {
    const p = queued('a', 'b')
    does(p, 'a', 'build')
    does(p, 'b', 'build', 'prove')
    answer(p, 'a', 'prove', failure('check_failed'))
    expect(status(p, 'a')).toBe('preparing')
    expect(effectOf(p, 'b', 'build').onto).toBe('c0')
    does(p, 'b', 'build', 'prove', 'land')
    expect(run(p).tip).toBe('commit-b-2')
  })

  it('K-64 a failure on a speculative base counts only once everything ahead has landed', () => {
    const p = queued('a', 'b')
    does(p, 'a', 'build')
    does(p, 'b', 'build')
    answer(p, 'b', 'prove', failure('check_failed', { summary: 'red together' }))
    expect(unit(p, 'b')).toMatchObject({ status: 'queued', spent: 0 })
    does(p, 'a', 'prove', 'land')
    expect(unit(p, 'b')).toMatchObject({ status: 'preparing', spent: 1 })
    expect(unit(p, 'b').failures).toEqual([{ class: 'candidate_failed', summary: 'red together' }])
    expect(effectOf(p, 'b', 'prepare').base).toBe('commit-a-1')
  })

  it('K-64 the failure is forgotten when the one ahead falls instead', () => {
    const p = queued('a', 'b')
    does(p, 'a', 'build')
    does(p, 'b', 'build')
    answer(p, 'b', 'prove', failure('check_failed'))
    answer(p, 'a', 'prove', failure('check_failed'))
    does(p, 'b', 'build', 'prove', 'land')
    expect(unit(p, 'b')).toMatchObject({ status: 'landed', spent: 0 })
  })

  it('K-64 the line goes on past a failure that does not count yet', () => {
    const p = queued('a', 'b', 'c')
    does(p, 'a', 'build')
    does(p, 'b', 'build')
    answer(p, 'b', 'prove', failure('check_failed'))
    expect(effectOf(p, 'c', 'build').onto).toBe('commit-a-1')
  })

  it('K-61 a ref that others moved makes every candidate anew', () => {
    const p = queued('a', 'b')
    does(p, 'a', 'build', 'prove')
    does(p, 'b', 'build')
    answer(p, 'a', 'land', { ok: 'moved', tip: 'foreign' })
    expect(effectOf(p, 'a', 'build').onto).toBe('foreign')
    expect(status(p, 'a')).toBe('queued')
    does(p, 'a', 'build', 'prove', 'land')
    expect(effectOf(p, 'b', 'build').onto).toBe('commit-a-2')
  })

  it('K-61 a candidate that is gone is made anew, with all that stand on each other', () => {
    const p = queued('a', 'b', 'c')
    does(p, 'a', 'build')
    does(p, 'b', 'build')
    answer(p, 'b', 'prove', { ok: 'gone' })
    expect(unit(p, 'b').failures).toEqual([])
    expect(effectOf(p, 'a', 'build').onto).toBe('c0')
    does(p, 'a', 'build')
    answer(p, 'b', 'build', { ok: 'gone' })
    expect(effectIds(p)).toEqual(['r/a#1:build.3'])
    does(p, 'a', 'build', 'prove', 'land')
    does(p, 'b', 'build', 'prove', 'land')
    expect(run(p).tip).toBe('commit-b-3')
  })

  it('K-61 what is landing finds out by itself whether it is gone', () => {
    const p = queued('a', 'b')
    does(p, 'a', 'build', 'prove')
    does(p, 'b', 'build')
    answer(p, 'b', 'prove', { ok: 'gone' })
    expect(effectIds(p)).toEqual(['r/a#1:land.1', 'r/b#1:build.2'])
    expect(effectOf(p, 'b', 'build').onto).toBe('commit-a-1')
  })

  it('K-61 a landing that turns out to have happened moves on from where the ref is', () => {
    const p = queued('a', 'b')
    does(p, 'a', 'build', 'prove')
    answer(p, 'a', 'land', { ok: true, tip: 'foreign' })
    expect(status(p, 'a')).toBe('landed')
    expect(effectOf(p, 'b', 'build').onto).toBe('foreign')
  })

  it('K-62 what is landing is not overtaken by one ahead that was paused', () => {
    const p = queued('a', 'b')
    const scope = { kind: 'unit', unit: 'r/a' } as const
    send(p, { type: 'pause', ...signed, scope })
    does(p, 'b', 'build', 'prove')
    expect(status(p, 'b')).toBe('landing')
    send(p, { type: 'resume', ...signed, scope })
    expect(effectOf(p, 'a', 'build').onto).toBe('commit-b-1')
    expect(effectOf(p, 'b', 'land').from).toBe('c0')
  })

  it('K-62 speculation goes no deeper than the policy', () => {
    const p = wide(started(['a', 'b', 'c'], { policy: { speculation: 2 } }))
    for (const name of ['a', 'b', 'c']) does(p, name, ...toQueue)
    does(p, 'a', 'build')
    does(p, 'b', 'build')
    expect(why(p, 'c')).toEqual({ kind: 'line', behind: ['r/a', 'r/b'] })
  })

  it('K-62 K-39 one that waits for the world is passed by', () => {
    const p = queued('a', 'b')
    answer(p, 'a', 'build', failure('infrastructure'))
    expect(effectOf(p, 'b', 'build').onto).toBe('c0')
    does(p, 'b', 'build', 'prove', 'land')
    wait(p, 30_000)
    expect(effectOf(p, 'a', 'build').onto).toBe('commit-b-1')
  })

  it('K-48 what is landing cannot be stopped, not even with its run', () => {
    const p = queued('a')
    does(p, 'a', 'build', 'prove')
    const scope = { kind: 'unit', unit: 'r/a' } as const
    expect(refusal(p, { type: 'cancel', ...signed, scope })).toEqual(['unit-landing'])
    expect(refusal(p, { type: 'skip', ...signed, unit: 'r/a' })).toEqual(['unit-landing'])
    expect(refusal(p, { type: 'fail', ...signed, unit: 'r/a' })).toEqual(['unit-landing'])
    send(p, { type: 'cancel', ...signed, scope: { kind: 'run', run: 'r' } })
    expect(status(p, 'a')).toBe('landing')
    does(p, 'a', 'land')
    expect(run(p).outcome).toBe('cancelled')
  })

  it('K-65 a unit that only reads lands once it is judged', () => {
    const p = wide(
      started([
        { name: 'a', kind: 'read' },
        { name: 'b', after: ['a'] },
      ]),
    )
    does(p, 'a', ...toQueue)
    expect(unit(p, 'a')).toMatchObject({ status: 'landed', commit: null })
    expect(run(p).tip).toBe('c0')
    expect(status(p, 'b')).toBe('preparing')
  })
})

describe('reverts', () => {
  it('K-66 a revert is a unit that is judged and landed', () => {
    const p = wide(started([{ name: 'a', write: ['x'] }]))
    lands(p, 'a')
    expect(run(p).status).toBe('finished')
    send(p, { type: 'revert', ...signed, reverts: [{ unit: 'r/a' }] })
    const name = 'a-revert-1'
    expect(p.events.findLast(event => event.type === 'run.extended')).toMatchObject(signed)
    expect(unit(p, name).spec).toMatchObject({
      kind: 'revert',
      reverts: 'commit-a-1',
      follows: 'r/a',
    })
    expect(unit(p, name).claims.write.map(each => each.text)).toEqual(['x'])
    expect(refusal(p, { type: 'revert', ...signed, reverts: [{ unit: 'r/a' }] })).toEqual([
      'reverted-already',
    ])
    does(p, name, ...toProve, 'prove', 'land')
    expect(run(p).tip).toBe('commit-a-revert-1-1')
  })
})

describe('the end of a run', () => {
  it('K-63 says how it went', () => {
    const ends = (names: readonly string[], bad: readonly string[]) => {
      const p = wide(started([...names, ...bad]))
      lands(p, ...names)
      for (const name of bad) send(p, { type: 'fail', ...signed, unit: `r/${name}` })
      return run(p).outcome
    }
    expect(ends(['a'], [])).toBe('complete')
    expect(ends(['a'], ['b'])).toBe('partial')
    expect(ends([], ['b'])).toBe('failed')
  })

  it('K-67 the last evaluation of the tip decides whether it is degraded', () => {
    const p = wide(started(['a', 'b'], { policy: { evaluate: true } }))
    lands(p, 'a')
    expect(effectOf(p, 'r', 'evaluate')).toMatchObject({ id: 'r#1:evaluate', tip: 'commit-a-1' })
    const fence = claim(p, 'r', 'evaluate')
    lands(p, 'b')
    const late = { kind: 'evaluate', result: { ok: true, isDegraded: false } } as const
    expect(refusal(p, { type: 'report', effect: 'r#1:evaluate', fence, ...late })).toEqual([
      'effect-over',
    ])
    expect(run(p).status).toBe('open')
    answer(p, 'r', 'evaluate', { ok: true, isDegraded: true })
    expect(run(p)).toMatchObject({ status: 'finished', outcome: 'degraded', evaluation: null })
  })

  it('K-67 the run keeps what its last evaluation found', () => {
    const p = wide(started(['a'], { policy: { evaluate: true, oracle: 'hash' } }))
    lands(p, 'a')
    const evaluation = {
      tip: 'commit-a-1',
      from: 50,
      to: 25,
      fallen: ['module.x'],
      unchecked: 0,
      before: 'hash-of-base',
      after: 'hash-of-tip',
    }
    answer(p, 'r', 'evaluate', { ok: true, isDegraded: true, evaluation })
    expect(run(p)).toMatchObject({ outcome: 'degraded', evaluation, policy: { oracle: 'hash' } })
  })

  it('K-7 K-47 what ended without landing gets another chance, and the run ends again', () => {
    const p = wide(started(['a', { name: 'b', after: ['a'] }, 'c']))
    lands(p, 'c')
    expect(refusal(p, { type: 'continue', ...signed, run: 'r' })).toEqual(['run-nothing'])
    send(p, { type: 'fail', ...signed, unit: 'r/a' })
    expect(run(p).outcome).toBe('partial')
    send(p, { type: 'continue', ...signed, run: 'r' })
    expect(statuses(p)).toEqual({ a: 'preparing', b: 'pending', c: 'landed' })
    lands(p, 'a', 'b')
    expect(run(p)).toMatchObject({ status: 'finished', outcome: 'complete' })
  })
})
