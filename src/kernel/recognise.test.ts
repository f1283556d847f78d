import { describe, expect, it } from 'vitest'
import {
  answer,
  claim,
  does,
  effectIds,
  effectOf,
  failure,
  type Project,
  refusal,
  run,
  send,
  signed,
  started,
  status,
  statuses,
  toQueue,
  unit,
  wide,
} from '../../test/kernel/project.ts'

interface Seen {
  readonly unit: string
  readonly isRecorded?: boolean
}

/** The line of `r` was read, and holds a commit for each of these; `beyond` is what somebody put on top. */
const line = (p: Project, seen: readonly Seen[], beyond?: string) => {
  const commits = seen.map(({ unit: name, isRecorded = true }) => ({
    commit: `landed-${name}`,
    unit: `r/${name}`,
    isRecorded,
  }))
  const { tip: from } = run(p)
  const tip = beyond ?? commits.at(-1)!.commit
  return { type: 'recognise', run: 'r', from, tip, log: 'log-1', commits } as const
}

const landings = ({ events }: Project) => events.filter(each => each.type === 'unit.landed')

describe('a line that holds what the journal forgot', () => {
  it('K-76 a recorded landing counts wherever the journal believed the unit to be', () => {
    const p = wide(started(['ready', 'working', 'judging', 'queued', 'proving']))
    send(p, { type: 'configure', ...signed, limits: { prepare: 1 } })
    does(p, 'working', 'prepare')
    claim(p, 'working', 'work')
    does(p, 'judging', 'prepare', 'work')
    does(p, 'queued', ...toQueue)
    does(p, 'proving', ...toQueue)
    const names = ['ready', 'working', 'judging', 'queued', 'proving']
    send(
      p,
      line(
        p,
        names.map(each => ({ unit: each })),
      ),
    )
    expect(new Set(Object.values(statuses(p)))).toEqual(new Set(['landed']))
    expect(effectIds(p)).toEqual([])
    expect(run(p)).toMatchObject({ tip: 'landed-proving', judged: 'landed-proving', landed: 5 })
    expect(unit(p, 'working').commit).toBe('landed-working')
    expect(landings(p)[0]).toMatchObject({ recognised: { line: 'landed-proving', log: 'log-1' } })
  })

  it('K-76 a session that still works on it is believed no more', () => {
    const p = started(['a', 'b'])
    does(p, 'a', 'prepare')
    const { id: effect } = effectOf(p, 'a', 'work')
    const fence = claim(p, 'a', 'work')
    send(p, line(p, [{ unit: 'a' }]))
    const result = { ok: true, tree: 't' } as const
    expect(refusal(p, { type: 'report', effect, fence, kind: 'work', result })).not.toEqual([])
    expect(status(p, 'a')).toBe('landed')
  })

  it('K-76 what needs it goes on from there, also what was skipped because it had failed', () => {
    const p = started([
      { name: 'a', attempts: 1, escalate: false },
      { name: 'b', after: ['a'] },
      'c',
    ])
    does(p, 'a', 'prepare', 'work')
    answer(p, 'a', 'judge', failure('check_failed'))
    expect(statuses(p)).toMatchObject({ a: 'failed', b: 'skipped' })
    send(p, line(p, [{ unit: 'a' }]))
    expect(statuses(p)).toMatchObject({ a: 'landed', b: 'preparing' })
    expect(unit(p, 'b').base).toBe('landed-a')
  })

  it('K-76 candidates are built anew on what is there', () => {
    const p = wide(started(['a', 'b']))
    does(p, 'b', ...toQueue, 'build')
    send(p, line(p, [{ unit: 'a' }]))
    expect(effectOf(p, 'b', 'build').onto).toBe('landed-a')
  })

  it('K-76 what was on its way to just there was not forgotten', () => {
    const p = started(['a'])
    does(p, 'a', ...toQueue, 'build', 'prove')
    const commit = effectOf(p, 'a', 'land').to
    const found = { commit, unit: 'r/a', isRecorded: true }
    send(p, { ...line(p, [{ unit: 'a' }]), tip: commit, commits: [found] })
    expect(landings(p)).toMatchObject([{ unit: 'r/a', commit }])
    expect(landings(p)[0]).not.toHaveProperty('recognised')
  })

  it('K-76 reading it twice changes nothing', () => {
    const p = started(['a', 'b'])
    const read = line(p, [{ unit: 'a' }])
    send(p, read)
    expect(refusal(p, read)).toEqual(['line-read'])
    expect(send(p, { ...read, from: 'landed-a' })).toEqual([])
  })

  it('K-76 K-94 a unit that it forgot altogether moves the line by a landing, which is delivered', () => {
    const p = started(['a'], { policy: { deliver: 'ff' } })
    send(p, line(p, [{ unit: 'a' }, { unit: 'a-revert-1' }, { unit: 'x', isRecorded: false }]))
    const tip = 'landed-a-revert-1'
    expect(p.events).toContainEqual(
      expect.objectContaining({ type: 'run.moved', tip, landed: 'r/a-revert-1' }),
    )
    expect(run(p)).toMatchObject({ tip: 'landed-x', judged: tip, landings: 2 })
    expect(effectOf(p, 'r~1', 'deliver').tip).toBe(tip)
  })

  it('K-61 K-76 what somebody put on top moves the line', () => {
    const p = started(['a', 'b'])
    send(p, line(p, [{ unit: 'a' }], 'on-top'))
    expect(run(p)).toMatchObject({ tip: 'on-top', judged: 'landed-a' })
  })
})

