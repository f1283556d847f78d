// Every kind of repository either works or is refused, with the reason, before anything starts.

import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  acquire,
  put,
  repositoryAt,
  repositoryWithSubmodule,
  type TestRepository,
  testRepository,
} from '../../test/git/fixture.ts'
import { takeChangeSet } from './change-set.ts'
import { clashes, probeFileSystem } from './file-system.ts'
import { inspectRepository } from './repository.ts'

const files = { 'src/a.ts': 'export const a = 1\n', 'README.md': '# Project\n' }

async function codesOf(repository: TestRepository): Promise<readonly string[]> {
  return (await repository.inspect()).problems.map(each => `${each.severity} ${each.code}`)
}

/** A round trip through a workspace: what an agent writes is what is found. */
async function expectToWork(repository: TestRepository): Promise<void> {
  const opened = await repository.open()
  const workspace = await acquire(opened)
  put(join(workspace.path, 'new.txt'), 'new\n')
  const { changes } = await takeChangeSet(opened, workspace)
  expect(changes).toEqual([{ path: 'new.txt', kind: 'added', mode: '100644' }])
}

describe('a repository that works', () => {
  it('is an ordinary one, from any folder inside it', async () => {
    const repository = testRepository(files)
    const { facts, problems } = await repositoryAt(
      join(repository.root, 'src'),
      repository.home,
    ).inspect()
    expect(problems).toEqual([])
    expect(facts).toMatchObject({ root: repository.root, branch: 'main', isShallow: false })
    await expectToWork(repository)
  })

  it('has a detached HEAD', async () => {
    const repository = testRepository(files)
    repository.git('checkout', '--quiet', '--detach')
    expect((await repository.inspect()).facts?.branch).toBeUndefined()
    await expectToWork(repository)
  })

  it('is a linked worktree of another one', async () => {
    const repository = testRepository(files)
    const linked = join(repository.home, 'linked')
    repository.git('worktree', 'add', '--quiet', '-b', 'side', linked)
    await expectToWork(repositoryAt(linked, repository.home))
  })

  it('is a shallow clone', async () => {
    const origin = testRepository(files)
    origin.commit({ 'src/b.ts': 'second\n' })
    const clone = join(origin.home, 'clone')
    origin.git('clone', '--quiet', '--depth', '1', `file://${origin.root}`, clone)
    const shallow = repositoryAt(clone, origin.home)
    expect((await shallow.inspect()).facts?.isShallow).toBe(true)
    await expectToWork(shallow)
  })

  it('is a clone of a bare origin', async () => {
    const origin = testRepository(files)
    origin.git('clone', '--quiet', '--bare', origin.root, join(origin.home, 'bare.git'))
    origin.git('clone', '--quiet', join(origin.home, 'bare.git'), join(origin.home, 'clone'))
    await expectToWork(repositoryAt(join(origin.home, 'clone'), origin.home))
  })

  it('is a sparse checkout: workspaces hold every file of the base', async () => {
    const repository = testRepository({ ...files, 'docs/guide.md': 'guide\n' })
    repository.git('sparse-checkout', 'set', 'src')
    expect((await repository.inspect()).facts?.isSparse).toBe(true)
    await expectToWork(repository)
  })

  it('has spaces, quotes and letters of every script in its paths', async () => {
    const odd = { 'a b/ü ñ.txt': 'x\n', '日本/"q".txt': 'y\n', 'tab\there': 'z\n' }
    await expectToWork(testRepository(odd, 'my projekt ß/и'))
  })

  it('names its objects by SHA-256', async () => {
    const home = testRepository()
    home.git('init', '--quiet', '--object-format=sha256', join(home.home, 'long'))
    const repository = repositoryAt(join(home.home, 'long'), home.home)
    repository.commit(files)
    await expectToWork(repository)
  })

  it('has submodules, which stay empty and are named', async () => {
    const { repository } = repositoryWithSubmodule(files)
    const { facts, problems } = await repository.inspect()
    expect(facts?.submodules).toEqual(['lib'])
    expect(problems.map(each => each.message)).toEqual([
      'submodules stay at the commits of the base and are empty in workspaces: lib',
    ])
    await expectToWork(repository)
  })

  it('keeps large files elsewhere: workspaces hold the pointers, and that is said', async () => {
    const repository = testRepository({ ...files, '.gitattributes': '*.png filter=lfs diff=lfs\n' })
    expect((await repository.inspect()).facts?.filters).toEqual(['lfs'])
    expect(await codesOf(repository)).toEqual(['warning repository/filters'])
    await expectToWork(repository)
  })

  it('has links, also broken ones', async () => {
    const repository = testRepository(files)
    repository.git('config', 'core.symlinks', 'true')
    const { symlinkSync } = await import('node:fs')
    symlinkSync('src/a.ts', join(repository.root, 'link'))
    symlinkSync('nowhere', join(repository.root, 'broken'))
    repository.commit({})
    await expectToWork(repository)
  })
})

