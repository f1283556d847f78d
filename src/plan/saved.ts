// A plan as a file. The same spec and state give the same bytes: there is no time in it.

import type { PlanFile } from '../contract/plan-file.ts'
import type { Plan } from './plan.ts'

export function savedPlan(
  plan: Plan,
  specDigest: string,
  targets: readonly string[] | undefined,
): PlanFile {
  return {
    format: 'fixpoint-plan',
    version: '1',
    spec: { file: plan.specFile, digest: specDigest },
    state: { serial: plan.serial ?? null, lineage: plan.lineage ?? null },
    targets: targets ? [...targets] : null,
    convergence: plan.convergence,
    actions: [...plan.actions],
    resources: plan.verdicts.map(({ address, status }) => ({ address, status })),
  }
}
