// What `refresh` shows, of rows that were shown before or are new.

import { evidenceReport, reportConvergence, statusChanges } from '../plan/views/report.ts'
import type { ShownRow } from '../plan/views/report-row.ts'
import type { View } from './command.ts'
import type { Paint } from './paint.ts'

export interface ShownRefresh {
  readonly rows: readonly ShownRow[]
  readonly isDry: boolean
  readonly isWritten: boolean
  /** The plan afterwards, where it was asked for. */
  readonly plan?: string | undefined
  readonly warnings: NonNullable<View['warnings']>
}

export function refreshView(
  { rows, isDry, isWritten, plan, warnings }: ShownRefresh,
  paint: Paint,
): View {
  const changes = statusChanges(rows)
  const lines = changes.map(each => `  ${each.address}: ${each.from} -> ${each.to}`)
  const parts = [
    evidenceReport(rows, paint),
    ...(lines.length > 0 ? ['', 'Changes', ...lines] : []),
    ...(plan === undefined ? [] : ['', plan]),
  ]
  return {
    text: parts.join('\n'),
    json: {
      convergence: reportConvergence(rows),
      dry_run: isDry,
      state_written: isWritten,
      changes,
      resources: rows.map(each => each.json),
    },
    warnings,
  }
}

/** What the next refresh shows, once the state says what these rows say. */
export const shownNext = (shown: ShownRefresh): ShownRefresh => ({
  ...shown,
  isWritten: false,
  rows: shown.rows.map(each => ({ ...each, recorded: each.status })),
})
