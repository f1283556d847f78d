// Two changes that do not go together, as evidence: each path with what git says of it, and the text with its markers.

import type { Failure } from '../../kernel/model.ts'
import type { Conflict } from '../../workspace/candidate.ts'
import type { House } from '../house.ts'

export function conflictFailure(
  { artifacts }: Pick<House, 'artifacts'>,
  conflicts: readonly Conflict[],
  what: string,
): Failure {
  const paths = [...new Set(conflicts.map(each => each.path))]
  return {
    class: 'candidate_failed',
    summary: `${what} in ${paths.join(', ')}`,
    details: conflicts.map(each => artifacts.put(conflictText(each))),
  }
}

/** Journals keep the words; a check that fails of two together is of the same class. */
export const isConflict = ({ class: kind, summary }: Failure): boolean =>
  kind === 'candidate_failed' && / conflicts with what (landed|stands) /.test(summary)

const conflictText = ({ path, kind, message, markers }: Conflict) =>
  [`${path} (${kind})`, message, ...(markers === undefined ? [] : [markers])].join('\n')
