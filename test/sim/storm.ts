// The storm: one step of a game at a time, drawn by chance. Drivers wake and die, runners take and finish, answers come late,
// twice or never, persons type, clocks jump, others push.

import type { Command } from '../../src/kernel/command.ts'
import type { Effect } from '../../src/kernel/effect.ts'
import { emptyState } from '../../src/kernel/policy.ts'
import { rowsOf } from '../../src/kernel/structure/rows.ts'
import { claim, type Driver, type Game, type Job, mailOf, now, send, submit } from './game.ts'
import { randomRun } from './graphs.ts'
import { randomAct } from './operator.ts'
import { commit, perform } from './world.ts'

export function storm(game: Game): void {
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

/** Somebody else pushes: to the integration ref, or to where people want the work. */
function push(game: Game): void {
  const { world, chance } = game
  const run = chance.pick([...world.refs.keys()])
  const refs = chance.odds(0.6) ? world.targets : world.refs
  refs.set(run, commit(world, refs.get(run) ?? null, null))
}

function comment(game: Game): void {
  const deliveries = rowsOf(game.state.deliveries)
  if (deliveries.length === 0) return
  const delivery = game.chance.pick(deliveries).id
  const status = game.chance.pick(['open', 'open', 'merged', 'closed', 'conflicted'] as const)
  const comments = game.chance.odds(0.4) ? [{ id: `r${game.chance.below(3)}` }] : []
  send(game, { type: 'observe', at: now(game), delivery, status, comments })
}

export function openRun(game: Game): void {
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
