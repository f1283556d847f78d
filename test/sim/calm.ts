// The calm after the storm: everything works, a patient person does what is waited for, and every run must come to its end.

import type { Command } from '../../src/kernel/command.ts'
import { due } from '../../src/kernel/due.ts'
import { rowsOf } from '../../src/kernel/structure/rows.ts'
import { claim, fail, type Game, mailOf, now, submit } from './game.ts'
import { patientActs } from './operator.ts'
import { perform } from './world.ts'

/** Enough for a graph that runs one unit at a time and has each of them fail. */
const calmRoundsMost = (units: number) => 200 + 40 * units

export function calm(game: Game): void {
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
