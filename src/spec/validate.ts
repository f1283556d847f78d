// What holds between the parts of a spec: every address exists, once, and nothing depends on itself.

import { cycleText, findCycles } from '../base/cycles.ts'
import { type Diagnostic, error, type Location } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import type { Reference } from './decode.ts'
import type { Resource, Spec } from './model.ts'

type Known = ReadonlyMap<string, Resource>

export function validateSpec(spec: Spec, references: readonly Reference[]): readonly Diagnostic[] {
  const known = new Map(spec.resources.map(each => [each.address, each]))
  return [
    ...twice(spec.resources),
    ...references.flatMap(reference => dangling(reference, known)),
    ...cycles(spec.resources, references),
    ...moves(spec, known),
    ...removals(spec, known),
  ]
}

function twice(resources: readonly Resource[]): Diagnostic[] {
  const first = new Map<string, Location>()
  return resources.flatMap(({ address, at }) => {
    const before = first.get(address)
    if (!before) first.set(address, at)
    const fix = `keep one; the first is at ${before?.file}:${before?.line}`
    return before ? [error('spec/duplicate', `${address} is declared twice`, { at, fix })] : []
  })
}

function dangling({ from, to, verb, at }: Reference, known: Known): Diagnostic[] {
  if (known.has(to)) return []
  const fix = didYouMean(to, known.keys()) ?? `declare ${to} or remove it`
  return [error('spec/dangling', `${from} ${verb} ${to}, which is not declared`, { at, fix })]
}

function cycles(resources: readonly Resource[], references: readonly Reference[]): Diagnostic[] {
  const paths = findCycles(new Map(resources.map(each => [each.address, each.dependsOn])))
  return paths.map(path =>
    error('spec/cycle', `dependencies go in a circle: ${cycleText(path)}`, {
      at: references.find(each => each.from === path[0] && each.to === path[1])?.at,
      fix: 'remove one of these depends_on',
    }),
  )
}

function moves({ moved }: Spec, known: Known): Diagnostic[] {
  const sources = new Map(moved.map(each => [each.from, each]))
  const problems = moved.flatMap(({ from, to, at }) => {
    const found: Diagnostic[] = []
    if (sources.get(from)!.at !== at)
      found.push(error('spec/moved', `${from} is moved twice`, { at }))
    if (known.has(from))
      found.push(
        error('spec/moved', `${from} is moved away and still declared`, {
          at,
          fix: 'remove one of them',
        }),
      )
    if (!known.has(to) && !sources.has(to)) {
      const fix = didYouMean(to, known.keys())
      found.push(
        error('spec/moved', `${from} is moved to ${to}, which is not declared`, { at, fix }),
      )
    }
    return found
  })
  const circles = findCycles(new Map(moved.map(({ from, to }) => [from, [to]])))
  return [
    ...problems,
    ...circles.map(path =>
      error('spec/moved', `moves go in a circle: ${cycleText(path)}`, {
        at: sources.get(path[0]!)?.at,
      }),
    ),
  ]
}

function removals({ removed }: Spec, known: Known): Diagnostic[] {
  return removed
    .filter(({ address }) => known.has(address))
    .map(({ address, at }) =>
      error('spec/removed', `${address} is listed as removed and still declared`, {
        at,
        fix: 'remove one of them',
      }),
    )
}
