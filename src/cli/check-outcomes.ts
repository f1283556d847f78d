// The checks of a project as evidence. Loads what runs them only where somebody asks.

import { DiagnosticError, error } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { noOutcomes } from '../checks/evidence/outcomes/no-outcomes.ts'
import type { Outcomes } from '../checks/evidence/outcomes/outcomes.ts'
import { readRecipes } from '../checks/recipe.ts'
import type { Codebase } from '../code/codebase.ts'
import { CONFIG_FILE, readConfig } from '../config/read.ts'
import { withAllChecks } from '../spec/bound-checks.ts'
import type { Resource, Spec } from '../spec/model.ts'
import type { CheckOptions } from './check-options.ts'
import type { World } from './world.ts'

export interface OutcomeQuestion {
  /** Holds the config. */
  readonly root: string
  readonly codeRoot: string
  readonly spec: Spec
  readonly wanted: readonly Resource[]
  readonly codebase: Codebase
  readonly options: CheckOptions
}

export interface ReadOutcomes {
  readonly outcomes: Outcomes
  /** What is wanted, with the checks that judge it. */
  readonly judged: readonly Resource[]
}

/** A check that no config declares is refused with the nearest one that it does. */
export async function readOutcomes(
  { root, codeRoot, spec, wanted, codebase, options }: OutcomeQuestion,
  world: World,
): Promise<ReadOutcomes> {
  const config = await readConfig(root)
  const { recipes, problems } = readRecipes(config.file, config.placeOf)
  const names = recipes.map(each => each.name)
  const unknown = unknownChecks(wanted, names)
  const all = [...config.problems, ...problems, ...unknown]
  if (all.length > 0) throw new DiagnosticError(all)
  const reports = config.file.reports
  const judged = withAllChecks(spec, wanted, names)
  if (reports === undefined && judged.every(each => each.checks.length === 0))
    return { outcomes: noOutcomes, judged }
  const { openOutcomes } = await import('./open-outcomes.ts')
  const request = { root, codeRoot, codebase, recipes, reports, options }
  return { outcomes: openOutcomes(request, world), judged }
}

export function unknownChecks(resources: readonly Resource[], known: readonly string[]) {
  return resources.flatMap(({ address, checks, at }) =>
    checks
      .filter(name => !known.includes(name))
      .map(name =>
        error(
          'check/unknown',
          `${address} names the check ${name}, which ${CONFIG_FILE} does not declare`,
          {
            at,
            fix: didYouMean(name, known) ?? `add it under checks: in ${CONFIG_FILE}`,
          },
        ),
      ),
  )
}
