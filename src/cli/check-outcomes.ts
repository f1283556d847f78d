// The checks of a project as evidence. Loads what runs them only where somebody asks.

import { DiagnosticError, error } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { noOutcomes } from '../checks/evidence/no-outcomes.ts'
import type { Outcomes } from '../checks/evidence/outcomes.ts'
import { readRecipes } from '../checks/recipe.ts'
import type { Codebase } from '../code/codebase.ts'
import { CONFIG_FILE, readConfig } from '../config/read.ts'
import type { Resource } from '../spec/model.ts'
import type { CheckOptions } from './check-options.ts'
import type { World } from './world.ts'

/** `root` holds the config and the code; a check that no config declares is refused with the nearest one that it does. */
export async function readOutcomes(
  root: string,
  codeRoot: string,
  resources: readonly Resource[],
  codebase: Codebase,
  options: CheckOptions,
  world: World,
): Promise<Outcomes> {
  const config = await readConfig(root)
  const { recipes, problems } = readRecipes(config.file, config.placeOf)
  const unknown = unknownChecks(
    resources,
    recipes.map(each => each.name),
  )
  const all = [...config.problems, ...problems, ...unknown]
  if (all.length > 0) throw new DiagnosticError(all)
  const reports = config.file.reports
  if (reports === undefined && resources.every(each => each.checks.length === 0)) return noOutcomes
  const { openOutcomes } = await import('./open-outcomes.ts')
  return openOutcomes({ root, codeRoot, codebase, recipes, reports, options }, world)
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
