// What git says of a work tree, as it says it, and one digest of all of it: the same digest is the same files with the same content.
// Content is read only where git itself had to look; where git is told to look away, there is no digest.

import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GitOutput, readGit } from '../base/git-output.ts'
import { LARGEST_BYTES } from './limits.ts'

export interface GitTree {
  /** `H 100644 id 0\tpath`, each ended by a null; the first letter is small where git is told to assume that nothing changed. */
  readonly tracked: Buffer
  /** `XY path`, each ended by a null, with the path from the top of the repository. */
  readonly changed: Buffer
  /** Where the root lies below the top of the repository: '' or with a slash at its end. */
  readonly prefix: string
  /** The folder that all worktrees of the repository share. */
  readonly repository: string
}

/** What git says, or what it answered instead. */
export async function readGitTree(root: string): Promise<GitTree | readonly GitOutput[]> {
  const outputs = await Promise.all([
    readGit(root, ['ls-files', '-s', '-v', '-z']),
    readGit(root, ['status', '--porcelain', '-z', '-uall', '--no-renames', '--', '.']),
    readGit(root, ['rev-parse', '--path-format=absolute', '--show-prefix', '--git-common-dir']),
  ])
  const [tracked, changed, places] = outputs
  if (!('bytes' in tracked && 'bytes' in changed && 'bytes' in places)) return outputs
  return { tracked: tracked.bytes, changed: changed.bytes, ...placesIn(places.bytes.toString()) }
}

/** The prefix is empty or ends with a slash; both may hold any character. */
function placesIn(printed: string): Pick<GitTree, 'prefix' | 'repository'> {
  const end = printed.startsWith('\n') ? 0 : printed.indexOf('/\n') + 1
  return { prefix: printed.slice(0, end), repository: printed.slice(end + 1, -1) }
}

export const isGitTree = (answer: GitTree | readonly GitOutput[]): answer is GitTree =>
  'tracked' in answer

/** What git printed with nulls between. */
export function entriesOf(bytes: Buffer): string[] {
  const text = bytes.toString('utf8')
  return text === '' ? [] : text.slice(0, -1).split('\0')
}

/** Where two work trees may differ: only in `touched` files while `index` is the same. */
export interface TreeMark {
  /** Digest of what git tracks, with the id of each content. */
  readonly index: string
  /** Files that are not as they are tracked, or not tracked at all. */
  readonly touched: readonly string[]
}

const marks = new WeakMap<GitTree, TreeMark | undefined>()

/** Undefined where git is told to look away. Made once for what git said. */
export function markOfTree(tree: GitTree): TreeMark | undefined {
  if (!marks.has(tree)) marks.set(tree, readMark(tree))
  return marks.get(tree)
}

function readMark({ prefix, tracked, changed }: GitTree): TreeMark | undefined {
  if (hidesChanges(tracked)) return undefined
  const index = createHash('sha256').update(`${prefix}\0`).update(tracked).digest('hex')
  return { index, touched: entriesOf(changed).map(each => each.slice(3 + prefix.length)) }
}

/** Undefined where the content of a file may be another than git says. */
export function digestOfTree(root: string, tree: GitTree): string | undefined {
  const mark = markOfTree(tree)
  return mark && digestOfMarked(root, tree, mark)
}

/** The same of a tree whose mark is known already. */
export function digestOfMarked(root: string, { changed }: GitTree, mark: TreeMark): string {
  const hash = createHash('sha256').update(`${mark.index}\0`).update(changed)
  for (const path of mark.touched) hash.update(`\0${path}\0${contentDigest(join(root, path))}`)
  return hash.digest('hex')
}

/** A small letter at the head of an entry: git does not look at that file. */
function hidesChanges(tracked: Buffer): boolean {
  return /(?:^|\0)[a-z]/.test(tracked.toString('latin1'))
}

function contentDigest(path: string): string {
  try {
    const about = lstatSync(path)
    if (!about.isFile()) return 'no file'
    // Nobody reads what is larger; its size is all that may be asked for.
    if (about.size > LARGEST_BYTES) return `${about.size} bytes`
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return 'unreadable' // gone since, or forbidden: whoever needs it says so
  }
}
