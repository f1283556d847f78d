// Who paused what a unit waits for, and why: in the log alone, since nothing is decided by it. Read only where a unit is paused.

import { canonicalJson } from '../../base/json.ts'
import { readHistory } from '../../engine/history.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { whyWaiting } from '../../kernel/why.ts'
import { programName } from '../version.ts'

export interface PauseWords {
  readonly by: string
  readonly reason: string
  readonly at: string
}

export async function pauseWords(
  root: string,
  state: State,
  unit: Unit,
  now: string,
): Promise<PauseWords | undefined> {
  const waits = whyWaiting(state, unit, now)
  if (waits.kind !== 'pause') return undefined
  const wanted = canonicalJson(waits.scope)
  const { entries } = await readHistory(root, { program: programName })
  for (const { event } of entries.toReversed())
    if (event.type === 'paused' && canonicalJson(event.scope) === wanted) return event
  return undefined
}
