// What in a run waits for a person, and the exact command that moves it on.

import type { Opened, Run, State, Unit } from '../../kernel/model.ts'
import { inTheWay, isStuck } from '../../kernel/standstill.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { type Reason, whyWaiting } from '../../kernel/why.ts'
import { unitIn, unitsOf } from './find.ts'
import { reasonText } from './reason-text.ts'

export interface Need {
  /** As the commands call it: a unit, or the run. */
  readonly name: string
  readonly why: string
  /** Undefined where no command of this version helps. */
  readonly command: string | undefined
}

export function needsOf(state: State, run: Run, now: string): readonly Need[] {
  const needs = unitsOf(state, run).flatMap(unit => needsOfUnit(state, unit, now))
  if (run.isPaused) needs.unshift(pauseNeed({ kind: 'run', run: run.id }, '', ''))
  const gates = run.gates.flatMap((id): Need[] => {
    const gate = findRow(state.gates, id)!
    if (gate.status !== 'awaiting_review') return []
    return [
      { name: `gate ${gate.name}`, why: 'awaits review', command: `fixpoint show run:${run.id}` },
    ]
  })
  return distinct([...needs, ...gates])
}

/** Also of a unit that has ended: while somebody has it, nobody else may say what becomes of it. */
const openNeed = (name: string, { by }: Opened): Need => ({
  name,
  why: `${by} works on it by hand`,
  command: `fixpoint open ${name} --take`,
})

export const pausedProject: Need = {
  name: 'the project',
  why: 'is paused: nothing new starts',
  command: 'fixpoint resume',
}

/** The short name where it means this unit, else the whole one. */
export const callName = (state: State, { id, spec }: Unit): string =>
  unitIn(state, spec.name)?.id === id ? spec.name : id

export function needsOfUnit(state: State, unit: Unit, now: string): Need[] {
  const reason = whyWaiting(state, unit, now)
  const name = callName(state, unit)
  if (unit.opened) return [openNeed(name, unit.opened)]
  const why = reasonText(reason)
  switch (reason.kind) {
    case 'human':
      return [{ name, why: reason.question, command: wayOn(unit, name) }]
    case 'review':
      return [{ name, why, command: `fixpoint accept ${name}` }]
    case 'pause':
      return [pauseNeed(reason.scope, name, why)]
    case 'budget':
      return [{ name, why, command: undefined }]
    case 'claim':
    case 'limit':
      return inTheWay(state, reason).flatMap(each => holderNeeds(state, each, unit, now))
    default:
      return []
  }
}

/** Of a unit of another run, where only a person moves it on; those of the same run are told of themselves. */
function holderNeeds(state: State, holder: Unit, waiting: Unit, now: string): Need[] {
  if (holder.run === waiting.run || !isStuck(state, holder, now)) return []
  const reason = whyWaiting(state, waiting, now)
  const what = reason.kind === 'claim' ? reason.held : 'a slot'
  const held = `holds ${what}, which ${callName(state, waiting)} waits for`
  const name = callName(state, holder)
  const ways = needsOfUnit(state, holder, now)
  if (ways.length > 0) return ways.map(each => ({ ...each, why: `${held}: ${each.why}` }))
  const why = `${held}: ${reasonText(whyWaiting(state, holder, now))}`
  return [{ name, why, command: `fixpoint show run:${holder.run}` }]
}

/** A question wants an answer; what failed for good wants another chance, or to be left out; what lasts as long as its run, an end. */
export function wayOn({ stop }: Unit, name: string): string {
  if (stop === 'lasting') return `fixpoint cancel ${name}`
  if (stop === 'agent') return `fixpoint answer ${name} "…"`
  return stop === 'signature' ? `fixpoint retry ${name} --override` : `fixpoint retry ${name}`
}

function pauseNeed(
  scope: Extract<Reason, { kind: 'pause' }>['scope'],
  name: string,
  why: string,
): Need {
  if (scope.kind === 'project') return pausedProject
  if (scope.kind === 'run')
    return { name: scope.run, why: 'is paused', command: `fixpoint resume run:${scope.run}` }
  return { name, why, command: `fixpoint resume ${name}` }
}

/** One pause holds many units. */
const distinct = (needs: readonly Need[]) => [
  ...new Map(needs.map(each => [`${each.name} ${each.command}`, each])).values(),
]
