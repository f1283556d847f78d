// What the last failure of a unit rests on, as it was kept: the output of a check, the markers of a conflict. The first thing that one
// wants to read when a unit stopped.

import type { Rewritten } from '../../checks/program/rewritten.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { State, Unit } from '../../kernel/model.ts'
import type { World } from '../world.ts'
import { type PauseWords, pauseWords } from './pause-words.ts'
import { wayInstead } from './pinned-conflict.ts'
import { rewritesOf } from './rewrites.ts'
import { type TakenBack, takenBackOf } from './taken-back.ts'
import { type Trouble, troublesOf } from './trouble.ts'
import { type UnprovedOf, unprovedOf } from './unproved.ts'

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
  /** What it made of its own checks, because its claims allowed it. */
  readonly rewritten: readonly Rewritten[]
  /** What no check proved of it. */
  readonly unproved: UnprovedOf | undefined
  /** What helps where another attempt would conflict again. */
  readonly again: string | undefined
  /** What it waits out. */
  readonly trouble: Trouble | undefined
  /** What became of its landing. */
  readonly takenBack: TakenBack | undefined
}

export const backgroundOf = async (
  root: string,
  state: State,
  unit: Unit,
  world: World,
): Promise<UnitBackground> => ({
  evidence: lastEvidence(root, unit),
  paused: await pauseWords(root, state, unit, world.now()),
  rewritten: await rewritesOf(root, unit, world),
  unproved: unprovedOf(root, unit),
  again: wayInstead(root, state, unit, artifactsOf(root)),
  trouble: (await troublesOf(root, [unit])).get(unit.id),
  takenBack: await takenBackOf(root, state, unit, world),
})

const artifactsOf = (root: string) => openArtifacts(layoutOf(journalFolder(root)).artifacts, true)

function lastEvidence(root: string, { failures, status }: Unit): UnitEvidence {
  const details = status === 'landed' ? [] : (failures.at(-1)?.details ?? [])
  const artifacts = artifactsOf(root)
  const lines = details.flatMap(each => artifacts.read(each).toString('utf8').trimEnd().split('\n'))
  return { lines: lines.slice(-MOST_LINES), isCut: lines.length > MOST_LINES }
}
