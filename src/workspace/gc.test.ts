// Garbage collection does what its dry run says, and takes nothing that somebody holds or may still want.

import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  acquire,
  agent,
  leaveWork,
  put,
  shell,
  testRepository,
  untouched,
} from '../../test/git/fixture.ts'
import { ATTEMPT_REFS, attemptRef, keepAttempt } from './attempt-ref.ts'
import { takeChangeSet } from './change-set.ts'
import { type CollectionFacts, collect, planCollection } from './gc.ts'
import { appendToLog, LOG_REF } from './mirror-log.ts'
import type { Repository } from './open.ts'
import { adoptWorkspace, releaseWorkspace, type Workspace } from './pool.ts'
import { moveRefs } from './refs.ts'
import { setUpWorkspace } from './setup.ts'
import { trashFolder } from './slot.ts'

const files = { 'a.txt': 'a\n', 'package-lock.json': '{}\n' }
const open = (name: string) => ({ isSettled: false, reason: `${name} is open` })
const over = (name: string) => ({ isSettled: true, reason: `${name} is over` })
const nothingSettled: CollectionFacts = {
  workspace: open,
  attempt: open,
  line: open,
  began: () => false,
  keepFree: 0,
}
const settled =
  (...names: readonly string[]) =>
  (name: string) =>
    (names.includes(name) ? over : open)(name)

async function keep(repository: Repository, workspace: Workspace): Promise<void> {
  put(join(workspace.path, 'new.txt'), `${workspace.id}\n`)
  const set = await takeChangeSet(repository, workspace)
  await keepAttempt(repository, set, { attempt: workspace.attempt, author: agent, atSeconds: 1 })
}

