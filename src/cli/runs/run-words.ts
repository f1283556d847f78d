// What a list of runs says of each beside how far it is: what it was for, and where its work went. Reads the journal alone.

import type { Order } from '../../contract/order.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Run, State } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { unitsOf } from './find.ts'

export interface RunWords {
  /** Of its only unit; null where it has more, or none has a title. */
  readonly title: string | null
  /** Null where nothing has landed, or where the run is not over. */
  readonly delivery: string | null
}

export function runWords(root: string, state: State, run: Run): RunWords {
  const [only, ...others] = unitsOf(state, run)
  const brief = others.length === 0 ? only?.spec.brief : undefined
  return {
    title: brief === undefined ? null : titleIn(root, brief),
    delivery: run.landed === 0 || run.status === 'open' ? null : deliveryOf(state, run),
  }
}

function titleIn(root: string, brief: string): string | null {
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  if (!artifacts.has(brief)) return null
  return (JSON.parse(artifacts.read(brief).toString('utf8')) as Order).title
}

/** Where a person took the branch by hand the journal does not know it. */
function deliveryOf({ deliveries }: State, { id, policy, deliveries: own }: Run): string {
  const last = own.length === 0 ? undefined : findRow(deliveries, own.at(-1)!)
  if (last?.status === 'conflicted') return `not delivered${last.why ? `: ${last.why}` : ''}`
  if (last?.how === 'ff' && last.status === 'merged')
    return `delivered${policy.target ? ` to ${policy.target}` : ''}`
  return `left on fixpoint/${id}`
}
