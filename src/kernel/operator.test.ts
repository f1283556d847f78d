import { describe, expect, it } from 'vitest'
import {
  answer,
  brief,
  does,
  effectIds,
  effectOf,
  failsJudge,
  failure,
  lands,
  refusal,
  send,
  signed,
  started,
  status,
  statuses,
  toJudge,
  toQueue,
  why,
  wide,
} from '../../test/kernel/project.ts'
import type { CommandType } from './command.ts'

/** A project with one unit in each of these statuses, named after it. */
function oneOfEach() {
  const names = [
    'ready',
    'preparing',
    'working',
    'judging',
    'reviewing',
    'queued',
    'landing',
    'landed',
  ]
  const p = wide(
    started([
      ...names.map(name => ({
        name,
        review: name === 'reviewing' ? ('human' as const) : ('none' as const),
      })),
      'blocked',
      'failed',
      'cancelled',
      'skipped',
      { name: 'caused', after: ['failed'] },
      { name: 'pending', after: ['preparing'] },
    ]),
    30,
  )
  send(p, { type: 'pause', ...signed, scope: { kind: 'unit', unit: 'r/queued' } })
  does(p, 'working', 'prepare')
  does(p, 'judging', ...toJudge)
  does(p, 'reviewing', ...toQueue)
  lands(p, 'landed')
  send(p, { type: 'resume', ...signed, scope: { kind: 'unit', unit: 'r/queued' } })
  does(p, 'landing', 'prepare', 'work', 'judge', 'build', 'prove')
  does(p, 'queued', ...toQueue)
  does(p, 'blocked', 'prepare')
  answer(p, 'blocked', 'work', { ok: 'blocked', brief })
  does(p, 'ready', 'prepare')
  answer(p, 'ready', 'work', failure('infrastructure'))
  send(p, { type: 'fail', ...signed, unit: 'r/failed' })
  send(p, { type: 'cancel', ...signed, scope: { kind: 'unit', unit: 'r/cancelled' } })
  send(p, { type: 'skip', ...signed, unit: 'r/skipped' })
  return p
}

function commandFor(act: CommandType, id: string) {
  if (act === 'cancel') return { type: act, ...signed, scope: { kind: 'unit', unit: id } } as const
  if (act === 'answer') return { type: act, by: 'ada', text: 'left', unit: id } as const
  if (act === 'reject') return { type: act, by: 'ada', comments: 'no', unit: id } as const
  if (act === 'revert') return { type: act, ...signed, reverts: [{ unit: id }] } as const
  return { type: act as 'retry' | 'skip' | 'fail' | 'accept', ...signed, unit: id }
}

const open = [
  'pending',
  'ready',
  'preparing',
  'working',
  'judging',
  'reviewing',
  'queued',
  'blocked',
]
const legal: Readonly<Record<string, readonly string[]>> = {
  cancel: open,
  fail: open,
  skip: [...open, 'failed'],
  retry: ['failed', 'cancelled', 'blocked', 'skipped'],
  answer: ['blocked'],
  accept: ['reviewing'],
  reject: ['reviewing'],
  revert: ['landed'],
}