describe('garbage collection', () => {
  it('removes what is settled and free, exactly as planned, and nothing of the user', async () => {
    const repository = testRepository(files)
    leaveWork(repository)
    const opened = await repository.open()
    const [landed, working] = [await acquire(opened), await acquire(opened)]
    await keep(opened, landed)
    await keep(opened, working)
    releaseWorkspace(landed)
    const head = opened.facts.head!
    const lines = ['refs/heads/fixpoint/old', 'refs/heads/fixpoint/new']
    await moveRefs(
      opened,
      lines.map(ref => ({ ref, from: undefined, to: head })),
    )
    await appendToLog(opened, { entries: [{ type: 'landed' }], after: undefined, atSeconds: 1 })
    mkdirSync(join(trashFolder(opened), '1.1.1/tree'), { recursive: true })
    const facts = {
      ...nothingSettled,
      attempt: settled(landed.attempt),
      line: settled(lines[0]!),
    }
    await untouched(repository, async () => {
      const plan = await planCollection(opened, facts)
      expect(plan).toEqual({
        removals: [
          {
            kind: 'workspace',
            name: 'workspace 1',
            reason: 'nobody holds it',
            bytes: expect.any(Number),
          },
          {
            kind: 'attempt',
            name: attemptRef(landed.attempt),
            reason: `${landed.attempt} is over`,
            bytes: 0,
            commit: expect.any(String),
          },
          { kind: 'line', name: lines[0], reason: `${lines[0]} is over`, bytes: 0, commit: head },
          {
            kind: 'trash',
            name: '1.1.1',
            reason: 'left by a removal that was interrupted',
            bytes: 0,
          },
        ],
        kept: [
          {
            kind: 'workspace',
            name: 'workspace 2',
            reason: expect.stringMatching(
              `^held for ${working.attempt} by process ${process.pid} on `,
            ),
          },
          {
            kind: 'attempt',
            name: attemptRef(working.attempt),
            reason: `${working.attempt} is open`,
          },
          { kind: 'line', name: lines[1], reason: `${lines[1]} is open` },
        ],
      })
      expect(await planCollection(opened, facts)).toEqual(plan)
      expect(await collect(opened, plan, facts)).toEqual(plan.removals)
      expect((await planCollection(opened, facts)).removals).toEqual([])
    })
    expect(existsSync(landed.path)).toBe(false)
    expect(existsSync(join(working.path, 'new.txt'))).toBe(true)
    const refs = repository.git(
      'for-each-ref',
      '--format=%(refname)',
      'refs/fixpoint',
      'refs/heads/fixpoint',
    )
    expect(refs.trim().split('\n').sort()).toEqual(
      [LOG_REF, attemptRef(working.attempt), lines[1]].sort(),
    )
    expect(readdirSync(trashFolder(opened))).toEqual([])
  })

  it('takes nothing that was taken between the plan and the deed', async () => {
    const opened = await testRepository(files).open()
    const first = await acquire(opened)
    releaseWorkspace(first)
    const plan = await planCollection(opened, nothingSettled)
    expect(plan.removals).toHaveLength(1)
    const second = await acquire(opened)
    expect(second.path).toBe(first.path)
    expect(await collect(opened, plan, nothingSettled)).toEqual([])
    expect(shell(second, 'git status --porcelain && cat a.txt')).toBe('a\n')
  })

  it('leaves the workspace of a dead process until its attempt is settled', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const script = join(import.meta.dirname, '../../test/git/die-holding.ts')
    execFileSync(process.execPath, [script, repository.root, repository.cache, 'lost'])
    const plan = await planCollection(opened, nothingSettled)
    expect(plan).toEqual({
      removals: [],
      kept: [
        { kind: 'workspace', name: 'workspace 1', reason: 'nobody works in it, and lost is open' },
      ],
    })
    const facts = { ...nothingSettled, workspace: settled('lost') }
    const now = await planCollection(opened, facts)
    expect(await collect(opened, now, facts)).toEqual(now.removals)
    expect(now.removals).toHaveLength(1)
    expect(await adoptWorkspace(opened, 'lost')).toBeUndefined()
  })

  it('leaves a workspace in which something runs', async () => {
    const opened = await testRepository(files).open()
    const workspace = await acquire(opened)
    const lingering = spawn('sleep', ['60'], { cwd: workspace.path, stdio: 'ignore' })
    onTestFinished(() => void lingering.kill('SIGKILL'))
    releaseWorkspace(workspace)
    expect(await planCollection(opened, nothingSettled)).toEqual({
      removals: [],
      kept: [
        { kind: 'workspace', name: 'workspace 1', reason: `process ${lingering.pid} runs in it` },
      ],
    })
  })

  it('keeps as many free workspaces as wanted, and results of a setup that one of them has', async () => {
    const opened = await testRepository(files).open()
    const all = [await acquire(opened), await acquire(opened)]
    const contract = { command: 'echo x > installed', isShared: true }
    await setUpWorkspace(opened, all[0]!, contract, async (command, workspace) => {
      shell(workspace, command)
      return { exitCode: 0, output: '' }
    })
    for (const each of all) releaseWorkspace(each)
    const facts = { ...nothingSettled, keepFree: 1 }
    const plan = await planCollection(opened, facts)
    expect(plan.removals.map(each => each.name)).toEqual(['workspace 2'])
    expect(plan.kept.map(each => each.reason)).toEqual([
      'kept for the next attempts',
      'a workspace has it',
    ])
    const rest = await planCollection(opened, nothingSettled)
    expect(rest.removals.map(each => each.kind)).toEqual(['workspace', 'workspace', 'setup'])
    expect(await collect(opened, rest, nothingSettled)).toEqual(rest.removals)
  })

  it('leaves the result of a setup that a workspace took after the plan was made', async () => {
    const opened = await testRepository(files).open()
    const contract = { command: 'echo x > installed', isShared: true }
    const install = async (command: string, workspace: Workspace) => {
      shell(workspace, command)
      return { exitCode: 0, output: '' }
    }
    const first = await acquire(opened)
    await setUpWorkspace(opened, first, contract, install)
    releaseWorkspace(first)
    const plan = await planCollection(opened, nothingSettled)
    expect(plan.removals.map(each => each.kind)).toEqual(['workspace', 'setup'])
    const second = await acquire(opened)
    expect((await setUpWorkspace(opened, second, contract, install)).how).toBe('kept')
    expect(await collect(opened, plan, nothingSettled)).toEqual([])
  })

  it('leaves a ref that moved after the plan was made', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const [ref, head] = ['refs/heads/fixpoint/run', opened.facts.head!]
    await moveRefs(opened, [{ ref, from: undefined, to: head }])
    const facts = { ...nothingSettled, line: settled(ref) }
    const plan = await planCollection(opened, facts)
    repository.git('commit', '--quiet', '--allow-empty', '-m', 'Next')
    const next = repository.git('rev-parse', 'HEAD').trim()
    await moveRefs(opened, [{ ref, from: head, to: next }])
    expect(await collect(opened, plan, facts)).toEqual([])
  })

  it('finishes a workspace that was half deleted', async () => {
    const opened = await testRepository(files).open()
    const workspace = await acquire(opened)
    releaseWorkspace(workspace)
    rmSync(workspace.path, { recursive: true })
    const plan = await planCollection(opened, { ...nothingSettled, keepFree: 1 })
    expect(plan.removals.map(each => each.name)).toEqual(['workspace 1'])
    expect(await collect(opened, plan, nothingSettled)).toEqual(plan.removals)
    expect(await planCollection(opened, nothingSettled)).toEqual({ removals: [], kept: [] })
  })

  it('leaves a line that somebody has checked out', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const ref = 'refs/heads/fixpoint/run'
    await moveRefs(opened, [{ ref, from: undefined, to: opened.facts.head! }])
    repository.git('switch', '--quiet', 'fixpoint/run')
    const facts = { ...nothingSettled, line: settled(ref) }
    expect(await planCollection(opened, facts)).toEqual({
      removals: [],
      kept: [{ kind: 'line', name: ref, reason: 'checked out' }],
    })
    await expect(
      moveRefs(opened, [{ ref, from: opened.facts.head, to: undefined }]),
    ).rejects.toThrow(`${ref} is checked out`)
  })

  it('has nothing to do where nothing was done', async () => {
    const opened = await testRepository(files).open()
    expect(await planCollection(opened, nothingSettled)).toEqual({ removals: [], kept: [] })
    expect(ATTEMPT_REFS).toBe('refs/fixpoint/attempts')
  })
})
