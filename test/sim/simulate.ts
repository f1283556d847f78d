// One game of a seed: several drivers, runners and persons over one journal, in a world where everything that can go wrong does.
// After a stormy part comes a calm one, in which every run must end. Whatever is wrong is thrown as a Violation.

import type { Command } from '../../src/kernel/command.ts'
import { decide } from '../../src/kernel/decide.ts'
import { due } from '../../src/kernel/due.ts'
import type { Effect, Outcome } from '../../src/kernel/effect.ts'
import type { Event } from '../../src/kernel/event.ts'
import { evolve, fold } from '../../src/kernel/evolve.ts'
import { violations, violationsAtRest } from '../../src/kernel/invariants.ts'
import type { State } from '../../src/kernel/model.ts'
import { emptyState } from '../../src/kernel/policy.ts'
import { rowsOf } from '../../src/kernel/structure/rows.ts'
import { type Audit, newAudit, watch } from './audit.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { randomRun } from './graphs.ts'
import { patientActs, randomAct } from './operator.ts'
import { append, emptyStore, type Store } from './store.ts'
import { commit, newWorld, perform, unitsIn, type World } from './world.ts'

export class Violation extends Error {
  readonly commands: readonly Command[]

  constructor(message: string, commands: readonly Command[]) {
    super(message)
    this.name = 'Violation'
    this.commands = commands
  }
}

interface Driver {
  readonly name: string
  state: State
  fence: number | null
}

/** An effect in somebody's hands. */
interface Job {
  readonly effect: Effect
  readonly fence: number
  readonly holder: string
}

type Message = Command & { readonly dueAt: number }

