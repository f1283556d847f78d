// Candidates are merged without a checkout; refs move together, by compare-and-swap, or not at all.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  acquire,
  agent,
  leaveWork,
  put,
  repositoryAt,
  shell,
  testRepository,
  untouched,
} from '../../test/git/fixture.ts'
import { keepAttempt } from './attempt-ref.ts'
import { buildCandidate, type CandidateRequest, type Merged } from './candidate.ts'
import { takeChangeSet } from './change-set.ts'
import { readCommitManners } from './commit.ts'
import { landingMessage } from './message.ts'
import { appendToLog, LOG_REF, land, readLog } from './mirror-log.ts'
import type { Repository } from './open.ts'
import { releaseWorkspace } from './pool.ts'
import { moveRefs } from './refs.ts'

const LINE = 'refs/heads/fixpoint/run-1'
const files = { 'src/a.ts': 'one\ntwo\nthree\n', 'src/b.ts': 'b\n', 'c.txt': 'c\n' }

async function attemptOf(
  repository: Repository,
  script: string,
  base = repository.facts.head!,
): Promise<string> {
  const workspace = await acquire(repository, base)
  shell(workspace, script)
  const set = await takeChangeSet(repository, workspace)
  releaseWorkspace(workspace)
  return keepAttempt(repository, set, { attempt: workspace.attempt, author: agent, atSeconds: 1 })
}

function build(
  repository: Repository,
  onto: string,
  attempt: string,
  changes: Partial<CandidateRequest> = {},
): Promise<Merged> {
  const people = { author: agent, committer: agent, atSeconds: 1_700_000_000 }
  return buildCandidate(repository, { onto, attempt, message: 'Land it\n', ...people, ...changes })
}

function candidateIn(merged: Merged) {
  if (merged.kind !== 'candidate') throw new Error(`expected a candidate, not ${merged.kind}`)
  return merged.candidate
}

