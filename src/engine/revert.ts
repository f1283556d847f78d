// Takes back what landed: for each unit the order by which its revert is judged, newest landing first, and one word to the kernel for all.

import { type Diagnostic, DiagnosticError, error } from '../base/diagnostic.ts'
import { canonicalJson } from '../base/json.ts'
import { compareText } from '../base/order.ts'
import type { Order } from '../contract/order.ts'
import type { Run, Unit } from '../kernel/model.ts'
import { findRow, rowAt } from '../kernel/structure/rows.ts'
import { isBad } from '../kernel/unit.ts'
import { revertSentence, tipOf } from '../workspace/branches.ts'
import { runGit } from '../workspace/git.ts'
import { takenBackBy } from '../workspace/history.ts'
import { readRef } from '../workspace/refs.ts'
import { cameOtherwise, type Otherwise, sightOf } from './came-otherwise.ts'
import type { Engine } from './engine.ts'
import { type House, oneOfEach, orderOf } from './house.ts'
import { changesBetween } from './perform/changes-between.ts'
import { lineOf } from './perform/land.ts'
import { fromProject } from './project-folder.ts'
import { type TakenOut, takenOut, takenOutText } from './taken-out.ts'

export interface RevertRequest {
  readonly units: readonly Unit[]
  readonly by: string
  readonly reason: string
  readonly byHand: ByHand
}

/** What a person types to take commits out of the target of a run with git. */
export type ByHand = (run: Run, commits: readonly string[]) => Promise<string>

export interface Reverting {
  readonly run: string
  /** Landed units that need one of these and stay. */
  readonly dependents: readonly string[]
}

export async function revertUnits(
  { ledger, house }: Engine,
  { units, by, reason, byHand }: RevertRequest,
): Promise<Reverting> {
  await refuseCarried(house, units, byHand)
  await refuseTakenBack(house, units)
  await refuseTakenOut(house, await newestFirst(house, units), byHand)
  const reverts: { readonly unit: string; readonly brief?: string }[] = []
  for (const unit of await newestFirst(house, units)) {
    const brief = unit.commit === null ? {} : { brief: await revertOrder(house, unit, reason) }
    reverts.push({ unit: unit.id, ...brief })
  }
  const sent = await ledger.send({ type: 'revert', reverts, by, reason })
  if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
  return { run: units[0]!.run, dependents: dependentsOf(house, units) }
}

/** By what the line says of itself: a journal that was restored may have forgotten it, and a person may have done it with git. */
async function refuseTakenBack(house: House, units: readonly Unit[]): Promise<void> {
  const { repository } = house
  const problems: Diagnostic[] = []
  for (const { id, run, commit, revertedBy } of units) {
    if (commit === null || revertedBy !== null) continue
    const tip = (await readRef(repository, lineOf(run))) ?? findRow(house.state().runs, run)!.tip
    const found = await takenBackBy(repository.git, commit, tip)
    const message = `${id} was taken back already, by ${found?.slice(0, 10)}`
    const fix = `git show ${found?.slice(0, 10)} tells by whom and why`
    if (found !== undefined) problems.push(error('revert/already', message, { fix }))
  }
  if (problems.length > 0) throw new DiagnosticError(problems)
}

/** Delivered with the revert, what a person threw out would be in the history of the target again. */
async function refuseTakenOut(house: House, units: readonly Unit[], byHand: ByHand): Promise<void> {
  const problems: Diagnostic[] = []
  for (const [run, asked] of Map.groupBy(units, each => each.run)) {
    const out = await takenOut(sightOf(house), run)
    if (out === undefined) continue
    const lost = asked.filter(each => out.units.includes(each))
    const isOnLine = (await tipOf(house.repository.refs, `fixpoint/${run}`)) !== undefined
    if (lost.length > 0) problems.push(nothingThere(out.target, run, lost, isOnLine))
    else problems.push(comesAlong(out, run, asked, await itself(house, asked, byHand)))
  }
  if (problems.length > 0) throw new DiagnosticError(problems)
}

function nothingThere(
  target: string,
  run: string,
  units: readonly Unit[],
  isOnLine: boolean,
): Diagnostic {
  const message = `${takenOutText({ target, units })}, so ${target} has nothing of that to take back`
  if (!isOnLine) return error('revert/taken-out', message)
  const fix = `where fixpoint/${run} shall lose it too: git switch fixpoint/${run} && git revert --no-edit ${commitsOf(
    units,
  )
    .map(each => each.slice(0, 10))
    .join(' ')}`
  return error('revert/taken-out', message, { fix })
}

function comesAlong(out: TakenOut, run: string, asked: readonly Unit[], fix: string): Diagnostic {
  const message = `${takenOutText(out)}: that would come back with fixpoint/${run}, which takes ${idsOf(asked)} back`
  return error('revert/taken-out', message, { fix })
}

const idsOf = (units: readonly Unit[]) => units.map(each => each.id).join(', ')

const commitsOf = (units: readonly Unit[]) => units.map(each => each.commit!)

/** Without anything else of its run. */
const itself = (
  { state }: House,
  units: readonly Unit[],
  byHand: ByHand,
  commits = commitsOf(units),
) => byHand(findRow(state().runs, units[0]!.run)!, commits)

