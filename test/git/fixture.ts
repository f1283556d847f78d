// Real repositories for tests: a home of their own, a user with work in progress, and one assertion that nothing of that work moved.

import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { probeFileSystem } from '../../src/workspace/file-system.ts'
import type { Environment } from '../../src/workspace/git.ts'
import { closeRepository, openRepository, type Repository } from '../../src/workspace/open.ts'
import { acquireWorkspace, type Workspace } from '../../src/workspace/pool.ts'
import { type Inspection, inspectRepository } from '../../src/workspace/repository.ts'

export interface TestRepository {
  readonly root: string
  readonly home: string
  readonly cache: string
  readonly environment: Environment
  /** Runs git in the checkout as its user would; answers what it printed. */
  readonly git: (...words: string[]) => string
  readonly write: (path: string, content: string) => void
  readonly read: (path: string) => string
  readonly commit: (files: Readonly<Record<string, string>>, message?: string) => string
  readonly inspect: () => Promise<Inspection>
  readonly open: () => Promise<Repository>
}

export const agent = { name: 'An Agent', email: 'agent@example.org' }

/** A repository on branch `main` with one commit of the given files; none when there are no files. */
export function testRepository(
  files: Readonly<Record<string, string>> = {},
  folder = 'project',
): TestRepository {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'fixpoint-git-')))
  onTestFinished(() => execFileSync('rm', ['-rf', home]) && undefined)
  const root = join(home, folder)
  mkdirSync(root, { recursive: true })
  const repository = repositoryAt(root, home)
  repository.git('init', '--quiet', '--initial-branch', 'main')
  if (Object.keys(files).length > 0) repository.commit(files, 'Start')
  return repository
}

export function repositoryAt(root: string, home: string): TestRepository {
  const environment = testEnvironment(home)
  const cache = join(home, 'cache')
  const git = (...words: string[]) => gitIn(root, environment, words)
  const write = (path: string, content: string) => put(join(root, path), content)
  const inspect = () => inspectRepository(root, { environment, fileSystem: probeFileSystem(cache) })
  return {
    root,
    home,
    cache,
    environment,
    git,
    write,
    read: path => readFileSync(join(root, path), 'utf8'),
    commit: (contents, message = 'Change') => {
      for (const [path, content] of Object.entries(contents)) write(path, content)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD').trim()
    },
    inspect,
    open: async () => {
      const { facts } = await inspect()
      const opened = openRepository(facts!, { cache, environment })
      onTestFinished(() => closeRepository(opened))
      return opened
    },
  }
}

function testEnvironment(home: string): Environment {
  return {
    PATH: process.env.PATH,
    HOME: home,
    GIT_AUTHOR_NAME: 'A User',
    GIT_AUTHOR_EMAIL: 'user@example.org',
    GIT_COMMITTER_NAME: 'A User',
    GIT_COMMITTER_EMAIL: 'user@example.org',
    GIT_ALLOW_PROTOCOL: 'file',
  }
}

/** What git printed; it is kept off the test's own output, and a failure shows it. */
export function gitIn(folder: string, environment: Environment, words: readonly string[]): string {
  return execFileSync('git', words, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: 'pipe',
  })
}

/** A shell script in a folder, as an agent would run it. */
export function shell(workspace: Workspace, script: string, environment: Environment = {}): string {
  return execFileSync('sh', ['-ec', script], {
    cwd: workspace.path,
    env: {
      PATH: process.env.PATH,
      HOME: dirname(workspace.path),
      ...environment,
      ...workspace.environment,
    },
    encoding: 'utf8',
    stdio: 'pipe',
  })
}

export function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

let attempts = 0

export function acquire(
  repository: Repository,
  base = repository.facts.head!,
  sparse?: readonly string[],
): Promise<Workspace> {
  const attempt = `attempt-${attempts++}`
  return acquireWorkspace(repository, { attempt, base, identity: agent, sparse })
}

/** A repository with another one at `lib`. */
export function repositoryWithSubmodule(files: Readonly<Record<string, string>>) {
  const library = testRepository(files)
  const repository = testRepository(files)
  const words = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add']
  repository.git(...words, library.root, 'lib')
  repository.commit({})
  return { repository, library }
}

/** Leaves the checkout as people leave theirs: something modified, staged, untracked, ignored and stashed, and a hook that shouts. */
export function leaveWork(repository: TestRepository): void {
  const { git, write } = repository
  write('stashed.txt', 'put aside\n')
  git('add', 'stashed.txt')
  git('stash', 'push', '--quiet')
  write('staged.txt', 'staged\n')
  git('add', 'staged.txt')
  write('staged.txt', 'staged, then edited\n')
  write('untracked.txt', 'untracked\n')
  write('.git/info/exclude', 'ignored.txt\n')
  write('ignored.txt', 'ignored\n')
  const tracked = git('ls-files').split('\n')[0]!
  write(tracked, `${repository.read(tracked)}edited\n`)
  for (const hook of ['pre-commit', 'post-checkout', 'reference-transaction', 'post-index-change'])
    put(
      join(repository.root, '.git/hooks', hook),
      `#!/bin/sh\necho ${hook} >> "${repository.home}/hooks-ran"\n`,
    )
  execFileSync('chmod', ['-R', '+x', join(repository.root, '.git/hooks')])
}

/** Whatever `work` does, the checkout, its index, its settings, its stash and every ref of the user stay as they are, and no hook runs. */
export async function untouched<T>(repository: TestRepository, work: () => Promise<T>): Promise<T> {
  const before = everything(repository.root)
  const result = await work()
  expect(everything(repository.root)).toEqual(before)
  expect(readdirSync(repository.home)).not.toContain('hooks-ran')
  return result
}

/** Every file below a folder with kind, mode and bytes; of git's own files all but objects and what belongs to Fixpoint. */
export function everything(root: string): Readonly<Record<string, string>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(
      path =>
        !/^\.git\/(objects\/|refs\/(heads\/)?fixpoint\/|logs\/refs\/(heads\/)?fixpoint\/)/.test(
          path,
        ),
    )
  return Object.fromEntries(entries.sort().map(path => [path, describe(join(root, path))]))
}

function describe(path: string): string {
  const stats = lstatSync(path)
  const content = stats.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'latin1')
  return `${stats.mode.toString(8)} ${content}`
}
