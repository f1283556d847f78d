// What the last failure of a unit rests on, as it was kept: the output of a check, the markers of a conflict. The first thing that one
// wants to read when a unit stopped.

import { journalFolder } from '../../engine/journal-place.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { type PauseWords, pauseWords } from './pause-words.ts'

const MOST_LINES = 20

export interface UnitEvidence {
  readonly lines: readonly string[]
  /** Whether there was more than the end that is shown. */
  readonly isCut: boolean
}

/** What is read besides the state to say why a unit is not further. */
export interface UnitBackground {
  readonly evidence: UnitEvidence
  readonly paused: PauseWords | undefined
}

export const backgroundOf = async (
  root: string,
  state: State,
  unit: Unit,
  now: string,
): Promise<UnitBackground> => ({
  evidence: lastEvidence(root, unit),
  paused: await pauseWords(root, state, unit, now),
})

function lastEvidence(root: string, { failures, status }: Unit): UnitEvidence {
  const details = status === 'landed' ? [] : (failures.at(-1)?.details ?? [])
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const lines = details.flatMap(each => artifacts.read(each).toString('utf8').trimEnd().split('\n'))
  return { lines: lines.slice(-MOST_LINES), isCut: lines.length > MOST_LINES }
}
