// Makes the plan of a project: what `plan`, `ci`, `status` and `show` all start from.

import { refuse } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'
import { didYouMean } from '../base/nearest.ts'
import { makePlan, type Plan } from '../plan/plan.ts'
import { withDependencies } from '../spec/graph.ts'
import { isDeclaredOtherwise } from '../state/verified.ts'
import { type Desk, openDesk } from './project.ts'
import type { ProjectFlags } from './project-place.ts'
import type { World } from './world.ts'

export interface Planned {
  readonly desk: Desk
  readonly plan: Plan
}

/** Targets bring what they depend on, as in Terraform. */
export async function makeProjectPlan(
  flags: ProjectFlags,
  targets: readonly string[],
  world: World,
): Promise<Planned> {
  const desk = await openDesk(flags, world)
  return { desk, plan: planOf(desk, targets) }
}

export function planOf({ spec, state, whyMissing }: Desk, targets: readonly string[]): Plan {
  const entries = state?.resources ?? []
  const known = new Set([
    ...spec.resources.map(each => each.address),
    ...entries.map(each => `${each.type}.${each.name}`),
  ])
  for (const target of targets)
    if (!known.has(target))
      refuse('plan/target', `${target} is neither in the spec nor in the state`, {
        fix: didYouMean(target, known),
      })
  return makePlan({
    spec,
    entries,
    serial: state?.serial,
    lineage: state?.lineage,
    isDeclaredOtherwise: (entry, resource, required) =>
      isDeclaredOtherwise(entry, resource, required, sha256),
    whyMissing,
    targets: targets.length > 0 ? withDependencies(spec, targets) : undefined,
  })
}
