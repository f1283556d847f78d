// What a branch has of a landing whose commit is not in its history: another run carried it there, or others squashed or rebased it. A revert
// on the line of its run does not take that out, for a merge keeps what both sides added by themselves. Only looks, and moves no ref.

import type { Artifacts } from '../journal/artifacts.ts'
import type { State, Unit } from '../kernel/model.ts'
import { findRow } from '../kernel/structure/rows.ts'
import { holds, tipOf } from '../workspace/branches.ts'
import { type Git, gitLine, readable, runGit } from '../workspace/git.ts'
import { type History, hasContentOf, pathsBetween, readHistoryOf } from '../workspace/history.ts'
import { treeWithout } from '../workspace/without.ts'
import { carriersOf, stands } from './carriers.ts'
import type { House } from './house.ts'

/** What the questions take: the project as it is now, and git. */
export interface Sight {
  readonly git: Git
  /** Git where the branches are. */
  readonly refs: Git
  readonly state: State
  readonly artifacts: Artifacts
}

export const sightOf = ({ repository: { git, refs }, state, artifacts }: House): Sight => ({
  git,
  refs,
  state: state(),
  artifacts,
})

export interface Otherwise {
  readonly target: string
  /** What brought it there: a landing of another run, or a commit that others made. */
  readonly by: Unit | string
  /** A commit on the target that brought this landing and nothing else, as an amended one does. */
  readonly alone?: string
}

/** Undefined where the target of its run does not have it, or has the landing itself. */
export async function cameOtherwise(sight: Sight, unit: Unit): Promise<Otherwise | undefined> {
  const { git, state, artifacts } = sight
  const found = await targetOf(sight, unit)
  if (found === undefined) return undefined
  const { target, tip } = found
  const since = findRow(state.runs, unit.run)!.base
  const history = await readHistoryOf({ git, tip, since })
  if (history.holds(unit.commit!)) return undefined
  const lineOf = (line: string) => readHistoryOf({ git, tip: line, since })
  const carried = { state, artifacts, history, lineOf }
  const carriers = await carriersOf(carried, unit)
  const carrier = carriers.findLast(each => stands(carried, unit, each))
  const by = carrier?.unit ?? (await broughtBy(sight, unit, { tip, since, history }))
  if (by === undefined) return undefined
  const isAlone = typeof by === 'string' && (await bringsOnly(sight, unit, by))
  return { target, by, ...(isAlone && { alone: by }) }
}

/** The target, where it has what this unit had landed although the line of its run took that back. */
export async function stillHas(sight: Sight, unit: Unit): Promise<string | undefined> {
  const found = await targetOf(sight, unit)
  const revert = findRow(sight.state.units, unit.revertedBy ?? '')?.commit
  if (found === undefined || !revert) return undefined
  const isDelivered = await holds(sight.git, found.tip, revert)
  const has = isDelivered ? isIn(sight, unit, found.tip) : cameOtherwise(sight, unit)
  return (await has) ? found.target : undefined
}

async function targetOf({ refs, state }: Sight, { run, commit }: Unit) {
  const { target } = findRow(state.runs, run)!.policy
  if (target === undefined || commit === null) return undefined
  const tip = await tipOf(refs, target)
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
  sight: Sight,
  unit: Unit,
  { tip, since, history }: Looked,
): Promise<string | undefined> {
  const { git } = sight
  const without = await treeWithout(git, unit.commit!, tip)
  if (without === (await treeOf(git, tip))) return undefined
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
    if (!history.isTakenBack(each) && (await wasIn(sight, unit, each))) return each
  return undefined
}

/** What was before it is what is left of it without the landing. */
async function bringsOnly({ git }: Sight, unit: Unit, commit: string): Promise<boolean> {
  const { stdout } = await runGit(git, ['rev-list', '--parents', '--max-count=1', commit])
  const [, parent, ...others] = stdout.toString().trim().split(' ')
  if (parent === undefined || others.length > 0) return false
  return (await treeWithout(git, unit.commit!, commit)) === (await treeOf(git, parent))
}

/** By itself, or together with what landed on top of it. */
async function wasIn(sight: Sight, unit: Unit, tip: string): Promise<boolean> {
  if (await isIn(sight, unit, tip)) return true
  if (unit.revertedBy !== null) return false
  const as = findRow(sight.state.runs, unit.run)!.tip
  return hasContentOf({ git: sight.git, commit: unit.commit!, as, tip })
}

/** Taking exactly this landing out would change every file that it changed. */
async function isIn({ git }: Sight, unit: Unit, tip: string): Promise<boolean> {
  const without = await treeWithout(git, unit.commit!, tip)
  if (without === undefined) return false
  const changed = await pathsBetween(git, `${unit.commit}^`, unit.commit!)
  const taken = new Set(await pathsBetween(git, tip, without))
  return changed.length > 0 && changed.every(each => taken.has(each))
}

const treeOf = (git: Git, commit: string) => gitLine(git, ['rev-parse', `${commit}^{tree}`])
