// Moves the integration line of a run to a commit that was judged, by compare-and-swap, with the record that every clone can read in the
// same transaction. A line that somebody moved is told, never forced.

import type { Outcomes } from '../../kernel/effect.ts'
import type { Unit } from '../../kernel/model.ts'
import { findRow, rowAt } from '../../kernel/structure/rows.ts'
import { holds } from '../../workspace/branches.ts'
import { LOG_REF, land as landRefs } from '../../workspace/mirror-log.ts'
import { readRef } from '../../workspace/refs.ts'
import { type House, orderOf, secondsOf, unitOf, workDigest } from '../house.ts'
import type { EffectOf } from '../ports.ts'
import { isGone, letGo } from './held-candidate.ts'

export const lineOf = (run: string) => `refs/heads/fixpoint/${run}`

/** How often another run may write the record at the very moment that this one does. */
const MOST_RACES = 20

export async function land(house: House, effect: EffectOf<'land'>): Promise<Outcomes['land']> {
  const { run, from, to } = effect
  for (let race = 0; race < MOST_RACES; race++) {
    const now = await readRef(house.repository, lineOf(run))
    if (now === to) return { ok: true }
    if (now !== undefined && now !== from)
      return (await holds(house.repository.git, now, to))
        ? { ok: true, tip: now }
        : { ok: 'moved', tip: now }
    // It is made anew where the line stands.
    if (await isGone(house, to)) return { ok: 'moved', tip: now ?? from }
    if ((await move(house, effect, now)) !== 'stale') return { ok: true }
  }
  const summary = `refs/fixpoint/log was moved by others ${MOST_RACES} times`
  return { ok: false, failure: { class: 'infrastructure', summary } }
}

async function move(house: House, effect: EffectOf<'land'>, now: string | undefined) {
  const { run, to } = effect
  const landing = landingOf(house, effect.unit)
  return landRefs(house.repository, {
    ref: lineOf(run),
    from: now,
    to,
    after: await readRef(house.repository, LOG_REF),
    ending: await letGo(house, landing),
    entries: landing.map(({ id, attempt, agent, candidate, spec }) => ({
      type: 'landed',
      run,
      unit: id,
      attempt,
      agent: agent ?? 'none',
      commit: candidate?.commit ?? to,
      order: spec.brief ?? null,
      work: spec.brief === undefined ? null : workDigest(orderOf(house, { spec })),
    })),
    atSeconds: secondsOf(house.now()),
  })
}

/** Everything that this move of the ref lands: what is aboard, then what carries it. */
function landingOf(house: House, id: string): readonly Unit[] {
  const { runs, units } = house.state()
  const carrier = unitOf(house, id)
  const line = findRow(runs, carrier.run)!.line.map(order => rowAt(units, order))
  return [...line.filter(each => each.aboard === id), carrier]
}
