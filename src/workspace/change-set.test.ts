// The change set is what lies in the folder against the base, whatever an agent did with git inside.

import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  acquire,
  agent,
  gitIn,
  leaveWork,
  put,
  repositoryAt,
  repositoryWithSubmodule,
  shell,
  type TestRepository,
  testRepository,
  untouched,
} from '../../test/git/fixture.ts'
import { attemptOf, attemptRef, keepAttempt } from './attempt-ref.ts'
import { bootstrap } from './bootstrap.ts'
import { type ChangeSet, type TakeOptions, takeChangeSet } from './change-set.ts'
import type { Repository } from './open.ts'
import { releaseWorkspace, type Workspace } from './pool.ts'

const longText = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join('')
const files = {
  '.gitignore': 'node_modules/\n*.log\n',
  'src/a.ts': 'export const a = 1\n',
  'src/long.ts': longText,
  'run.sh': '#!/bin/sh\n',
}

async function changesAfter(
  script: string,
  options: TakeOptions = {},
  repository: TestRepository = testRepository(files),
): Promise<ChangeSet> {
  const opened = await repository.open()
  const workspace = await acquire(opened)
  shell(workspace, script)
  return takeChangeSet(opened, workspace, options)
}

const briefly = ({ changes }: ChangeSet) =>
  changes.map(({ kind, path, oldPath }) => [kind, ...(oldPath ? [oldPath] : []), path].join(' '))

const edited = 'export const b = 1\n'
const secondOf = (ms: number) => Math.floor(ms / 1000)

/** In place, to the same size, and in the second in which the file was written: to git it looks as it did. */
async function editedUnseen(repository: Repository): Promise<Workspace> {
  for (;;) {
    const workspace = await acquire(repository)
    const file = join(workspace.path, 'src/a.ts')
    const second = secondOf(statSync(file).ctimeMs)
    writeFileSync(file, edited)
    if (secondOf(statSync(file).ctimeMs) === second) return workspace
    releaseWorkspace(workspace)
  }
}

it('a file that was changed in the second in which it was written is changed, for Fixpoint and for the git of the agent', async () => {
  const opened = await testRepository(files).open()
  const workspace = await editedUnseen(opened)
  const second = secondOf(Date.now())
  // Whenever it is looked at, up to and in the second after: only then does a copy of the index look younger than the file.
  let isLater: boolean
  do {
    isLater = secondOf(Date.now()) > second
    expect(briefly(await takeChangeSet(opened, workspace))).toEqual(['modified src/a.ts'])
  } while (!isLater)
  expect(shell(workspace, 'git status --porcelain')).toBe(' M src/a.ts\n')
})

const identity =
  'git config user.name a && git config user.email a@b && git config commit.gpgsign false'

