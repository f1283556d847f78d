// What `doctor` asks of the journal: whether it opens, whose it is, and whether who drives it does so here. Nothing is changed.

import { originalOf, readDriverWord } from '../../engine/driver-word.ts'
import { readHistory } from '../../engine/history.ts'
import { lifeOfHolder } from '../../engine/holder.ts'
import { firstProjectName, hasJournal } from '../../engine/journal-place.ts'
import { holderText } from '../runs/driving.ts'
import { programName } from '../version.ts'
import { type Finding, finding, ok, warn } from './finding.ts'

/** Nothing where nothing has run. */
export async function journalFindings(root: string): Promise<Finding[]> {
  const found = await finding('journal', () => journalFinding(root))
  return found === none ? [] : [found]
}

const none = ok('journal', 'none')

async function journalFinding(root: string): Promise<Finding> {
  if (!hasJournal(root)) return none
  const { state, seq } = await readHistory(root, { program: programName })
  const is = `${state.project}, up to entry ${seq}`
  const word = readDriverWord(root)
  const original = word && lifeOfHolder(word.holder) !== 'dead' && originalOf(root, word)
  if (word && original)
    return warn(
      'journal',
      `${is}; it was copied while ${holderText(word.holder)} drove the original in ${original}`,
      'nothing is shared with the original: the next fixpoint run here drives this copy',
    )
  if (state.project === firstProjectName(root)) return ok('journal', is)
  return ok('journal', `${is}; begun in another folder, and moved, copied or restored here`)
}
