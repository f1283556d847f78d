import { describe, expect, it } from 'vitest'
import {
  answer,
  does,
  effectIds,
  effectOf,
  failure,
  type Project,
  run,
  send,
  signed,
  started,
  status,
  statuses,
  unit,
  wait,
  why,
  wide,
} from '../../test/kernel/project.ts'

const signedPause = (name: string) =>
  ({ ...signed, scope: { kind: 'unit', unit: `r/${name}` } }) as const

/** Everything is computed and built, in the order of declaration; the last of each batch of four waits for its proof. */
function built(names: readonly string[], batch = 4): Project {
  const units = names.map(name => ({ name, kind: 'branch' as const, attempts: 1 }))
  const p = wide(started(units, { policy: { batch } }))
  for (const name of names) does(p, name, 'prepare', 'work', 'judge')
  for (const name of names.slice(0, batch)) does(p, name, 'build')
  return p
}

const proofs = (p: Project) => effectIds(p).filter(each => each.includes(':prove'))

describe('a batch', () => {
  it('K-68 is proved by its last, as a delta to what the batch stands on, and lands in one move of the ref', () => {
    const p = built(['a', 'b', 'c'])
    expect(proofs(p)).toEqual(['r/c#1:prove.1'])
    expect(effectOf(p, 'c', 'prove')).toMatchObject({
      onto: 'c0',
      commit: 'commit-c-1',
      covers: ['r/a', 'r/b'],
    })
    expect(why(p, 'a')).toEqual({ kind: 'batch', units: ['r/c'] })
    does(p, 'c', 'prove')
    expect(effectIds(p)).toEqual(['r/c#1:land.1'])
    expect(effectOf(p, 'c', 'land')).toMatchObject({ from: 'c0', to: 'commit-c-1' })
    does(p, 'c', 'land')
    expect(statuses(p)).toEqual({ a: 'landed', b: 'landed', c: 'landed' })
    expect(unit(p, 'a').commit).toBe('commit-a-1')
    expect(run(p)).toMatchObject({ tip: 'commit-c-1', landings: 3, outcome: 'complete' })
  })

  it('K-68 waits for what git is computing, and stands in the order of declaration', () => {
    const units = ['a', 'b'].map(name => ({ name, kind: 'branch' as const }))
    const p = wide(started(units, { policy: { batch: 4 } }))
    does(p, 'b', 'prepare', 'work', 'judge')
    expect(effectIds(p)).toEqual(['r/a#1:prepare'])
    expect(why(p, 'b')).toEqual({ kind: 'batch', units: ['r/a'] })
    does(p, 'a', 'prepare', 'work', 'judge', 'build')
    expect(effectOf(p, 'b', 'build').onto).toBe('commit-a-1')
  })

  it('K-68 waits for nobody who is paused', () => {
    const units = ['a', 'b'].map(name => ({ name, kind: 'branch' as const }))
    const p = wide(started(units, { policy: { batch: 4 } }))
    does(p, 'b', 'prepare', 'work', 'judge')
    send(p, { type: 'pause', ...signedPause('a') })
    expect(effectOf(p, 'b', 'build').onto).toBe('c0')
  })

  it('K-68 is no larger than the line allows', () => {
    const p = built(['a', 'b', 'c'], 2)
    expect(proofs(p)).toEqual(['r/b#1:prove.1'])
    does(p, 'b', 'prove', 'land')
    does(p, 'c', 'build')
    expect(effectOf(p, 'c', 'prove')).toMatchObject({ onto: 'commit-b-1', covers: [] })
  })

  it('K-48 K-68 none of it can be stopped while it lands', () => {
    const p = built(['a', 'b'])
    does(p, 'b', 'prove')
    expect(statuses(p)).toEqual({ a: 'landing', b: 'landing' })
    expect(() => send(p, { type: 'cancel', ...signedPause('a') })).toThrow(/landing/)
  })

  it('K-61 K-68 a ref that others moved makes all of it anew', () => {
    const p = built(['a', 'b'])
    does(p, 'b', 'prove')
    answer(p, 'b', 'land', { ok: 'moved', tip: 'foreign' })
    expect(effectOf(p, 'a', 'build').onto).toBe('foreign')
    does(p, 'a', 'build')
    does(p, 'b', 'build', 'prove', 'land')
    expect(run(p).tip).toBe('commit-b-2')
  })
})

