// What checks and reports say of resources, with all that runs and reads them. Decides nothing.

import { cpus } from 'node:os'
import { join } from 'node:path'
import { CHECKS_FOLDER } from '../checks/cache.ts'
import { openChecks } from '../checks/checks.ts'
import { type Outcomes, outcomesFrom } from '../checks/evidence/outcomes/outcomes.ts'
import type { Codebase } from '../code/codebase.ts'
import type { ConfigFile } from '../contract/config.ts'
import type { CheckOrder } from '../contract/order.ts'
import { asWarnings, readOwnReports } from '../reports/read.ts'
import { asCommitted } from './as-committed.ts'
import type { CheckOptions } from './check-options.ts'
import type { World } from './world.ts'

export interface OutcomeRequest {
  readonly root: string
  readonly codeRoot: string
  readonly codebase: Codebase
  readonly recipes: readonly CheckOrder[]
  readonly reports: ConfigFile['reports']
  readonly options: CheckOptions
}

export function openOutcomes(
  { root, codeRoot, codebase, recipes, reports, options }: OutcomeRequest,
  world: World,
): Outcomes {
  const checks = openChecks({
    folder: join(root, CHECKS_FOLDER),
    concurrency: Math.max(1, cpus().length),
    environment: world.environment,
    now: world.now,
  })
  const own = readOwnReports(codeRoot, reports)
  const outcomes = outcomesFrom({
    root: codeRoot,
    codebase,
    checks,
    recipes,
    reports: own.reports,
    isAsCommitted: asCommitted(codeRoot),
    ...options,
    onRun: name => void world.stderr.write(`Running check ${name} …\n`),
  })
  return { ...outcomes, problems: [...asWarnings(own.problems), ...(outcomes.problems ?? [])] }
}
