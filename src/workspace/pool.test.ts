// No attempt starts in a folder that was not proved equal to its base, and none shares a folder with a living one.

import { execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  acquire,
  agent,
  everything,
  gitIn,
  leaveWork,
  shell,
  testRepository,
  untouched,
} from '../../test/git/fixture.ts'
import { takeChangeSet } from './change-set.ts'
import { readLease, standingOf } from './lease.ts'
import { ensureRepository, openRepository, type Repository } from './open.ts'
import {
  acquireWorkspace,
  adoptWorkspace,
  releaseWorkspace,
  removeWorkspace,
  type Workspace,
} from './pool.ts'
import { listSlots } from './slot.ts'

const files = {
  '.gitignore': 'node_modules/\n*.log\n',
  'src/a.ts': 'export const a = 1\n',
  'src/deep/b.ts': 'export const b = 2\n',
  'run.sh': '#!/bin/sh\n',
}

/** What lies in a workspace, apart from its private repository. */
function contents(workspace: Workspace): Readonly<Record<string, string>> {
  const all = Object.entries(everything(workspace.path))
  return Object.fromEntries(all.filter(([path]) => !path.startsWith('.git/')))
}

async function secondUse(
  repository: Repository,
  first: Workspace,
  base = repository.facts.head!,
): Promise<Workspace> {
  releaseWorkspace(first)
  const second = await acquire(repository, base)
  expect(second.path).toBe(first.path)
  return second
}

describe('a workspace', () => {
  it('lies outside the checkout and holds the files of its base, whatever the checkout holds', async () => {
    const repository = testRepository(files)
    const clean = everything(repository.root)
    leaveWork(repository)
    const opened = await repository.open()
    const workspace = await untouched(repository, () => acquire(opened))
    expect(workspace.path.startsWith(repository.cache)).toBe(true)
    const expected = Object.keys(files).sort()
    expect(contents(workspace)).toEqual(
      Object.fromEntries(expected.map(path => [path, clean[path]])),
    )
  })

  it('is a repository of its own: branches, stash, settings, hooks and collection inside stay inside', async () => {
    const repository = testRepository(files)
    leaveWork(repository)
    const opened = await repository.open()
    const workspace = await acquire(opened)
    const script = `
      test -z "$(git status --porcelain)"
      test "$(git stash list)" = ""
      printf '#!/bin/sh\\nexit 1\\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
      echo changed >> src/a.ts && git stash -q && git stash pop -q
      git checkout -q -b other && git commit -qam 'by the agent' && git tag mine
      git config user.name Nobody && git config core.hooksPath .husky
      git update-ref -d refs/heads/work && git gc -q --prune=now
      git log -1 --format='%an <%ae>'`
    const author = await untouched(repository, async () => shell(workspace, script))
    expect(author).toBe(`${agent.name} <${agent.email}>\n`)
  })

  it('may hold only some folders, where a repository is large', async () => {
    const repository = testRepository({ ...files, 'docs/x/y.md': 'y\n', 'docs/z.md': 'z\n' })
    const opened = await repository.open()
    const sparse = await acquire(opened, opened.facts.head!, ['docs/x'])
    expect(Object.keys(contents(sparse))).toEqual([
      '.gitignore',
      'docs/x/y.md',
      'docs/z.md',
      'run.sh',
    ])
    expect(Object.keys(contents(await secondUse(opened, sparse)))).toHaveLength(6)
  })
})

