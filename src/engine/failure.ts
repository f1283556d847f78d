// From what a judge says to what the kernel keeps: evidence becomes an artifact, a signature a short hash.

import { sha256 } from '../base/hash.ts'
import type { Veto } from '../checks/judges/model.ts'
import type { Artifacts } from '../journal/artifacts.ts'
import type { Failure } from '../kernel/model.ts'

/** The first veto names the class; what the others say is told with it. */
export function failureOf(vetoes: readonly [Veto, ...Veto[]], artifacts: Artifacts): Failure {
  const [first] = vetoes
  const evidence = vetoes.flatMap(each => each.evidence).filter(each => each !== '')
  return {
    class: first.class,
    summary: vetoes.map(each => each.summary).join('; '),
    signature: sha256(vetoes.map(each => each.signature).join('\n')).slice(0, 16),
    ...(evidence.length > 0 && { details: evidence.map(each => artifacts.put(each)) }),
  }
}

export const isSome = (vetoes: readonly Veto[]): vetoes is readonly [Veto, ...Veto[]] =>
  vetoes.length > 0
