// What checks say of resources, for the commands that weigh evidence.
import type { Outcomes } from '../checks/evidence/read.ts'
import type { Args, OptionSpecs } from './command.ts'
import type { ProjectFlags } from './project.ts'
import type { World } from './world.ts'

export const checkOptions: OptionSpecs = {}
export interface CheckOptions {
  readonly runs: boolean
}
export const noChecks: CheckOptions = { runs: false }
export const readCheckOptions = (_: Args): CheckOptions => noChecks
export async function collectOutcomes(
  _f: ProjectFlags,
  _o: CheckOptions,
  _w: World,
): Promise<Outcomes> {
  return {
    checks: resource =>
      resource.checks.map(name => ({ name, outcome: 'not run', isStale: false, detail: '' })),
    failedTests: () => [],
  }
}