/** Proves what is asked for, red where the culprit is among what is covered; answers who was proved, in order. */
function prove(p: Project, culprits: readonly string[]): readonly string[] {
  const asked: string[] = []
  for (;;) {
    const [next] = effectIds(p)
    if (next === undefined) return asked
    const name = /^r\/(\w+)#/.exec(next)![1]!
    if (!next.includes(':prove')) {
      does(p, name, next.includes(':build') ? 'build' : 'land')
      continue
    }
    asked.push(name)
    const { covers } = effectOf(p, name, 'prove')
    const isRed = [name, ...covers.map(each => each.slice(2))].some(each => culprits.includes(each))
    answer(p, name, 'prove', isRed ? failure('check_failed') : { ok: true })
  }
}

describe('a red batch', () => {
  const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

  it.each([
    ['a', 'hdbah'],
    ['d', 'hdbch'],
    ['e', 'hdfeh'],
    ['h', 'hdfg'],
  ])('K-69 with the culprit %s takes the proofs %s', (culprit, asked) => {
    const p = built(eight, 8)
    expect(prove(p, [culprit]).join('')).toBe(asked)
    expect(status(p, culprit)).toBe('failed')
    expect(run(p)).toMatchObject({ landed: 7, outcome: 'partial' })
    expect(unit(p, culprit).failures).toMatchObject([{ class: 'candidate_failed' }])
  })

  it('K-69 finds every one that makes it red', () => {
    const p = built(eight, 8)
    prove(p, ['b', 'g'])
    expect(Object.entries(statuses(p)).filter(([, each]) => each === 'failed')).toEqual([
      ['b', 'failed'],
      ['g', 'failed'],
    ])
    expect(run(p).landed).toBe(6)
  })

  it('K-69 what is green lands while the rest is looked into', () => {
    const p = built(['a', 'b', 'c', 'd'])
    answer(p, 'd', 'prove', failure('check_failed'))
    does(p, 'b', 'prove', 'land')
    expect(statuses(p)).toEqual({ a: 'landed', b: 'landed', c: 'queued', d: 'queued' })
    expect(effectOf(p, 'c', 'prove')).toMatchObject({ onto: 'commit-b-1', covers: [] })
  })

  it('K-69 one that conflicts is no reason to halve: the others are built without it', () => {
    const units = ['a', 'b', 'c'].map(name => ({ name, kind: 'branch' as const, attempts: 1 }))
    const p = wide(started(units, { policy: { batch: 4 } }))
    for (const name of ['a', 'b', 'c']) does(p, name, 'prepare', 'work', 'judge')
    does(p, 'a', 'build')
    answer(p, 'b', 'build', failure('candidate_failed'))
    does(p, 'c', 'build', 'prove', 'land')
    expect(statuses(p)).toEqual({ a: 'landed', b: 'queued', c: 'landed' })
  })

  it('K-39 K-69 a judge that the world stops is asked again, and nobody is blamed', () => {
    const p = built(['a', 'b'])
    answer(p, 'b', 'prove', failure('infrastructure'))
    expect(statuses(p)).toEqual({ a: 'queued', b: 'queued' })
    expect(proofs(p)).toEqual(['r/a#1:prove.1'])
  })

  it('K-36 K-69 the proof of a batch that the world stops each time ends with a question', () => {
    const p = built(['a', 'b'])
    for (let trip = 0; trip < 20 && status(p, 'b') === 'queued'; trip++) {
      const proof = ['b', 'a'].find(name => unit(p, name).stage?.kind === 'prove')
      if (proof !== undefined) answer(p, proof, 'prove', failure('infrastructure'))
      wait(p, 3_600_000)
    }
    expect(['a', 'b'].map(name => status(p, name))).toContain('blocked')
  })
})