describe('a change set', () => {
  const edit =
    'echo x >> src/a.ts && echo new > src/new.ts && git rm -q --cached run.sh && rm run.sh'
  const wanted = ['deleted run.sh', 'modified src/a.ts', 'added src/new.ts']
  const ways: Readonly<Record<string, string>> = {
    'left in the folder': edit,
    staged: `${edit} && git add -A`,
    committed: `${edit} && git add -A && git commit -qm x`,
    'committed on another branch': `git checkout -qb other && ${edit} && git add -A && git commit -qm x`,
    'committed on a detached HEAD': `git checkout -q --detach && ${edit} && git add -A && git commit -qm x`,
    'committed, with history rewritten to nothing': `${edit} && git add -A && git checkout -q --orphan fresh && git commit -qm x && git branch -D work -q && git reflog expire --expire=now --all && git gc -q --prune=now`,
    'committed and undone in the index': `${edit} && git add -A && git commit -qm x && git reset -q --soft HEAD~1 && git reset -q`,
    'stashed and taken out again': `${edit} && git add -A && git stash -q && git stash apply -q`,
    'hidden from git by flags': `${edit} && git update-index --assume-unchanged src/a.ts && git update-index --skip-worktree .gitignore`,
    'hidden by excludes of the agent': `${edit} && echo '*' > .git/info/exclude && git config core.excludesFile /dev/null`,
    'left where git itself was removed': `${edit} && rm -rf .git`,
    'left with a repository that is broken': `${edit} && echo broken > .git/HEAD && touch .git/index.lock`,
    'left by hooks and filters that would change it': `${edit} && printf '#!/bin/sh\\nexit 1\\n' > .git/hooks/pre-commit && git config filter.x.clean 'tr a-z A-Z' && echo '* filter=x' > .git/info/attributes`,
  }

  for (const [how, script] of Object.entries(ways))
    it(`is the same when it was ${how}`, async () => {
      expect(briefly(await changesAfter(script))).toEqual(wanted)
    })

  it('is empty when the folder ends as it began', async () => {
    const set = await changesAfter(
      `${edit} && git add -A && git commit -qm x && git reset -q --hard HEAD~1`,
    )
    expect(set).toMatchObject({ changes: [], tree: set.baseTree })
  })

  it('does not hold what is stashed away', async () => {
    expect(briefly(await changesAfter(`${edit} && git add -A && git stash -q`))).toEqual([])
  })

  it('tells renames, modes, links and kinds apart', async () => {
    const script = `mv src/long.ts src/moved.ts && echo more >> src/moved.ts && chmod +x src/a.ts && rm run.sh && ln -s src/a.ts run.sh && ln -s nowhere broken`
    expect((await changesAfter(script)).changes).toEqual([
      { path: 'broken', kind: 'added', mode: '120000' },
      { path: 'run.sh', kind: 'type-changed', mode: '120000', oldMode: '100644' },
      { path: 'src/a.ts', kind: 'modified', mode: '100755', oldMode: '100644' },
      { path: 'src/moved.ts', kind: 'renamed', mode: '100644', oldPath: 'src/long.ts' },
    ])
  })

  it('follows a file that became a folder, and a folder that became a file', async () => {
    const script = 'rm run.sh && mkdir run.sh && echo x > run.sh/x && rm -r src && echo y > src'
    expect(briefly(await changesAfter(script))).toEqual([
      'deleted run.sh',
      'added run.sh/x',
      'added src',
      'deleted src/a.ts',
      'deleted src/long.ts',
    ])
  })

  it('does not follow a link out of the folder', async () => {
    const script =
      'mkdir ../outside && echo secret > ../outside/a.ts && rm -r src && ln -s ../outside src'
    expect(briefly(await changesAfter(script))).toEqual([
      'added src',
      'deleted src/a.ts',
      'deleted src/long.ts',
    ])
  })

  it('leaves ignored files out, unless they are claimed', async () => {
    const script =
      'mkdir -p node_modules/p && echo x > node_modules/p/i.js && echo x > a.log && echo y > b.log'
    expect(briefly(await changesAfter(script))).toEqual([])
    expect(briefly(await changesAfter(script, { claimed: ['b.log', 'absent.log'] }))).toEqual([
      'added b.log',
    ])
  })

  it('holds the files of a repository that was made inside, and names it', async () => {
    const script = `mkdir app && cd app && git init -q && ${identity} && echo x > main.ts && echo x > a.log && git add -A && git commit -qm x && echo y > late.ts && cd .. && git init -q empty && echo z > empty/z.ts`
    const set = await changesAfter(script)
    expect(briefly(set)).toEqual(['added app/late.ts', 'added app/main.ts', 'added empty/z.ts'])
    expect(set.nested).toEqual(['app', 'empty'])
  })

  it('holds what is in a tracked folder that was made a repository', async () => {
    const script = `cd src && git init -q && ${identity} && echo x > new.ts && echo y >> a.ts && git add -A && git commit -qm x`
    expect(briefly(await changesAfter(script))).toEqual(['modified src/a.ts', 'added src/new.ts'])
  })

  it('withholds what was changed inside a submodule, and says so', async () => {
    const { repository, library } = repositoryWithSubmodule(files)
    const script = `rm -rf lib && git clone -q ${library.root} lib && cd lib && ${identity} && echo x > new && git add -A && git commit -qm x && cd .. && echo x > mine`
    const set = await changesAfter(script, {}, repository)
    expect(briefly(set)).toEqual(['added mine'])
    expect(set.withheld).toEqual(['lib'])
    expect(briefly(await changesAfter('git rm -qf lib', {}, repository))).toEqual([
      'modified .gitmodules',
      'deleted lib',
    ])
  })

  it('names files that the repository wants filtered', async () => {
    const repository = testRepository({ ...files, '.gitattributes': '*.png filter=lfs\n' })
    const set = await changesAfter('echo pixels > a.png && echo x > b.ts', {}, repository)
    expect(set.unfiltered).toEqual(['a.png'])
  })

  it('keeps bytes as they are: line ends are nobody else’s business', async () => {
    const repository = testRepository({
      ...files,
      '.gitattributes': '*.txt text eol=crlf\n',
      'a.txt': 'a\n',
    })
    expect(briefly(await changesAfter('touch -d @1 a.txt', {}, repository))).toEqual([])
    expect(briefly(await changesAfter("printf 'a\\r\\n' > a.txt", {}, repository))).toEqual([
      'modified a.txt',
    ])
  })

  it('keeps names as they are: spaces, quotes, new lines, any script, no valid UTF-8', async () => {
    const script = `echo x > "a b" && echo x > 'q"q' && echo x > "$(printf 'l\\nl')" && echo x > ü && echo x > "$(printf 'latin-\\351')"`
    const repository = testRepository(files)
    const set = await changesAfter(script, {}, repository)
    expect(briefly(set)).toEqual([
      'added a b',
      'added l\nl',
      'added latin-\ufffd',
      'added q"q',
      'added ü',
    ])
    const names = repository.git('-c', 'core.quotePath=true', 'ls-tree', '--name-only', set.tree)
    expect(names).toContain('"latin-\\351"')
  })

  it('is seen in a sparse workspace too, also outside its folders', async () => {
    const repository = testRepository({ ...files, 'docs/x/y.md': 'y\n', 'other/z.md': 'z\n' })
    const opened = await repository.open()
    const workspace = await acquire(opened, opened.facts.head!, ['docs'])
    shell(
      workspace,
      'echo 2 >> docs/x/y.md && mkdir -p other src && echo 3 > other/z.md && echo 4 > src/new.ts',
    )
    expect(briefly(await takeChangeSet(opened, workspace))).toEqual([
      'modified docs/x/y.md',
      'modified other/z.md',
      'added src/new.ts',
    ])
  })

  it('is taken again and again, and always as the folder is then', async () => {
    const opened = await testRepository(files).open()
    const workspace = await acquire(opened)
    for (const text of ['one', 'two', 'one'])
      writeFileSync(join(workspace.path, 'src/a.ts'), `${text.padEnd(18, '.')}\n`)
    const first = await takeChangeSet(opened, workspace)
    writeFileSync(join(workspace.path, 'src/a.ts'), `${'two'.padEnd(18, '.')}\n`)
    expect((await takeChangeSet(opened, workspace)).tree).not.toBe(first.tree)
    writeFileSync(join(workspace.path, 'src/a.ts'), `${'one'.padEnd(18, '.')}\n`)
    expect((await takeChangeSet(opened, workspace)).tree).toBe(first.tree)
  })

  it('is not taken from a workspace that somebody else holds now', async () => {
    const opened = await testRepository(files).open()
    const lost = await acquire(opened)
    releaseWorkspace(lost)
    expect((await acquire(opened)).path).toBe(lost.path)
    await expect(takeChangeSet(opened, lost)).rejects.toThrow(
      `workspace ${lost.id} was taken over by another process`,
    )
  })

  it('is an error, never empty, where the folder is gone', async () => {
    const opened = await testRepository(files).open()
    const workspace = await acquire(opened)
    rmSync(workspace.path, { recursive: true })
    await expect(takeChangeSet(opened, workspace)).rejects.toThrow(
      `there is no folder ${workspace.path}`,
    )
  })

  it('touches nothing of the user', async () => {
    const repository = testRepository(files)
    leaveWork(repository)
    const opened = await repository.open()
    await untouched(repository, async () => {
      const workspace = await acquire(opened)
      shell(workspace, edit)
      const set = await takeChangeSet(opened, workspace)
      await keepAttempt(opened, set, { attempt: 'T1/1', author: agent, atSeconds: 1 })
    })
  })
})

