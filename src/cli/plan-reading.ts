// What `plan --refresh` and `plan --drift` read before they plan. Apart from the command, so that a plain plan does not load it.

import type { Drift } from '../evidence/drift.ts'
import { noChecks } from './check-options.ts'
import { driftOf } from './drifting.ts'
import type { Desk } from './project.ts'
import type { ProjectFlags } from './project-place.ts'
import { plainRefresh, refreshAndSave, refreshProject } from './refreshing.ts'
import type { World } from './world.ts'

export interface PlanReading {
  readonly refreshes: boolean
  readonly showsDrift: boolean
}

export async function readForPlan(
  flags: ProjectFlags,
  { refreshes, showsDrift }: PlanReading,
  world: World,
): Promise<{ readonly desk: Desk; readonly drift: Drift | undefined }> {
  if (refreshes) {
    const { refreshed, state } = await refreshAndSave(flags, plainRefresh, noChecks, world)
    return {
      desk: { ...refreshed.desk, state },
      drift: showsDrift ? driftOf(refreshed, state) : undefined,
    }
  }
  const refreshed = await refreshProject(flags, plainRefresh, noChecks, world)
  return { desk: refreshed.desk, drift: driftOf(refreshed, refreshed.desk.state) }
}
