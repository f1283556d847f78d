// Folders of many files that a setup command made: how they are shared between workspaces, and how a change in them is seen.

import { constants } from 'node:fs'
import {
  chmod,
  copyFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../base/hash.ts'
import { bytesOf } from './git.ts'

/** Reflinks share blocks and nothing else; hard links share the file itself, so it is made read-only; copies share nothing. */
export const sharings = ['reflink', 'hardlink', 'copy'] as const

export type Sharing = (typeof sharings)[number]

const CONCURRENT_FILES = 32
const NO_WRITE = ~0o222

/** The cheapest way that is safe below `folder`: read-only protects a shared file from everybody but root. */
export async function sharingIn(folder: string): Promise<Sharing> {
  await mkdir(folder, { recursive: true })
  const probe = await mkdtemp(join(folder, `.probe-${process.pid}-`))
  try {
    await writeFile(join(probe, 'a'), 'a')
    await copyFile(join(probe, 'a'), join(probe, 'b'), constants.COPYFILE_FICLONE_FORCE)
    return 'reflink'
  } catch {
    return process.getuid?.() === 0 ? 'copy' : 'hardlink' // this file system cannot share blocks
  } finally {
    await rm(probe, { recursive: true })
  }
}

/** Makes `to` hold what `from` holds, for each path; a file that lies there already, a carried one, stays. */
export async function share(
  from: string,
  to: string,
  paths: readonly string[],
  sharing: Sharing,
): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(at(to, path).toString()), { recursive: true })
    await shareOne(at(from, path), at(to, path), sharing)
  }
}

async function shareOne(from: Buffer, to: Buffer, sharing: Sharing): Promise<void> {
  const stats = await lstat(from)
  if (!stats.isDirectory() && (await lstat(to).catch(absent))) return
  if (stats.isSymbolicLink()) return symlink(await readlink(from), to)
  if (stats.isFile()) return shareFile(from, to, sharing, stats.mtime)
  if (!stats.isDirectory()) return
  await mkdir(to, { recursive: true })
  await inBatches(await namesIn(from), name =>
    shareOne(below(from, name), below(to, name), sharing),
  )
  await chmod(to, stats.mode & 0o7777)
  await utimes(to, stats.mtime, stats.mtime)
}

async function shareFile(from: Buffer, to: Buffer, sharing: Sharing, mtime: Date): Promise<void> {
  if (sharing === 'hardlink') {
    const { mode } = await lstat(from)
    if ((mode & ~NO_WRITE) !== 0) await chmod(from, mode & NO_WRITE & 0o7777)
    return link(from, to)
  }
  await copyFile(from, to, sharing === 'reflink' ? constants.COPYFILE_FICLONE : 0)
  await utimes(to, mtime, mtime)
}

/** Moves when anything below the paths does. A hard link's change time moves when a sibling links the file, so it is left out there. */
export async function fingerprint(
  root: string,
  paths: readonly string[],
  sharing: Sharing,
): Promise<string> {
  const lines: string[] = []
  for (const path of paths) await describe(root, path, sharing, lines)
  return sha256(lines.sort().join('\n'))
}

async function describe(
  root: string,
  path: string,
  sharing: Sharing,
  lines: string[],
): Promise<void> {
  const place = at(root, path)
  const stats = await lstat(place, { bigint: true }).catch(absent)
  if (!stats) return void lines.push(`${path}\0absent`)
  const changed = sharing === 'hardlink' ? '' : stats.ctimeNs
  lines.push([path, stats.mode, stats.size, stats.mtimeNs, stats.ino, changed].join('\0'))
  if (!stats.isDirectory()) return
  await inBatches(await namesIn(place), name =>
    describe(root, `${path}/${name.toString('latin1')}`, sharing, lines),
  )
}

function absent(cause: NodeJS.ErrnoException): undefined {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined
  throw cause
}

const at = (root: string, path: string) => below(Buffer.from(root), bytesOf(path))
const below = (folder: Buffer, name: Buffer) => Buffer.concat([folder, Buffer.from('/'), name])
const namesIn = (folder: Buffer) => readdir(folder, { encoding: 'buffer' })

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += CONCURRENT_FILES)
    await Promise.all(items.slice(start, start + CONCURRENT_FILES).map(work))
}
