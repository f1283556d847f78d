// Which landings carry what had landed on the line of another run: a line that was landed as a branch is on its target as one commit, with
// everything that stood on the line. Only looks.

import type { Order } from '../contract/order.ts'
import type { Artifacts } from '../journal/artifacts.ts'
import type { State, Unit } from '../kernel/model.ts'
import { rowsOf } from '../kernel/structure/rows.ts'
import type { History } from '../workspace/history.ts'

export interface Carrier {
  readonly unit: Unit
  readonly commit: string
  /** On the line already, before it was carried. */
  readonly wasTakenBack: boolean
}

export interface Carried {
  readonly state: State
  readonly artifacts: Artifacts
  /** Of the branch that may hold what was carried. */
  readonly history: History
  /** Of the tip of a line that was landed as a branch. */
  readonly lineOf: (tip: string) => Promise<History>
}

export async function carriersOf(
  { state, artifacts, history, lineOf }: Carried,
  unit: Unit,
): Promise<readonly Carrier[]> {
  const carriers: Carrier[] = []
  const branches = rowsOf(state.units).filter(
    each => each.order > unit.order && isLandedBranch(each) && history.holds(each.commit!),
  )
  for (const branch of branches) {
    const { source } = JSON.parse(artifacts.read(branch.spec.brief!).toString('utf8')) as Order
    const line = source && (await lineOf(source.commit))
    if (line?.holds(unit.commit!)) {
      const wasTakenBack = line.isTakenBack(unit.commit!)
      carriers.push({ unit: branch, commit: branch.commit!, wasTakenBack })
    }
  }
  return carriers
}

/** Nobody took it back: not on the line, not with what carried it, and not by itself. */
export const stands = ({ history }: Carried, unit: Unit, { commit, wasTakenBack }: Carrier) =>
  !wasTakenBack && !history.isTakenBack(commit) && !history.isTakenBack(unit.commit!)

const isLandedBranch = ({ status, commit, spec }: Unit): boolean =>
  spec.kind === 'branch' && status === 'landed' && commit !== null && spec.brief !== undefined
