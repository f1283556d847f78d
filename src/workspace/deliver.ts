// Brings what landed to where people want it, when a person asked: the branch is left, or a target is fast-forwarded. Where git
// cannot do that without touching work in progress, the command to type is the answer, with the reason.

import { existsSync } from 'node:fs'
import { checkoutOf, isRebased } from './checkouts.ts'
import { byteNames, type GitAnswer, readable, runGitAsUser } from './git.ts'
import type { Repository } from './open.ts'
import { readRef, swapRefs } from './refs.ts'

export interface DeliveryRequest {
  /** The integration line, `refs/heads/fixpoint/<run>`. */
  readonly line: string
  readonly commit: string
  readonly how: 'branch' | 'ff'
  /** The branch that people work on: `main`. */
  readonly target: string
  /** What the target held when the line last rested on it; undefined where it had no commit then. */
  readonly known: string | undefined
  /** Why the target is not to be moved, whatever its state; undefined where it is. */
  readonly held?: string | undefined
}

export type Delivery =
  | { readonly kind: 'left'; readonly branch: string; readonly command: string }
  | { readonly kind: 'forwarded'; readonly target: string; readonly commit: string }
  | { readonly kind: 'already'; readonly target: string }
  /** The target has commits that the line does not hold; they must come into the line first. */
  | { readonly kind: 'behind'; readonly tip: string }
  /** Nothing was changed; `command` does it, once `reason` is out of the way. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly command: string }

export async function deliver(repository: Repository, request: DeliveryRequest): Promise<Delivery> {
  const branch = request.line.replace(/^refs\/heads\//, '')
  const command = `git merge --ff-only ${branch}`
  if (request.how === 'branch') return { kind: 'left', branch, command }
  const target = `refs/heads/${request.target}`
  const tip = await readRef(repository, target)
  if (tip === request.commit) return { kind: 'already', target: request.target }
  const lost = await takenFrom(repository, request, tip)
  if (lost) return { kind: 'waiting', reason: lost, command }
  if (tip && !(await isAncestor(repository, tip, request.commit))) return { kind: 'behind', tip }
  if (request.held !== undefined) return { kind: 'waiting', reason: request.held, command }
  if (isRebased(repository.facts, target))
    return { kind: 'waiting', reason: `${request.target} is being rebased`, command }
  const checkout = await checkoutOf(repository, target)
  return checkout === undefined
    ? forwardRef(repository, request, tip)
    : forwardCheckout(repository, request, { checkout, tip, command })
}

/** Somebody took commits out of the target, or the target away: a forward would bring back what they did not want. */
async function takenFrom(
  repository: Repository,
  { known, target }: DeliveryRequest,
  tip: string | undefined,
): Promise<string | undefined> {
  if (known === undefined) return undefined
  if (tip === undefined) return `the branch ${target} was removed meanwhile`
  if (await isAncestor(repository, known, tip)) return undefined
  return movedBackText(target, known)
}

export const movedBackText = (target: string, known: string) =>
  `${target} was moved back meanwhile: it does not hold ${known.slice(0, 10)} any more, on which this rests`

async function isAncestor(
  { git, facts }: Repository,
  older: string,
  newer: string,
): Promise<boolean> {
  const words = ['merge-base', '--is-ancestor', older, newer]
  const accepts = [0, 1]
  return (
    (await runGitAsUser(git.program, facts.root, git.environment, words, { accepts })).code === 0
  )
}

/** Nobody has it checked out, so moving the ref moves nothing under anybody's feet. */
async function forwardRef(
  repository: Repository,
  { target, commit }: DeliveryRequest,
  tip: string | undefined,
): Promise<Delivery> {
  const ref = `refs/heads/${target}`
  const answer = await swapRefs(repository, [{ ref, from: tip, to: commit }])
  if (answer !== 'stale') return { kind: 'forwarded', target, commit }
  const now = await readRef(repository, ref)
  return now === undefined ? gone(target) : { kind: 'behind', tip: now }
}

const gone = (target: string): Delivery => ({
  kind: 'waiting',
  reason: `the branch ${target} was removed while it was delivered to`,
  command: `git branch ${target}`,
})

interface Found {
  readonly checkout: string
  readonly tip: string | undefined
  readonly command: string
}

/** By git itself, in the clean checkout, with the user's settings: a merge that a person typed. */
async function forwardCheckout(
  repository: Repository,
  { target, commit }: DeliveryRequest,
  { checkout, tip, command }: Found,
): Promise<Delivery> {
  const { git } = repository
  const waiting = (reason: string): Delivery => ({ kind: 'waiting', reason, command })
  if (!existsSync(checkout)) return waiting(`${checkout}, where ${target} is checked out, is gone`)
  const run = (words: readonly string[], accepts: readonly number[]) =>
    runGitAsUser(git.program, checkout, git.environment, words, { accepts })
  const { stdout } = await run(['status', '--porcelain', '-z', '--untracked-files=no'], [0])
  if (stdout.length > 0)
    return waiting(`${checkout} has changes that are not committed: ${changedIn(stdout)}`)
  // Options that this person gave every merge into the branch come before these.
  const options = ['--ff-only', '--no-squash', '--no-overwrite-ignore', '--quiet']
  const merge = await run(['merge', ...options, commit], [0, 1, 2, 128])
  const now = await readRef(repository, `refs/heads/${target}`)
  if (merge.code === 0 && now === commit) return { kind: 'forwarded', target, commit }
  if (now === tip && tip !== undefined) await putBack(run, tip, commit)
  if (now !== tip && now !== undefined && !(await isAncestor(repository, now, commit)))
    return { kind: 'behind', tip: now }
  return waiting(reasonIn(merge.stderr))
}

type Run = (words: readonly string[], accepts: readonly number[]) => Promise<GitAnswer>

/** Git writes files and index before it moves the branch, and leaves them so where something refuses that: a hook, or a lock. */
async function putBack(run: Run, tip: string, commit: string): Promise<void> {
  const { code } = await run(['diff', '--cached', '--quiet', commit, '--'], [0, 1, 128])
  if (code === 0) await run(['read-tree', '-m', '-u', commit, tip], [0, 128])
}

/** A rename has its old name in a field of its own. */
function changedIn(status: Buffer): string {
  const rows = byteNames(status)
    .map(readable)
    .filter(each => /^[ A-Z]{2} /.test(each))
  const names = rows.slice(0, MOST_NAMES).map(each => each.slice('XY '.length))
  return [
    ...names,
    ...(rows.length > MOST_NAMES ? [`and ${rows.length - MOST_NAMES} more`] : []),
  ].join(', ')
}

const MOST_NAMES = 5

/** Git names the files that are in the way in lines of their own. */
const reasonIn = (stderr: string) =>
  stderr
    .trim()
    .split('\n')
    .slice(0, MOST_LINES)
    .map(each => each.trim())
    .join(' ') || 'git could not fast-forward'

const MOST_LINES = 12
