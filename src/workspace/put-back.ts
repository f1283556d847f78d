// A checkout as it was before a forward that failed on its way. Git writes files first, then the index, and moves the branch last: a filter, a
// hook or a lock that refuses leaves what came before. Only what is exactly as the forward would have it is undone.

import { existsSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { byteNames, type GitAnswer, readable, zeroEnded } from './git.ts'

export type Run = (
  words: readonly string[],
  accepts: readonly number[],
  input?: Uint8Array,
) => Promise<GitAnswer>

export interface Forward {
  readonly tip: string
  readonly commit: string
}

/** `coming`: files that it adds and that were not there before, as git names them. */
export interface Intent extends Forward {
  readonly coming: readonly string[]
}

/** Files that the forward adds and that are not there yet, as git names them. */
export async function filesToCome(
  run: Run,
  checkout: string,
  { tip, commit }: Forward,
): Promise<readonly string[]> {
  const words = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', '--diff-filter=A']
  const added = byteNames((await run([...words, tip, commit], [0])).stdout)
  return added.filter(each => !existsSync(join(checkout, readable(each))))
}

export async function putBack(
  run: Run,
  checkout: string,
  { tip, commit, coming }: Intent,
): Promise<void> {
  const { code } = await run(['diff', '--cached', '--quiet', commit, '--'], [0, 1, 128])
  if (code === 0) {
    await run(['read-tree', '-m', '-u', commit, tip], [0, 128])
    return
  }
  const changed = await changedTo(run, commit)
  if (changed.length > 0)
    await run(['checkout-index', '--force', '-z', '--stdin'], [0, 1, 128], zeroEnded(changed))
  for (const each of coming) if (await isOf(run, checkout, commit, each)) remove(checkout, each)
}

/** Tracked files that are no longer as in the index, and are as in the commit. */
async function changedTo(run: Run, commit: string): Promise<readonly string[]> {
  const names = async (...words: readonly string[]) =>
    byteNames((await run(['diff', '--name-only', '--no-renames', '-z', ...words], [0, 128])).stdout)
  const others = new Set(await names(commit, '--'))
  return (await names('--')).filter(each => !others.has(each))
}

async function isOf(run: Run, checkout: string, commit: string, name: string): Promise<boolean> {
  const path = readable(name)
  if (!existsSync(join(checkout, path))) return false
  const here = await run(['hash-object', '--', path], [0, 128])
  const there = await run(['rev-parse', '--verify', '--quiet', `${commit}:${path}`], [0, 1, 128])
  return here.code === 0 && here.stdout.equals(there.stdout)
}

/** With the folders that only it had needed. */
function remove(checkout: string, name: string): void {
  const path = join(checkout, readable(name))
  rmSync(path)
  for (let folder = dirname(path); folder !== checkout; folder = dirname(folder))
    if (!removeEmpty(folder)) return
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false
    throw cause
  }
}