describe('a workspace that was used before', () => {
  const leftovers: Readonly<Record<string, string>> = {
    'edited, staged, committed and renamed files': `
      echo x >> src/a.ts && git mv run.sh walk.sh && git commit -qam x && echo y > src/deep/b.ts && git add -A`,
    'deleted files and folders': 'rm -r src run.sh',
    'untracked and ignored files':
      'mkdir -p node_modules/p && echo x > node_modules/p/i.js && echo x > a.log && echo x > new',
    'a file whose time was set back':
      'touch -r src/a.ts stamp && printf "export const a = 2\\n" > src/a.ts && touch -r stamp src/a.ts && rm stamp',
    'a nested repository':
      'git init -q nested && cd nested && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m x',
    'a repository in a tracked folder': 'git init -q src && echo x > src/own.ts',
    'files of another mode': 'chmod 444 src/a.ts && chmod +x src/deep/b.ts && chmod -x run.sh',
    'files that are linked from outside': 'ln src/a.ts ../outside',
    'a folder nobody may write':
      'mkdir -p stuck/in && echo x > stuck/in/f && chmod -R a-w stuck && chmod 555 src',
    'a folder in place of a file': 'rm run.sh && mkdir run.sh && echo x > run.sh/x',
    'a file in place of a folder': 'rm -r src && echo x > src',
    'a link in place of a folder':
      'mkdir elsewhere && mv src/deep elsewhere/deep && ln -s ../elsewhere/deep src/deep',
    'a pipe': 'mkfifo src/pipe && rm run.sh && mkfifo run.sh',
    'empty folders': 'mkdir -p empty/er src/empty',
    'locks and a broken repository':
      'touch .git/index.lock .git/HEAD.lock && echo broken > .git/HEAD && echo broken > .git/config',
    'no repository': 'rm -rf .git && ln -s /etc .git',
    'an ignore file of its own':
      'printf "*\\n" > .gitignore && echo "*" >> .git/info/exclude && echo x > hidden',
    'names that are not UTF-8': `echo x > "$(printf 'latin-\\351')"`,
  }

  for (const [what, script] of Object.entries(leftovers))
    it(`starts again without ${what}`, async () => {
      const repository = testRepository(files)
      const opened = await repository.open()
      const fresh = await acquire(opened)
      const before = contents(fresh)
      shell(fresh, script)
      const again = await secondUse(opened, fresh)
      expect(contents(again)).toEqual(before)
      expect(allFolders(again.path)).toEqual(['src', 'src/deep'])
      expect(shell(again, 'git status --porcelain --ignored && git stash list')).toBe('')
      expect(statSync(join(again.path, 'src')).mode & 0o700).toBe(0o700)
      expect(statSync(join(again.path, 'src/a.ts')).nlink).toBe(1)
    })

  it('starts again without a socket', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const fresh = await acquire(opened)
    const { createServer } = await import('node:net')
    const server = createServer()
    await new Promise<void>(done => server.listen(join(fresh.path, 'src/s'), done))
    onTestFinished(() => void server.close())
    expect(readdirSync(join((await secondUse(opened, fresh)).path, 'src'))).not.toContain('s')
  })

  it('has the same files on disk: only what differs is written, also where a killed git left its lock', async () => {
    const opened = await testRepository(files).open()
    const first = await acquire(opened)
    const inode = (path: string) => statSync(join(first.path, path)).ino
    const before = ['src/deep/b.ts', 'run.sh'].map(inode)
    shell(first, 'echo x > src/a.ts')
    writeFileSync(join(first.slot.git.directory, 'index.lock'), '')
    await secondUse(opened, first)
    expect(['src/deep/b.ts', 'run.sh'].map(inode)).toEqual(before)
  })

  it('starts at another base', async () => {
    const repository = testRepository(files)
    const first = repository.git('rev-parse', 'HEAD').trim()
    repository.git('rm', '-q', 'run.sh')
    const second = repository.commit({ 'src/a.ts': 'export const a = 3\n', 'src/c.ts': 'c\n' })
    const opened = await repository.open()
    const workspace = await acquire(opened, second)
    expect(Object.keys(contents(workspace))).toContain('src/c.ts')
    const again = await secondUse(opened, workspace, first)
    expect(contents(again)['src/a.ts']).toMatch(/a = 1/)
    expect(Object.keys(contents(again))).toEqual(Object.keys(files).sort())
    expect(gitIn(again.path, {}, ['log', '--format=%s'])).toBe('Start\n')
  })

  it('is not handed out while something still runs in it', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const first = await acquire(opened)
    const lingering = spawn('sleep', ['60'], { cwd: join(first.path, 'src'), stdio: 'ignore' })
    onTestFinished(() => void lingering.kill('SIGKILL'))
    releaseWorkspace(first)
    const second = await acquire(opened)
    expect(second.path).not.toBe(first.path)
    lingering.kill('SIGKILL')
    await new Promise(done => lingering.on('exit', done))
    expect((await acquire(opened)).path).toBe(first.path)
  })
})

