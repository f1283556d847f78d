// What `refresh` does and shows where nobody knows the answer yet; an answer that can be known again is kept.

import type { Plan } from '../plan/plan.ts'
import { evidenceJson, evidenceReport, reportConvergence } from '../plan/views/report.ts'
import { planText } from '../plan/views/text.ts'
import { loadState } from '../state/update.ts'
import type { CheckOptions } from './check-options.ts'
import type { View } from './command.ts'
import type { Paint } from './paint.ts'
import { planOf } from './planning.ts'
import { openSpecDesk } from './project.ts'
import type { ProjectFlags } from './project-place.ts'
import { keepView, viewAgain } from './recall/keep.ts'
import type { Recall } from './recall/recall.ts'
import {
  findInCode,
  type Refreshed,
  type RefreshOptions,
  type SavedRefresh,
  save,
  standing,
} from './refreshing.ts'
import type { World } from './world.ts'

export interface RefreshCommand extends RefreshOptions {
  readonly flags: ProjectFlags
  readonly checks: CheckOptions
  readonly isDry: boolean
  readonly showsPlan: boolean
}

/** A view that told of changes to the state is not what the next refresh will say. */
export async function performRefresh(
  command: RefreshCommand,
  recall: Recall | undefined,
  world: World,
  paint: Paint,
): Promise<View> {
  const options = { ...command, tree: recall?.tree, beganMs: recall?.beganMs }
  const desk = await openSpecDesk(options.flags, world)
  // Where a view of before may hold, the state is the one of then, and was read then.
  const early = recall?.known ? undefined : await loadState(desk.handle)
  const found = await findInCode(desk, options, options.checks, world)
  const known = recall && (await viewAgain(recall, found))
  if (known) return known
  const whole = { ...desk, state: early ?? (await loadState(desk.handle)) }
  const read = standing(found, whole, options, world)
  const { refreshed, state, isWritten } = options.isDry
    ? dry(read)
    : await save(read, options, world)
  const plan = options.showsPlan ? planOf({ ...refreshed.desk, state }, []) : undefined
  const view = showRefresh({ refreshed, isWritten, plan }, options, paint)
  if (recall && !isWritten) await keepView(recall, refreshed, view)
  return view
}

const dry = (refreshed: Refreshed): SavedRefresh => ({
  refreshed,
  state: refreshed.recorded.state,
  isWritten: false,
})

interface Result {
  readonly refreshed: Refreshed
  readonly isWritten: boolean
  readonly plan: Plan | undefined
}

function showRefresh(
  { refreshed, isWritten, plan }: Result,
  { isDry }: RefreshCommand,
  paint: Paint,
): View {
  const { rows, recorded, desk, codebase } = refreshed
  const changes = recorded.changes.map(each => `  ${each.address}: ${each.from} -> ${each.to}`)
  const parts = [
    evidenceReport(rows, paint),
    ...(changes.length > 0 ? ['', 'Changes', ...changes] : []),
    ...(plan ? ['', planText(plan, { isVerbose: false, showsBlocked: false }, paint)] : []),
  ]
  return {
    text: parts.join('\n'),
    json: {
      convergence: reportConvergence(rows),
      dry_run: isDry,
      state_written: isWritten,
      changes: recorded.changes,
      resources: rows.map(evidenceJson),
    },
    warnings: [...desk.warnings, ...codebase.diagnostics],
  }
}