interface Game {
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

export interface Played {
  readonly events: readonly Event[]
  readonly commands: readonly Command[]
  readonly state: State
}

const startMs = Date.parse('2026-01-01T00:00:00.000Z')

export function simulate(seed: number): Played {
  const game = newGame(seed)
  const steps = 50 + game.chance.below(350)
  openRun(game)
  for (let step = 0; step < steps; step++) storm(game)
  calm(game)
  compareFolds(game)
  compareWorld(game)
  return { events: game.store.events, commands: game.accepted, state: game.state }
}

function newGame(seed: number): Game {
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

const now = (game: Game) => new Date(game.nowMs).toISOString()

function fail(game: Game, message: string): never {
  throw new Violation(message, game.accepted)
}

// ---- the storm

function storm(game: Game): void {
  const { chance } = game
  game.nowMs += chance.below(20_000)
  const roll = chance.below(100)
  if (roll < 12) {
    beat(game)
    return
  }
  if (roll < 36) {
    take(game)
    return
  }
  if (roll < 58) {
    finishJob(game)
    return
  }
  if (roll < 80) {
    deliverMail(game)
    return
  }
  if (roll < 86) {
    act(game)
    return
  }
  if (roll < 87) {
    die(game)
    return
  }
  if (roll < 89) {
    expire(game)
    return
  }
  if (roll < 90) {
    jump(game)
    return
  }
  if (roll < 91) {
    push(game)
    return
  }
  if (roll < 93) {
    comment(game)
    return
  }
  if (roll < 95) {
    openRun(game)
    return
  }
  session(game)
  return
}

/** A driver wakes: it takes the project where it can, and ticks. */
function beat(game: Game): void {
  const driver = game.chance.pick(game.drivers)
  if (driver.fence === null) {
    drive(game, driver)
    return
  }
  const at = now(game)
  const { fence } = driver
  if (game.chance.odds(0.05)) {
    submit(game, driver, { type: 'leave', at, fence })
    driver.fence = null
  } else submit(game, driver, { type: 'tick', at, driver: fence })
}

function drive(game: Game, driver: Driver): void {
  const held = game.state.driver
  const over = held && game.chance.odds(0.3) ? { over: held.fence } : {}
  submit(game, driver, { type: 'drive', at: now(game), name: driver.name, ...over })
  const { driver: after } = game.state
  driver.fence = after?.name === driver.name ? after.fence : null
}

function take(game: Game): void {
  const { chance } = game
  const open = [...game.store.effects.values()].filter(each => each.lease === null)
  if (open.length === 0) return
  claim(game, chance.pick(open), chance.pick(['one', 'two', 'box-1', 'box-2']))
}

function claim(game: Game, effect: Effect, holder: string): void {
  const driver = game.drivers[0]!
  const before = game.state.fence
  submit(game, driver, { type: 'claim', at: now(game), effect: effect.id, holder })
  if (game.state.fence > before) game.jobs.push({ effect, fence: game.state.fence, holder })
}

function finishJob(game: Game): void {
  const { chance, jobs } = game
  if (jobs.length === 0) return
  const [job] = jobs.splice(chance.below(jobs.length), 1)
  const outcome = perform(game.world, chance, nowAsked(game, job!))
  const report = () => mailOf(game, job!, outcome)
  game.mail.push(report())
  if (chance.odds(0.1)) game.mail.push(report())
}

/** A session learns that it must stop from the table of effects, as a real runner does. */
const nowAsked = (game: Game, job: Job): Effect =>
  game.store.effects.get(job.effect.id) ?? job.effect

function mailOf(game: Game, job: Job, outcome: Outcome): Message {
  const dueAt = game.nowMs + game.chance.below(60_000)
  const { effect, fence } = job
  return { type: 'report', at: now(game), effect: effect.id, fence, ...outcome, dueAt }
}

/** Any letter may come next, so that answers are late, early and out of order. */
function deliverMail(game: Game): void {
  if (game.mail.length === 0) return
  const [message] = game.mail.splice(game.chance.below(game.mail.length), 1)
  const { dueAt: _dueAt, ...command } = message!
  send(game, { ...command, at: now(game) } as Command)
}

function act(game: Game): void {
  const command = randomAct(game.state, game.chance, now(game))
  if (command) send(game, command)
}

/** A process ends: its cache and its jobs are gone, and half of what it did has happened nevertheless. */
function die(game: Game): void {
  const driver = game.chance.pick(game.drivers)
  driver.state = emptyState('sim')
  driver.fence = null
  for (const job of game.jobs.filter(each => each.holder === driver.name))
    if (game.chance.odds(0.5)) perform(game.world, game.chance, job.effect)
  game.jobs = game.jobs.filter(each => each.holder !== driver.name)
}

/** A lease expires. Its holder may be dead, or alive and unaware. */
function expire(game: Game): void {
  const held = [...game.store.effects.values()].filter(each => each.lease !== null)
  if (held.length === 0) return
  const effect = game.chance.pick(held)
  if (game.chance.odds(0.5)) game.jobs = game.jobs.filter(job => job.effect.id !== effect.id)
  send(game, { type: 'lose', at: now(game), effect: effect.id, fence: effect.lease!.fence })
}

function jump(game: Game): void {
  game.nowMs += (game.chance.below(3) - 1) * 3_600_000 * (1 + game.chance.below(30))
}

/** Somebody else pushes to the integration ref. */
function push(game: Game): void {
  const runs = [...game.world.refs.keys()]
  const run = game.chance.pick(runs)
  game.world.refs.set(run, commit(game.world, game.world.refs.get(run)!, null))
}

function comment(game: Game): void {
  const deliveries = rowsOf(game.state.deliveries)
  if (deliveries.length === 0) return
  const delivery = game.chance.pick(deliveries).id
  const status = game.chance.pick(['open', 'open', 'merged', 'closed', 'conflicted'] as const)
  const comments = game.chance.odds(0.4) ? [{ id: `r${game.chance.below(3)}` }] : []
  send(game, { type: 'observe', at: now(game), delivery, status, comments })
}

function openRun(game: Game): void {
  if (game.runs >= 3) return
  const run = `r${++game.runs}`
  const base = commit(game.world, null, null)
  game.world.refs.set(run, base)
  const command = randomRun(game.chance, run, now(game), base)
  for (const { name } of command.units)
    if (game.chance.odds(0.15)) {
      const pair = `${run}/${name} ${run}/${game.chance.pick(command.units).name}`
      game.chance.pick([game.world.enemies, game.world.conflicts]).add(pair)
    }
  send(game, command)
}

/** A session at work is metered, or asks for more claims. */
function session(game: Game): void {
  const working = game.jobs.filter(job => job.effect.kind === 'work')
  if (working.length === 0) return
  const { effect, fence } = game.chance.pick(working)
  if (game.chance.odds(0.3)) {
    const write = game.chance.pick(['lib/m1.ts', 'lib/m2.ts#f1', 'src/', 'docs/new.md'])
    send(game, { type: 'widen', at: now(game), effect: effect.id, fence, write: [write] })
    return
  }
  const tokens = 10 + game.chance.below(300)
  const usage = { timeMs: tokens * 10, tokens, cost: tokens * 3 }
  send(game, { type: 'meter', at: now(game), effect: effect.id, fence, usage })
}

// ---- commands and the journal

function send(game: Game, command: Command): void {
  submit(game, game.chance.pick(game.drivers), command)
}

/** Decides on what the process knows, appends at the sequence it knows, and looks again where somebody was faster. */
function submit(game: Game, driver: Driver, command: Command): void {
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
    game.state = evolve(game.state, event)
    const wrong = watch(game.audit, event, game.state)
    if (wrong.length > 0) fail(game, wrong.join('; '))
    if (game.isStrict && game.state.units.size <= 12) expectNone(game, violations(game.state))
  }
  const { size } = game.state.units
  const every = size > 40 ? 20 : game.isStrict ? 1 : 3
  if (game.accepted.length % every === 0) expectNone(game, violationsAtRest(game.state, now(game)))
}

function expectNone(game: Game, found: readonly string[]): void {
  if (found.length > 0) fail(game, found.join('; '))
}

// ---- the calm

/** Enough for a graph that runs one unit at a time and has each of them fail. */
const calmRoundsMost = (units: number) => 200 + 40 * units

function calm(game: Game): void {
  game.world.isCalm = true
  game.drivers = [{ name: 'last', state: game.state, fence: null }]
  game.jobs = []
  for (let round = 0; round < calmRoundsMost(game.state.units.size); round++) {
    if (rowsOf(game.state.runs).every(run => run.status === 'finished')) return
    calmRound(game)
  }
  const open = rowsOf(game.state.units).filter(
    unit => !['landed', 'failed', 'skipped', 'cancelled'].includes(unit.status),
  )
  fail(game, `K-7 a run does not end: ${open.map(unit => `${unit.id} ${unit.status}`)}`)
}

function calmRound(game: Game): void {
  const driver = game.drivers[0]!
  for (const effect of game.store.effects.values())
    if (effect.lease && !game.jobs.some(job => job.fence === effect.lease!.fence))
      submit(game, driver, {
        type: 'lose',
        at: now(game),
        effect: effect.id,
        fence: effect.lease.fence,
      })
  for (const command of patientActs(game.state, now(game))) submit(game, driver, command)
  const { wakeAt } = due(game.state, now(game))
  if (wakeAt !== null && game.store.effects.size === 0)
    game.nowMs = Math.max(game.nowMs, Date.parse(wakeAt))
  submit(game, driver, { type: 'tick', at: now(game) })
  for (const effect of [...game.store.effects.values()])
    if (effect.lease === null) claim(game, effect, 'last')
  for (const job of game.jobs.splice(0)) {
    const { dueAt: _dueAt, ...report } = mailOf(
      game,
      job,
      perform(game.world, game.chance, job.effect),
    )
    submit(game, driver, report as Command)
  }
}

// ---- the end

function compareFolds(game: Game): void {
  const { events } = game.store
  const empty = emptyState('sim')
  const whole = JSON.stringify(fold(empty, events))
  if (whole !== JSON.stringify(game.state))
    fail(game, 'K-1 folding at once and event by event differ')
  const cut = game.chance.below(events.length + 1)
  const thawed = JSON.parse(JSON.stringify(fold(empty, events.slice(0, cut)))) as State
  if (JSON.stringify(fold(thawed, events.slice(cut))) !== whole)
    fail(game, `K-1 a snapshot at ${cut} leads elsewhere`)
}

/** What the journal says has landed is in the repository, once each, and nothing else is. */
function compareWorld(game: Game): void {
  for (const run of rowsOf(game.state.runs)) {
    const there = unitsIn(game.world, game.world.refs.get(run.id)!)
    if (new Set(there).size !== there.length) fail(game, `K-4 a unit landed twice in ${run.id}`)
    const said = rowsOf(game.state.units)
      .filter(unit => unit.run === run.id && unit.commit !== null)
      .map(unit => unit.id)
    if (said.sort().join() !== [...there].sort().join())
      fail(game, `K-4 ${run.id} holds ${there} and the journal says ${said}`)
  }
}
