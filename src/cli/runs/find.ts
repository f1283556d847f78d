// Which run or unit of the journal a word means. A unit is named by its own name in the newest run that has it, or as RUN/NAME.

import { refuse } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { readAddress } from '../../contract/address.ts'
import type { Run, State, Unit } from '../../kernel/model.ts'
import { findRow, rowAt, rowsOf } from '../../kernel/structure/rows.ts'
import { branchUnitName } from '../../work/branch.ts'

export function findRun(state: State, word: string | undefined): Run {
  const runs = rowsOf(state.runs)
  const id = word?.replace(/^run:/, '')
  const found = id === undefined ? runs.at(-1) : findRow(state.runs, id)
  if (found) return found
  if (id === undefined)
    return refuse('run/none', 'nothing has run in this project yet', {
      fix: 'fixpoint run UNIT.md starts a run',
    })
  return refuse('run/unknown', `there is no run ${id}`, {
    fix:
      didYouMean(
        id,
        runs.map(each => each.id),
      ) ?? 'fixpoint runs lists them',
  })
}

export function findUnit(state: State, word: string): Unit {
  return (
    unitIn(state, word) ??
    refuse('unit/unknown', `no run has a unit ${word}`, {
      fix: didYouMean(word, namesIn(state)) ?? 'fixpoint show run:ID lists the units of a run',
    })
  )
}

export function unitIn(state: State, word: string): Unit | undefined {
  const units = rowsOf(state.units)
  return (
    findRow(state.units, word) ??
    units.findLast(({ spec }) => spec.name === word) ??
    (isResource(word) ? undefined : branchUnit(units, branchUnitName(word)))
  )
}

/** A branch that was landed is called by its own name too, unless a resource could be meant. */
const branchUnit = (units: readonly Unit[], name: string) =>
  units.findLast(({ spec }) => spec.kind === 'branch' && spec.name === name)

const isResource = (word: string) => readAddress(word).some(each => each.kind === 'resource')

export const unitsOf = (state: State, run: Run): readonly Unit[] =>
  run.units.map(order => rowAt(state.units, order))

const namesIn = (state: State) => [...new Set(rowsOf(state.units).map(each => each.spec.name))]
