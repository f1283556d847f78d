// What changed between two commits, file by file: kinds, counts of lines, and the patch as git writes it. Reads objects and nothing else.

import { byteName, byteNames, readable, runGit } from './git.ts'
import { type ChangeKind, readNameStatus } from './name-status.ts'
import type { Repository } from './open.ts'

export interface FilePatch {
  readonly path: string
  readonly oldPath: string | null
  readonly kind: ChangeKind
  /** Null for what is not text. */
  readonly added: number | null
  readonly removed: number | null
  /** As `git diff` shows it; bytes that are no text are not shown. */
  readonly patch: string
}

const WORDS = ['diff-tree', '-r', '-M', '--no-ext-diff', '--no-textconv', '--full-index']

export async function patchBetween(
  { git }: Pick<Repository, 'git'>,
  from: string,
  to: string,
): Promise<readonly FilePatch[]> {
  const [status, counts] = await Promise.all([
    runGit(git, [...WORDS, '-z', '--name-status', from, to]),
    runGit(git, [...WORDS, '-z', '--numstat', from, to]),
  ])
  // A name that is no UTF-8 would be shown as another one, which a patch could not be applied to: git writes its bytes out instead.
  const isText = byteNames(status.stdout).every(each => byteName(readable(each)) === each)
  const settings = { 'core.quotePath': String(!isText) }
  const patches = await runGit(git, [...WORDS, '-p', from, to], { settings })
  const names = readNameStatus(status.stdout)
  const lines = readCounts(byteNames(counts.stdout))
  const texts = split(patches.stdout.toString('utf8'))
  // Git tells files in one order, whatever it is asked to tell of them.
  return names.map(({ path, oldPath = null, kind }, at) => {
    return { path, oldPath, kind, ...lines[at]!, patch: texts[at] ?? '' }
  })
}

/** The whole patch as git writes it, byte for byte, so that git applies it: what is no text is in it too. */
export async function patchBytes(
  { git }: Pick<Repository, 'git'>,
  from: string,
  to: string,
  files: readonly FilePatch[],
): Promise<Buffer> {
  const isText = files.every(({ path, oldPath }) => !`${path}${oldPath}`.includes('\ufffd'))
  const settings = { 'core.quotePath': String(!isText) }
  return (await runGit(git, [...WORDS, '-p', '--binary', from, to], { settings })).stdout
}

/** `3\t1\tname`, or `3\t1\t` with both names behind it where a file was renamed; `-` for what is not text. */
function readCounts(fields: readonly string[]): Pick<FilePatch, 'added' | 'removed'>[] {
  const found: Pick<FilePatch, 'added' | 'removed'>[] = []
  for (let at = 0; at < fields.length; at++) {
    const [added, removed, name] = fields[at]!.split('\t')
    if (name === '') at += 2
    found.push({ added: countOf(added!), removed: countOf(removed!) })
  }
  return found
}

const countOf = (text: string) => (text === '-' ? null : Number(text))

const split = (text: string) => (text === '' ? [] : text.split(/^(?=diff --git )/m))
