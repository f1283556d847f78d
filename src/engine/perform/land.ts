// Moves the integration line of a run to a commit that was judged, by compare-and-swap, with the record that every clone can read in the
// same transaction. A line that somebody moved is told, never forced.

import type { Outcomes } from '../../kernel/effect.ts'
import { runGit } from '../../workspace/git.ts'
import { LOG_REF, land as landRefs } from '../../workspace/mirror-log.ts'
import type { Repository } from '../../workspace/open.ts'
import { readRef } from '../../workspace/refs.ts'
import { type House, secondsOf, unitOf } from '../house.ts'
import type { EffectOf } from '../ports.ts'

export const lineOf = (run: string) => `refs/heads/fixpoint/${run}`

/** How often another run may write the record at the very moment that this one does. */
const MOST_RACES = 20

export async function land(house: House, effect: EffectOf<'land'>): Promise<Outcomes['land']> {
  const { run, from, to } = effect
  for (let race = 0; race < MOST_RACES; race++) {
    const now = await readRef(house.repository, lineOf(run))
    if (now === to) return { ok: true }
    if (now !== undefined && now !== from)
      return (await holds(house.repository, now, to))
        ? { ok: true, tip: now }
        : { ok: 'moved', tip: now }
    if ((await move(house, effect, now)) !== 'stale') return { ok: true }
  }
  const summary = `refs/fixpoint/log was moved by others ${MOST_RACES} times`
  return { ok: false, failure: { class: 'infrastructure', summary } }
}

async function move(house: House, effect: EffectOf<'land'>, now: string | undefined) {
  const { run, unit, attempt, to } = effect
  const agent = unitOf(house, unit).agent ?? 'none'
  return landRefs(house.repository, {
    ref: lineOf(run),
    from: now,
    to,
    after: await readRef(house.repository, LOG_REF),
    entries: [{ type: 'landed', run, unit, attempt, agent, commit: to }],
    atSeconds: secondsOf(house.now()),
  })
}

/** Whether the history of a commit holds another one. */
async function holds({ git }: Repository, newer: string, older: string): Promise<boolean> {
  const words = ['merge-base', '--is-ancestor', older, newer]
  return (await runGit(git, words, { accepts: [0, 1] })).code === 0
}
