// Moves refs of Fixpoint by compare-and-swap, all of one call or none. Refuses to touch any ref that is somebody else's.

import { DiagnosticError, refuse } from '../base/diagnostic.ts'
import { checkedOutRefs } from './checkouts.ts'
import { runGit } from './git.ts'
import type { Repository } from './open.ts'

export interface RefMove {
  readonly ref: string
  /** Undefined: must not exist yet. */
  readonly from: string | undefined
  /** Undefined: is deleted. */
  readonly to: string | undefined
}

/** `stale`: some ref was not where the caller believed, and none was moved. */
export type Moved = 'moved' | 'already' | 'stale'

const ownRef = /^refs\/(heads\/)?fixpoint\//

/** Asking again for a move that was made is harmless: it answers `already`. */
export async function moveRefs(repository: Repository, moves: readonly RefMove[]): Promise<Moved> {
  const checkedOut = checkedOutRefs(repository.facts)
  for (const { ref } of moves) {
    if (!ownRef.test(ref)) throw new Error(`${ref} is not a ref that Fixpoint may move`)
    if (checkedOut.has(ref)) refuseCheckedOut(ref)
  }
  return swapRefs(repository, moves)
}

const refuseCheckedOut = (ref: string) =>
  refuse(
    'git/checked-out',
    `${ref} is checked out, so it cannot move: your files would seem changed`,
    {
      fix: 'git switch to another branch; a run goes on by itself then',
    },
  )

/** The same for any ref. Only a delivery that a person asked for may name one of theirs. */
export async function swapRefs(repository: Repository, moves: readonly RefMove[]): Promise<Moved> {
  const { refs, standingRefs } = repository
  const commands = moves.map(commandOf)
  const input = ['start', ...commands, 'prepare', 'commit', ''].join('\n')
  const names = moves.map(({ ref }) => ref)
  if (await standingRefs.move(names, input)) return 'moved'
  try {
    await runGit(refs, ['update-ref', '--no-deref', '--stdin'], { input })
    return 'moved'
  } catch (cause) {
    if (!(cause instanceof DiagnosticError)) throw cause
    const now = await Promise.all(moves.map(({ ref }) => readRef(repository, ref)))
    if (moves.every(({ to }, at) => now[at] === to)) return 'already'
    if (moves.some(({ from }, at) => now[at] !== from)) return 'stale'
    throw cause
  }
}

function commandOf({ ref, from, to }: RefMove): string {
  if (to === undefined) return `delete ${ref} ${from ?? ''}`.trimEnd()
  return from === undefined ? `create ${ref} ${to}` : `update ${ref} ${to} ${from}`
}

const NO_SUCH_REF = 1

export async function readRef(
  { refs, standingRefs }: Pick<Repository, 'refs' | 'standingRefs'>,
  ref: string,
): Promise<string | undefined> {
  const known = await standingRefs.target(ref)
  if (known !== undefined) return known
  const words = ['rev-parse', '--verify', '--quiet', ref]
  const { code, stdout } = await runGit(refs, words, { accepts: [0, NO_SUCH_REF] })
  return code === 0 ? stdout.toString().trim() : undefined
}

/** Name and target of every ref below a prefix such as `refs/fixpoint/attempts`. */
export async function listRefs(
  { refs }: Pick<Repository, 'refs'>,
  prefix: string,
): Promise<readonly { readonly ref: string; readonly id: string }[]> {
  const words = ['for-each-ref', '--format=%(objectname) %(refname)', prefix]
  const { stdout } = await runGit(refs, words)
  const lines = stdout.toString().split('\n').filter(Boolean)
  return lines.map(line => ({
    id: line.slice(0, line.indexOf(' ')),
    ref: line.slice(line.indexOf(' ') + 1),
  }))
}
