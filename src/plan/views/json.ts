// The plan for programs. Keys are a contract: they may be added to, never renamed.

import { actionSummary, countStatuses, isAttested, staleChecks } from '../counts.ts'
import type { Plan, Verdict } from '../plan.ts'
import { reasonOf } from '../plan.ts'

export function planJson(plan: Plan) {
  return {
    convergence: plan.convergence,
    has_changes: plan.actions.length > 0,
    summary: actionSummary(plan.actions),
    total_resources: plan.verdicts.length,
    ...countStatuses(plan),
    attested: plan.verdicts.filter(isAttested).length,
    actions: plan.actions,
    blocked: plan.verdicts
      .filter(each => each.status === 'missing' && each.waitsFor.length > 0)
      .map(({ address, waitsFor }) => ({ address, waits_for: waitsFor })),
    declared_otherwise: plan.verdicts.filter(each => each.isOutdated).map(each => each.address),
    stale: plan.verdicts.flatMap(each => {
      const checks = staleChecks(each)
      return checks.length > 0 ? [{ address: each.address, checks }] : []
    }),
    moved: plan.forgotten.map(({ address, movedTo }) => ({ address, to: movedTo ?? null })),
    resources: plan.verdicts.map(resourceJson),
  }
}

export function resourceJson({ address, status, resource, required, entry, waitsFor }: Verdict) {
  return {
    address,
    status,
    required,
    locked: entry?.locked ?? false,
    source: entry?.source ?? null,
    reason: reasonOf(entry) ?? null,
    files: entry?.files ?? resource.files,
    tests: entry?.tests ?? resource.tests,
    depends_on: resource.dependsOn,
    waits_for: waitsFor,
    optional: resource.isOptional,
    weight: resource.weight,
    blocked: resource.blocked ?? null,
    declared_at: {
      file: resource.at.file,
      line: resource.at.line ?? 1,
      column: resource.at.column ?? 1,
    },
  }
}
