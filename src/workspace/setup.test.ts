// A fresh workspace can run: its setup ran once for the same inputs, what it needs is carried, and its ports are its own.

import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { acquire, put, shell, testRepository } from '../../test/git/fixture.ts'
import { carryFiles } from './carry.ts'
import { takeChangeSet } from './change-set.ts'
import { workspaceEnvironment } from './environment.ts'
import { fingerprint, share } from './outputs.ts'
import { releaseWorkspace, removeWorkspace, type Workspace } from './pool.ts'
import { portBlock } from './ports.ts'
import { type RunSetup, type SetupContract, setUpWorkspace, setupFolder } from './setup.ts'

const files = {
  '.gitignore': 'node_modules/\n.env\n.cache/\n',
  'package-lock.json': '{"lock":1}\n',
  'src/a.ts': 'a\n',
}
const install =
  'mkdir -p node_modules/p/bin && cp package-lock.json node_modules/p/ && echo run > node_modules/p/bin/run && chmod +x node_modules/p/bin/run && ln -s p node_modules/q'
const contract: SetupContract = { command: install, isShared: true }

/** Runs the command, and counts. */
function runner(): { readonly run: RunSetup; readonly count: () => number } {
  let count = 0
  const run: RunSetup = async (command, workspace) => {
    count++
    shell(workspace, command)
    return { exitCode: 0, output: '' }
  }
  return { run, count: () => count }
}

const installed = (workspace: Workspace) =>
  shell(workspace, 'cat node_modules/p/package-lock.json && test -x node_modules/q/bin/run')

describe('the setup command', () => {
  it('runs once for the same lockfile; others get its result, and a folder that has it keeps it', async () => {
    const opened = await testRepository(files).open()
    const { run, count } = runner()
    const [first, second] = [await acquire(opened), await acquire(opened)]
    const ways = [
      await setUpWorkspace(opened, first, contract, run),
      await setUpWorkspace(opened, second, contract, run),
    ]
    expect(ways).toEqual([
      { how: 'ran', problems: [] },
      { how: 'shared', problems: [] },
    ])
    expect([installed(first), installed(second)]).toEqual(['{"lock":1}\n', '{"lock":1}\n'])
    expect((await takeChangeSet(opened, second)).changes).toEqual([])
    releaseWorkspace(second)
    const third = await acquire(opened)
    expect(third.path).toBe(second.path)
    expect(await setUpWorkspace(opened, third, contract, run)).toEqual({
      how: 'kept',
      problems: [],
    })
    expect(installed(third)).toBe('{"lock":1}\n')
    expect(count()).toBe(1)
  })

  it('runs again when the lockfile of the base is another, and nothing of the old result stays', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const { run, count } = runner()
    const first = await acquire(opened)
    const old = { ...contract, command: `${install} && echo old > node_modules/old` }
    await setUpWorkspace(opened, first, old, run)
    releaseWorkspace(first)
    const base = repository.commit({ 'package-lock.json': '{"lock":2}\n' })
    const second = await acquire(opened, base)
    expect((await setUpWorkspace(opened, second, contract, run)).how).toBe('ran')
    expect(installed(second)).toBe('{"lock":2}\n')
    expect(shell(second, 'ls node_modules')).toBe('p\nq\n')
    expect(count()).toBe(2)
  })

  it('result that an agent wrote into is not kept, nor does it reach another workspace', async () => {
    const opened = await testRepository(files).open()
    const { run } = runner()
    const [first, second] = [await acquire(opened), await acquire(opened)]
    await setUpWorkspace(opened, first, contract, run)
    await setUpWorkspace(opened, second, contract, run)
    shell(second, 'rm node_modules/p/bin/run && echo evil > node_modules/p/bin/run')
    releaseWorkspace(second)
    const third = await acquire(opened)
    expect((await setUpWorkspace(opened, third, contract, run)).how).toBe('shared')
    expect(installed(third)).toBe('{"lock":1}\n')
  })

  it('result in the store that was written into is thrown away', async () => {
    const opened = await testRepository(files).open()
    const { run, count } = runner()
    await setUpWorkspace(opened, await acquire(opened), contract, run)
    const found = execFileSync('find', [setupFolder(opened), '-name', 'package-lock.json'], {
      encoding: 'utf8',
    })
    chmodSync(found.trim(), 0o644)
    appendFileSync(found.trim(), 'poison')
    const second = await acquire(opened)
    expect((await setUpWorkspace(opened, second, contract, run)).how).toBe('ran')
    expect(installed(second)).toBe('{"lock":1}\n')
    expect(count()).toBe(2)
  })

  it('that changes tracked files has them put back, and says so', async () => {
    const opened = await testRepository(files).open()
    const workspace = await acquire(opened)
    const command = `${install} && echo '{"lock":9}' > package-lock.json`
    const { problems } = await setUpWorkspace(
      opened,
      workspace,
      { ...contract, command },
      runner().run,
    )
    expect(problems.map(each => each.message)).toEqual([
      'the setup command changed files of the repository, which were put back: package-lock.json',
    ])
    expect((await takeChangeSet(opened, workspace)).changes).toEqual([])
  })

  it('that fails says how, and nothing is stored', async () => {
    const opened = await testRepository(files).open()
    const fail: RunSetup = async () => ({ exitCode: 3, output: 'no such package' })
    const { how, problems } = await setUpWorkspace(opened, await acquire(opened), contract, fail)
    expect(how).toBe('failed')
    expect(problems[0]?.message).toMatch(/^the setup command ended with 3: .*\nno such package$/s)
    expect((await setUpWorkspace(opened, await acquire(opened), contract, runner().run)).how).toBe(
      'ran',
    )
  })
})

