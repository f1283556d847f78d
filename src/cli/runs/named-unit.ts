// The unit that a word names in the journal, where there is a journal and it knows one. A resource keeps its own spelling: its address
// has a dot, and the name of a unit has none.

import { readState } from '../../engine/history.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { programName } from '../version.ts'
import { unitIn } from './find.ts'

export async function namedUnit(
  word: string,
  root: string,
): Promise<{ readonly state: State; readonly unit: Unit } | undefined> {
  if (!hasJournal(root)) return undefined
  const state = await readState(root, { program: programName })
  const unit = unitIn(state, word)
  return unit && { state, unit }
}