describe('the ref of an attempt', () => {
  it('keeps its tree alive, and keeping it twice is harmless', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const workspace = await acquire(opened)
    put(join(workspace.path, 'new.txt'), 'new\n')
    const set = await takeChangeSet(opened, workspace)
    const keep = () =>
      keepAttempt(opened, set, { attempt: 'run:1/T1#2', author: agent, atSeconds: 1 })
    const commit = await keep()
    expect(await keep()).toBe(commit)
    repository.git('gc', '--quiet', '--prune=now')
    expect(repository.git('show', `${attemptRef('run:1/T1#2')}:new.txt`)).toBe('new\n')
    put(join(workspace.path, 'new.txt'), 'newer\n')
    const later = await takeChangeSet(opened, workspace)
    await keepAttempt(opened, later, { attempt: 'run:1/T1#2', author: agent, atSeconds: 2 })
    expect(repository.git('show', `${attemptRef('run:1/T1#2')}:new.txt`)).toBe('newer\n')
  })

  it('is named after the attempt, whatever it is called', () => {
    for (const attempt of ['T1', 'a/b', '..', 'a.lock', 'ü 😀~^:', '%41.'])
      expect(attemptOf(attemptRef(attempt))).toBe(attempt)
  })
})

describe('a repository without a commit', () => {
  const options = { person: agent, atSeconds: 1_700_000_000 }

  it('gets a base of Fixpoint’s own: branch and index stay as they are', async () => {
    const repository = testRepository()
    repository.write('staged.txt', 'staged\n')
    repository.git('add', 'staged.txt')
    repository.write('untracked.txt', 'untracked\n')
    const opened = await repository.open()
    const base = await untouched(repository, () => bootstrap(opened, options))
    expect(await bootstrap(opened, { ...options, atSeconds: 1 })).toBe(base)
    expect(gitIn(repository.root, {}, ['ls-tree', '--name-only', base])).toBe('staged.txt\n')
    expect((await repository.inspect()).facts?.head).toBeUndefined()
    const workspace = await acquire(opened, base)
    put(join(workspace.path, 'new.txt'), 'new\n')
    expect(briefly(await takeChangeSet(opened, workspace))).toEqual(['added new.txt'])
  })

  it('begins with the empty tree when nothing is staged', async () => {
    const repository = testRepository()
    const opened = await repositoryAt(repository.root, repository.home).open()
    const base = await untouched(repository, () => bootstrap(opened, options))
    expect(gitIn(repository.root, {}, ['ls-tree', base])).toBe('')
  })
})
