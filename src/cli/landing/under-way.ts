// Branches that an open run is landing already: ordered once more, they would land twice.

import { DiagnosticError, error } from '../../base/diagnostic.ts'
import type { Engine } from '../../engine/engine.ts'
import { orderOf } from '../../engine/house.ts'
import { eachKey } from '../../kernel/structure/keys.ts'
import { rowAt } from '../../kernel/structure/rows.ts'
import { isTerminal } from '../../kernel/unit.ts'
import { unitsOf } from '../runs/find.ts'
import type { LandingUnit } from './preflight.ts'

export function refuseUnderWay({ ledger, house }: Engine, units: readonly LandingUnit[]): void {
  const { state } = ledger
  const open = [...eachKey(state.openRuns)]
    .flatMap(each => unitsOf(state, rowAt(state.runs, each)))
    .filter(each => each.spec.kind === 'branch' && each.spec.brief !== undefined)
    .filter(each => !isTerminal(each))
  const underWay = new Map(open.map(each => [orderOf(house, each).source?.commit, each]))
  const problems = units.flatMap(({ branch, tip }) => {
    const unit = underWay.get(tip)
    if (!unit) return []
    return error('land/under-way', `${branch} is being landed by ${unit.run}, which is open`, {
      fix: `fixpoint run goes on with it, fixpoint cancel run:${unit.run} ends it`,
    })
  })
  if (problems.length > 0) throw new DiagnosticError(problems)
}
