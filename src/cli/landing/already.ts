// Whether a target has a branch already, however that came about: merged, squashed, picked, rebased, or landed by Fixpoint. Such a branch
// needs no proof and no run. Moves nothing.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { shellWord } from '../../base/shell-word.ts'
import {
  type Ask,
  branchesHolding,
  holds,
  landedAs,
  mergingOf,
  type NamedBranch,
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
  /** It landed on a line that waits to be brought to the target: landed once more, the two would meet. */
  | { readonly kind: 'elsewhere'; readonly problem: Diagnostic }
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
  if (await holds(git, target.tip, tip)) return there(null)
  const landing = await landedAs(git, { mergeBase, target: target.tip, tip })
  if (landing !== undefined && (await holds(git, target.tip, landing))) return there(landing)
  if ((await mergingOf(askOf(git), target.tip, tip)) === 'nothing') return there(null)
  if (landing === undefined) return { kind: 'new' }
  const lines = await branchesHolding(git, landing)
  // It was brought to another branch: this one may have it too.
  if (lines.some(each => !each.startsWith('fixpoint/'))) return { kind: 'new' }
  const message = `${branch} landed already, as ${landing.slice(0, 10)} on ${lines[0]}, which was not brought to ${target.name}`
  const fix = `fixpoint land ${lines[0]} --into ${shellWord(target.name)}`
  return { kind: 'elsewhere', problem: error('land/landed', message, { fix }) }
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
