// A target that somebody has checked out is forwarded by git itself, in that checkout and with the settings of this person: a merge as they
// would type it. Where git cannot do all of it, none of it is left.

import { existsSync } from 'node:fs'
import { holds } from './branches.ts'
import type { Delivery, DeliveryRequest } from './deliver.ts'
import { noteForward, settleForward } from './forward-intent.ts'
import { byteNames, readable, runGitAsUser } from './git.ts'
import type { Repository } from './open.ts'
import type { Run } from './put-back.ts'
import { readRef } from './refs.ts'

export interface Found {
  readonly checkout: string
  readonly tip: string | undefined
  readonly command: string
}

export async function forwardCheckout(
  repository: Repository,
  { target, commit }: DeliveryRequest,
  { checkout, tip, command }: Found,
): Promise<Delivery> {
  const { git } = repository
  const waiting = (reason: string): Delivery => ({ kind: 'waiting', reason, command })
  if (!existsSync(checkout)) return waiting(`${checkout}, where ${target} is checked out, is gone`)
  const run: Run = (words, accepts, input) =>
    runGitAsUser(git.program, checkout, git.environment, words, {
      accepts,
      ...(input !== undefined && { input }),
    })
  await settleForward(repository, run, checkout, tip)
  const { stdout } = await run(['status', '--porcelain', '-z', '--untracked-files=no'], [0])
  if (stdout.length > 0)
    return waiting(`${checkout} has changes that are not committed: ${changedIn(stdout)}`)
  if (tip !== undefined) await noteForward(repository, run, checkout, { tip, commit })
  const nowAt = () => readRef(repository, `refs/heads/${target}`)
  // A Ctrl-C that ends a run in good order ends git on its way.
  const merge = await run([...merging(target), commit], [0, 1, 2, 128]).finally(async () =>
    settleForward(repository, run, checkout, await nowAt()),
  )
  const now = await nowAt()
  if (merge.code === 0 && now === commit) return { kind: 'forwarded', target, commit }
  if (now !== tip && now !== undefined && !(await holds(repository.git, commit, now)))
    return { kind: 'behind', tip: now }
  return waiting(reasonIn(merge.stderr))
}

/** What this person wants of every merge into the branch makes a forward something else: a squash, or a commit more. */
const merging = (target: string) => [
  ...['-c', `branch.${target}.mergeOptions=`],
  ...['merge', '--ff-only', '--no-squash', '--no-overwrite-ignore', '--quiet'],
]

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
export const reasonIn = (stderr: string) =>
  stderr
    .trim()
    .split('\n')
    .slice(0, MOST_LINES)
    .map(each => each.trim())
    .join(' ') || 'git could not fast-forward'

const MOST_LINES = 12
