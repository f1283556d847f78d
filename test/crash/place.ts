// Everything of one case on the disk: a project with a home, a cache and a folder for temporary files of its own, and what a person left in it.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { everything } from '../git/fixture.ts'

export interface Place {
  /** Everything of one case: the project, a home, a cache, a folder for temporary files. */
  readonly home: string
  readonly root: string
  readonly git: (...words: readonly string[]) => string
}

export type Files = Readonly<Record<string, string>>

/** `files` are what the first commit holds. */
export function makePlace(files: (home: string) => Files): Place {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'fixpoint-crash-')))
  const root = join(home, 'project')
  for (const folder of ['home', 'cache', 'tmp']) mkdirSync(join(home, folder))
  for (const [path, text] of Object.entries(files(home))) write(root, path, text)
  const git: Place['git'] = (...words) =>
    execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: join(home, 'home'),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_OPTIONAL_LOCKS: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  git('init', '--quiet', '--initial-branch', 'main')
  git('config', 'user.name', 'Ana')
  git('config', 'user.email', 'ana@example.org')
  write(root, '.git/info/exclude', 'units/\n')
  git('add', '-A')
  git('commit', '--quiet', '-m', 'Start')
  return { home, root, git }
}

/** A stash, a tracked file, a staged one that was edited since, and one that git does not know. */
export function leaveWork({ root, git }: Place): void {
  const put = (path: string, text: string) => write(root, path, text)
  put('src/a.txt', 'work in progress\n')
  git('stash', 'push', '--quiet', 'src/a.txt')
  put('src/a.txt', 'other work\n')
  put('src/untracked.txt', 'mine\n')
  put('src/staged.txt', 'staged\n')
  git('add', 'src/staged.txt')
  put('src/staged.txt', 'staged, then edited\n')
}

/** The whole checkout with its git directory; the branch that a person wanted moved is theirs to look at. */
export function workIn({ root }: Place, moved?: string): Files {
  const isTheirs = (path: string) =>
    !path.startsWith('.fixpoint/local/') &&
    (moved === undefined || !path.endsWith(`refs/heads/${moved}`))
  return Object.fromEntries(Object.entries(everything(root)).filter(([path]) => isTheirs(path)))
}

export function removePlace({ home }: Place): void {
  rmSync(home, { recursive: true, force: true })
}

export function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
