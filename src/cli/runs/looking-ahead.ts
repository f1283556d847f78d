// What a run that is there already would fail of at once: looked for before it goes on, with the words of a new run. Where all that is to be
// done lacks something it is refused; where some of it does not, what is lacking is told once and the rest goes on.

import { type Diagnostic, renderDiagnostic } from '../../base/diagnostic.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { type Artifacts, openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { isStuck } from '../../kernel/standstill.ts'
import { eachKey } from '../../kernel/structure/keys.ts'
import { findRow, rowAt } from '../../kernel/structure/rows.ts'
import { isBad, isInLine, isTerminal } from '../../kernel/unit.ts'
import type { World } from '../world.ts'
import { otherDriver } from './driving.ts'
import { type NotExecutable, notExecutable, type Starting } from './executable.ts'
import { unitsOf } from './find.ts'
import { lookIn } from './kept-program.ts'
import { refuseLineGone } from './line-gone.ts'
import { callName } from './needs-person.ts'
import { type Lacks, readLacks, refuseLacking, together, warnOf } from './startable.ts'

interface Lacking {
  readonly unit: Unit
  readonly absent: readonly Diagnostic[]
}

/**
 * Of all that goes on by itself, and of `more`, which is about to. Where somebody else drives, what is there is for them to see. Answers
 * the problems that were told.
 */
export async function lookAhead(
  root: string,
  state: State,
  more: readonly Unit[],
  world: World,
): Promise<readonly Diagnostic[]> {
  refuseLineGone(root, state, more)
  if (otherDriver(state) !== undefined) return []
  const units = [...new Set([...underWay(state, world.now()), ...more])]
  if (units.length === 0) return []
  const { lacks, needsOf } = await readNeeds(root, world)
  const own = await ownPrograms(root, state, units, needsOf)
  const lacking = units.flatMap((unit): Lacking[] => {
    const absent = [...lacks.absent(needsOf(unit)), ...own.get(unit)!.lasting]
    return absent.length > 0 ? [{ unit, absent }] : []
  })
  const isHeld = heldBy(state, units, lacking)
  if (lacks.signing || units.every(isHeld))
    refuseLacking([...once(lacking.flatMap(each => each.absent)), ...signing(lacks)])
  await warnOf(lacks, together(units.map(needsOf)), world)
  await warnOfOwn(units, own, world)
  await tellLacking(state, lacking, world)
  return lacking.flatMap(each => each.absent)
}

/** Of units that a person makes go on, before they say so: to another attempt, or to land what is made, which needs no agent any more. */
export async function refuseStalled(
  root: string,
  state: State,
  units: readonly Unit[],
  world: World,
  to: 'attempt' | 'land' = 'attempt',
): Promise<void> {
  refuseLineGone(root, state, units)
  if (otherDriver(state) !== undefined) return
  const { lacks, needsOf } = await readNeeds(root, world)
  const needed = (unit: Unit) => (to === 'land' ? { ...needsOf(unit), agents: [] } : needsOf(unit))
  const needs = together(units.map(needed))
  const own = await ownPrograms(root, state, units, needed)
  const lasting = units.flatMap(each => own.get(each)!.lasting)
  refuseLacking([...lacks.absent(needs), ...once(lasting), ...signing(lacks)])
  await warnOf(lacks, needs, world)
  await warnOfOwn(units, own, world)
}

const signing = ({ signing }: Lacks) => (signing ? [signing] : [])

const once = (problems: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(problems.map(each => [renderDiagnostic(each), each])).values(),
]

type Own = ReadonlyMap<Unit, NotExecutable>

/** By what their run began with and what has landed in it since, and by what they made. */
async function ownPrograms(
  root: string,
  state: State,
  units: readonly Unit[],
  needsOf: (unit: Unit) => Starting,
): Promise<Own> {
  const found = new Map<Unit, NotExecutable>()
  const look = lookIn(root)
  for (const unit of units) {
    const run = findRow(state.runs, unit.run)!
    const made = unit.kept ?? unit.tree
    const trees = [run.tip, ...(made === null ? [] : [made])]
    const menders = unitsOf(state, run).filter(each => units.includes(each) || !isBad(each))
    const base = { look, trees, run: run.id, menders: menders.map(needsOf) }
    found.set(unit, await notExecutable(root, base, [needsOf(unit)]))
  }
  return found
}

async function warnOfOwn(units: readonly Unit[], own: Own, { stderr }: World): Promise<void> {
  for (const each of once(units.flatMap(unit => own.get(unit)!.mendable)))
    await stderr.write(`Warning: ${renderDiagnostic(each)}\n`)
}

async function readNeeds(root: string, world: World) {
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  return { lacks: await readLacks(root, world), needsOf: (unit: Unit) => needsIn(artifacts, unit) }
}

const nothing: Starting = {
  agents: [],
  checks: [],
  setup: undefined,
  claims: { create: [], edit: [], delete: [], read: [] },
  carry: [],
}

/** What is judged already needs no agent any more. */
function needsIn(artifacts: Artifacts, unit: Unit): Starting {
  if (unit.spec.brief === undefined) return nothing
  const order = JSON.parse(artifacts.read(unit.spec.brief).toString('utf8')) as Starting
  const isMade = unit.status === 'judging' || unit.status === 'landed' || isInLine(unit)
  return isMade ? { ...order, agents: [] } : order
}

const underWay = (state: State, now: string): readonly Unit[] =>
  [...eachKey(state.openRuns)]
    .flatMap(order => unitsOf(state, rowAt(state.runs, order)))
    .filter(each => !isTerminal(each) && !isStuck(state, each, now))

/** Whether a unit lacks something, or needs one that does, at whatever remove. */
function heldBy(
  { units }: State,
  all: readonly Unit[],
  lacking: readonly Lacking[],
): (unit: Unit) => boolean {
  const held = new Set(lacking.map(each => each.unit.order))
  for (const order of held) for (const fed of rowAt(units, order).feeds) held.add(fed)
  return unit => held.has(unit.order) && all.includes(unit)
}

/** One line for each program, with all that wait for it. */
async function tellLacking(
  state: State,
  lacking: readonly Lacking[],
  { stderr }: World,
): Promise<void> {
  const names = new Map<string, string[]>()
  for (const { unit, absent } of lacking)
    for (const each of absent) {
      const text = renderDiagnostic(each)
      names.set(text, [...(names.get(text) ?? []), callName(state, unit)])
    }
  for (const [text, units] of names)
    await stderr.write(
      `A person must mend this: ${text} (${units.join(', ')}). The run goes on with the rest.\n`,
    )
}