describe('a pool that was hurt', () => {
  const injuries: Readonly<Record<string, (slot: string) => void>> = {
    'a tree that was half deleted': slot => rmSync(join(slot, 'tree/src'), { recursive: true }),
    'a tree that is missing': slot => rmSync(join(slot, 'tree'), { recursive: true }),
    'a git directory that is missing': slot => rmSync(join(slot, 'git'), { recursive: true }),
    'an index that ends early': slot => writeFileSync(join(slot, 'git/index'), 'DIRC'),
    'a lock of a git that was killed': slot => writeFileSync(join(slot, 'git/index.lock'), ''),
    'a file in place of the tree': slot => {
      rmSync(join(slot, 'tree'), { recursive: true })
      writeFileSync(join(slot, 'tree'), '')
    },
    'a record of a setup that lies': slot => writeFileSync(join(slot, 'setup.json'), '{"key":'),
  }

  for (const [what, injure] of Object.entries(injuries))
    it(`hands out a whole workspace after ${what}`, async () => {
      const repository = testRepository(files)
      const opened = await repository.open()
      const fresh = await acquire(opened)
      const before = contents(fresh)
      injure(fresh.slot.folder)
      expect(contents(await secondUse(opened, fresh))).toEqual(before)
    })

  it('works when the cache was moved', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const fresh = await acquire(opened)
    const before = contents(fresh)
    releaseWorkspace(fresh)
    const cache = join(repository.home, 'moved')
    renameSync(repository.cache, cache)
    const moved = openRepository(opened.facts, { cache, environment: repository.environment })
    onTestFinished(() => moved.objects.close())
    const again = await acquire(moved)
    expect(again.path.startsWith(cache)).toBe(true)
    expect(contents(again)).toEqual(before)
    expect(shell(again, 'git status --porcelain')).toBe('')
  })

  it('works when the cache was deleted', async () => {
    const repository = testRepository(files)
    await acquire(await repository.open())
    rmSync(repository.cache, { recursive: true })
    expect(Object.keys(contents(await acquire(await repository.open())))).toHaveLength(4)
  })
})

it('a cache that is removed under a holder takes the workspace from it: the next one in the same place is not taken for it', async () => {
  const repository = await testRepository(files).open()
  const first = await acquire(repository)
  const before = contents(first)
  rmSync(repository.folder, { recursive: true })
  await expect(takeChangeSet(repository, first)).rejects.toThrow('was removed while it was in use')
  ensureRepository(repository)
  const second = await acquire(repository)
  expect(second.id).toBe(first.id)
  expect(contents(second)).toEqual(before)
  writeFileSync(join(second.path, 'src/a.ts'), 'export const a = 12\n')
  await expect(takeChangeSet(repository, first)).rejects.toThrow('was taken over')
  await removeWorkspace(repository, first)
  expect((await takeChangeSet(repository, second)).changes).not.toEqual([])
})

it('a place whose folder was removed stays empty while something still runs in it', async () => {
  const repository = await testRepository(files).open()
  const first = await acquire(repository)
  const child = spawn('sleep', ['600'], { cwd: first.path, stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  rmSync(repository.folder, { recursive: true })
  ensureRepository(repository)
  expect((await acquire(repository)).path).not.toBe(first.path)
})

describe('a lease', () => {
  it('keeps a workspace for one attempt: others get folders of their own, also all at once', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const all = await Promise.all(Array.from({ length: 8 }, () => acquire(opened)))
    expect(new Set(all.map(each => each.path)).size).toBe(8)
    for (const each of all) releaseWorkspace(each)
    const again = await Promise.all(Array.from({ length: 8 }, () => acquire(opened)))
    expect(new Set(again.map(each => each.path))).toEqual(new Set(all.map(each => each.path)))
    expect(new Set([...all, ...again].map(each => each.id)).size).toBe(16)
  })

  it('of a process that died keeps what lies in the workspace until somebody adopts it', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const script = join(import.meta.dirname, '../../test/git/die-holding.ts')
    execFileSync(process.execPath, [script, repository.root, repository.cache, 'lost-attempt'])
    const [slot] = listSlots(opened)
    expect(standingOf(readLease(slot!.folder))).toBe('orphaned')
    expect((await acquire(opened)).path).not.toBe(slot!.tree)
    const adopted = await adoptWorkspace(opened, 'lost-attempt')
    expect(readFileSync(join(adopted!.path, 'found.txt'), 'utf8')).toBe('made by the dead\n')
    expect(await adoptWorkspace(opened, 'lost-attempt')).toBeUndefined()
    releaseWorkspace(adopted!)
    expect((await acquire(opened)).path).toBe(slot!.tree)
  })

  it('that was lost gives nothing back and removes nothing', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const first = await acquire(opened)
    const second = await secondUse(opened, first)
    await removeWorkspace(opened, first)
    releaseWorkspace(first)
    expect(existsSync(join(second.path, 'run.sh'))).toBe(true)
    expect(standingOf(readLease(second.slot.folder))).toBe('held')
  })

  it('ends with the workspace, and the place is used again', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const first = await acquire(opened)
    await removeWorkspace(opened, first)
    expect(existsSync(first.path)).toBe(false)
    expect((await acquire(opened)).path).toBe(first.path)
  })
})

it('refuses a base that is not in the repository', async () => {
  const opened = await testRepository(files).open()
  const base = '0123456789012345678901234567890123456789'
  await expect(acquireWorkspace(opened, { attempt: 'a', base, identity: agent })).rejects.toThrow(
    `there is no commit ${base} in this repository`,
  )
  expect(listSlots(opened)).toEqual([])
})

function allFolders(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(path => path !== '.git' && !path.startsWith('.git/'))
    .sort()
}
