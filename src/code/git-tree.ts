// What git says of a work tree, as it says it, and one digest of all of it: the same digest is the same files with the same content.
// Content is read only where git itself had to look; where git is told to look away, there is no digest.

import { createHash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GitOutput, readGit } from '../base/git-output.ts'
import {
  type AttributePlaces,
  attributesEverywhere,
  convertedFiles,
  GLOBAL_ATTRIBUTES,
  outerAttributes,
} from './converted-files.ts'
import { sumOfIndex } from './index-sum.ts'
import { LARGEST_BYTES } from './limits.ts'

export interface GitTree {
  /** `H 100644 id 0\tpath`, each ended by a null; the first letter is small where git is told to assume that nothing changed. */
  readonly tracked: () => Promise<GitOutput>
  /** Digest of that and of the prefix; undefined where git is told to look away. */
  readonly index: string | undefined
  /** Git's own sum over its index, where it keeps one, and the prefix: what is tracked follows from the two. */
  readonly sum: string | undefined
  /** `XY path`, each ended by a null, with the path from the top of the repository. */
  readonly changed: Buffer
  /** Files whose bytes only reading tells, whatever git says of them: those that it keeps as other bytes, and the skipped ones. */
  readonly converted: readonly string[]
  /** Files that git is told to skip, and that are here. */
  readonly skipped: readonly string[]
  /** Where the root lies below the top of the repository: '' or with a slash at its end. */
  readonly prefix: string
  /** The folder that all worktrees of the repository share. */
  readonly repository: string
}

/** An index of before: what git said of it is said of every index with this sum. */
export interface KnownIndex {
  readonly sum: string
  readonly index: string
}

/**
 * What git says, or what it answered instead. Where the index is known, git is not asked what it tracks before somebody wants to know;
 * `known` is called when git has told where its index lies.
 */
export async function readGitTree(
  root: string,
  known?: () => KnownIndex | undefined,
): Promise<GitTree | readonly GitOutput[]> {
  let asked: Promise<GitOutput> | undefined
  const tracked = () => {
    asked ??= readGit(root, ['ls-files', '-s', '-v', '-z'])
    return asked
  }
  const status = readGit(root, [...STATUS, '--', '.'])
  const [place, global] = [readGit(root, PLACES), readGit(root, GLOBAL_ATTRIBUTES)]
  if (!known) void tracked()
  const [placed, attributes, before] = [await place, await global, known?.()]
  const everywhere = attributesEverywhere(attributes)
  const places =
    'bytes' in placed ? { root, everywhere, ...placesIn(placed.bytes.toString()) } : undefined
  const sum = places && sumBelow(places)
  const isKnown = before !== undefined && before.sum === sum
  const [early, changed] = await Promise.all([isKnown ? undefined : tracked(), status])
  const isSame = isKnown && 'bytes' in changed && !changed.bytes.includes('.gitattributes')
  const listed = isSame ? undefined : (early ?? (await tracked()))
  if (!places || !('bytes' in changed) || (listed && !('bytes' in listed)))
    return [...(listed ? [listed] : []), changed, placed]
  const { prefix, repository } = places
  const converted =
    listed &&
    (await convertedFiles(places, [listed.bytes, changed.bytes].flatMap(attributesIn(prefix))))
  if (converted && !('bytes' in converted)) return [converted]
  const common = { tracked, changed: changed.bytes, prefix, repository }
  // An index is known only where no file is converted.
  if (!listed) return { ...common, converted: [], skipped: [], index: before?.index, sum }
  const left = skippedIn(listed.bytes)
  const skipped = left.filter(path => isFile(root, path))
  const paths = [...entriesOf(converted!.bytes), ...skipped]
  const index = digestOfIndex(prefix, listed.bytes, skipped)
  // What is skipped may come and go while the index and the status stay as they are.
  const isTold = paths.length === 0 && left.length === 0
  return { ...common, converted: paths, skipped, index, sum: isTold ? sum : undefined }
}

/** Left out by a sparse checkout, or by a person: `git update-index --skip-worktree`. */
export const isSkipped = (entry: string) => /^[Ss] 1[02]0/.test(entry)

function skippedIn(tracked: Buffer): readonly string[] {
  if (!/(?:^|\0)[Ss] /.test(tracked.toString('latin1'))) return []
  return entriesOf(tracked)
    .filter(isSkipped)
    .map(each => each.slice(each.indexOf('\t') + 1))
}

/** Git lists links that it does not track yet, and repositories inside this one. */
export function isFile(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true
  } catch {
    return true // Not to be looked at: whoever reads it says why.
  }
}

/** Files of attributes that git tracks or calls changed; most trees have none, which their bytes tell. */
const attributesIn = (prefix: string) => (bytes: Buffer) => {
  if (!bytes.includes('.gitattributes')) return []
  return entriesOf(bytes).map(each => {
    const tab = each.indexOf('\t')
    return tab === -1 ? each.slice(3 + prefix.length) : each.slice(tab + 1)
  })
}

const STATUS = ['status', '--porcelain', '-z', '-uall', '--no-renames']

const PLACES = [
  ...['rev-parse', '--path-format=absolute', '--show-prefix', '--git-common-dir'],
  ...['--is-inside-work-tree', '--git-path', 'index'],
]

function sumBelow(places: AttributePlaces & { readonly indexFile: string }): string | undefined {
  const sum = sumOfIndex(places.indexFile)
  return sum && `${sum} ${places.prefix}${outerAttributes(places)}`
}

/** The prefix is empty or ends with a slash; what follows is told apart by what no path is likely to hold. */
function placesIn(printed: string) {
  const end = printed.startsWith('\n') ? 0 : printed.indexOf('/\n') + 1
  const [repository, indexFile] = printed.slice(end + 1, -1).split('\ntrue\n')
  return { prefix: printed.slice(0, end), repository: repository!, indexFile: indexFile ?? '' }
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
  /** Files that are not as they are tracked, or not tracked at all, or that only their bytes tell. */
  readonly touched: readonly string[]
}

/** Undefined where git is told to look away. */
export function markOfTree({ index, prefix, changed, converted }: GitTree): TreeMark | undefined {
  if (index === undefined) return undefined
  const touched = entriesOf(changed).map(each => each.slice(3 + prefix.length))
  return { index, touched: [...new Set([...touched, ...converted])] }
}

/** Undefined where git is told to look away. Which of the skipped files are here is not told by what is tracked. */
export function digestOfIndex(
  prefix: string,
  tracked: Buffer,
  skipped: readonly string[],
): string | undefined {
  if (hidesChanges(tracked)) return undefined
  const hash = createHash('sha256').update(`${prefix}\0`).update(tracked)
  for (const path of skipped) hash.update(`\0${path}`)
  return hash.digest('hex')
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
