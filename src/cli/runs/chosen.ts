// Which of the units that were named a run works on: those that --only wants with what they need, without what landed before and is in the
// base, and without what is under way in an open run. Everything that can be known of them is checked here, before anything starts.

import { DiagnosticError, error, refuse } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { type Landing, readLandings } from '../../engine/landed-before.ts'
import { readOpenUnits } from '../../engine/open-units.ts'
import { type CompiledUnit, compileUnits } from '../../work/compile.ts'
import type { Project } from '../project.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'
import { refuseUnreachable } from './claimed-places.ts'
import { needFor } from './landed-before.ts'
import { readOffer } from './offer.ts'
import { refuseUnreadSymbols } from './symbol-claims.ts'
import type { ReadUnits } from './units.ts'

export interface Wish {
  /** Names of units; all when empty. */
  readonly only: readonly string[]
  /** Whether what was named is worked on also where it landed before. */
  readonly again: boolean
  readonly workers: number | undefined
}

export interface Chosen {
  readonly units: readonly CompiledUnit[]
  /** What landed before and is not worked on again, by name. */
  readonly left: ReadonlyMap<string, Landing>
  /** What landed before and is worked on again all the same. */
  readonly anew: ReadonlyMap<string, Landing>
  /** What is under way in an open run and not started again: the names of the runs, by the names of the units. */
  readonly open: ReadonlyMap<string, string>
}

export async function chooseUnits(
  project: Project,
  read: ReadUnits,
  wish: Wish,
  world: World,
): Promise<Chosen> {
  const offer = await readOffer(project, wish.workers)
  const landings = await landingsOf(project, read, world)
  const needs = new Map([...landings].map(([name, each]) => [name, needFor(name, each)]))
  const { units, problems: found } = compileUnits(read.units, offer, read.elsewhere, needs)
  const problems = [...read.problems, ...found]
  if (problems.length > 0) throw new DiagnosticError(problems)
  const files = new Map(read.units.map(({ file, unit }) => [unit.front.id ?? '', file]))
  await refuseUnreachable(project.root, units, files, world)
  await refuseUnreadSymbols(project.root, units, world)
  return choose(units, landings, await openOf(project, read, wish), wish)
}

/** Whoever wants it done again has it done beside. */
async function openOf({ root }: Project, { units }: ReadUnits, { again }: Wish) {
  const files = units.map(({ unit }) => [unit.front.id ?? '', unit] as const)
  return again
    ? new Map<string, string>()
    : readOpenUnits({ root, program: programName }, new Map(files))
}

/** Of what was named, of what lies beside it, and of what is needed and lies nowhere. */
function landingsOf({ root }: Project, { units, elsewhere }: ReadUnits, world: World) {
  const needed = units.flatMap(each => each.unit.front.depends_on ?? [])
  const files = new Map([
    ...needed.map(name => [name, undefined] as const),
    ...[...elsewhere].map(([name, { unit }]) => [name, unit] as const),
    ...units.map(({ unit }) => [unit.front.id ?? '', unit] as const),
  ])
  return readLandings({ root, program: programName, environment: world.environment }, files)
}

function choose(
  units: readonly CompiledUnit[],
  landings: ReadonlyMap<string, Landing>,
  open: ReadonlyMap<string, string>,
  { only, again }: Wish,
): Chosen {
  const names = new Set(units.map(each => each.plan.name))
  for (const name of only)
    if (!names.has(name))
      refuse('unit/unknown', `there is no unit ${name} among these`, {
        fix: didYouMean(name, [...names]),
      })
  const isHere = (name: string) => landings.get(name)?.stand === 'here'
  const named = only.length === 0 ? [...names] : only
  const isLeft = (name: string) => !again && (isHere(name) || open.has(name))
  const wanted = withNeeds(
    units,
    named.filter(each => !isLeft(each)),
    isHere,
  )
  refuseOpenNeeds(units, wanted, open)
  const chosen = units.filter(({ plan }) => wanted.has(plan.name))
  const asked = new Set([...named, ...chosen.flatMap(each => each.plan.after)])
  return {
    units: chosen.map(each => needing(each, wanted)),
    left: those(landings, name => isHere(name) && asked.has(name) && !wanted.has(name)),
    anew: those(landings, name => !isHere(name) && wanted.has(name)),
    open: new Map([...open].filter(([name]) => asked.has(name) && !isHere(name))),
  }
}

/** What they need is neither in the base nor a part of this run. */
function refuseOpenNeeds(
  units: readonly CompiledUnit[],
  wanted: ReadonlySet<string>,
  open: ReadonlyMap<string, string>,
): void {
  const problems = units
    .filter(({ plan }) => wanted.has(plan.name))
    .flatMap(({ plan }) =>
      plan.after.flatMap(need => {
        const run = wanted.has(need) ? open.get(need) : undefined
        return run === undefined ? [] : [openNeed(plan.name, need, run)]
      }),
    )
  if (problems.length > 0) throw new DiagnosticError(problems)
}

const openNeed = (name: string, need: string, run: string) =>
  error('unit/open-need', `${name} needs ${need}, which is under way in ${run}`, {
    fix: `fixpoint run goes on with ${run}; start ${name} when that has landed`,
  })

/** What is needed is wanted too, unless it landed before. */
function withNeeds(
  units: readonly CompiledUnit[],
  named: readonly string[],
  isHere: (name: string) => boolean,
): ReadonlySet<string> {
  const needs = new Map(units.map(({ plan }) => [plan.name, plan.after]))
  const wanted = new Set(named)
  for (const name of wanted)
    for (const need of needs.get(name) ?? []) if (needs.has(need) && !isHere(need)) wanted.add(need)
  return wanted
}

/** The base holds what landed before, so nothing has to be waited for. */
const needing = (unit: CompiledUnit, wanted: ReadonlySet<string>): CompiledUnit => ({
  ...unit,
  plan: { ...unit.plan, after: unit.plan.after.filter(each => wanted.has(each)) },
})

const those = (landings: ReadonlyMap<string, Landing>, wants: (name: string) => boolean) =>
  new Map([...landings].filter(([name]) => wants(name)))