describe('acts of persons', () => {
  const start = oneOfEach()
  const names = Object.keys(statuses(start))

  it('K-44 the table covers every status', () => {
    expect(statuses(start)).toMatchObject(
      Object.fromEntries(names.map(name => [name, name === 'caused' ? 'skipped' : name])),
    )
  })

  it.each(Object.keys(legal) as CommandType[])('K-44 %s is legal where the table says so', act => {
    const allowed = names.filter(name => {
      const p = { ...start, events: [...start.events] }
      const command = commandFor(act, `r/${name}`)
      if (refusal(p, command).length > 0) return false
      send(p, command)
      return true
    })
    expect(allowed.sort()).toEqual([...legal[act]!].sort())
  })

  it('K-43 author and reason are on the event, and refused when they are empty', () => {
    const p = started(['a'])
    const command = { type: 'fail', ...signed, unit: 'r/a' } as const
    expect(refusal(p, { ...command, by: ' ' })).toEqual(['unsigned'])
    expect(refusal(p, { ...command, reason: '' })).toEqual(['unsigned'])
    send(p, command)
    expect(p.events.find(event => event.type === 'unit.failed')).toMatchObject(signed)
  })

  it('K-44 a unit that is not there is refused with the nearest name', () => {
    const p = started(['parser'])
    expect(refusal(p, commandFor('retry', 'r/parsre'))).toEqual(['unit-unknown'])
  })

  it('K-45 a repeated failure is retried only when reproduced or overridden', () => {
    const p = wide(started([{ name: 'a', attempts: 9 }]))
    failsJudge(p, 'a', { signature: 'test x' })
    failsJudge(p, 'a', { signature: 'test x' })
    const retry = { type: 'retry', ...signed, unit: 'r/a' } as const
    expect(refusal(p, retry)).toEqual(['signature-unreproduced'])
    expect(refusal(p, { ...retry, reproduced: 'test y' })).toEqual(['signature-unreproduced'])
    expect(refusal(p, { ...retry, reproduced: 'test x' })).toEqual([])
    expect(refusal(p, { type: 'continue', ...signed, run: 'r' })).toEqual(['run-nothing'])
    send(p, { ...retry, override: true })
    failsJudge(p, 'a', { signature: 'test x' })
    expect(status(p, 'a')).toBe('preparing')
  })

  it('K-80 what is paused starts nothing new, and what runs goes on', () => {
    const p = started(['a', 'b'])
    send(p, { type: 'configure', ...signed, limits: { prepare: 2, work: 1, judge: 1 } })
    does(p, 'a', 'prepare')
    const scope = { kind: 'run', run: 'r' } as const
    send(p, { type: 'pause', ...signed, scope })
    does(p, 'a', 'work')
    does(p, 'b', 'prepare')
    expect(effectIds(p)).toEqual([])
    expect(why(p, 'a')).toEqual({ kind: 'pause', scope })
    expect(refusal(p, { type: 'pause', ...signed, scope })).toEqual(['paused-already'])
    send(p, { type: 'resume', ...signed, scope })
    expect(effectIds(p)).toEqual(['r/a#1:judge', 'r/b#1:work'])
  })

  it('K-44 what has ended is not paused, and what was paused before it ended is resumed', () => {
    const p = wide(started(['a', 'b']))
    const scope = { kind: 'unit', unit: 'r/a' } as const
    send(p, { type: 'pause', ...signed, scope: { kind: 'unit', unit: 'r/b' } })
    lands(p, 'a')
    expect(refusal(p, { type: 'pause', ...signed, scope })).toEqual(['unit-status'])
    send(p, { type: 'cancel', ...signed, scope: { kind: 'unit', unit: 'r/b' } })
    const run = { kind: 'run', run: 'r' } as const
    expect(refusal(p, { type: 'pause', ...signed, scope: run })).toEqual(['run-over'])
    send(p, { type: 'resume', ...signed, scope: { kind: 'unit', unit: 'r/b' } })
  })

  it('K-80 a unit that only reads does not land while it is paused', () => {
    const p = wide(started([{ name: 'a', kind: 'read' }]))
    const scope = { kind: 'unit', unit: 'r/a' } as const
    does(p, 'a', ...toJudge)
    send(p, { type: 'pause', ...signed, scope })
    does(p, 'a', 'judge')
    expect(status(p, 'a')).toBe('queued')
    expect(why(p, 'a')).toEqual({ kind: 'pause', scope })
    send(p, { type: 'resume', ...signed, scope })
    expect(status(p, 'a')).toBe('landed')
  })

  it('K-80 a paused unit steps out of the landing line', () => {
    const p = wide(started(['a', 'b']))
    does(p, 'a', ...toQueue, 'build')
    does(p, 'b', ...toQueue)
    send(p, { type: 'pause', ...signed, scope: { kind: 'unit', unit: 'r/a' } })
    expect(effectIds(p)).toEqual(['r/b#1:build.2'])
    expect(effectOf(p, 'b', 'build').onto).toBe('c0')
  })
})
