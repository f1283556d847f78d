// Repositories that an agent made inside its workspace: git would record each as a link to a commit that exists nowhere else,
// so their files are taken instead. Ignore rules of the outer repository hold in them.

import { readdir } from 'node:fs/promises'
import { byteNames, bytesOf, type GitOptions, runGit, zeroEnded } from './git.ts'
import type { Slot } from './slot.ts'

/** Files below folders such as `app/`, one character per byte, without those that are ignored. */
export async function nestedFiles(
  slot: Slot,
  git: GitOptions,
  folders: readonly string[],
): Promise<readonly string[]> {
  if (folders.length === 0) return []
  const found = await Promise.all(folders.map(folder => filesBelow(slot.tree, folder.slice(0, -1))))
  const files = found.flat()
  const ignored = new Set(await ignoredAmong(slot, git, files))
  return files.filter(file => !ignored.has(file))
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const place = Buffer.concat([Buffer.from(`${root}/`), bytesOf(folder)])
  const entries = await readdir(place, { withFileTypes: true, encoding: 'buffer' })
  const found: string[] = []
  for (const entry of entries) {
    const name = entry.name.toString('latin1')
    if (name === '.git') continue
    if (entry.isDirectory()) found.push(...(await filesBelow(root, `${folder}/${name}`)))
    else if (entry.isFile() || entry.isSymbolicLink()) found.push(`${folder}/${name}`)
  }
  return found
}

const NONE_IGNORED = 1

async function ignoredAmong(
  slot: Slot,
  git: GitOptions,
  files: readonly string[],
): Promise<readonly string[]> {
  const input = zeroEnded(files)
  const words = ['check-ignore', '-z', '--no-index', '--stdin']
  const variables = { ...git.variables, GIT_LITERAL_PATHSPECS: '0' }
  const options = { ...git, variables, input, accepts: [0, NONE_IGNORED] }
  const { stdout } = await runGit(slot.git, words, options)
  return byteNames(stdout)
}
