import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { t0 } from '../../test/kernel/project.ts'
import { simulate } from '../../test/sim/simulate.ts'
import { decide } from './decide.ts'
import { due } from './due.ts'
import type { Event } from './event.ts'
import { evolve, fold } from './evolve.ts'
import { assertInvariants, violations, violationsAtRest } from './invariants.ts'
import type { State } from './model.ts'
import { emptyState } from './policy.ts'

const empty = emptyState('sim')
const seeds = fc.integer({ min: 100_000, max: 900_000 })
const games = seeds.map(seed => simulate(seed)).filter(({ events }) => events.length < 700)
const thaw = (state: State) => JSON.parse(JSON.stringify(state)) as State

describe('replay', () => {
  it('K-1 any prefix and the rest fold to the whole, through a snapshot as text', () => {
    fc.assert(
      fc.property(games, fc.double({ min: 0, max: 1, noNaN: true }), (game, share) => {
        const cut = Math.floor(share * game.events.length)
        const before = thaw(fold(empty, game.events.slice(0, cut)))
        expect(fold(before, game.events.slice(cut))).toEqual(game.state)
      }),
      { numRuns: 40, seed: 1 },
    )
  })

  it('K-1 folding changes no state that was handed out', () => {
    const { events } = simulate(7)
    const states = [empty]
    const texts = [JSON.stringify(empty)]
    for (const event of events.slice(0, 300)) {
      states.push(evolve(states.at(-1)!, event))
      texts.push(JSON.stringify(states.at(-1)))
    }
    fold(states[100]!, events.slice(100))
    expect(states.map(state => JSON.stringify(state))).toEqual(texts)
  })

  it('K-95 K-7 a journal cut at any event keeps the invariants and goes on with one tick', () => {
    fc.assert(
      fc.property(games, game => {
        let state = empty
        for (const event of game.events) {
          state = evolve(state, event)
          expect(violations(state)).toEqual([])
          const decision = decide(state, { type: 'tick', at: event.at })
          const events = 'events' in decision ? decision.events : []
          expect(violationsAtRest(fold(state, events), event.at)).toEqual([])
        }
      }),
      { numRuns: 12, seed: 2 },
    )
  })

  it('K-5 due asks a state and its snapshot for the same, at every event', () => {
    const { events } = simulate(11)
    let state = empty
    for (const event of events) {
      state = evolve(state, event)
      expect(due(thaw(state), event.at)).toEqual(due(state, event.at))
    }
  })

  it('K-9 every command of a game that comes a second time, at any later moment, changes no outcome', () => {
    fc.assert(
      fc.property(games, game => {
        const reports = game.commands.filter(command => command.type === 'report')
        for (const command of reports) {
          const decision = decide(game.state, command)
          expect('refused' in decision).toBe(true)
        }
      }),
      { numRuns: 20, seed: 3 },
    )
  })

  it('K-8 events about what is not there are passed over', () => {
    const strangers = [
      { type: 'unit.landed', at: t0, unit: 'nobody', commit: 'c1' },
      { type: 'lease.claimed', at: t0, effect: 'nobody#1:work', holder: 'x', fence: 0 },
      { type: 'gate.armed', at: t0, gate: 'nobody', by: 'ada', reason: 'because' },
      { type: 'run.finished', at: t0, run: 'nobody', outcome: 'complete' },
      { type: 'delivery.opened', at: t0, delivery: 'nobody' },
      { type: 'rested', at: t0, owner: 'nobody' },
      { type: 'an event of a later version', at: t0 } as unknown as Event,
    ] as const
    expect(fold(empty, strangers)).toEqual({ ...empty, seq: strangers.length, at: t0 })
  })

  it('K-95 a state that contradicts itself is named when it is loaded', () => {
    const { state } = simulate(3)
    expect(() => assertInvariants(state)).not.toThrow()
    const broken = { ...state, slots: { ...state.slots, work: state.slots.work + 1 } }
    expect(() => assertInvariants(broken)).toThrow(/K-20 work counts/)
  })
})
