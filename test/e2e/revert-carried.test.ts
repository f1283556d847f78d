// `revert` of what came to its target otherwise than with the line of its run: as one commit of another run, or by a person's squash. The line
// cannot take it out there, so that is refused before anything starts, and what is advised works as it is printed.

import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type Branches, branches, env } from './branches.ts'
import { done, unitFile } from './repository.ts'

/** As it is printed. */
const adviceIn = (stderr: string) =>
  /(fixpoint revert [^\s)]+|git revert --no-edit( [0-9a-f]{10})+)/.exec(stderr)![0]

async function type(at: Branches, command: string): Promise<number> {
  const [program, ...words] = command.split(' ')
  if (program === 'fixpoint') return (await at.call(words)).exitCode
  execFileSync('git', words, { cwd: at.root, env, stdio: 'pipe' })
  return 0
}

function commit(at: Branches, file: string): void {
  at.write(file, 'x\n')
  at.git('add', file)
  at.git('commit', '--quiet', '-m', `Add ${file}`)
}

const unit = (id: string, script: string, front = '') =>
  unitFile({ id, script: `${script}\n${done}`, front: `${front}checks: [unit]\n` })

/** Landed on its line alone, and main went on. */
async function landed(
  check?: string,
  units: Readonly<Record<string, string>> = { T01: 'echo 1 > src/1.txt' },
) {
  const at = branches(check)
  for (const [id, script] of Object.entries(units)) at.write(`../units/${id}.md`, unit(id, script))
  expect((await at.call('run ../units')).exitCode).toBe(0)
  commit(at, 'moved')
  return at
}

const two = { T01: 'echo 1 > src/1.txt', T02: 'echo 2 > src/2.txt' }

function squash(at: Branches): void {
  at.git('merge', '--quiet', '--squash', 'fixpoint/r1')
  at.git('commit', '--quiet', '-m', 'All of it (#1)')
}

describe('revert of what another run brought', () => {
  it('is refused, names that landing, and taking that back works', async () => {
    const at = await landed()
    expect((await at.call('land fixpoint/r1 --into main')).exitCode).toBe(0)
    const before = at.git('rev-parse', 'main', 'fixpoint/r1')
    const { exitCode, stdout, stderr } = await at.call('revert T01')
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain(
      'revert/carried r1/T01 came to main with r2/fixpoint/r1, which landed fixpoint/r1 as one commit',
    )
    expect(at.git('rev-parse', 'main', 'fixpoint/r1')).toBe(before)
    expect(adviceIn(stderr)).toBe('fixpoint revert r2/fixpoint/r1')
    expect(await type(at, adviceIn(stderr))).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).not.toContain('src/1.txt')
    expect(at.at('main', 'moved')).toBe('x\n')
  })

  it('together with others of its run says what takes back it alone', async () => {
    const at = await landed(undefined, two)
    expect((await at.call('land fixpoint/r1 --into main')).exitCode).toBe(0)
    const { exitCode, stderr } = await at.call('revert T01')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('fixpoint revert r2/fixpoint/r1 takes back all that it brought')
    expect(await type(at, /git revert --no-edit \w+/.exec(stderr)![0])).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).toBe('src/2.txt\nsrc/a.txt\n')
    expect((await at.call('run ../units/T01.md')).stderr).not.toContain('in the base, and not')
  })

  it('as a run is refused once', async () => {
    const at = await landed(undefined, two)
    expect((await at.call('land fixpoint/r1 --into main')).exitCode).toBe(0)
    const { stderr } = await at.call('revert run:r1')
    expect(stderr.match(/revert\/carried/g)).toHaveLength(1)
    expect(stderr).toMatch(/r1\/T0\d, r1\/T0\d came to main with .*, so they cannot be taken back/)
    expect(await type(at, adviceIn(stderr))).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).toBe('src/a.txt\n')
  })
})

