// Evidence beside what people decided: which verdict holds for each resource when locks and marks stand over evidence. The same for the
// checkout and for the tip of a run.

import type { Evidence } from '../../evidence/weigh.ts'
import type { ReportRow } from '../../plan/views/report.ts'
import type { Resource } from '../../spec/model.ts'
import { entryOf } from '../../state/change.ts'
import { digestOf } from '../../state/digest.ts'
import type { State } from '../../state/read.ts'
import type { Reading, Recorded } from '../../state/record.ts'

/** `root` holds the files that marks were made about. */
export function readingsOf(
  resources: readonly Resource[],
  evidence: readonly Evidence[],
  state: State,
  root: string,
): readonly Reading[] {
  return resources.map((resource, index) => {
    const entry = entryOf(state, resource.address)
    const markDigest =
      entry?.mark_digest === undefined ? undefined : digestOf(root, entry.files ?? [])
    return { resource, evidence: evidence[index]!, markDigest }
  })
}

export function rowOf({ resource, evidence }: Reading, { kept }: Recorded): ReportRow {
  const guard = kept.find(each => each.address === resource.address)
  return {
    evidence,
    status: guard?.status ?? evidence.status,
    weight: resource.weight,
    keptBy: guard?.by,
  }
}