/** The line cannot take out of its target what came there otherwise; it would seem done, and be there. */
async function refuseCarried(house: House, units: readonly Unit[], byHand: ByHand): Promise<void> {
  const carried = new Map<string, { readonly by: Otherwise; readonly units: Unit[] }>()
  for (const unit of await newestFirst(house, units)) {
    const by = await cameOtherwise(sightOf(house), unit)
    if (by === undefined) continue
    const key = typeof by.by === 'string' ? by.by : by.by.id
    const known = carried.get(key) ?? { by, units: [] }
    known.units.push(unit)
    carried.set(key, known)
  }
  const problems: Diagnostic[] = []
  for (const { by, units: of } of carried.values()) {
    const commits = by.alone === undefined ? commitsOf(of) : [by.alone]
    problems.push(carriedProblem(house, by, of, await itself(house, of, byHand, commits)))
  }
  if (problems.length > 0) throw new DiagnosticError(problems)
}

function carriedProblem(
  house: House,
  { target, by }: Otherwise,
  units: readonly Unit[],
  itself: string,
): Diagnostic {
  const { run } = units[0]!
  const ids = idsOf(units)
  const it = units.length === 1 ? 'it' : 'they'
  if (typeof by === 'string') {
    const message = `${ids} came to ${target} with ${by.slice(0, 10)}, not with fixpoint/${run}, so ${it} cannot be taken back there from that line`
    return error('revert/carried', message, { fix: itself })
  }
  const message = `${ids} came to ${target} with ${by.id}, which landed fixpoint/${run} as one commit, so ${it} cannot be taken back there from that line`
  const others = revertible(house, run).filter(each => !units.includes(each))
  const fix =
    others.length === 0
      ? `fixpoint revert ${by.id}`
      : `fixpoint revert ${by.id} takes back all that it brought; for this alone, ${itself}`
  return error('revert/carried', message, { fix })
}

/** What of a run can be taken back: its own landings that still stand. */
export function revertible({ state }: House, run: string): readonly Unit[] {
  const { units } = state()
  return unitsOf(state, run).filter(({ status, commit, spec, revertedBy }) => {
    const earlier = revertedBy === null ? undefined : findRow(units, revertedBy)
    const stands = earlier === undefined || isBad(earlier)
    return status === 'landed' && commit !== null && !spec.brings && !spec.reverts && stands
  })
}

function unitsOf(state: House['state'], run: string): readonly Unit[] {
  const { runs, units } = state()
  return findRow(runs, run)!.units.map(order => rowAt(units, order))
}

/** In the order of the line, from its tip down. */
async function newestFirst(house: House, units: readonly Unit[]): Promise<readonly Unit[]> {
  const { runs } = house.state()
  const places = new Map<string, number>()
  for (const run of new Set(units.map(each => each.run))) {
    const { tip, base } = findRow(runs, run)!
    const { stdout } = await runGit(house.repository.git, [
      'rev-list',
      '--first-parent',
      tip,
      `^${base}`,
    ])
    for (const [at, commit] of stdout.toString().split('\n').entries()) places.set(commit, at)
  }
  const place = ({ commit }: Unit) => places.get(commit ?? '') ?? Number.MAX_SAFE_INTEGER
  return [...units].sort((a, b) => place(a) - place(b))
}

/** Judged by everything that the run's landings had to pass: others may stand on what is taken back. */
async function revertOrder(house: House, unit: Unit, reason: string): Promise<string> {
  const { repository, artifacts } = house
  const own = orderOf(house, unit)
  const commit = unit.commit!
  const { objects } = repository
  const [before, after] = [await objects.treeOf(`${commit}^`), await objects.treeOf(commit)]
  const changes = await changesBetween(repository, before, after)
  const touched = changes.flatMap(({ path, oldPath }) => [path, oldPath ?? path])
  const paths = [...new Set(touched.map(each => fromProject(house, each)))]
  const others = unitsOf(house.state, unit.run).filter(
    ({ status, spec }) => status === 'landed' && spec.brief !== undefined,
  )
  const { source: _source, authors: _authors, ...kept } = own
  const claimed = paths.sort(compareText)
  const order: Order = {
    ...kept,
    title: `Revert "${own.title}"`,
    body: `${revertSentence(commit)}\n\n${reason}`,
    brief: '',
    claims: { create: claimed, edit: claimed, delete: claimed, read: [] },
    doNotTouch: [],
    produces: [],
    // What was granted to the landing is granted to taking it back.
    reserved: [],
    checks: oneOfEach([...own.checks, ...others.flatMap(each => orderOf(house, each).checks)]),
    agents: [],
  }
  return artifacts.put(canonicalJson(order))
}

function dependentsOf({ state }: House, reverted: readonly Unit[]): readonly string[] {
  const { units } = state()
  const seen = new Set(reverted.map(each => each.order))
  for (const order of seen) for (const fed of rowAt(units, order).feeds) seen.add(fed)
  const taken = new Set(reverted.map(each => each.id))
  return [...seen]
    .map(order => rowAt(units, order))
    .filter(({ id, status, spec }) => status === 'landed' && !taken.has(id) && !spec.reverts)
    .map(each => each.id)
}