describe('revert of what others brought by a commit of their own', () => {
  it('is refused, names the commit, and what is advised takes it back', async () => {
    const at = await landed(undefined, two)
    squash(at)
    const by = at.git('rev-parse', '--short=10', 'main').trim()
    commit(at, 'more')
    const { exitCode, stdout, stderr } = await at.call('revert T01')
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain(`revert/carried r1/T01 came to main with ${by}, not with fixpoint/r1`)
    expect(await type(at, adviceIn(stderr))).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).toBe('src/2.txt\nsrc/a.txt\n')
    // Out of main, so its line may follow.
    expect((await at.call('revert T01')).exitCode).toBe(0)
  })

  it('names the commit on the target where that brought it and nothing else', async () => {
    const at = branches()
    for (const [id, script] of Object.entries(two)) at.write(`../units/${id}.md`, unit(id, script))
    expect((await at.call('run ../units --deliver ff')).exitCode).toBe(0)
    const id = at.git('log', '-1', '--format=%(trailers:key=Fixpoint-Unit,valueonly)').trim()
    at.git('commit', '--quiet', '--amend', '-m', 'In other words')
    const by = at.git('rev-parse', '--short=10', 'main').trim()
    const { exitCode, stderr } = await at.call(`revert ${id}`)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`revert/carried ${id} came to main with ${by}, not with fixpoint/r1`)
    expect(adviceIn(stderr)).toBe(`git revert --no-edit ${by}`)
    expect(await type(at, adviceIn(stderr))).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).not.toContain(`src/${id.at(-1)}.txt`)
    expect((await at.call(`revert ${id}`)).stderr).toContain(`revert/taken-out ${id} was delivered`)
  })

  it('is advised over no file that git ignores: that is moved aside first, and only then', async () => {
    const at = branches()
    at.write('src/secret.env', 'old\n')
    commit(at, 'src/kept.env')
    at.git('add', '--force', 'src/secret.env')
    at.git('commit', '--quiet', '-m', 'Secret')
    const script = `rm src/secret.env src/kept.env\n${done}`
    const claims = 'delete: [src]'
    at.write('../units/T01.md', unitFile({ id: 'T01', script, front: 'checks: [unit]\n', claims }))
    expect((await at.call('run ../units')).exitCode).toBe(0)
    squash(at)
    at.write('.git/info/exclude', '*.env\n')
    const advice = async () =>
      / \(on main: (.*)\)\n/.exec((await at.call('revert T01')).stderr)![1]!
    expect(await advice()).toMatch(/^git revert --no-edit [0-9a-f]{10}$/)
    at.write('src/secret.env', 'mine\n')
    const file = at.path('src/secret.env')
    const typed = await advice()
    expect(typed).toMatch(/^mv -n .* && git revert --no-edit [0-9a-f]{10}$/)
    expect(typed).toContain(`mv -n ${file} ${file}.mine && git revert`)
    execFileSync('sh', ['-c', typed], { cwd: at.root, env, stdio: 'pipe' })
    expect([at.read('src/secret.env.mine'), at.read('src/secret.env')]).toEqual(['mine\n', 'old\n'])
  })

  it('is refused too where the file has changed since, or had changed before', async () => {
    const at = branches()
    at.write('../units/T01.md', unit('T01', 'sed -i s/^two/TWO/ src/long.txt; echo 1 > src/1.txt'))
    at.write('src/long.txt', 'one\n1\n2\n3\n4\ntwo\n')
    at.git('add', 'src/long.txt')
    at.git('commit', '--quiet', '-m', 'Long')
    expect((await at.call('run ../units')).exitCode).toBe(0)
    at.write('src/long.txt', 'ONE\n1\n2\n3\n4\ntwo\n')
    at.git('commit', '--quiet', '-am', 'Before')
    squash(at)
    at.write('src/1.txt', 'other\n')
    at.git('commit', '--quiet', '-am', 'Since')
    const { exitCode, stderr } = await at.call('revert T01')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('revert/carried')
  })

  it.each(['', '--deliver ff'])('meanwhile is not called taken back (%s)', async deliver => {
    const squashing = `if [ ! -e src/1.txt ] && [ -e "$PROOFS.armed" ]; then rm "$PROOFS.armed"; git -C "$ROOT" merge -q --squash fixpoint/r1 && git -C "$ROOT" commit -qm Squashed; fi`
    const at = branches(squashing)
    at.write('../units/T01.md', unit('T01', 'echo 1 > src/1.txt'))
    const isLeft = deliver !== ''
    if (isLeft) at.write('src/a.txt', 'dirty\n')
    expect((await at.call(`run ../units ${deliver}`)).exitCode).toBe(isLeft ? 5 : 0)
    at.git('checkout', '--quiet', 'src/a.txt')
    commit(at, 'moved')
    at.write('../proofs.armed', '')
    const { stdout, stderr, exitCode } = await at.call('revert T01')
    expect(at.at('main', 'src/1.txt')).toBe('1\n')
    expect(stdout).not.toContain('Taken back')
    expect(stderr).toContain('Not taken back: r1/T01. main still has it')
    expect(stderr).not.toContain('delivered.')
    expect(exitCode).toBe(1)
    expect(await type(at, adviceIn(stderr))).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).toBe('src/a.txt\n')
  })
})

