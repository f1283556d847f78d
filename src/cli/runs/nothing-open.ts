// The refusal of a bare `run` where no run is open: what earlier ones left to a person, with what to type, else what starts another.

import type { Engine } from '../../engine/engine.ts'
import type { Run } from '../../kernel/model.ts'
import { rowsOf } from '../../kernel/structure/rows.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'
import { chanceFor } from './going-on.ts'
import { waitingToBeTaken } from './left-over.ts'
import { type Taking, takings } from './taking.ts'

interface Waiting {
  readonly run: string
  readonly text: string
  readonly command: string
}

const MOST_NAMED = 3

export async function refuseNothingOpen(
  { ledger: { state }, house: { root } }: Pick<Engine, 'ledger' | 'house'>,
  { environment }: World,
): Promise<never> {
  const runs = rowsOf(state.runs)
  const taken = await takings(root, environment, state, runs)
  const waiting = [...undelivered(runs, taken), ...leftOnBranches(root, runs, taken)]
  const named = waiting.slice(0, MOST_NAMED).map(each => each.text)
  const others = waiting.length - named.length
  const more = others === 0 ? [] : [`and ${others} more: fixpoint runs`]
  const latest = runs.at(-1)
  const chance = latest && chanceFor(root, state, latest)
  const ways = [
    ...waiting.slice(0, 1).map(each => `${each.command} takes what ${each.run} landed`),
    ...(chance === undefined ? [] : [`${chance} gives ${latest!.id} another chance`]),
  ]
  throw new UsageError(
    ['no run is open, and no units are named', ...named, ...more].join('; '),
    ways.length === 0
      ? 'for example fixpoint run units'
      : [...ways, 'fixpoint run units starts another'].join('; '),
  )
}

/** Newest first. */
const undelivered = (
  runs: readonly Run[],
  taken: ReadonlyMap<string, Taking>,
): readonly Waiting[] =>
  runs.toReversed().flatMap(({ id }) => {
    const taking = taken.get(id)
    if (taking?.kind !== 'open' || !taking.isWanted) return []
    return [{ run: id, text: `${id} is not delivered: ${taking.why}`, command: taking.command }]
  })

const leftOnBranches = (
  root: string,
  runs: readonly Run[],
  taken: ReadonlyMap<string, Taking>,
): readonly Waiting[] =>
  waitingToBeTaken(root, runs, taken).map(({ run, branch, command }) => ({
    run,
    text: `${run} is left on ${branch}`,
    command,
  }))
