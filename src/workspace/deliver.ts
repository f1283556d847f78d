// Brings what landed to where people want it, when a person asked: the branch is left, or a target is fast-forwarded. Where git
// cannot do that without touching work in progress, the command to type is the answer, with the reason.

import { holds } from './branches.ts'
import { checkoutsOf, isRebased } from './checkouts.ts'
import { type Found, forwardCheckout, reasonIn } from './forward.ts'
import { runGitAsUser } from './git.ts'
import type { Repository } from './open.ts'
import { readRef } from './refs.ts'

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
  if (tip && !(await holds(repository.git, request.commit, tip))) return { kind: 'behind', tip }
  if (request.held !== undefined) return { kind: 'waiting', reason: request.held, command }
  if (isRebased(repository.facts, target))
    return { kind: 'waiting', reason: `${request.target} is being rebased`, command }
  const [checkout, ...others] = await checkoutsOf(repository, target)
  if (checkout === undefined) return forwardRef(repository, request, { tip, command })
  if (others.length === 0) return forwardCheckout(repository, request, { checkout, tip, command })
  const reason = `${request.target} is checked out in ${[checkout, ...others].join(' and ')}: in all but one it would seem that its files were changed`
  return { kind: 'waiting', reason, command }
}

/** Somebody took commits out of the target, or the target away: a forward would bring back what they did not want. */
async function takenFrom(
  repository: Repository,
  { known, target }: DeliveryRequest,
  tip: string | undefined,
): Promise<string | undefined> {
  if (known === undefined) return undefined
  if (tip === undefined) return `the branch ${target} was removed meanwhile`
  if (await holds(repository.git, tip, known)) return undefined
  return movedBackText(target, known)
}

export const movedBackText = (target: string, known: string) =>
  `${target} was moved back meanwhile: it does not hold ${known.slice(0, 10)} any more, on which this rests`

/** Nobody has it checked out, so moving the ref moves nothing under anybody's feet. As this person: a hook may guard their branch. */
async function forwardRef(
  repository: Repository,
  { target, commit }: DeliveryRequest,
  { tip, command }: Pick<Found, 'tip' | 'command'>,
): Promise<Delivery> {
  const { git, facts } = repository
  const ref = `refs/heads/${target}`
  const words = ['update-ref', ref, commit, tip ?? NOTHING.repeat(commit.length)]
  const { code, stderr } = await runGitAsUser(git.program, facts.root, git.environment, words, {
    accepts: [0, 1, 128],
  })
  if (code === 0) return { kind: 'forwarded', target, commit }
  const now = await readRef(repository, ref)
  if (now === tip) return { kind: 'waiting', reason: reasonIn(stderr), command }
  return now === undefined ? gone(target) : { kind: 'behind', tip: now }
}

/** No commit, for git, as often as a name has digits. */
const NOTHING = '0'

const gone = (target: string): Delivery => ({
  kind: 'waiting',
  reason: `the branch ${target} was removed while it was delivered to`,
  command: `git branch ${target}`,
})
