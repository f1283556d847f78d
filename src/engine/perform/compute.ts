// The tree of a unit that needs no agent: a branch merged onto the base, a landing taken back, or what the target got meanwhile. Made by git
// in memory and kept as an attempt, so that the same again makes the same; nothing is checked out.

import type { Outcomes } from '../../kernel/effect.ts'
import type { Unit } from '../../kernel/model.ts'
import { keepAttempt } from '../../workspace/attempt-ref.ts'
import { mergeTrees } from '../../workspace/candidate.ts'
import { attemptId, type House, orderOf, personOf, secondsOf, unitOf } from '../house.ts'
import type { EffectOf } from '../ports.ts'
import { conflictFailure } from './conflict.ts'
import { withoutLanding } from './without-landing.ts'

export async function compute(
  house: House,
  { unit: id, attempt, base }: EffectOf<'work'>,
): Promise<Outcomes['work']> {
  const { repository, manners, now } = house
  const unit = unitOf(house, id)
  const { commit, named } = await changeOf(house, unit)
  const merged = await mergeTrees(repository, base, commit)
  if ('conflicts' in merged)
    return {
      ok: false,
      failure: conflictFailure(
        house,
        merged.conflicts,
        `${named} conflicts with what stands on the line`,
      ),
    }
  const tree = await keepAttempt(
    repository,
    { base, tree: merged.tree },
    {
      attempt: attemptId(id, attempt),
      author: personOf(manners),
      atSeconds: secondsOf(now()),
    },
  )
  return { ok: true, tree }
}

interface Change {
  /** What is merged onto the base. */
  readonly commit: string
  /** As a failure speaks of it. */
  readonly named: string
}

async function changeOf(house: House, unit: Unit): Promise<Change> {
  const { brings, reverts, follows } = unit.spec
  if (brings !== undefined) return { commit: brings, named: 'what the target got meanwhile' }
  if (reverts !== undefined)
    return { commit: await withoutLanding(house, reverts), named: `taking ${follows} back` }
  const { source } = orderOf(house, unit)
  if (!source) throw new Error(`invariant: ${unit.id} was compiled from a branch`)
  return { commit: source.commit, named: source.branch }
}
