// What a branch has of a landing whose commit is not in its history: another run carried it there, or others squashed or rebased it. A revert
// on the line of its run does not take that out, for a merge keeps what both sides added by themselves. Only looks, and moves no ref.

import type { Unit } from '../kernel/model.ts'
import { findRow } from '../kernel/structure/rows.ts'
import { holds } from '../workspace/branches.ts'
import { mergeTrees } from '../workspace/candidate.ts'
import { writeCommit } from '../workspace/commit.ts'
import { readable, runGit } from '../workspace/git.ts'
import { type History, hasContentOf, pathsBetween, readHistoryOf } from '../workspace/history.ts'
import { readRef } from '../workspace/refs.ts'
import { carriersOf, stands } from './carriers.ts'
import { type House, personOf, secondsOf } from './house.ts'
import { withoutLanding } from './perform/without-landing.ts'

export interface Otherwise {
  readonly target: string
  /** What brought it there: a landing of another run, or a commit that others made. */
  readonly by: Unit | string
}

/** Undefined where the target of its run does not have it, or has the landing itself. */
export async function cameOtherwise(house: House, unit: Unit): Promise<Otherwise | undefined> {
  const found = await targetOf(house, unit)
  if (found === undefined) return undefined
  const { target, tip } = found
  const { git } = house.repository
  const state = house.state()
  const since = findRow(state.runs, unit.run)!.base
  const history = await readHistoryOf({ git, tip, since })
  if (history.holds(unit.commit!)) return undefined
  const lineOf = (line: string) => readHistoryOf({ git, tip: line, since })
  const carried = { state, artifacts: house.artifacts, history, lineOf }
  const carriers = await carriersOf(carried, unit)
  const carrier = carriers.findLast(each => stands(carried, unit, each))
  const by = carrier?.unit ?? (await broughtBy(house, unit, { tip, since, history }))
  return by === undefined ? undefined : { target, by }
}

/** The target, where it has what this unit had landed although the line of its run took that back. */
export async function stillHas(house: House, unit: Unit): Promise<string | undefined> {
  const found = await targetOf(house, unit)
  const revert = findRow(house.state().units, unit.revertedBy ?? '')?.commit
  if (found === undefined || !revert) return undefined
  const isDelivered = await holds(house.repository.git, found.tip, revert)
  const has = isDelivered ? isIn(house, unit, found.tip) : cameOtherwise(house, unit)
  return (await has) ? found.target : undefined
}

async function targetOf({ repository, state }: House, { run, commit }: Unit) {
  const { target } = findRow(state().runs, run)!.policy
  if (target === undefined || commit === null) return undefined
  const tip = await readRef(repository, `refs/heads/${target}`)
  return tip === undefined ? undefined : { target, tip }
}

interface Looked {
  readonly tip: string
  readonly since: string
  readonly history: History
}

/** Enough for every branch that people rebase; what is older is in a history that shares nothing with the run. */
const MOST_COMMITS = 200

/**
 * The oldest commit that has it, of those that the landing did not stand on: what was there before looks the same where it is restored. What is
 * on top of it now may be changed further, so the tip need not look the same.
 */
async function broughtBy(
  house: House,
  unit: Unit,
  { tip, since, history }: Looked,
): Promise<string | undefined> {
  const { git, objects } = house.repository
  if ((await withoutIt(house, unit, tip)) === (await objects.treeOf(tip))) return undefined
  const paths = await pathsBetween(git, `${unit.commit}^`, unit.commit!)
  if (paths.length === 0) return undefined
  const words = [
    'rev-list',
    `--max-count=${MOST_COMMITS}`,
    tip,
    `^${since}`,
    `^${unit.commit}`,
    '--',
    ...paths.map(readable),
  ]
  const { stdout } = await runGit(git, words)
  for (const each of stdout.toString().split('\n').filter(Boolean).toReversed())
    if (!history.isTakenBack(each) && (await wasIn(house, unit, each))) return each
  return undefined
}

/** By itself, or together with what landed on top of it. */
async function wasIn(house: House, unit: Unit, tip: string): Promise<boolean> {
  if (await isIn(house, unit, tip)) return true
  if (unit.revertedBy !== null) return false
  const as = findRow(house.state().runs, unit.run)!.tip
  return hasContentOf({ git: house.repository.git, commit: unit.commit!, as, tip })
}

/** Taking exactly this landing out would change every file that it changed. */
async function isIn(house: House, unit: Unit, tip: string): Promise<boolean> {
  const { git } = house.repository
  const without = await withoutIt(house, unit, tip)
  if (without === undefined) return false
  const changed = await pathsBetween(git, `${unit.commit}^`, unit.commit!)
  const taken = new Set(await pathsBetween(git, tip, without))
  return changed.length > 0 && changed.every(each => taken.has(each))
}

/** The tree of a commit without the landing, as if it were made on top of it; undefined where the two conflict. */
async function withoutIt(house: House, unit: Unit, tip: string): Promise<string | undefined> {
  const { repository, manners, now } = house
  const person = personOf(manners)
  const onTop = await writeCommit(repository, {
    tree: await repository.objects.treeOf(tip),
    parents: [unit.commit!],
    message: `As ${tip}\n`,
    author: person,
    committer: person,
    atSeconds: secondsOf(now()),
  })
  const merged = await mergeTrees(repository, onTop, await withoutLanding(house, unit.commit!))
  return 'conflicts' in merged ? undefined : merged.tree
}
