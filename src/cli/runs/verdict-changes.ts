// What became of each resource between the base of a run and its tip, from the verdicts that the run has kept.

import type { Status } from '../../contract/level.ts'
import { type Verdicts, verdictsSchema } from '../../contract/verdicts.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Evaluation } from '../../kernel/model.ts'

export interface VerdictChange {
  readonly address: string
  readonly before: Status
  readonly after: Status
}

export function verdictChanges(
  root: string,
  evaluation: Evaluation | null,
): readonly VerdictChange[] {
  if (evaluation === null) return []
  const [before, after] = [evaluation.before, evaluation.after].map(hash => readKept(root, hash))
  const known = new Map(before!.resources.map(each => [each.address, each.status]))
  return after!.resources
    .map(({ address, status }) => ({
      address,
      before: known.get(address) ?? status,
      after: status,
    }))
    .filter(each => each.before !== each.after)
}

function readKept(root: string, hash: string): Verdicts {
  const kept = openArtifacts(layoutOf(journalFolder(root)).artifacts, true).read(hash)
  return verdictsSchema.parse(JSON.parse(kept.toString('utf8')))
}

export const changeLines = (changes: readonly VerdictChange[]): readonly string[] =>
  changes.map(each => `  ${each.address}  ${each.before} → ${each.after}`)
