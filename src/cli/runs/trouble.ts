// What a unit waits out: the last failure of the world, as the log has it, and whether a person must mend something first. Read only where
// a unit waits for that.

import { effectOwner } from '../../base/ids.ts'
import { needsMending } from '../../engine/asides.ts'
import { readHistory } from '../../engine/history.ts'
import type { Event } from '../../kernel/event.ts'
import type { Failure, State, Unit } from '../../kernel/model.ts'
import { programName } from '../version.ts'
import { callName, type Need } from './needs-person.ts'

export interface Trouble {
  readonly summary: string
  /** Whether it is one of the configuration, which no waiting ends. */
  readonly needsPerson: boolean
}

/** By the id of the unit; those that wait for nothing of the kind are left out. */
export async function troublesOf(
  root: string,
  units: readonly Unit[],
): Promise<ReadonlyMap<string, Trouble>> {
  const waiting = new Set(units.filter(each => each.wait?.why === 'infrastructure').map(idOf))
  const found = new Map<string, Trouble>()
  if (waiting.size === 0) return found
  const { entries } = await readHistory(root, { program: programName })
  for (const { event } of entries) {
    const [unit, failure] = failureIn(event) ?? []
    if (unit === undefined || !waiting.has(unit)) continue
    const { summary } = failure!
    found.set(unit, { summary, needsPerson: needsMending(root, unit, summary) })
  }
  return found
}

const idOf = ({ id }: Unit) => id

/** What a step of the log says failed, of a unit. */
export function failureIn(event: Event): readonly [unit: string, failure: Failure] | undefined {
  if (event.type === 'attempt.failed') return [event.unit, event.failure]
  return event.type === 'effect.deferred' ? [effectOwner(event.effect), event.failure] : undefined
}

/** It goes on by itself once that was mended; until then nothing else helps. */
export function troubleNeeds(
  state: State,
  unit: Unit,
  trouble: Trouble | undefined,
): readonly Need[] {
  if (!trouble?.needsPerson || unit.wait === null) return []
  const why = `${firstLine(trouble.summary)}; mend that: it is tried again at ${unit.wait.until}`
  return [{ name: callName(state, unit), why, command: undefined }]
}

export const firstLine = (text: string) => text.split('\n', 1)[0]!
