// Delivery moves only what a person asked for, only forward, and never over work in progress.

import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  everything,
  leaveWork,
  put,
  type TestRepository,
  testRepository,
  untouched,
} from '../../test/git/fixture.ts'
import { bootstrap } from './bootstrap.ts'
import { writeCommit } from './commit.ts'
import { type Delivery, deliver } from './deliver.ts'
import { noteForward } from './forward-intent.ts'
import { runGitAsUser } from './git.ts'
import type { Repository } from './open.ts'
import type { Run } from './put-back.ts'
import { moveRefs } from './refs.ts'

const LINE = 'refs/heads/fixpoint/run'
const person = { name: 'A User', email: 'user@example.org' }

/** A line that is one commit ahead of `main`, with a file more. */
async function landed(repository: TestRepository, base?: string) {
  const opened = await repository.open()
  const from = base ?? opened.facts.head!
  const blob = repository.git('hash-object', '-w', 'landed.txt').trim()
  const entry = `100644 blob ${blob}\tlanded.txt`
  const listed = repository.git('ls-tree', from).trim()
  const { execFileSync } = await import('node:child_process')
  const tree = execFileSync('git', ['mktree'], {
    cwd: repository.root,
    input: `${[listed, entry].filter(Boolean).join('\n')}\n`,
    encoding: 'utf8',
  }).trim()
  const people = { author: person, committer: person, atSeconds: 1 }
  const commit = await writeCommit(opened, {
    tree,
    parents: [from],
    message: 'Landed\n',
    ...people,
  })
  await moveRefs(opened, [{ ref: LINE, from: undefined, to: commit }])
  return { opened, commit }
}

function repositoryWith(): TestRepository {
  const repository = testRepository({ '.gitignore': 'landed.txt\n', 'a.txt': 'a\n' })
  repository.write('landed.txt', 'landed\n')
  return repository
}

const hookOf = ({ root }: TestRepository) => join(root, '.git/hooks/reference-transaction')

/** Does this where `main` is about to move. */
function guard(repository: TestRepository, what: string): void {
  const hook = hookOf(repository)
  put(hook, `#!/bin/sh\n[ "$1" = prepared ] && grep -q refs/heads/main && { ${what}; }\nexit 0\n`)
  chmodSync(hook, 0o755)
}

const ff = (opened: Repository, commit: string, target = 'main'): Promise<Delivery> =>
  deliver(opened, { line: LINE, commit, how: 'ff', target, known: undefined })

