// Journals of every version, and what they must lead to. A journal is a file of events, one on a line; beside it stands what was
// reached when it was recorded. Journals are never rewritten: a version that cannot replay them cannot be released.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../src/base/hash.ts'
import { canonicalJson } from '../../src/base/json.ts'
import type { Event } from '../../src/kernel/event.ts'
import { fold } from '../../src/kernel/evolve.ts'
import type { State } from '../../src/kernel/model.ts'
import { emptyState } from '../../src/kernel/policy.ts'
import { summary } from '../../src/kernel/summary.ts'

export interface Golden {
  /** Name of the journal below test/replay/journals. */
  readonly journal: string
  readonly kernel: number
  readonly behaviour: number
  readonly events: number
  /** Of the whole state; it says something only to a kernel with the same shape of state. */
  readonly state: string
  /** Of what a person sees: it holds for every later version. */
  readonly summary: string
}

export const folder = join(import.meta.dirname, 'journals')

export function readJournal(name: string): readonly Event[] {
  const text = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Event)
}

export function stateAfter(events: readonly Event[]): State {
  return fold(emptyState('sim'), events)
}

export function hashes(state: State): Pick<Golden, 'state' | 'summary'> {
  return {
    state: sha256(canonicalJson(state)),
    summary: sha256(canonicalJson(summary(state, state.at))),
  }
}
