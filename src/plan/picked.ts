// The part of a plan that lies in a folder, or in one file.

import { convergence, roundConvergence } from '../evidence/convergence.ts'
import type { Plan, Verdict } from './plan.ts'

export function picked(plan: Plan, path: string): Plan {
  const verdicts = plan.verdicts.filter(each => pathsOf(each).some(file => liesIn(file, path)))
  const addresses = new Set(verdicts.map(each => each.address))
  const weighed = verdicts.map(({ status, resource }) => ({ status, weight: resource.weight }))
  return {
    ...plan,
    verdicts,
    actions: plan.actions.filter(each => addresses.has(each.address)),
    forgotten: [],
    convergence: roundConvergence(convergence(weighed)),
  }
}

const pathsOf = ({ resource, entry }: Verdict) => [
  ...resource.files,
  ...resource.tests,
  ...(entry?.files ?? []),
  ...(entry?.tests ?? []),
]

const liesIn = (file: string, path: string) =>
  path === '' || file === path || file.startsWith(`${path}/`)
