// A game: several processes over one journal and one world, and the way a command of theirs becomes part of the journal.
// Every event is folded alone and looked at from both sides; whatever is wrong is thrown as a Violation.

import type { Command } from '../../src/kernel/command.ts'
import { decide } from '../../src/kernel/decide.ts'
import type { Effect, Outcome } from '../../src/kernel/effect.ts'
import type { Event } from '../../src/kernel/event.ts'
import { evolve, fold } from '../../src/kernel/evolve.ts'
import { violations, violationsAtRest } from '../../src/kernel/invariants.ts'
import type { State } from '../../src/kernel/model.ts'
import { emptyState } from '../../src/kernel/policy.ts'
import { watch } from './audit.ts'
import { type Audit, newAudit } from './audit-book.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { append, emptyStore, type Store } from './store.ts'
import { newWorld, type World } from './world.ts'

export class Violation extends Error {
  readonly commands: readonly Command[]

  constructor(message: string, commands: readonly Command[]) {
    super(message)
    this.name = 'Violation'
    this.commands = commands
  }
}

export interface Driver {
  readonly name: string
  state: State
  fence: number | null
}

/** An effect in somebody's hands. */
export interface Job {
  readonly effect: Effect
  readonly fence: number
  readonly holder: string
}

export type Message = Command & { readonly dueAt: number }

export interface Game {
  readonly chance: Chance
  readonly store: Store
  readonly world: World
  readonly audit: Audit
  readonly accepted: Command[]
  drivers: Driver[]
  jobs: Job[]
  mail: Message[]
  /** The truth: the fold of the journal, advanced event by event. */
  state: State
  nowMs: number
  runs: number
  /** Whether the whole state is looked at after every event, and not only after every decision. */
  readonly isStrict: boolean
}

const startMs = Date.parse('2026-01-01T00:00:00.000Z')

export function newGame(seed: number): Game {
  const state = emptyState('sim')
  return {
    chance: chanceFrom(seed),
    store: emptyStore(),
    world: newWorld(),
    audit: newAudit(),
    accepted: [],
    drivers: ['one', 'two'].map(name => ({ name, state, fence: null })),
    jobs: [],
    mail: [],
    state,
    nowMs: startMs,
    runs: 0,
    isStrict: seed % 4 === 0,
  }
}

export const now = (game: Game) => new Date(game.nowMs).toISOString()

export function fail(game: Game, message: string): never {
  throw new Violation(message, game.accepted)
}

export function send(game: Game, command: Command): void {
  submit(game, game.chance.pick(game.drivers), command)
}

/** Decides on what the process knows, appends at the sequence it knows, and looks again where somebody was faster. */
export function submit(game: Game, driver: Driver, command: Command): void {
  for (let tries = 0; tries < 4; tries++) {
    const decision = decide(driver.state, command)
    if ('refused' in decision && driver.state.seq === game.state.seq) return
    const events = 'refused' in decision ? [] : decision.events
    const fault = faultFor(game)
    const after = fold(driver.state, events)
    const result = append(game.store, driver.state.seq, events, after, fault)
    if (result === 'written' || result === 'unacknowledged') record(game, command, events)
    if (result === 'written') {
      driver.state = after
      return
    }
    driver.state = catchUp(game, driver.state)
  }
}

function faultFor(game: Game): 'none' | 'before' | 'after' {
  if (game.world.isCalm) return 'none'
  return game.chance.odds(0.03) ? game.chance.pick(['before', 'after'] as const) : 'none'
}

function catchUp(game: Game, state: State): State {
  return fold(state, game.store.events.slice(state.seq))
}

/** Every event is folded alone and looked at from both sides. */
function record(game: Game, command: Command, events: readonly Event[]): void {
  if (events.length > 0) game.accepted.push(command)
  for (const event of events) {
    tellWorld(game, event)
    game.state = evolve(game.state, event)
    const wrong = watch(game.audit, event, game.state)
    if (wrong.length > 0) fail(game, wrong.join('; '))
    if (game.isStrict && game.state.units.size <= 12) expectNone(game, violations(game.state))
  }
  const { size } = game.state.units
  const every = size > 40 ? 20 : game.isStrict ? 1 : 3
  if (game.accepted.length % every === 0) expectNone(game, violationsAtRest(game.state, now(game)))
}

/** What the engine reads from the journal before it builds. */
function tellWorld({ world }: Game, event: Event): void {
  if (event.type !== 'run.extended') return
  for (const { name, brings } of event.units)
    if (brings !== undefined) world.brings.set(`${event.run}/${name}`, brings)
}

function expectNone(game: Game, found: readonly string[]): void {
  if (found.length > 0) fail(game, found.join('; '))
}

export function claim(game: Game, effect: Effect, holder: string): void {
  const driver = game.drivers[0]!
  const before = game.state.fence
  submit(game, driver, { type: 'claim', at: now(game), effect: effect.id, holder })
  if (game.state.fence > before) game.jobs.push({ effect, fence: game.state.fence, holder })
}

export function mailOf(game: Game, job: Job, outcome: Outcome): Message {
  const dueAt = game.nowMs + game.chance.below(60_000)
  const { effect, fence } = job
  return { type: 'report', at: now(game), effect: effect.id, fence, ...outcome, dueAt }
}
