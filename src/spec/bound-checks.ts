// Which checks judge a resource: those that it names, and all that there are where it has to be passing and names none.

import { type Resource, requiredLevel, type Spec } from './model.ts'

export const withAllChecks = (
  spec: Spec,
  resources: readonly Resource[],
  known: readonly string[],
): readonly Resource[] =>
  resources.map(each =>
    each.checks.length === 0 && isChecked(spec, each) ? { ...each, checks: known } : each,
  )

/** Results of checks have a say in its verdict. */
export const isChecked = (spec: Spec, resource: Resource) =>
  resource.checks.length > 0 || requiredLevel(spec, resource) === 'passing'