describe('revert of what its target does not have', () => {
  it('takes it off its line', async () => {
    const at = await landed()
    const { exitCode, stdout } = await at.call('revert T01')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Taken back: r1/T01')])
    expect(at.git('ls-tree', '--name-only', 'fixpoint/r1', 'src/')).toBe('src/a.txt\n')
  })
})

describe('revert of what a person took out of its target by moving the branch back', () => {
  it.each(['', 'moved'])(
    'is refused before anything starts, and what is advised takes it off its line (%s)',
    async file => {
      const at = branches()
      for (const [id, script] of Object.entries(two))
        at.write(`../units/${id}.md`, unit(id, script))
      expect((await at.call('run ../units --deliver ff')).exitCode).toBe(0)
      at.git('reset', '--quiet', '--hard', 'HEAD~2')
      if (file !== '') commit(at, file)
      const before = at.git('for-each-ref')
      for (const [word, ids] of [
        ['T01', 'r1/T01 was'],
        ['run:r1', 'r1/T02, r1/T01 were'],
      ] as const) {
        const { exitCode, stdout, stderr } = await at.call(`revert ${word}`)
        expect([exitCode, stdout]).toEqual([1, ''])
        expect(stderr).toContain(
          `revert/taken-out ${ids} delivered to main and taken out of it by hand since, so main has nothing of that to take back`,
        )
      }
      expect(at.git('for-each-ref')).toBe(before)
      const { stderr } = await at.call('revert T02')
      const advice = /git switch fixpoint\/r1 && git revert --no-edit [0-9a-f]{10}/.exec(stderr)![0]
      for (const each of advice.split(' && ')) await type(at, each)
      at.git('switch', '--quiet', 'main')
      expect(at.git('ls-tree', '--name-only', 'fixpoint/r1', 'src/')).toBe('src/1.txt\nsrc/a.txt\n')
      expect((await at.call('revert T02')).stderr).toContain('revert/already r1/T02')
    },
  )
})

describe('revert of what stood below something that a person took out', () => {
  it('is refused, for that would come back, and what is advised takes back this alone', async () => {
    const at = branches()
    for (const [id, script] of Object.entries(two)) at.write(`../units/${id}.md`, unit(id, script))
    expect((await at.call('run ../units --deliver ff')).exitCode).toBe(0)
    const newest = at.git('log', '-1', '--format=%(trailers:key=Fixpoint-Unit,valueonly)').trim()
    const below = newest === 'r1/T01' ? 'r1/T02' : 'r1/T01'
    at.git('reset', '--quiet', '--hard', 'HEAD~1')
    const { exitCode, stderr } = await at.call(`revert ${below}`)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(
      `revert/taken-out ${newest} was delivered to main and taken out of it by hand since: that would come back with fixpoint/r1, which takes ${below} back`,
    )
    expect(await type(at, adviceIn(stderr))).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).toBe('src/a.txt\n')
  })
})

describe('revert of a revert that its target did not get', () => {
  it('is not told from what the revert restored, and the advice of the waiting line succeeds', async () => {
    const at = branches()
    at.write('../units/T01.md', unit('T01', 'echo hi >> src/a.txt'))
    at.write('../units/T02.md', unit('T02', 'echo more >> src/a.txt', 'depends_on: [T01]\n'))
    expect((await at.call('run ../units --deliver ff')).exitCode).toBe(0)
    at.write('src/a.txt', at.at('main', 'src/a.txt').replace('more', 'theirs'))
    at.git('commit', '--quiet', '-am', 'Built on it')
    const blocked = await at.call('revert T02')
    expect(blocked.exitCode).toBe(5)
    const waiting = (await at.call('status')).stdout
    expect(waiting).not.toMatch(/retry|--continue/)
    const advice = adviceIn(blocked.stdout + blocked.stderr)
    expect(advice).toMatch(/^fixpoint revert T02-revert-\d+$/)
    expect(await type(at, advice)).toBe(0)
    expect(at.at('main', 'src/a.txt')).toContain('hi\ntheirs\n')
    expect((await at.call('status')).stdout).not.toMatch(/Waits for you|retry|--continue/)
  })
})