describe('a repository that is refused', () => {
  it('is none', async () => {
    const { home } = testRepository()
    expect(await codesOf(repositoryAt(home, home))).toEqual(['error repository/none'])
  })

  it('is no folder', async () => {
    const { home } = testRepository()
    const nowhere = { ...repositoryAt(join(home, 'nowhere'), home) }
    expect(await codesOf(nowhere)).toEqual(['error repository/no-folder'])
  })

  it('is bare', async () => {
    const origin = testRepository(files)
    const bare = join(origin.home, 'bare.git')
    origin.git('clone', '--quiet', '--bare', origin.root, bare)
    expect(await codesOf(repositoryAt(bare, origin.home))).toEqual(['error repository/bare'])
  })

  it('is a partial clone, whose files may be missing', async () => {
    const origin = testRepository(files)
    origin.git('config', 'uploadpack.allowFilter', 'true')
    const clone = join(origin.home, 'clone')
    origin.git('clone', '--quiet', '--filter=blob:none', `file://${origin.root}`, clone)
    expect(await codesOf(repositoryAt(clone, origin.home))).toEqual([
      'error repository/partial-clone',
    ])
  })

  it('has a branch beside which no run can have its own', async () => {
    const repository = testRepository(files)
    repository.git('branch', 'fixpoint')
    expect(await codesOf(repository)).toEqual(['error repository/name-taken'])
    repository.git('branch', '--move', 'fixpoint', 'other')
    expect(await codesOf(repository)).toEqual([])
  })

  it('would need a newer git', async () => {
    const repository = testRepository(files)
    const program = join(repository.home, 'git')
    put(program, '#!/bin/sh\necho git version 2.37.9\n')
    chmodSync(program, 0o755)
    const { problems } = await inspectRepository(repository.root, {
      program,
      environment: repository.environment,
      fileSystem: probeFileSystem(repository.cache),
    })
    expect(problems.map(each => each.message)).toEqual([
      'git 2.37.9 is too old: it cannot merge without a checkout',
    ])
  })

  it('meets a machine without git', async () => {
    const repository = testRepository(files)
    const { problems } = await inspectRepository(repository.root, {
      program: join(repository.home, 'no-git'),
      environment: repository.environment,
      fileSystem: probeFileSystem(repository.cache),
    })
    expect(problems.map(each => each.code)).toEqual(['git/absent'])
  })

  it('has names that differ only in case, where the file system does not tell them apart', async () => {
    const repository = testRepository({ 'Readme.md': 'a\n', 'README.md': 'b\n', 'src/a.ts': 'c\n' })
    const { problems } = await inspectRepository(repository.root, {
      environment: repository.environment,
      fileSystem: { isCaseSensitive: false, tellsNormalFormsApart: true },
    })
    expect(problems.map(each => each.message)).toEqual([
      'README.md and Readme.md are one file on the file system of the cache',
    ])
    expect(await codesOf(repository)).toEqual([])
  })
})

describe('paths of one name', () => {
  const insensitive = { isCaseSensitive: false, tellsNormalFormsApart: false }

  it('are found in folders and in normal forms too', () => {
    expect(clashes(['Src/a', 'src/b', 'caf\u00e9', 'cafe\u0301', 'x'], insensitive)).toEqual([
      ['Src', 'src'],
      ['cafe\u0301', 'caf\u00e9'],
    ])
  })
})
