// What is remembered of a unit beside the journal, for those who look: which checks proved nothing, and which trouble wants a person. One
// small file for a unit and a kind, and the last word counts. It lies with the journal that it speaks of; nothing is decided by it.

import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { sha256 } from '../base/hash.ts'
import { keptJson } from '../checks/kept-files.ts'
import { NOT_IN_TREE } from '../checks/program/unstarted.ts'
import { NO_COMMAND, NO_PROGRAM } from '../checks/verdict.ts'
import { type Judgement, judgementSchema, troubleSchema } from '../contract/asides.ts'
import { layoutOf } from '../journal/layout.ts'
import { journalFolder } from './journal-place.ts'

const pathOf = (root: string, kind: 'judgement' | 'trouble', unit: string) =>
  join(layoutOf(journalFolder(root)).asides, `${kind}-${sha256(unit)}.json`)

/** Where everything counts nothing is written, and what was written before is taken back. */
export function keepJudgement(root: string, judgement: Omit<Judgement, 'version'>): void {
  const path = pathOf(root, 'judgement', judgement.unit)
  if (judgement.unproved.length > 0)
    writeFileAtomic(path, JSON.stringify({ version: 1, ...judgement }))
  else if (existsSync(path)) rmSync(path, { force: true })
}

export function judgementOf(root: string, unit: string): Judgement | undefined {
  const kept = judgementSchema.safeParse(keptJson(pathOf(root, 'judgement', unit)))
  return kept.success && kept.data.unit === unit ? kept.data : undefined
}

/** Waiting does not make these go away. */
const wantsPerson: ReadonlySet<string> = new Set([
  'process/missing-program',
  'process/not-executable',
  NO_COMMAND,
  NO_PROGRAM,
  NOT_IN_TREE,
  'checks/no-inputs',
  'checks/no-tests',
  'checks/no-coverage',
  'checks/report-absent',
  'checks/report-old',
  'workspace/setup',
  'git/signing',
  'git/config',
])

export function keepTrouble(root: string, unit: string, code: string, summary: string): void {
  if (!wantsPerson.has(code)) return
  writeFileAtomic(pathOf(root, 'trouble', unit), JSON.stringify({ version: 1, unit, summary }))
}

/** Whether what a unit fails of is something that a person must mend. */
export function needsMending(root: string, unit: string, summary: string): boolean {
  const kept = troubleSchema.safeParse(keptJson(pathOf(root, 'trouble', unit)))
  return kept.success && kept.data.unit === unit && kept.data.summary === summary
}
