// One game of a seed: a stormy part, a calm part in which every run must end, and then the comparison of the journal with
// itself and with what really happened in the world.

import type { Command } from '../../src/kernel/command.ts'
import type { Event } from '../../src/kernel/event.ts'
import { fold } from '../../src/kernel/evolve.ts'
import type { State } from '../../src/kernel/model.ts'
import { emptyState } from '../../src/kernel/policy.ts'
import { rowsOf } from '../../src/kernel/structure/rows.ts'
import { calm } from './calm.ts'
import { fail, type Game, newGame } from './game.ts'
import { openRun, storm } from './storm.ts'
import { unitsIn } from './world.ts'

export interface Played {
  readonly events: readonly Event[]
  readonly commands: readonly Command[]
  readonly state: State
}

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