describe('sharing by hard links', () => {
  it('makes one file of two, which nobody may write', async () => {
    const { home } = testRepository()
    put(join(home, 'from/p/a'), 'a\n')
    symlinkSync('a', join(home, 'from/p/link'))
    await share(join(home, 'from'), join(home, 'to'), ['p'], 'hardlink')
    const [from, to] = [statSync(join(home, 'from/p/a')), statSync(join(home, 'to/p/a'))]
    expect([to.ino, to.mode & 0o222]).toEqual([from.ino, 0])
    const before = await fingerprint(join(home, 'to'), ['p'], 'hardlink')
    await share(join(home, 'from'), join(home, 'third'), ['p'], 'hardlink')
    expect(await fingerprint(join(home, 'to'), ['p'], 'hardlink')).toBe(before)
    put(join(home, 'to/p/new'), '')
    expect(await fingerprint(join(home, 'to'), ['p'], 'hardlink')).not.toBe(before)
  })
})

describe('what is carried', () => {
  it('is what configuration or .worktreeinclude names and git does not track; it never becomes a change', async () => {
    const repository = testRepository({
      ...files,
      '.worktreeinclude': '.env\n.cache/\nsrc/\n*.key\n',
    })
    const untracked = {
      '.env': 'A=1\n',
      '.cache/x/y': 'y\n',
      'a.key': 'not ignored\n',
      'local.json': '{}\n',
      'certs/a b.pem': 'pem\n',
      'src/a.ts': 'edited\n',
      other: 'o\n',
    }
    for (const [path, content] of Object.entries(untracked)) repository.write(path, content)
    const opened = await repository.open()
    const workspace = await acquire(opened)
    const { environment } = repository
    const { paths, problems } = await carryFiles(opened, workspace, {
      patterns: ['local.json', 'certs', 'absent'],
      environment,
    })
    expect({ paths, problems }).toEqual({
      paths: ['.cache/x/y', '.env', 'certs/a b.pem', 'local.json'],
      problems: [],
    })
    expect(shell(workspace, 'cat .env local.json src/a.ts && git status --porcelain')).toBe(
      'A=1\n{}\na\n',
    )
    expect((await takeChangeSet(opened, workspace)).changes).toEqual([])
    releaseWorkspace(workspace)
    const next = await acquire(opened)
    shell(next, 'test ! -e .env && test ! -e certs && echo mine > local.json')
    expect((await takeChangeSet(opened, next)).changes.map(each => each.path)).toEqual([
      'local.json',
    ])
  })

  it('stays out of the shared result of the setup', async () => {
    const repository = testRepository(files)
    repository.write('.env', 'SECRET=1\n')
    const opened = await repository.open()
    const { run } = runner()
    const first = await acquire(opened)
    await carryFiles(opened, first, { patterns: ['.env'], environment: repository.environment })
    await setUpWorkspace(opened, first, contract, run)
    const second = await acquire(opened)
    await setUpWorkspace(opened, second, contract, run)
    expect(shell(second, 'ls -A')).not.toContain('.env')
  })

  it('is not written through a link of the base', async () => {
    const repository = testRepository(files)
    symlinkSync(repository.home, join(repository.root, 'out'))
    repository.commit({})
    const base = repository.git('rev-parse', 'HEAD').trim()
    repository.git('rm', '--quiet', 'out')
    repository.commit({})
    repository.write('out/x.env', 'x\n')
    const opened = await repository.open()
    const workspace = await acquire(opened, base)
    const { paths } = await carryFiles(opened, workspace, {
      patterns: ['out'],
      environment: repository.environment,
    })
    expect(paths).toEqual([])
  })
})

