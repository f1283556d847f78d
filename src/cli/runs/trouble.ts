// What a unit or a delivery waits out: the last failure of the world, as the log has it, and whether a person must mend something first. Read
// only where one waits for that.

import { effectOwner } from '../../base/ids.ts'
import { needsMending } from '../../engine/asides.ts'
import { readHistory } from '../../engine/history.ts'
import type { Event } from '../../kernel/event.ts'
import type { Delivery, Failure, Run, State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { programName } from '../version.ts'
import { callName, type Need } from './needs-person.ts'

export interface Trouble {
  readonly summary: string
  /** Whether it is one of the configuration, which no waiting ends. */
  readonly needsPerson: boolean
  /** Nothing that is mended reaches the run that waits. */
  readonly isLasting: boolean
}

type Owner = Pick<Unit | Delivery, 'id' | 'wait'>

/** By the id of whoever waits; those that wait for nothing of the kind are left out. */
export async function troublesOf(
  root: string,
  owners: readonly Owner[],
): Promise<ReadonlyMap<string, Trouble>> {
  const waiting = new Set(owners.filter(each => each.wait?.why === 'infrastructure').map(idOf))
  const found = new Map<string, Trouble>()
  if (waiting.size === 0) return found
  const { entries } = await readHistory(root, { program: programName })
  for (const { event } of entries) {
    const [owner, failure] = failureIn(event) ?? []
    if (owner === undefined || !waiting.has(owner)) continue
    const { summary, isLasting = false } = failure!
    found.set(owner, { summary, isLasting, needsPerson: needsMending(root, owner, summary) })
  }
  return found
}

const idOf = ({ id }: Owner) => id

/** What a step of the log says failed, of whom. */
export function failureIn(event: Event): readonly [owner: string, failure: Failure] | undefined {
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
  const name = callName(state, unit)
  const again = `it is tried again at ${unit.wait.until}`
  const what = firstLine(trouble.summary)
  if (trouble.isLasting)
    return [{ name, why: `${what}; ${again}, alike`, command: `fixpoint cancel ${name}` }]
  return [{ name, why: `${what}; mend that: ${again}`, command: undefined }]
}

/** What landed is not where it was wanted yet, and gets there by itself. */
export function deliveryTrouble(
  { deliveries }: State,
  run: Run,
  troubles: ReadonlyMap<string, Trouble>,
): string | undefined {
  const last = findRow(deliveries, run.deliveries.at(-1) ?? '')
  if (!last?.wait) return undefined
  const trouble = troubles.get(last.id)
  const why = trouble === undefined ? '' : `: ${firstLine(trouble.summary)}`
  return `its delivery is tried again at ${last.wait.until}${why}`
}

export const firstLine = (text: string) => text.split('\n', 1)[0]!
