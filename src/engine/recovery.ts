// Gives up what processes held that are dead: their sessions are over and cost no attempt, everything else is asked for again.

import { due } from '../kernel/due.ts'
import type { Effect } from '../kernel/effect.ts'
import { holderText, lifeOfHolder } from './holder.ts'
import type { Ledger } from './ledger.ts'

/** Answers how many effects were given up. */
export const giveUpTheDead = (ledger: Ledger): Promise<number> =>
  giveUpOf(ledger, holder => lifeOfHolder(holder) === 'dead', 'ended')

/** Of holders that are over for this project. */
export async function giveUpOf(
  ledger: Ledger,
  isOver: (holder: string) => boolean,
  how: string,
): Promise<number> {
  const held = due(ledger.state, ledger.now()).effects.filter(
    ({ lease }) => lease !== null && isOver(lease.holder),
  )
  for (const effect of held) await giveUp(ledger, effect, how)
  return held.length
}

/** A session is waited for no longer than it takes to see that it is gone: nothing of the world is out of order. */
async function giveUp(ledger: Ledger, effect: Effect, how: string): Promise<void> {
  const { id, kind, lease } = effect
  const { fence, holder } = lease!
  if (kind !== 'work') {
    await ledger.send({ type: 'lose', effect: id, fence })
    return
  }
  const until = new Date(Date.parse(ledger.now()) + 1).toISOString()
  const failure = {
    class: 'infrastructure',
    summary: `${holderText(holder)} ${how}`,
    until,
  } as const
  await ledger.send({ type: 'report', effect: id, fence, kind, result: { ok: false, failure } })
}
