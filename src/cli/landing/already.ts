// Whether a target has a branch already, however that came about: merged, squashed, picked, rebased, or landed by Fixpoint. Such a branch
// needs no proof and no run. Moves nothing.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { shellWord } from '../../base/shell-word.ts'
import {
  type Ask,
  branchesHolding,
  holds,
  landedAs,
  mergeTakenBack,
  mergingOf,
  type NamedBranch,
  type TakenBack,
} from '../../workspace/branches.ts'
import { type Git, runGit } from '../../workspace/git.ts'
import type { Target } from './place.ts'

export interface There {
  readonly branch: string
  readonly tip: string
  /** The commit by which Fixpoint landed it, where it did. */
  readonly commit: string | null
}

export type Already =
  | { readonly kind: 'there'; readonly there: There }
  /** It cannot land as it is: it landed on a line that waits to be brought to the target, or was merged and taken back. */
  | { readonly kind: 'refused'; readonly problem: Diagnostic }
  | { readonly kind: 'new' }

export async function alreadyOn(
  git: Git,
  branch: string,
  { tip }: Pick<NamedBranch, 'tip'>,
  target: Target,
  mergeBase: string,
): Promise<Already> {
  const there = (commit: string | null): Already => ({
    kind: 'there',
    there: { branch, tip, commit },
  })
  if (await holds(git, target.tip, tip)) {
    const back = await mergeTakenBack(git, tip, target.tip)
    return back ? { kind: 'refused', problem: takenBack(branch, target, back) } : there(null)
  }
  const landing = await landedAs(git, { mergeBase, target: target.tip, tip })
  if (landing !== undefined && (await holds(git, target.tip, landing))) return there(landing)
  if ((await mergingOf(askOf(git), target.tip, tip)) === 'nothing') return there(null)
  if (landing === undefined) return { kind: 'new' }
  const lines = await branchesHolding(git, landing)
  // It was brought to another branch: this one may have it too.
  if (lines.some(each => !each.startsWith('fixpoint/'))) return { kind: 'new' }
  const message = `${branch} landed already, as ${landing.slice(0, 10)} on ${lines[0]}, which was not brought to ${target.name}`
  const fix = `fixpoint land ${lines[0]} --into ${shellWord(target.name)}`
  return { kind: 'refused', problem: error('land/landed', message, { fix }) }
}

/** Its commits are in the history, so a merge brings none of them; only what took them back can be taken back. */
function takenBack(branch: string, { name }: Target, { merge, revert }: TakenBack): Diagnostic {
  const [by, back] = [merge.slice(0, 10), revert.slice(0, 10)]
  const message = `${branch} was merged into ${name} by ${by}, which ${back} took back, so git has nothing of it to merge`
  const again = shellWord(`${branch}-again`)
  const fix = `git switch -c ${again} ${shellWord(name)} && git revert --no-edit ${back} && fixpoint land ${again} brings it again`
  return error('land/taken-back', message, { fix })
}

const askOf =
  (git: Git): Ask =>
  async (...words) => {
    const { code, stdout } = await runGit(git, words, { accepts: [0, 1] })
    return code === 0 ? stdout.toString() : undefined
  }

export const thereText = ({ branch, commit }: There, { name }: Target) =>
  commit === null
    ? `everything in ${branch} is in ${name} already`
    : `${branch} landed on ${name} already, as ${commit.slice(0, 10)}`
