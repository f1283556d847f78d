// What a list of runs says of each beside how far it is: what it was for, and where its work went.

import type { Order } from '../../contract/order.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Run, State } from '../../kernel/model.ts'
import { unitsOf } from './find.ts'
import type { Taking } from './taking.ts'
import { deliveryTrouble, type Trouble } from './trouble.ts'

export interface RunWords {
  /** Of its only unit; null where it has more, or none has a title. */
  readonly title: string | null
  /** Null where nothing has landed, or where the run is not over and no delivery waits for its next try. */
  readonly delivery: string | null
}

export function runWords(
  root: string,
  state: State,
  run: Run,
  taking: Taking | undefined,
  troubles: ReadonlyMap<string, Trouble>,
): RunWords {
  const [only, ...others] = unitsOf(state, run)
  const brief = others.length === 0 ? only?.spec.brief : undefined
  return {
    title: brief === undefined ? null : titleIn(root, brief),
    delivery: deliveryTrouble(state, run, troubles) ?? deliveryText(taking, run),
  }
}

function titleIn(root: string, brief: string): string | null {
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  if (!artifacts.has(brief)) return null
  return (JSON.parse(artifacts.read(brief).toString('utf8')) as Order).title
}

function deliveryText(taking: Taking | undefined, { id }: Run): string | null {
  switch (taking?.kind) {
    case undefined:
      return null
    case 'there':
      return `delivered to ${taking.target}${taking.by === undefined ? '' : ` by ${taking.by}`}`
    case 'undone':
      return 'taken back before it was delivered'
    case 'unknown':
      return `where it is could not be looked at: ${taking.why}`
    case 'gone':
      return `${taking.out === undefined ? '' : `${taking.out}; `}its branch fixpoint/${id} was cleared away`
    case 'open':
      return taking.isWanted ? 'not delivered' : `left on fixpoint/${id}`
  }
}