describe('delivery', () => {
  it('by branch changes nothing and says what to type', async () => {
    const repository = repositoryWith()
    leaveWork(repository)
    const { opened, commit } = await landed(repository)
    const delivery = await untouched(repository, () =>
      deliver(opened, { line: LINE, commit, how: 'branch', target: 'main', known: undefined }),
    )
    expect(delivery).toEqual({
      kind: 'left',
      branch: 'fixpoint/run',
      command: 'git merge --ff-only fixpoint/run',
    })
  })

  it('forwards a clean checkout through git, twice is once, and untracked files stay', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    repository.write('untracked.txt', 'mine\n')
    expect(await ff(opened, commit)).toEqual({ kind: 'forwarded', target: 'main', commit })
    expect(await ff(opened, commit)).toEqual({ kind: 'already', target: 'main' })
    expect(repository.read('landed.txt')).toBe('landed\n')
    expect(repository.git('status', '--porcelain')).toBe('?? untracked.txt\n')
  })

  it('is behind where somebody commits between the look at the target and the forward', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    const program = join(repository.home, 'git')
    const meanwhile =
      '-c user.name=Me -c user.email=me@example.org commit --quiet --allow-empty -m Mine'
    put(
      program,
      `#!/bin/sh\ncase "$*" in *"merge --ff-only"*) git ${meanwhile};; esac\nexec git "$@"\n`,
    )
    chmodSync(program, 0o755)
    const raced = { ...opened, git: { ...opened.git, program } }
    const delivery = await ff(raced, commit)
    expect(delivery).toEqual({ kind: 'behind', tip: repository.git('rev-parse', 'main').trim() })
    expect(repository.git('log', '-1', '--format=%s')).toBe('Mine\n')
  })

  it('forwards where this person has every merge squashed, and says that it did only when it did', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    repository.git('config', 'branch.main.mergeOptions', '--squash --no-commit')
    expect(await ff(opened, commit)).toMatchObject({ kind: 'forwarded' })
    expect(repository.git('rev-parse', 'main').trim()).toBe(commit)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('leaves files and index as they were where a hook does not let the branch move', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    guard(repository, 'exit 1')
    const files = () => {
      // Git itself notes where a merge began.
      const { '.git/ORIG_HEAD': _, ...others } = everything(repository.root)
      return others
    }
    const before = files()
    const delivery = await ff(opened, commit)
    expect(delivery).toMatchObject({
      kind: 'waiting',
      reason: expect.stringMatching(/hook/),
    })
    expect(files()).toEqual(before)
  })

  it('leaves files and index as they were where git is ended on its way', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    guard(repository, 'kill -INT $PPID; sleep 1')
    await expect(ff(opened, commit)).rejects.toThrow('it was killed')
    expect(repository.git('status', '--porcelain')).toBe('')
    rmSync(hookOf(repository))
    expect(await ff(opened, commit)).toMatchObject({ kind: 'forwarded' })
  })

  it('puts back what a driver left that was killed on the way, and goes on', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    const tip = opened.facts.head!
    const { root } = opened.facts
    const run: Run = (words, accepts) =>
      runGitAsUser('git', root, opened.git.environment, words, { accepts })
    await noteForward(opened, run, root, { tip, commit })
    repository.git('read-tree', '-m', '-u', tip, commit)
    expect(repository.git('status', '--porcelain')).toBe('A  landed.txt\n')
    expect(await ff(opened, commit)).toMatchObject({ kind: 'forwarded' })
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('asks the hooks of a target that nobody has checked out too', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    repository.git('switch', '--quiet', '-c', 'elsewhere')
    const before = repository.git('rev-parse', 'main')
    guard(repository, 'exit 1')
    expect(await ff(opened, commit)).toMatchObject({
      kind: 'waiting',
      reason: expect.stringMatching(/hook/),
    })
    expect(repository.git('rev-parse', 'main')).toBe(before)
  })

  it('leaves no file of a forward that a filter refuses on its way', async () => {
    const repository = repositoryWith()
    repository.commit({ '.gitattributes': 'landed.txt filter=mine\n', 'b.txt': 'b\n' })
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    repository.git('config', 'filter.mine.required', 'true')
    repository.git('config', 'filter.mine.clean', 'cat')
    repository.git('config', 'filter.mine.smudge', 'false')
    const before = repository.git('rev-parse', 'main')
    expect(await ff(opened, commit)).toMatchObject({ kind: 'waiting' })
    expect(repository.git('rev-parse', 'main')).toBe(before)
    expect(repository.git('status', '--porcelain', '--ignored')).toBe('')
  })

  it('waits where two worktrees have the target checked out', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    repository.git('worktree', 'add', '--quiet', '--force', join(repository.home, 'second'), 'main')
    expect(await ff(opened, commit)).toMatchObject({
      kind: 'waiting',
      reason: expect.stringContaining('main is checked out in '),
    })
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('waits while a person rebases the target, which would lose it otherwise', async () => {
    const repository = repositoryWith()
    repository.git('branch', 'other')
    repository.commit({ 'a.txt': 'mine\n' })
    const { opened, commit } = await landed(repository)
    repository.git('clean', '-fdqx')
    repository.git('switch', '--quiet', 'other')
    repository.commit({ 'a.txt': 'theirs\n' })
    repository.git('switch', '--quiet', 'main')
    expect(() => repository.git('rebase', 'other')).toThrow()
    const before = repository.git('rev-parse', 'main')
    expect(await ff(opened, commit)).toMatchObject({
      kind: 'waiting',
      reason: 'main is being rebased',
    })
    expect(repository.git('rev-parse', 'main')).toBe(before)
    repository.git('rebase', '--abort')
    expect(await ff(opened, commit)).toMatchObject({ kind: 'forwarded' })
  })

  it('waits where work is in progress', async () => {
    const repository = repositoryWith()
    leaveWork(repository)
    const { opened, commit } = await landed(repository)
    expect(await untouched(repository, () => ff(opened, commit))).toEqual({
      kind: 'waiting',
      reason: `${repository.root} has changes that are not committed: .gitignore, staged.txt`,
      command: 'git merge --ff-only fixpoint/run',
    })
  })

  it('waits where an untracked file is in the way', async () => {
    const repository = testRepository({ 'a.txt': 'a\n' })
    repository.write('landed.txt', 'mine, not theirs\n')
    const { opened, commit } = await landed(repository)
    repository.write('landed.txt', 'mine, and no copy of it anywhere\n')
    const before = everything(repository.root)
    expect(await ff(opened, commit)).toMatchObject({
      kind: 'waiting',
      command: 'git merge --ff-only fixpoint/run',
    })
    const { '.git/ORIG_HEAD': _, ...after } = everything(repository.root)
    expect(after).toEqual(before)
  })

  it('says where the target went on to, and touches nothing', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.commit({ 'a.txt': 'b\n' })
    expect(await untouched(repository, () => ff(opened, commit))).toEqual({
      kind: 'behind',
      tip: repository.git('rev-parse', 'main').trim(),
    })
  })

  it('forwards a target that nobody has checked out', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('switch', '--quiet', '-c', 'elsewhere')
    const before = repository.git('status', '--porcelain')
    expect(await ff(opened, commit)).toEqual({ kind: 'forwarded', target: 'main', commit })
    expect(repository.git('rev-parse', 'main').trim()).toBe(commit)
    expect(repository.git('status', '--porcelain')).toBe(before)
  })

  it('forwards in the worktree where the target is checked out', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.git('branch', 'release')
    const linked = join(repository.home, 'linked tree')
    repository.git('worktree', 'add', '--quiet', linked, 'release')
    expect(await ff(opened, commit, 'release')).toEqual({
      kind: 'forwarded',
      target: 'release',
      commit,
    })
    expect(everything(linked)['landed.txt']).toBe('100644 landed\n')
  })

  it('starts the branch of a repository that had no commit', async () => {
    const repository = testRepository()
    const before = await repository.open()
    const base = await bootstrap(before, { person, atSeconds: 1 })
    repository.write('landed.txt', 'landed\n')
    const { opened, commit } = await landed(repository, base)
    repository.git('clean', '-fdqx')
    expect(await ff(opened, commit)).toEqual({ kind: 'forwarded', target: 'main', commit })
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(repository.read('landed.txt')).toBe('landed\n')
  })
})

describe('a forward in a checkout', () => {
  it('never writes over a file that git ignores, and names every file in the way', async () => {
    const repository = repositoryWith()
    const { opened, commit } = await landed(repository)
    repository.write('.git/info/exclude', 'landed.txt\n')
    repository.write('landed.txt', 'precious\n')
    const delivery = await ff(opened, commit)
    expect(delivery).toMatchObject({
      kind: 'waiting',
      reason: expect.stringContaining('landed.txt'),
    })
    expect(repository.read('landed.txt')).toBe('precious\n')
  })
})
