// Whether a target has a branch already, however that came about: merged, squashed, picked, rebased, or landed by Fixpoint. Such a branch
// needs no proof and no run. Moves nothing.

import { type Diagnostic, error, warning } from '../../base/diagnostic.ts'
import { shellWord } from '../../base/shell-word.ts'
import {
  type Ask,
  branchesHolding,
  holds,
  landedAs,
  listBranches,
  mergingOf,
  type NamedBranch,
} from '../../workspace/branches.ts'
import { type Git, runGit } from '../../workspace/git.ts'
import type { Revert } from '../../workspace/history.ts'
import { asBefore, asBeforeIt, revertsOn } from '../../workspace/taken-back.ts'
import { named } from '../runs/take-commands.ts'
import type { Target } from './place.ts'

export interface There {
  readonly branch: string
  readonly tip: string
  /** The commit by which Fixpoint landed it, where it did. */
  readonly commit: string | null
  /** What it changed, and the target has as it was before that. */
  readonly asBefore: readonly string[]
}

export type Already =
  | { readonly kind: 'there'; readonly there: There }
  /** It cannot land as it is: it landed on a line that waits to be brought to the target, or was merged and taken back. */
  | { readonly kind: 'refused'; readonly problem: Diagnostic }
  | { readonly kind: 'new' }

export interface Known {
  readonly mergeBase: string
  /** Whether the target had this landing of a line, and a person took it out by moving the branch. */
  readonly isThrownOut: (line: string, commit: string) => Promise<boolean>
}

export async function alreadyOn(
  git: Git,
  branch: string,
  { tip }: Pick<NamedBranch, 'tip'>,
  target: Target,
  { mergeBase, isThrownOut }: Known,
): Promise<Already> {
  const there = (commit: string | null, asBefore: readonly string[]): Already => ({
    kind: 'there',
    there: { branch, tip, commit, asBefore },
  })
  const back = await revertsOn(git, { target: target.tip, tip })
  const isThere = await holds(git, target.tip, tip)
  if (back.length > 0) {
    const again = await againOf(git, branch)
    return { kind: 'refused', problem: takenBack({ branch, isThere, again }, target, back) }
  }
  if (isThere) return there(null, await asBeforeIt(git, { target: target.tip, tip }))
  const landing = await landedAs(git, { mergeBase, target: target.tip, tip })
  if (landing !== undefined && (await holds(git, target.tip, landing))) {
    const then = { before: `${landing}^`, after: landing, now: target.tip }
    return there(landing, await asBefore(git, then))
  }
  if ((await mergingOf(askOf(git), target.tip, tip)) === 'nothing') return there(null, [])
  if (landing === undefined) return { kind: 'new' }
  const lines = await branchesHolding(git, landing)
  // It was brought to another branch: this one may have it too.
  if (lines.some(each => !each.startsWith('fixpoint/'))) return { kind: 'new' }
  if (await isThrownOut(lines[0]!, landing)) return { kind: 'new' }
  const message = `${branch} landed already, as ${landing.slice(0, 10)} on ${lines[0]}, which was not brought to ${target.name}`
  const fix = `fixpoint land ${lines[0]} --into ${shellWord(target.name)}`
  return { kind: 'refused', problem: error('land/landed', message, { fix }) }
}

interface Brought {
  readonly branch: string
  /** The target has all of it in its history. */
  readonly isThere: boolean
  /** A name for what brings it again. */
  readonly again: string
}

/** Its commits are in the history, so a merge brings none of them; only what took them back can be taken back. */
function takenBack(
  { branch, isThere, again }: Brought,
  { name }: Target,
  reverts: readonly Revert[],
): Diagnostic {
  const short = (commit: string) => commit.slice(0, 10)
  const by = reverts.map(each => short(each.by))
  const what = [...new Set(reverts.map(each => short(each.commit)))].join(', ')
  const message = `${branch} was merged into ${name} with ${what}, which ${by.join(', ')} took back, so git has nothing of that to merge`
  const fix = [
    `git switch -c ${shellWord(again)} ${shellWord(name)}`,
    `git revert --no-edit ${by.join(' ')}`,
    ...(isThere ? [] : [`git merge --no-edit ${shellWord(branch)}`]),
    `fixpoint land ${shellWord(again)} --into ${shellWord(name)} brings it again`,
  ].join(' && ')
  return error('land/taken-back', message, { fix })
}

/** It may have been brought again and taken back before. */
async function againOf(git: Git, branch: string): Promise<string> {
  const taken = await listBranches(git)
  const names = (serial: number) => `${branch}-again${serial === 1 ? '' : `-${serial}`}`
  for (let serial = 1; ; serial++) if (!taken.has(names(serial))) return names(serial)
}

/** Nobody can say whose the commit is that a branch stands on, so what was taken out with it is told and no more. */
export function staysOutWarning(
  branch: string,
  { name }: Target,
  stands: string,
  paths: readonly string[],
): Diagnostic {
  const message = `${branch} stands on ${stands.slice(0, 10)}, and ${name} has ${named(paths)} as before that: only what ${branch} has got since lands`
  return warning('land/stays-out', message, {
    fix: 'what is to come again has to be made anew',
  })
}

const askOf =
  (git: Git): Ask =>
  async (...words) => {
    const { code, stdout } = await runGit(git, words, { accepts: [0, 1] })
    return code === 0 ? stdout.toString() : undefined
  }

export function thereText({ branch, commit, asBefore }: There, { name }: Target): string {
  const how =
    commit === null
      ? `everything in ${branch} is in ${name} already`
      : `${branch} landed on ${name} already, as ${commit.slice(0, 10)}`
  return asBefore.length === 0
    ? how
    : `${how}, and ${name} has ${named(asBefore)} as before that: what is to come again has to be made anew`
}
