// What `refresh` does and shows where nobody knows the answer yet; an answer that can be known again is kept.

import { shownRow } from '../plan/views/report-row.ts'
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
import { refreshView, shownNext } from './refresh-view.ts'
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

/** What is kept is what the next refresh will say: of a state that was written, that it is as it was read. */
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
  const { refreshed, state, isWritten, written } = options.isDry
    ? dry(read)
    : await save(read, options, world)
  const plan = options.showsPlan
    ? planText(planOf({ ...refreshed.desk, state }, []), plainPlan, paint)
    : undefined
  const rows = refreshed.rows.map(each => shownRow(each, paint))
  const warnings = [...refreshed.desk.warnings, ...found.codebase.diagnostics]
  const shown = { rows, isDry: options.isDry, isWritten, plan, warnings }
  const view = refreshView(shown, paint)
  if (!recall) return view
  const next = isWritten ? shownNext(shown) : shown
  const again = { rows: next.rows, view: isWritten ? refreshView(next, paint) : view }
  await keepView(recall, isWritten ? { ...read, desk: { ...whole, state } } : read, again, written)
  return view
}

const plainPlan = { isVerbose: false, showsBlocked: false }

const dry = (refreshed: Refreshed): SavedRefresh => ({
  refreshed,
  state: refreshed.recorded.state,
  isWritten: false,
})
