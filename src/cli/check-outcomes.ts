// The checks of a project as evidence.

import { cpus } from 'node:os'
import { join } from 'node:path'
import { DiagnosticError, error } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { CHECKS_FOLDER } from '../checks/cache.ts'
import { openChecks } from '../checks/checks.ts'
import { type Outcomes, outcomesFrom } from '../checks/evidence/outcomes.ts'
import { readRecipes } from '../checks/recipe.ts'
import type { Codebase } from '../code/codebase.ts'
import { CONFIG_FILE, readConfig } from '../config/read.ts'
import { readOwnReports } from '../reports/read.ts'
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
  const own = readOwnReports(codeRoot, config.file.reports)
  const all = [...config.problems, ...problems, ...unknown]
  if (all.length > 0) throw new DiagnosticError(all)
  const concurrency = Math.max(1, cpus().length)
  const checks = openChecks({
    folder: join(root, CHECKS_FOLDER),
    concurrency,
    environment: world.environment,
    now: world.now,
  })
  return outcomesFrom({
    root: codeRoot,
    codebase,
    checks,
    recipes,
    reports: own.reports,
    ...options,
    onRun: name => void world.stderr.write(`Running check ${name} …\n`),
  })
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
