// `run --continue`: another chance for what ended without landing in the latest run. What a person has to decide first is left out, by name
// and with the command: what stopped on a repeated failure, and what was changed since it was ordered.

import {
  type Diagnostic,
  DiagnosticError,
  refuse,
  renderDiagnostic,
  warning,
} from '../../base/diagnostic.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Ledger, Request } from '../../engine/ledger.ts'
import type { Run, State, Unit } from '../../kernel/model.ts'
import { isRunParked } from '../../kernel/standstill.ts'
import { findRow, rowAt, rowsOf } from '../../kernel/structure/rows.ts'
import { summary } from '../../kernel/summary.ts'
import { isBad, isTerminal } from '../../kernel/unit.ts'
import type { World } from '../world.ts'
import { type Changed, changedSince } from './changed-since.ts'
import { changedWarnings, leftOutText } from './changed-text.ts'
import { isDriven } from './driving.ts'
import { findRun, unitsOf } from './find.ts'
import { lookAhead } from './looking-ahead.ts'
import { needsOf } from './needs-person.ts'

export interface Continued {
  readonly run: string
  /** They are the refusal where nothing else is there to be continued. */
  readonly leftOut: readonly Diagnostic[]
  /** What the run lacks, which was told. */
  readonly told: readonly Diagnostic[]
}

export async function continueLatest(
  { ledger, house }: Pick<Engine, 'ledger' | 'house'>,
  overrides: boolean,
  world: World,
): Promise<Continued> {
  const { id, units } = findRun(ledger.state, undefined)
  const ended = units.map(order => rowAt(ledger.state.units, order)).filter(isRoot)
  if (ended.length === 0) refuseNothing(ledger.state, id, world.now())
  const changed = await changedSince(house.root, ledger.state, ended, world)
  const leftOut = ended.flatMap(unit => leftOutOf(unit, changed.get(unit.id), overrides))
  if (leftOut.length === ended.length)
    throw new DiagnosticError(leftOut.map(each => ({ ...each, severity: 'error' })))
  const words = overrides ? 'fixpoint run --continue --override' : 'fixpoint run --continue'
  const signed = { by: world.user, reason: words }
  const isStuck = ({ stop }: Unit) => stop === 'signature'
  const wanted = ended.filter(each => !changed.has(each.id) && (overrides || !isStuck(each)))
  const told = await beforeGoingOn(house.root, ledger.state, { run: id, wanted, leftOut }, world)
  if (changed.size === 0 && !ended.every(isStuck))
    await send(ledger, { type: 'continue', run: id, ...signed })
  for (let unit = nextOf(ledger, wanted); unit; unit = nextOf(ledger, wanted))
    await send(ledger, { type: 'retry', unit: unit.id, override: isStuck(unit), ...signed })
  return { run: id, leftOut, told }
}

/** What will be worked on by the orders of then, and what that lacks: nothing is said to the journal before. */
async function beforeGoingOn(
  root: string,
  state: State,
  { run, wanted, leftOut }: Omit<Continued, 'told'> & { readonly wanted: readonly Unit[] },
  world: World,
): Promise<readonly Diagnostic[]> {
  const causes = new Set(wanted.map(each => each.id))
  const units = unitsOf(state, findRow(state.runs, run)!)
  const open = units.filter(each => !isTerminal(each))
  const goesOn = units.filter(each => isBad(each) && causes.has(each.cause ?? each.id))
  const changed = await changedWarnings(root, state, [...open, ...goesOn], world)
  for (const each of [...leftOut, ...changed])
    await world.stderr.write(`Warning: ${renderDiagnostic(each)}\n`)
  return lookAhead(root, state, goesOn, world)
}

/** The latest run where it is open and moves by itself: whatever of it had ended was given its chance, so that it only has to go on. */
export function goesOnAlready({ ledger: { state } }: Pick<Engine, 'ledger'>, now: string) {
  const run = findRun(state, undefined)
  const isIdle = run.status !== 'open' || unitsOf(state, run).some(isRoot)
  return isIdle || isRunParked(state, run, now) ? undefined : run.id
}

/** What ended by itself, not because of another, and is in nobody's hands. */
const isRoot = (unit: Unit): boolean => isBad(unit) && unit.cause === null && !unit.opened

function leftOutOf(unit: Unit, changed: Changed | undefined, overrides: boolean): Diagnostic[] {
  if (changed) {
    const { message, fix } = leftOutText(changed, unit)
    return [warning('run/changed', message, { fix })]
  }
  if (unit.stop !== 'signature' || overrides) return []
  const message = `${unit.id} failed the same way twice, and is left out`
  const fix = `fixpoint retry ${unit.id} --override && fixpoint run; or all of them: fixpoint run --continue --override`
  return [warning('run/left-out', message, { fix })]
}

async function send(ledger: Ledger, request: Request): Promise<void> {
  const sent = await ledger.send(request)
  if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
}

/** What a unit needs gets its chance first; where that was left out, the unit has none. */
function nextOf({ state }: Ledger, wanted: readonly Unit[]): Unit | undefined {
  return wanted
    .map(each => findRow(state.units, each.id)!)
    .find(each => isRoot(each) && !each.needs.some(need => isBad(rowAt(state.units, need))))
}

function refuseNothing(state: State, id: string, now: string): never {
  const nothing = `nothing of ${id} ended without landing`
  const open = rowsOf(state.runs).filter(each => each.status === 'open')
  const run = open.find(each => each.id === id) ?? open[0]
  if (!run) return refuse('run/nothing', nothing, { fix: 'fixpoint run UNIT.md starts another' })
  const { why, fix } = openText(state, run, now)
  const who = run.id === id ? 'it' : run.id
  return refuse('run/nothing', `${nothing}; ${who} is open${why}`, { fix })
}

function openText(state: State, run: Run, now: string) {
  const isParked = summary(state, now).runs.find(each => each.run === run.id)?.isParked
  if (!isParked) return { why: '', fix: isDriven(state) ? 'fixpoint watch' : 'fixpoint run' }
  const need = needsOf(state, run, now).find(each => each.command !== undefined)
  return { why: ' and waits for a person', fix: need?.command ?? `fixpoint show run:${run.id}` }
}
