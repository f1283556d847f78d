// What is wrong with the graph of a run: a name twice, a need that is unknown, itself, in a later gate, or part of a circle.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { GateSpec } from '../event.ts'
import type { UnitSpec } from '../model.ts'

/** `known` holds the units that are there already, with their gates. */
export function graphProblems(
  units: readonly UnitSpec[],
  gates: readonly GateSpec[],
  known: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  return [
    ...doubles(
      'gate',
      gates.map(gate => gate.name),
      new Map(),
    ),
    ...gates.flatMap((gate, index) => gateNeedProblems(gate, gates.slice(0, index))),
    ...doubles(
      'unit',
      units.map(unit => unit.name),
      known,
    ),
    ...units.flatMap(unit => gateProblems(unit, gates)),
    ...needProblems(units, gates, known),
    ...circles(units),
  ]
}

function doubles(
  kind: string,
  names: readonly string[],
  known: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const seen = new Set(known.keys())
  const twice = new Set(names.filter(name => seen.has(name) || !seen.add(name)))
  return [...twice].map(name => error(`${kind}-twice`, `${name} is declared more than once`))
}

function gateNeedProblems(gate: GateSpec, before: readonly GateSpec[]): readonly Diagnostic[] {
  if (gate.after === undefined || before.some(each => each.name === gate.after)) return []
  return [
    error(
      'gate-unknown',
      `gate ${gate.name} comes after ${gate.after}, which is not declared before it`,
    ),
  ]
}

function gateProblems(unit: UnitSpec, gates: readonly GateSpec[]): readonly Diagnostic[] {
  const names = gates.map(gate => gate.name)
  if (unit.gate === undefined || names.includes(unit.gate)) return []
  const fix = didYouMean(unit.gate, names)
  return [
    error('gate-unknown', `${unit.name} belongs to gate ${unit.gate}, which is not declared`, {
      fix,
    }),
  ]
}

function needProblems(
  units: readonly UnitSpec[],
  gates: readonly GateSpec[],
  known: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const gateOf = new Map([...known, ...units.map(unit => [unit.name, unit.gate ?? ''] as const)])
  const place = new Map(gates.map((gate, index) => [gate.name, index]))
  return units.flatMap(unit =>
    unit.after.flatMap(need => {
      if (need === unit.name) return [error('unit-needs-itself', `${need} needs itself`)]
      if (!gateOf.has(need)) return [unknownNeed(unit, need, gateOf.keys())]
      const isLater =
        (place.get(gateOf.get(need)!) ?? -1) > (place.get(unit.gate ?? '') ?? Infinity)
      return isLater
        ? [error('unit-needs-later', `${unit.name} needs ${need}, which belongs to a later gate`)]
        : []
    }),
  )
}

function unknownNeed(unit: UnitSpec, need: string, names: Iterable<string>): Diagnostic {
  return error('unit-unknown', `${unit.name} needs ${need}, which is not there`, {
    fix: didYouMean(need, names),
  })
}

/** Each circle once, with its units in order. Walks with a stack of its own, because a chain may be long. */
function circles(units: readonly UnitSpec[]): readonly Diagnostic[] {
  const needs = new Map(units.map(unit => [unit.name, unit.after]))
  const isDone = new Set<string>()
  const problems: Diagnostic[] = []
  for (const unit of units) {
    const trail: { readonly name: string; next: number }[] = [{ name: unit.name, next: 0 }]
    const onTrail = new Map([[unit.name, 0]])
    for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
      const need = isDone.has(step.name) ? undefined : needs.get(step.name)?.[step.next++]
      if (need === undefined) {
        isDone.add(step.name)
        onTrail.delete(step.name)
        trail.pop()
      } else if (onTrail.has(need)) {
        if (need !== step.name) problems.push(circle(trail.slice(onTrail.get(need)), need))
      } else if (!isDone.has(need) && needs.has(need)) {
        onTrail.set(need, trail.length)
        trail.push({ name: need, next: 0 })
      }
    }
  }
  return problems
}

function circle(trail: readonly { readonly name: string }[], back: string): Diagnostic {
  const names = [...trail.map(each => each.name), back].join(' → ')
  return error('unit-circle', `${names} is a circle`)
}