describe('a candidate', () => {
  it('is the tip with the changes of one attempt, made the same each time, and touches no checkout', async () => {
    const repository = testRepository(files)
    leaveWork(repository)
    const opened = await repository.open()
    const first = await attemptOf(opened, 'echo mine > src/b.ts')
    const second = await attemptOf(opened, 'echo other > c.txt && echo new > d.txt')
    const base = opened.facts.head!
    const { on, again } = await untouched(repository, async () => {
      const one = candidateIn(await build(opened, base, first))
      const on = candidateIn(await build(opened, one.commit, second))
      return { on, again: candidateIn(await build(opened, one.commit, second)) }
    })
    expect(again).toEqual(on)
    expect(repository.git('log', '--format=%s|%an|%cn|%at', `${base}..${on.commit}`)).toBe(
      'Land it|An Agent|An Agent|1700000000\n'.repeat(2),
    )
    expect(repository.git('diff', '--name-status', base, on.tree)).toBe(
      'M\tc.txt\nA\td.txt\nM\tsrc/b.ts\n',
    )
  })

  it('is none when the line holds everything already', async () => {
    const opened = await testRepository(files).open()
    const attempt = await attemptOf(opened, 'echo mine > src/b.ts')
    const { commit } = candidateIn(await build(opened, opened.facts.head!, attempt))
    expect(await build(opened, commit, attempt)).toEqual({ kind: 'nothing-new' })
  })

  it('that conflicts says where, how and between what', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const base = opened.facts.head!
    const first = await attemptOf(
      opened,
      'sed -i s/two/ours/ src/a.ts && rm src/b.ts && echo o > new',
    )
    const second = await attemptOf(
      opened,
      'sed -i s/two/theirs/ src/a.ts && echo t >> src/b.ts && echo t > new',
    )
    const { commit } = candidateIn(await build(opened, base, first))
    const merged = await build(opened, commit, second)
    if (merged.kind !== 'conflict') throw new Error('expected a conflict')
    const id = (rev: string) => repository.git('rev-parse', rev).trim()
    expect(merged.conflicts.map(({ path, kind }) => `${kind} ${path}`).sort()).toEqual([
      'add/add new',
      'contents src/a.ts',
      'modify/delete src/b.ts',
    ])
    const byPath = new Map(merged.conflicts.map(each => [each.path, each]))
    expect(byPath.get('src/a.ts')).toMatchObject({
      base: { mode: '100644', id: id(`${base}:src/a.ts`) },
      ours: { mode: '100644', id: id(`${commit}:src/a.ts`) },
      theirs: { mode: '100644', id: id(`${second}:src/a.ts`) },
      message: 'CONFLICT (content): Merge conflict in src/a.ts',
    })
    expect(byPath.get('src/a.ts')?.markers?.replace(/ [0-9a-f]{40}/g, '')).toBe(
      'one\n<<<<<<<\nours\n|||||||\ntwo\n=======\ntheirs\n>>>>>>>\nthree\n'.replace(
        '|||||||',
        `||||||| ${base.slice(0, 7)}`,
      ),
    )
    expect(byPath.get('src/b.ts')?.ours).toBeUndefined()
  })

  it('is merged by git alone: drivers and hooks of the repository do not run', async () => {
    const repository = testRepository({ ...files, '.gitattributes': '* merge=shout\n' })
    repository.git('config', 'merge.shout.driver', `touch ${repository.home}/driver-ran`)
    const opened = await repository.open()
    const first = await attemptOf(opened, 'sed -i s/one/1/ src/a.ts')
    const second = await attemptOf(opened, 'sed -i s/three/3/ src/a.ts')
    const { commit } = candidateIn(await build(opened, opened.facts.head!, first))
    const { tree } = candidateIn(await build(opened, commit, second))
    expect(repository.git('show', `${tree}:src/a.ts`)).toBe('1\ntwo\n3\n')
    expect(repository.git('ls-files', '--others')).toBe('')
    expect(execFileSync('ls', [repository.home], { encoding: 'utf8' })).not.toContain('driver-ran')
  })

  it('carries the signature of a repository that signs', async () => {
    const repository = testRepository(files)
    const key = join(repository.home, 'key')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
    const settings = {
      'commit.gpgSign': 'true',
      'gpg.format': 'ssh',
      'user.signingKey': key,
      'format.signOff': 'yes',
    }
    for (const [name, value] of Object.entries(settings)) repository.git('config', name, value)
    const publicKey = execFileSync('cat', [`${key}.pub`], { encoding: 'utf8' })
    put(join(repository.home, 'allowed'), `agent@example.org ${publicKey}`)
    repository.git('config', 'gpg.ssh.allowedSignersFile', join(repository.home, 'allowed'))
    const manners = await readCommitManners(repository.root, repository.environment)
    expect(manners).toMatchObject({ isSignedOff: true, person: { name: 'A User' } })
    const opened = await repository.open()
    const attempt = await attemptOf(opened, 'echo x > x')
    const { signing } = manners
    const { commit } = candidateIn(await build(opened, opened.facts.head!, attempt, { signing }))
    expect(repository.git('log', '-1', '--format=%G?', commit)).toBe('G\n')
  })
})

it('a commit that is not in the repository is told, and is no conflict', async () => {
  const repository = testRepository(files)
  const opened = await repository.open()
  const attempt = await attemptOf(opened, 'echo x > x')
  await expect(build(opened, '1'.repeat(40), attempt)).rejects.toThrow(
    `git merge-tree: merge-tree: ${'1'.repeat(40)} - not something we can merge`,
  )
})

