// Takes away everything in a folder that a tree does not name: ignored files, nested repositories, sockets, read-only folders.
// And files of the tree that are locked or linked from elsewhere. Follows no link; what else is in files is git's business.

import {
  chmodSync,
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  type Stats,
  unlinkSync,
} from 'node:fs'
import { chmod, lstat, readdir, rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { bytesOf, readable } from './git.ts'
import { isSubmodule, type Tracked } from './tracked.ts'

export interface SweepOptions {
  readonly tracked: Tracked
  /** Paths (one character per byte) that stay with all they hold. */
  readonly keeps: ReadonlySet<string>
}

const OWNER_ALL = 0o700
const OWNER_WRITES = 0o600
const FOLDER_MODE = 0o755
const MAX_WALKS = 3
const FOLDERS_AT_ONCE = 100

/** Walks until a walk finds nothing: that last walk is the proof. Answers what was removed, as a person reads it. */
export async function sweep(root: string, options: SweepOptions): Promise<readonly string[]> {
  const removed: string[] = []
  for (let walk = 0; walk < MAX_WALKS; walk++) {
    const found = await strangers(root, options)
    if (found.length === 0) return removed.sort()
    for (const path of found) await removeStubborn(inside(root, path))
    removed.push(...found.map(readable))
  }
  throw new Error(`${root} does not stay clean: something still writes into it (${removed.at(-1)})`)
}

/** Everything below a folder that does not belong there, the topmost of each branch. */
export async function strangers(root: string, options: SweepOptions): Promise<string[]> {
  const found: string[] = []
  const folders = ['']
  for (let visited = 0; folders.length > 0; visited++) {
    lookInto(root, folders.pop()!, options, { found, folders })
    if (visited % FOLDERS_AT_ONCE === 0) await setImmediate()
  }
  return found
}

interface Findings {
  readonly found: string[]
  /** Still to be looked into. */
  readonly folders: string[]
}

/** Without waiting: a question to the thread pool for each file costs more than the answer. */
function lookInto(root: string, folder: string, options: SweepOptions, to: Findings): void {
  const place = inside(root, folder)
  if (!allowsOwner(lstatSync(place))) chmodSync(place, FOLDER_MODE)
  for (const entry of readdirSync(place, { withFileTypes: true, encoding: 'buffer' })) {
    const path = `${folder === '' ? '' : `${folder}/`}${entry.name.toString('latin1')}`
    if (path === '.git' || options.keeps.has(path)) continue
    const fate = fateOf(entry, path, options.tracked)
    if (fate === 'enter') to.folders.push(path)
    else if (fate === 'stranger' || isMarked(lstatSync(inside(root, path)))) to.found.push(path)
  }
}

const inside = (root: string, path: string) =>
  Buffer.concat([Buffer.from(root), bytesOf(path === '' ? '' : `/${path}`)])

/** Git notes change times by the second, so it cannot see a file that was locked or linked elsewhere right after its checkout. */
const isMarked = (stats: Stats) =>
  stats.nlink !== 1 || (stats.isFile() && (stats.mode & OWNER_WRITES) !== OWNER_WRITES)

const allowsOwner = (stats: Stats) => (stats.mode & OWNER_ALL) === OWNER_ALL

function fateOf(
  entry: Dirent<Buffer>,
  path: string,
  { rows, folders }: Tracked,
): 'enter' | 'stays' | 'stranger' {
  const row = rows.get(path)
  if (entry.isDirectory()) return folders.has(path) || isSubmodule(row) ? 'enter' : 'stranger'
  const isPlain = entry.isFile() || entry.isSymbolicLink()
  return isPlain && row !== undefined && !isSubmodule(row) ? 'stays' : 'stranger'
}

/** Removes a file or a whole folder, also where somebody took away the right to. */
export async function removeStubborn(path: Buffer | string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true })
  } catch (cause) {
    if (!['EACCES', 'EPERM', 'ENOTEMPTY'].includes(codeOf(cause))) throw cause
    await unlock(path)
    await rm(path, { recursive: true, force: true, maxRetries: 2 })
  }
}

const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code ?? ''

async function unlock(path: Buffer | string): Promise<void> {
  const stats = await lstat(path)
  if (!stats.isDirectory()) return
  await chmod(path, OWNER_ALL)
  for (const name of await readdir(path, { encoding: 'buffer' }))
    await unlock(Buffer.concat([Buffer.from(path), Buffer.from('/'), name]))
}

/** A real folder, whatever lay there before. */
export function ensureFolder(path: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return
  if (stats) unlinkSync(path)
  mkdirSync(path, { recursive: true })
}
