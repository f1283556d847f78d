// What `refresh` does and shows where only a few resources have to be read again, and all else is known: the same rows, joined by the same
// view, and recorded in the same state.

import type { View } from './command.ts'
import type { Paint } from './paint.ts'
import { type Rereading, readAnew } from './recall/anew.ts'
import type { Recall } from './recall/recall.ts'
import type { RefreshCommand } from './refresh-report.ts'
import { refreshView, shownNext } from './refresh-view.ts'
import type { World } from './world.ts'

/** Undefined where that is not sure: then everything is read. */
export async function refreshAnew(
  command: RefreshCommand,
  open: Rereading,
  recall: Recall,
  world: World,
  paint: Paint,
): Promise<View | undefined> {
  const anew = await readAnew(open, recall, paint)
  if (!anew) return undefined
  const { isDry } = command
  const recorded = isDry ? nothing : await recordAnew(command, anew.evidence, recall, world)
  if (!recorded) return undefined
  const { written } = recorded
  const warnings = recall.known?.view.warnings ?? []
  const shown = { rows: anew.rows, isDry, isWritten: written !== undefined, warnings }
  const view = refreshView(shown, paint)
  const next = written ? shownNext(shown) : shown
  anew.keep({
    view: written ? refreshView(next, paint) : view,
    rows: next.rows,
    files: written,
  })
  return view
}

const nothing = { written: undefined }

/** Loaded only where the state may change. */
const recordAnew: typeof import('./record-anew.ts').recordAnew = async (...words) =>
  (await import('./record-anew.ts')).recordAnew(...words)
