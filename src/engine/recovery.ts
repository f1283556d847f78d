// Gives up what processes held that are dead: their sessions are over and cost no attempt, everything else is asked for again.

import { due } from '../kernel/due.ts'
import type { Effect } from '../kernel/effect.ts'
import { holderText, lifeOfHolder } from './holder.ts'
import type { Ledger } from './ledger.ts'

/** Answers how many effects were given up. */
export async function giveUpTheDead(ledger: Ledger): Promise<number> {
  const held = due(ledger.state, ledger.now()).effects.filter(isDead)
  for (const effect of held) await giveUp(ledger, effect)
  return held.length
}

const isDead = ({ lease }: Effect) => lease !== null && lifeOfHolder(lease.holder) === 'dead'

/** A session is waited for no longer than it takes to see that it is gone: nothing of the world is out of order. */
async function giveUp(ledger: Ledger, effect: Effect): Promise<void> {
  const { id, kind, lease } = effect
  const { fence, holder } = lease!
  if (kind !== 'work') {
    await ledger.send({ type: 'lose', effect: id, fence })
    return
  }
  const until = new Date(Date.parse(ledger.now()) + 1).toISOString()
  const failure = {
    class: 'infrastructure',
    summary: `${holderText(holder)} ended`,
    until,
  } as const
  await ledger.send({ type: 'report', effect: id, fence, kind, result: { ok: false, failure } })
}
