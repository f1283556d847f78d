// A plan as a file. The same spec and state give the same bytes: there is no time in it.

import { DiagnosticError, error } from '../base/diagnostic.ts'
import { parseWith } from '../contract/parse.ts'
import { PLAN_FORMAT, type PlanFile, planFileSchema } from '../contract/plan-file.ts'
import type { Plan } from './plan.ts'

export function savedPlan(
  plan: Plan,
  specDigest: string,
  targets: readonly string[] | undefined,
): PlanFile {
  return {
    format: PLAN_FORMAT,
    version: '1',
    spec: { file: plan.specFile, digest: specDigest },
    state: { serial: plan.serial ?? null, lineage: plan.lineage ?? null },
    targets: targets ? [...targets] : null,
    convergence: plan.convergence,
    actions: [...plan.actions],
    resources: plan.verdicts.map(({ address, status }) => ({ address, status })),
  }
}

/** A saved plan from its text; anything else is refused by name. */
export function readPlanFile(text: string, file: string): PlanFile {
  const data = jsonIn(text)
  if ((data as { format?: unknown } | undefined)?.format !== PLAN_FORMAT)
    throw new DiagnosticError([
      error('plan/foreign', 'this is not a saved plan', {
        at: { file },
        fix: 'make one with fixpoint plan -out FILE',
      }),
    ])
  const { value, problems } = parseWith(planFileSchema, data, {
    area: 'plan',
    locate: () => ({ file }),
  })
  if (!value) throw new DiagnosticError(problems)
  return value
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON, so not a saved plan: the caller says so
  }
}
