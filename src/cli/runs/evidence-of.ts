// What the last failure of a unit rests on, as it was kept: the output of a check, the markers of a conflict. The first thing that one
// wants to read when a unit stopped.

import { journalFolder } from '../../engine/journal-place.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Unit } from '../../kernel/model.ts'

const MOST_LINES = 20

export interface UnitEvidence {
  readonly lines: readonly string[]
  /** Whether there was more than the end that is shown. */
  readonly isCut: boolean
}

export function lastEvidence(root: string, { failures, status }: Unit): UnitEvidence {
  const details = status === 'landed' ? [] : (failures.at(-1)?.details ?? [])
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const lines = details.flatMap(each => artifacts.read(each).toString('utf8').trimEnd().split('\n'))
  return { lines: lines.slice(-MOST_LINES), isCut: lines.length > MOST_LINES }
}
