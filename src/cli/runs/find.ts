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
  return refuseRun(state, id)
}

function refuseRun(state: State, id: string): never {
  const runs = rowsOf(state.runs).map(each => each.id)
  const unit = unitIn(state, id)
  return refuse('run/unknown', `there is no run ${id}`, {
    fix: unit
      ? `${unit.id} is a unit, of run:${unit.run}`
      : (didYouMean(id, runs) ?? 'fixpoint runs lists them'),
  })
}

export function findUnit(state: State, word: string): Unit {
  return unitIn(state, word) ?? refuseUnit(state, word)
}

/** What is written like a run is spoken of as one. */
function refuseUnit(state: State, word: string): never {
  const id = word.replace(/^run:/, '')
  const run = findRow(state.runs, id)
  if (run)
    return refuse('unit/unknown', `${id} is a run, and a unit is wanted`, {
      fix: `one of ${unitsOf(state, run)
        .map(each => each.id)
        .join(', ')}`,
    })
  if (isRunLike(word)) return refuseRun(state, id)
  const latest = rowsOf(state.runs).at(-1)
  return refuse('unit/unknown', `no run has a unit ${word}`, {
    fix:
      didYouMean(word, namesIn(state)) ??
      (latest
        ? `fixpoint show run:${latest.id} lists those of the latest run`
        : 'fixpoint run UNIT.md starts a run'),
  })
}

/** `r9`, `run:r9`, or `packages-api-r9` of a project below the top of its repository. */
export const isRunLike = (word: string): boolean => /^(run:.+|([A-Za-z0-9]+-)*r\d+)$/.test(word)

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
