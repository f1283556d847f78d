// Whether what a unit landed still stands: the revert that took it back, or is to, and whether the branch that was to have it has it all the
// same. Git is asked what the branches say; nothing is moved.

import { askGit } from '../../base/git.ts'
import type { Run, State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { isBad, isTerminal } from '../../kernel/unit.ts'
import { tipOf } from '../../workspace/branches.ts'
import { findGit, type Git } from '../../workspace/git.ts'
import { takenBackBy } from '../../workspace/history.ts'
import type { World } from '../world.ts'
import { takings } from './taking.ts'

export interface TakenBack {
  /** The unit that takes it back; null where somebody did it with git. */
  readonly by: string | null
  /** `coming`: it is on its way. `failed`: it ended without taking anything back. */
  readonly how: 'taken' | 'coming' | 'failed'
  /** The commit that takes it back. */
  readonly commit: string | null
  readonly target: TargetAfter | null
}

/** The branch that was to have the landing. */
export interface TargetAfter {
  readonly branch: string
  /** It holds the landing, and nothing that takes it back. */
  readonly hasIt: boolean
  /** It holds the landing and what takes it back. */
  readonly isDelivered: boolean
  /** What brings the revert there. */
  readonly command: string | null
}

/** Undefined where it never landed, or stands and nobody takes it back. */
export async function takenBackOf(
  root: string,
  state: State,
  unit: Unit,
  world: World,
): Promise<TakenBack | undefined> {
  const { commit, status, revertedBy } = unit
  if (status !== 'landed' || commit === null) return undefined
  const run = findRow(state.runs, unit.run)!
  const revert = revertedBy === null ? undefined : findRow(state.units, revertedBy)
  if (revert && isTerminal(revert) && !isBad(revert)) {
    const target = await targetAfter(root, state, run, { commit, takenBy: revert.commit }, world)
    return { by: revert.id, how: 'taken', commit: revert.commit, target }
  }
  const git = await findGit(root, world.environment)
  const found =
    (await takenBackOn(git, commit, `fixpoint/${run.id}`)) ??
    (await takenBackOn(git, commit, run.policy.target))
  if (found !== undefined) {
    const target = await targetAfter(root, state, run, { commit, takenBy: found }, world)
    return { by: null, how: 'taken', commit: found, target }
  }
  if (!revert) return undefined
  return { by: revert.id, how: isBad(revert) ? 'failed' : 'coming', commit: null, target: null }
}

/** By a commit that says so of itself, where the branch is there and nothing takes that back in turn. */
async function takenBackOn(git: Git | undefined, commit: string, branch: string | undefined) {
  const tip = git && branch !== undefined ? await tipOf(git, branch) : undefined
  return git && tip && takenBackBy(git, commit, tip)
}

async function targetAfter(
  root: string,
  state: State,
  run: Run,
  { commit, takenBy }: { readonly commit: string; readonly takenBy: string | null },
  { environment }: World,
): Promise<TargetAfter | null> {
  const branch = run.policy.target
  if (branch === undefined) return null
  const tip = `refs/heads/${branch}`
  const holds = (older: string) =>
    askGit(root, 'merge-base', '--is-ancestor', older, tip)?.isOk === true
  if (!holds(commit)) return { branch, hasIt: false, isDelivered: false, command: null }
  const git = await findGit(root, environment)
  const isDelivered =
    (takenBy !== null && holds(takenBy)) || (await takenBackOn(git, commit, branch)) !== undefined
  if (isDelivered) return { branch, hasIt: false, isDelivered, command: null }
  const taking = (await takings(root, environment, state, [run])).get(run.id)
  const command = taking?.kind === 'open' ? taking.command : null
  return { branch, hasIt: true, isDelivered, command }
}

export function takenBackText({ by, how, commit, target }: TakenBack): string {
  const who = by ?? 'hand'
  if (how === 'coming') return `${who} is to take it back, and is not over`
  if (how === 'failed') return `${who} was to take it back, and failed`
  const as = commit === null ? '' : ` as ${commit.slice(0, 10)}`
  return `by ${who}${as}${target === null ? '' : targetText(target)}`
}

function targetText({ branch, hasIt, isDelivered, command }: TargetAfter): string {
  if (isDelivered) return `, and delivered to ${branch}`
  if (!hasIt) return ''
  return `; ${branch} still has it${command === null ? '' : `  → ${command}`}`
}