describe('ports', () => {
  const range = { from: 23_400, to: 23_429, count: 10 }

  it('of living workspaces never overlap, and a workspace keeps its own', async () => {
    const opened = await testRepository(files).open()
    const [first, second] = [await acquire(opened), await acquire(opened)]
    const blocks = await Promise.all([
      portBlock(opened, first, range),
      portBlock(opened, second, range),
    ])
    expect(new Set(blocks.map(each => each.first)).size).toBe(2)
    expect(await portBlock(opened, first, range)).toEqual(blocks[0])
    await removeWorkspace(opened, first)
    const third = await acquire(opened)
    const fourth = await acquire(opened)
    await portBlock(opened, third, range)
    await portBlock(opened, fourth, range)
    await expect(portBlock(opened, await acquire(opened), range)).rejects.toThrow(
      'all ports from 23400 to 23429 are taken',
    )
  })

  it('that a stranger listens on are left to them', async () => {
    const stranger = createServer()
    await new Promise<void>(done => stranger.listen(23_405, '127.0.0.1', done))
    onTestFinished(() => void stranger.close())
    const opened = await testRepository(files).open()
    expect(await portBlock(opened, await acquire(opened), range)).toEqual({
      first: 23_410,
      count: 10,
    })
  })
})

describe('the environment of a workspace', () => {
  it('holds what is allowed and what the workspace gives, and no key of whoever started Fixpoint', async () => {
    const opened = await testRepository(files).open()
    const workspace = await acquire(opened)
    const given = {
      PATH: '/bin',
      LC_ALL: 'C',
      OPENAI_API_KEY: 'k',
      MY_ONE: '1',
      MY_TWO: '2',
      GIT_DIR: '/x',
      FIXPOINT_TOKEN: 't',
    }
    const ports = { first: 20_000, count: 10 }
    const found = workspaceEnvironment(given, workspace, {
      allowed: ['MY_*', 'GIT_DIR', '*'],
      ports,
    })
    expect(Object.keys(found)).not.toContain('FIXPOINT_TOKEN')
    const narrow = workspaceEnvironment(given, workspace, { allowed: ['MY_*'], ports })
    expect(Object.keys(narrow).filter(name => name in given)).toEqual([
      'PATH',
      'LC_ALL',
      'MY_ONE',
      'MY_TWO',
    ])
    expect(narrow).toMatchObject({
      PORT: '20000',
      FIXPOINT_PORT_COUNT: '10',
      GIT_CONFIG_KEY_0: 'core.hooksPath',
    })
  })

  it('keeps hooks that a tool installs inside from running', async () => {
    const opened = await testRepository(files).open()
    const workspace = await acquire(opened)
    const script = `mkdir .husky && printf '#!/bin/sh\\nexit 1\\n' > .husky/pre-commit && chmod +x .husky/pre-commit
      git config core.hooksPath .husky && git commit -q --allow-empty -m x && git log -1 --format=%s`
    expect(shell(workspace, script)).toBe('x\n')
    writeFileSync(join(workspace.path, 'x'), '')
    expect(readFileSync(join(opened.facts.commonDirectory, 'config'), 'utf8')).not.toContain(
      'husky',
    )
  })
})
