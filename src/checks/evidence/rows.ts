// Evidence beside what people decided: which verdict holds for each resource when locks and marks stand over evidence. The same for the
// checkout and for the tip of a run.

import type { Codebase } from '../../code/codebase.ts'
import type { Evidence } from '../../evidence/weigh.ts'
import type { ReportRow } from '../../plan/views/report-row.ts'
import type { Resource } from '../../spec/model.ts'
import { digestOf } from '../../state/digest.ts'
import { addressOf, type State } from '../../state/read.ts'
import type { Reading, Recorded } from '../../state/record.ts'

/** `root` holds the files that marks were made about. */
export function readingsOf(
  resources: readonly Resource[],
  evidence: readonly Evidence[],
  state: State,
  root: string,
  apart: Codebase['apart'] = () => undefined,
): readonly Reading[] {
  const entries = new Map(state.resources.map(each => [addressOf(each), each]))
  return resources.map((resource, index) => {
    const entry = entries.get(resource.address)
    const markDigest =
      entry?.mark_digest === undefined ? undefined : digestOf(root, entry.files ?? [])
    const named = [...resource.files, ...resource.tests, ...(entry?.files ?? [])]
    const unread = named.map(apart).find(each => each !== undefined)
    return { resource, evidence: evidence[index]!, markDigest, unread }
  })
}

export function rowsOf(
  readings: readonly Reading[],
  { kept, changes }: Recorded,
): readonly ReportRow[] {
  const guards = new Map(kept.map(each => [each.address, each]))
  const before = new Map(changes.map(each => [each.address, each.from]))
  return readings.map(({ resource, evidence }) => {
    const guard = guards.get(resource.address)
    const status = guard?.status ?? evidence.status
    return {
      evidence,
      status,
      recorded: before.get(resource.address) ?? status,
      weight: resource.weight,
      keptBy: guard?.by,
    }
  })
}
