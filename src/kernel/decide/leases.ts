// Who performs an effect. A lease is given with a fencing token; whoever speaks about the effect afterwards shows it,
// so that a runner that was given up for dead changes nothing when it comes back.

import { type Claim, parseClaim } from '../../base/claims.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { effectOwner } from '../../base/ids.ts'
import { conflictFor } from '../claims.ts'
import type { CommandOf } from '../command.ts'
import { effectIdOf } from '../due.ts'
import type { Delivery, Run, Stage, Unit, Usage } from '../model.ts'
import { findRow } from '../structure/rows.ts'
import { type Context, emit, fine, refuseWith, stateOf } from './context.ts'
import { failAttempt } from './failures.ts'

export type Owner = (Unit | Run | Delivery) & { readonly stage: Stage }

/** The unit, run or delivery that has this very effect outstanding. */
function ownerOf(context: Context, effect: string): Owner | undefined {
  const { units, runs, deliveries } = stateOf(context)
  const id = effectOwner(effect)
  const owner = findRow(units, id) ?? findRow(runs, id) ?? findRow(deliveries, id)
  return owner && effectIdOf(owner) === effect ? (owner as Owner) : undefined
}

/** The owner of an effect that is leased under this fence; a refusal otherwise. */
export function leased(
  context: Context,
  command: { readonly effect: string; readonly fence: number },
): Owner | readonly Diagnostic[] {
  const owner = ownerOf(context, command.effect)
  if (owner === undefined)
    return refuseWith('effect-over', `${command.effect} is not outstanding any more`)
  const { lease } = owner.stage
  if (lease?.fence !== command.fence)
    return refuseWith(
      'lease-outdated',
      `${command.effect} is held by ${lease ? `${lease.holder} (fence ${lease.fence})` : 'nobody'}`,
    )
  return owner
}

export const isRefusal = (value: Owner | readonly Diagnostic[]): value is readonly Diagnostic[] =>
  Array.isArray(value)

export function decideClaim(context: Context, command: CommandOf<'claim'>) {
  const { effect, holder } = command
  const owner = ownerOf(context, effect)
  if (owner === undefined) return refuseWith('effect-over', `${effect} is not outstanding`)
  const { lease } = owner.stage
  if (lease !== null)
    return refuseWith('lease-held', `${effect} is held by ${lease.holder} (fence ${lease.fence})`)
  if (owner.wait !== null)
    return refuseWith('effect-waits', `${effect} waits until ${owner.wait.until}`)
  emit(context, { type: 'lease.claimed', effect, holder, fence: stateOf(context).fence + 1 })
  return fine
}

/** A lease that expired. The session under it is over; every other effect is asked for again. */
export function decideLose(context: Context, command: CommandOf<'lose'>) {
  const owner = leased(context, command)
  if (isRefusal(owner)) return owner
  const { effect, fence } = command
  emit(context, { type: 'lease.lost', effect, fence })
  if (owner.stage.kind === 'work' && 'spec' in owner)
    failAttempt(context, owner, {
      class: 'infrastructure',
      summary: `the lease of ${owner.stage.lease!.holder} expired`,
    })
  return fine
}

/** Usage is said as a sum of the session, so that a report that comes twice or late counts once and is never lost. */
export function decideMeter(context: Context, command: CommandOf<'meter'>) {
  const unit = findRow(stateOf(context).units, effectOwner(command.effect))
  if (unit?.session?.fence !== command.fence)
    return refuseWith('lease-outdated', `${command.effect} has no session under ${command.fence}`)
  const { usage: known } = unit.session
  const usage = { timeMs: 0, tokens: 0, cost: 0 }
  for (const kind of ['timeMs', 'tokens', 'cost'] as const)
    usage[kind] = Math.max(0, command.usage[kind] - known[kind])
  if (isSomething(usage)) emit(context, { type: 'usage.recorded', unit: unit.id, usage })
  return fine
}

const isSomething = (usage: Usage) => usage.timeMs > 0 || usage.tokens > 0 || usage.cost > 0

export function decideWiden(context: Context, command: CommandOf<'widen'>) {
  const owner = leased(context, command)
  if (isRefusal(owner)) return owner
  if (!('spec' in owner) || owner.stage.kind !== 'work')
    return refuseWith('claim-closed', 'only a session at work may ask for more claims')
  const most = findRow(stateOf(context).runs, owner.run)!.policy.extensionsMost
  if (owner.extensions >= most)
    return refuseWith('claim-extended-enough', `${owner.id} was extended ${most} times already`)
  return widen(context, owner, command.write, owner.stage.lease!.holder)
}

function widen(context: Context, unit: Unit, texts: readonly string[], by: string) {
  const claims: Claim[] = []
  for (const text of texts) {
    const read = parseClaim(text)
    if ('problem' in read) return refuseWith('claim-unreadable', `${text}: ${read.problem}`)
    claims.push(...read)
  }
  const conflict = conflictFor(stateOf(context), unit.order, { write: claims, read: [] })
  if (conflict)
    return refuseWith(
      'claim-held',
      `${conflict.wanted} overlaps ${conflict.held}, held by ${conflict.holder}`,
    )
  emit(context, { type: 'claim.extended', unit: unit.id, write: claims.map(each => each.text), by })
  return fine
}
