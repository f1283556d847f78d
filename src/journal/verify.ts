// Reads the whole journal and says up to where it can be trusted. Changes nothing.

import { type Diagnostic, DiagnosticError, error } from '../base/diagnostic.ts'
import type { Writer } from './append.ts'
import { pages, startOf } from './entries.ts'
import { unfinishedErasures } from './erase.ts'
import type { Verification } from './model.ts'
import { wayBack } from './way-back.ts'

export function verifyJournal(writer: Writer): Verification {
  const problems: Diagnostic[] = []
  let intactSeq = 0
  for (const page of pages(writer, startOf(writer), Number.MAX_SAFE_INTEGER)) {
    intactSeq = page.next.seq - 1
    if (page.damage) problems.push(page.damage)
  }
  problems.push(...structureProblems(writer), ...erasureProblems(writer))
  return { intactSeq, problems }
}

function structureProblems(writer: Writer): readonly Diagnostic[] {
  const at = { file: writer.database.file }
  const fix = wayBack
  try {
    return writer.database
      .all<{ integrity_check: string }>('integrity')
      .filter(row => row.integrity_check !== 'ok')
      .map(row => error('journal/corrupt', row.integrity_check, { at, fix }))
  } catch (failure) {
    if (failure instanceof DiagnosticError) return failure.diagnostics
    throw failure
  }
}

function erasureProblems(writer: Writer): readonly Diagnostic[] {
  return unfinishedErasures(writer).map(seq =>
    error('journal/erasure-unfinished', `the erased payload of entry ${seq} still lies on disk`, {
      at: { file: writer.database.file },
      fix: `erase entry ${seq} again`,
    }),
  )
}
