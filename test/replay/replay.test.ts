import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/kernel/decide.ts'
import { violations } from '../../src/kernel/invariants.ts'
import { behaviourVersion, kernelVersion } from '../../src/kernel/policy.ts'
import { folder, type Golden, hashes, readJournal, stateAfter } from './recorded.ts'

const goldens = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .sort()
  .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden)

describe('recorded journals', () => {
  it('K-97 there is one of the version of today', () => {
    expect(goldens.map(each => each.behaviour)).toContain(behaviourVersion)
  })

  it('K-97 they hold every kind of event, so none changes its meaning unnoticed', () => {
    const source = readFileSync(join(folder, '../../../src/kernel/event.ts'), 'utf8')
    const declared = source.slice(source.indexOf('interface Payloads'), source.indexOf('EventType'))
    const types = [...declared.matchAll(/^ {2}'?([a-z.]+)'?: /gm)].map(match => match[1]!)
    const seen = new Set(goldens.flatMap(each => readJournal(each.journal)).map(each => each.type))
    expect(types.length).toBeGreaterThan(50)
    expect([...seen].sort()).toEqual([...types].sort())
  })

  it.each(goldens)('K-97 $journal leads to the state it led to when it was recorded', golden => {
    const events = readJournal(golden.journal)
    const state = stateAfter(events)
    expect(events).toHaveLength(golden.events)
    expect(violations(state)).toEqual([])
    const { summary, state: hash } = hashes(state)
    expect(summary).toBe(golden.summary)
    if (golden.kernel === kernelVersion) expect(hash).toBe(golden.state)
  })

  it.each(goldens)('K-97 $journal records the version that drove each of its runs', golden => {
    const events = readJournal(golden.journal)
    const versions = events.flatMap(event => (event.type === 'run.started' ? event.behaviour : []))
    expect(versions.length).toBeGreaterThan(0)
    expect(new Set(versions)).toEqual(new Set([golden.behaviour]))
  })

  it.each(goldens)('K-97 $journal is driven on from any of its events', golden => {
    const events = readJournal(golden.journal)
    for (let cut = 0; cut < events.length; cut += 7) {
      const state = stateAfter(events.slice(0, cut))
      const decision = decide(state, { type: 'tick', at: events[cut]!.at })
      expect('events' in decision).toBe(true)
    }
  })
})