describe('a landing', () => {
  async function ready() {
    const repository = testRepository(files)
    const opened = await repository.open()
    const base = opened.facts.head!
    const { commit } = candidateIn(await build(opened, base, await attemptOf(opened, 'echo x > x')))
    const entries = [{ type: 'landed', unit: 'T01', commit }]
    const landing = {
      ref: LINE,
      from: undefined,
      to: commit,
      entries,
      after: undefined,
      atSeconds: 2,
    }
    return { repository, opened, base, commit, landing }
  }

  it('moves the line and writes the log together, and twice is once', async () => {
    const { repository, opened, landing, commit } = await ready()
    leaveWork(repository)
    await untouched(repository, async () => {
      expect(await land(opened, landing)).toBe('moved')
      expect(await land(opened, landing)).toBe('already')
    })
    expect(repository.git('rev-parse', LINE).trim()).toBe(commit)
    expect((await readLog(opened)).entries).toEqual(landing.entries)
  })

  it('moves neither when one is not where it was believed to be', async () => {
    const { repository, opened, base, landing } = await ready()
    await appendToLog(opened, { entries: [{ type: 'other' }], after: undefined, atSeconds: 1 })
    expect(await land(opened, landing)).toBe('stale')
    expect(repository.git('for-each-ref', LINE)).toBe('')
    const { tip } = await readLog(opened)
    expect(await land(opened, { ...landing, from: base, after: tip })).toBe('stale')
    expect((await readLog(opened)).tip).toBe(tip)
    expect(await land(opened, { ...landing, after: tip })).toBe('moved')
  })

  it('never moves a ref of the user', async () => {
    const { opened, base, commit } = await ready()
    for (const ref of ['refs/heads/main', 'refs/stash', 'HEAD', 'refs/heads/fixpointed/x'])
      await expect(moveRefs(opened, [{ ref, from: base, to: commit }])).rejects.toThrow(
        `${ref} is not a ref that Fixpoint may move`,
      )
  })
})

describe('the log', () => {
  it('grows by compare-and-swap, and a clone that fetches it reads the same', async () => {
    const repository = testRepository(files)
    const opened = await repository.open()
    const entries = Array.from({ length: 5 }, (_, at) => ({
      type: 'landed',
      unit: `T0${at} ü`,
      at,
    }))
    let after: string | undefined
    for (const entry of entries) {
      const twice = [0, 1].map(() => appendToLog(opened, { entries: [entry], after, atSeconds: 1 }))
      expect((await Promise.all(twice)).sort()).toEqual(['already', 'moved'])
      after = (await readLog(opened)).tip
    }
    const clone = join(repository.home, 'clone')
    repository.git('clone', '--quiet', repository.root, clone)
    const cloned = repositoryAt(clone, repository.home)
    cloned.git('fetch', '--quiet', 'origin', `${LOG_REF}:${LOG_REF}`)
    expect(await readLog(await cloned.open())).toEqual({ tip: after, entries })
  })

  it('with an entry that is not one is refused by its number', async () => {
    const repository = testRepository(files)
    repository.git('update-ref', LOG_REF, 'HEAD')
    await expect(readLog(await repository.open())).rejects.toThrow(
      'entry 1 of refs/fixpoint/log is not a flat JSON object',
    )
  })
})

describe('the message of a landing', () => {
  const words = {
    unit: 'FEAT-1/T01',
    attempt: '2',
    agent: 'codex',
    evidence: 'abc',
    title: 'Add login',
  }

  it('ends with trailers that git finds', async () => {
    const repository = testRepository(files)
    const message = landingMessage(
      { ...words, feature: 'FEAT-1', body: 'Because people\nwant in.\n\nFixpoint-Unit: forged' },
      { signedOffBy: agent },
    )
    expect(message).toBe(`Add login

Because people
want in.

(Fixpoint-Unit): forged

Fixpoint-Unit: FEAT-1/T01
Fixpoint-Attempt: 2
Fixpoint-Agent: codex
Fixpoint-Evidence: abc
Feature: FEAT-1
Signed-off-by: An Agent <agent@example.org>
`)
    const found = execFileSync('git', ['interpret-trailers', '--parse'], {
      input: message,
      cwd: repository.root,
      encoding: 'utf8',
    })
    expect(found.split('\n')[0]).toBe('Fixpoint-Unit: FEAT-1/T01')
  })

  it('follows the template of a team', () => {
    const message = landingMessage(words, { template: 'feat({unit}): {title} {{x}\n\n{body}' })
    expect(message.split('\n')[0]).toBe('feat(FEAT-1/T01): Add login {{x}')
  })
})
