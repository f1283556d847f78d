// Says which checks proved nothing because they fail on the base already: at once, and for whoever looks later. What they are compared with
// stays as it is; only the silence would mislead.

import type { Unproved } from '../../contract/asides.ts'
import type { CheckOrder } from '../../contract/order.ts'
import type { Unit } from '../../kernel/model.ts'
import { keepJudgement } from '../asides.ts'
import type { House } from '../house.ts'

/** `check unit fails on 1234567890 already (exit code 3): it proves nothing about this work` */
export const unprovedText = ({ check, base, why }: Unproved): string =>
  `check ${check} fails on ${base.slice(0, 10)} already (${why}): it proves nothing about this work`

/** Of each of the units that one judgement stands for. */
export function tellUnproved(
  house: House,
  units: readonly Unit[],
  checks: readonly CheckOrder[],
  unproved: readonly Unproved[],
): void {
  const names = checks.map(each => each.name)
  for (const { id } of units)
    keepJudgement(house.root, { unit: id, checks: names, unproved: [...unproved] })
  for (const each of unproved)
    for (const run of new Set(units.map(unit => unit.run)))
      house.tellOnce(`${run} ${each.check}`, `Warning: ${run}: ${unprovedText(each)}`)
}
