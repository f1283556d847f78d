// The report that a check wrote, and the proof that it was this run that wrote it. A report of yesterday is no evidence of today.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, error } from '../base/diagnostic.ts'
import { isFileAt } from '../base/path-kind.ts'
import type { CheckOrder } from '../contract/order.ts'
import { type Report, readReport } from '../reports/read.ts'

type ReportRecipe = NonNullable<CheckOrder['report']>

/** What a file is before a run; the same afterwards means that nobody wrote it. */
export function fingerprint(path: string): string {
  if (!isFileAt(path)) return ''
  const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
  return [ino, size, mtimeNs, ctimeNs].join(' ')
}

/** `before` is the fingerprint from before the run. */
export function readFreshReport(
  { format, path }: ReportRecipe,
  root: string,
  before: string,
): Report {
  const after = fingerprint(join(root, path))
  if (after === '') return { problems: [absent(path)] }
  return after === before ? { problems: [old(path)] } : readReport(root, path, format)
}

function absent(file: string): Diagnostic {
  return error('checks/report-absent', 'the check wrote no report', {
    at: { file },
    fix: 'check report: in the config, or how the command is told to write it',
  })
}

function old(file: string): Diagnostic {
  return error('checks/report-old', 'the report is from before this run', {
    at: { file },
    fix: 'have the command write it each time',
  })
}