describe('a commit that only says that it is a landing', () => {
  it('K-77 lands nothing: the unit is paused until a person says that it goes on', () => {
    const p = wide(started(['a', 'b']))
    does(p, 'a', ...toQueue)
    send(p, line(p, [{ unit: 'a', isRecorded: false }]))
    expect(unit(p, 'a')).toMatchObject({ status: 'queued', isPaused: true, commit: null })
    expect(run(p)).toMatchObject({ tip: 'landed-a', judged: null })
    const reason = 'landed-a on its line says that it is r/a, and no landing of it is recorded'
    expect(p.events).toContainEqual(
      expect.objectContaining({ type: 'paused', by: 'fixpoint', reason }),
    )
    send(p, { type: 'resume', ...signed, scope: { kind: 'unit', unit: 'r/a' } })
    expect(effectOf(p, 'a', 'build').onto).toBe('landed-a')
  })

  it('K-10 K-77 nor does a recorded one whose needs the line does not hold', () => {
    const p = started(['a', { name: 'b', after: ['a'] }])
    send(p, line(p, [{ unit: 'b' }]))
    expect(unit(p, 'b')).toMatchObject({ status: 'pending', isPaused: true })
  })

  it('K-77 names nothing of another run, and nothing that has ended', () => {
    const p = started(['a', 'b'])
    send(p, { type: 'cancel', ...signed, scope: { kind: 'unit', unit: 'r/a' } })
    send(p, line(p, [{ unit: 'a', isRecorded: false }, { unit: 'x' }], 'c0'))
    expect(unit(p, 'a')).toMatchObject({ status: 'cancelled', isPaused: false })
    expect(refusal(p, { ...line(p, [{ unit: 'a' }]), run: 'q' })).toEqual(['run-unknown'])
  })

  it('K-48 K-77 a line that is landing is moved by whoever lands', () => {
    const p = wide(started(['a', 'b']))
    does(p, 'a', ...toQueue, 'build', 'prove')
    expect(status(p, 'a')).toBe('landing')
    send(p, line(p, [{ unit: 'b', isRecorded: false }]))
    expect(run(p).tip).toBe('c0')
    expect(status(p, 'a')).toBe('landing')
    expect(unit(p, 'b').isPaused).toBe(true)
  })
})
