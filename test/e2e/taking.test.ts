// What a run landed and is not where it was wanted: every command that speaks of it says why, and the one command that works as things stand
// now. What is advised is typed here as it is printed.

import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Changes src/a.txt and makes src/b.txt. */
function project(a = 'a\n', change = 'echo landed > src/a.txt'): TestRepository {
  const config = agentConfig('checks:\n  own: { command: "test -f src/a.txt" }\n')
  const here = repository({
    '.fixpoint/config.yaml': config,
    'README.md': 'Read\n',
    'src/a.txt': a,
  })
  const script = `${change}; echo b > src/b.txt\n${done}`
  here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: [own]\n' }))
  return here
}

/** A branch brings a file that is ignored here. */
function withForced(path: string): TestRepository {
  const here = project()
  here.git('switch', '--quiet', '-c', 'side')
  here.write(path, 'theirs\n')
  here.git('add', '--force', path)
  here.git('commit', '--quiet', '-m', 'Theirs')
  here.git('switch', '--quiet', 'main')
  here.write('.git/info/exclude', `T01.md\n${path}\n${dirname(path)}\n`)
  return here
}

/** As a person types it, whether it is git's or Fixpoint's. */
async function type(here: TestRepository, line: string): Promise<number> {
  for (const each of line.split(' && ')) {
    const exitCode = await typeOne(here, each)
    if (exitCode !== 0) return exitCode
  }
  return 0
}

async function typeOne(here: TestRepository, command: string): Promise<number> {
  if (command.startsWith('fixpoint '))
    return (await here.fixpoint(command.slice('fixpoint '.length), { env })).exitCode
  execFileSync('sh', ['-c', command], { cwd: here.root, env, stdio: 'pipe' })
  return 0
}

/** Of every command that speaks of the run. */
async function told(here: TestRepository) {
  const show = await here.fixpoint('show run:r1', { env })
  const runs = await here.fixpoint('runs', { env })
  const status = await here.fixpoint('status', { env })
  return { show, runs, status }
}

async function expectAdvice(here: TestRepository, why: string, command: string): Promise<void> {
  await expectWaiting(here, why, command)
  expect((await told(here)).runs.stdout).toContain('; not delivered  # Unit T01\n')
}

async function expectWaiting(here: TestRepository, why: string, command: string): Promise<void> {
  const { show, runs, status } = await told(here)
  expect(show.stdout).toContain(`  delivery r1~1  waits: ${why}\n`)
  expect(show.stderr).toBe(`Landed on fixpoint/r1, and not delivered: ${why}\nThen: ${command}\n`)
  expect(runs.stdout).toContain(`\n  r1  is not delivered: ${why}  → ${command}\n`)
  expect(runs.stderr).toContain(`Next: ${command}\n`)
  expect(status.stdout).toContain(`Waits for you\n  r1  is not delivered: ${why}  → ${command}\n`)
  expect(status.stdout).toContain(`Next: ${command}\n`)
}

async function expectTaken(here: TestRepository, how = 'delivered to main'): Promise<void> {
  const { show, runs, status } = await told(here)
  expect(show.stdout).not.toContain('waits')
  expect(show.stderr).toBe('Landed on fixpoint/r1, and delivered.\n')
  expect(runs.stdout).toMatch(new RegExp(`^r1 {2}complete: .*; ${how}(  #|$)`, 'm'))
  expect(status.stdout).not.toContain('not delivered')
}

describe('a delivery that waits', () => {
  it('for changes in the very files says which, and wants them committed, for the two may conflict', async () => {
    const here = project()
    here.write('src/a.txt', 'mine\n')
    here.write('README.md', 'mine\n')
    const why = `${here.root} has changes that are not committed where it would write, so that the two may conflict: src/a.txt`
    const command = 'git commit -am "Work in progress" && fixpoint land fixpoint/r1 --into main'
    const run = await here.fixpoint('run T01.md --deliver ff', { env })
    expect(run.exitCode).toBe(5)
    expect(run.stderr).toContain(`and not delivered: ${why}\nThen: ${command}\n`)
    expect(run.stderr.match(/and not delivered|Then: /g)).toEqual(['and not delivered', 'Then: '])
    expect(run.stdout).not.toContain('conflicted')
    await expectAdvice(here, why, command)
    here.git('checkout', 'src/a.txt')
    const rest = `${here.root} has changes that are not committed: README.md`
    await expectAdvice(here, rest, 'git merge --ff-only fixpoint/r1')
    here.git('checkout', 'README.md')
    const then = `it was not possible then: ${here.root} has changes that are not committed: README.md, src/a.txt`
    await expectAdvice(here, then, 'git merge --ff-only fixpoint/r1')
    here.write('README.md', 'staged\n')
    here.git('add', 'README.md')
    here.write('README.md', 'and more\n')
    here.write('src/other.txt', "unknown, and in nobody's way\n")
    expect(await type(here, 'git merge --ff-only fixpoint/r1')).toBe(0)
    expect(here.at('main', 'src/a.txt')).toBe('landed\n')
    expect(here.git('status', '--porcelain')).toContain('MM README.md\n')
    await expectTaken(here)
  })

  it('takes what is advised for changes in the very files, where they go together', async () => {
    const lines = (first: string, last: string) => `${first}\n${'\n'.repeat(9)}${last}\n`
    const here = project(lines('a', 'z'), 'sed -i s/z/landed/ src/a.txt')
    here.write('src/a.txt', lines('mine', 'z'))
    here.write('src/staged.txt', 'staged\n')
    here.git('add', 'src/staged.txt')
    const { exitCode, stderr } = await here.fixpoint('run T01.md --deliver ff', { env })
    expect(exitCode).toBe(5)
    const command = /^Then: (.*)$/m.exec(stderr)![1]!
    expect(await type(here, command)).toBe(0)
    expect(here.at('main', 'src/a.txt')).toBe(lines('mine', 'landed'))
    expect([here.at('main', 'src/staged.txt'), here.read('src/a.txt')]).toEqual([
      'staged\n',
      lines('mine', 'landed'),
    ])
    expect(here.git('status', '--porcelain', '--untracked-files=no')).toBe('')
    await expectTaken(here, 'delivered to main by r2')
  })

  it('and where they do not, it is told which file conflicts, and nothing is lost', async () => {
    const here = project()
    here.write('src/a.txt', 'mine\n')
    const { stderr } = await here.fixpoint('run T01.md --deliver ff', { env })
    const command = /^Then: (.*)$/m.exec(stderr)![1]!
    expect(await type(here, command)).toBe(1)
    expect([here.at('main', 'src/a.txt'), here.read('src/a.txt')]).toEqual(['mine\n', 'mine\n'])
  })

  it('for files that git ignores says which, and what is advised writes over none of them', async () => {
    const here = withForced('src/b.txt')
    here.write('src/b.txt', 'mine\n')
    expect((await here.fixpoint('land side --into main', { env })).exitCode).toBe(5)
    const why = `${here.root} has files that git ignores where it would write: src/b.txt; move them away first`
    const command = 'git merge --ff-only --no-overwrite-ignore fixpoint/r1'
    await expectWaiting(here, why, command)
    await expect(type(here, command)).rejects.toThrow('src/b.txt')
    expect(here.read('src/b.txt')).toBe('mine\n')
    rmSync(here.path('src/b.txt'))
    await type(here, 'git merge --ff-only fixpoint/r1')
    await expectTaken(here)
  })

  it('is never advised over a file that git ignores where a folder is to be, also where none was asked for', async () => {
    const here = withForced('src/new/c.txt')
    here.write('src/new', 'mine\n')
    expect((await here.fixpoint('land side', { env })).exitCode).toBe(0)
    const { stderr } = await here.fixpoint('show run:r1', { env })
    expect(stderr).toContain('files that git ignores where it would write: src/new; move')
    expect(stderr).toContain(': git merge --ff-only --no-overwrite-ignore fixpoint/r1\n')
  })

  it('is advised over nothing that git ignores in a folder that becomes a file', async () => {
    const here = project()
    here.write('conf/a.yml', 'a\n')
    here.git('add', 'conf')
    here.git('commit', '--quiet', '-m', 'Conf')
    here.git('switch', '--quiet', '-c', 'side')
    here.git('rm', '--quiet', '-r', 'conf')
    here.write('conf', 'a file now\n')
    here.git('add', 'conf')
    here.git('commit', '--quiet', '-m', 'A file')
    here.git('switch', '--quiet', 'main')
    here.write('.git/info/exclude', 'T01.md\n*.env\n')
    here.write('conf/deep/mine.env', 'MINE\n')
    expect((await here.fixpoint('land side --into main', { env })).exitCode).toBe(5)
    const { show } = await told(here)
    expect(show.stderr).toMatch(/git ignores where it would write: conf\/deep\/mine\.env/)
    const [, command] = /^Then: (.*)$/m.exec(show.stderr)!
    await expect(type(here, command!)).rejects.toThrow()
    expect(here.read('conf/deep/mine.env')).toBe('MINE\n')
  })

  it('for files that git does not know says which', async () => {
    const here = project()
    here.write('src/b.txt', 'mine\n')
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(5)
    const why = `${here.root} has files that git does not know where it would write: src/b.txt; move them away first`
    await expectAdvice(here, why, 'git merge --ff-only fixpoint/r1')
    here.git('clean', '-fdq', 'src')
    const then = 'it was not possible then: '
    expect(await here.fixpoint('run', { env })).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining(
        `no run is open, and no units are named; r1 is not delivered: ${then}`,
      ),
    })
    expect((await here.fixpoint('run', { env })).stderr).toContain(
      '(git merge --ff-only fixpoint/r1 takes what r1 landed; fixpoint run units starts another)',
    )
    await type(here, 'git merge --ff-only fixpoint/r1')
    await expectTaken(here)
    expect((await here.fixpoint('run', { env })).stderr).toContain(
      'no run is open, and no units are named (for example fixpoint run units)',
    )
  })

  it('and whose target went on is landed on top, and known to be there then', async () => {
    const here = project()
    here.write('src/a.txt', 'mine\n')
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(5)
    here.git('checkout', 'src/a.txt')
    here.write('x.txt', 'x\n')
    here.git('add', 'x.txt')
    here.git('commit', '--quiet', '-m', 'Mine')
    const command = 'fixpoint land fixpoint/r1 --into main'
    await expectAdvice(here, 'main went on meanwhile, so prove it on top', command)
    expect(await type(here, command)).toBe(0)
    expect(here.at('main', 'src/b.txt')).toBe('b\n')
    await expectTaken(here, 'delivered to main by r2')
  })

  it('and whose target went on against it is brought together by hand, also when a landing has found that out', async () => {
    const here = project()
    here.write('src/a.txt', 'mine\n')
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(5)
    here.git('commit', '--quiet', '-am', 'Mine')
    const why = 'main went on meanwhile, and the two conflict'
    await expectAdvice(here, why, 'git merge fixpoint/r1')
    expect((await here.fixpoint('land fixpoint/r1 --into main', { env })).exitCode).toBe(1)
    const { status } = await told(here)
    expect(status.stdout).toContain(`  r1  is not delivered: ${why}  → git merge fixpoint/r1\n`)
    expect(status.stdout).not.toMatch(/(→|Next:) fixpoint land/)
  })

  it('and fails together with what its target got is never advised to be merged', async () => {
    const config = agentConfig(
      'checks:\n  own: { command: "! test -e src/b.txt || ! test -e mine" }\n',
    )
    const here = repository({ '.fixpoint/config.yaml': config, 'src/a.txt': 'a\n' })
    const git = `git -C ${here.root}`
    const meanwhile = `touch ${here.root}/mine; ${git} add mine; ${git} commit -qm Mine`
    const script = `echo b > src/b.txt; test -e ${here.root}/mine || (${meanwhile})\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md --deliver ff', { env })
    expect(exitCode, stderr).not.toBe(0)
    const { show, status } = await told(here)
    for (const text of [stderr, show.stderr, status.stdout]) {
      expect(text).toContain('fixpoint/r1 and main fail together: check own failed')
      expect(text).not.toContain('git merge')
    }
    expect((await here.fixpoint('show sync-1', { env })).exitCode).toBe(0)
    expect(show.stderr).toContain('or take it back: fixpoint revert run:r1\n')
    expect(await type(here, 'fixpoint revert run:r1')).toBe(0)
    expect(here.git('ls-tree', '--name-only', 'main', 'src/')).toBe('src/a.txt\n')
  })

  /** T01 conflicts with what main got while T02 was at work; `check` is the one that judges both. */
  async function conflicting(check: string): Promise<TestRepository> {
    const config = agentConfig(`checks:\n  own: { command: ${JSON.stringify(check)} }\n`)
    const here = repository({ '.fixpoint/config.yaml': config, 'src/a.txt': 'a\n' })
    const git = `git -C ${here.root}`
    const meanwhile = `echo mine > ${here.root}/src/a.txt; ${git} commit -qam Mine`
    here.write('T01.md', unitFile({ id: 'T01', script: `echo landed > src/a.txt\n${done}` }))
    const front = 'depends_on: [T01]\n'
    const script = `echo b > src/b.txt; ${meanwhile}\n${done}`
    here.write('T02.md', unitFile({ id: 'T02', script, front }))
    expect((await here.fixpoint('run T01.md T02.md --deliver ff', { env })).exitCode).toBe(5)
    return here
  }

  it('and conflicts is never advised to be tried again because its line moved, while the two conflict', async () => {
    const here = await conflicting('true')
    const revert = await here.fixpoint('revert T02', { env })
    expect(here.git('ls-tree', '--name-only', 'fixpoint/r1', 'src/')).toBe('src/a.txt\n')
    const { show, runs, status } = await told(here)
    for (const text of [revert, show, runs, status].flatMap(each => [each.stdout, each.stderr]))
      expect(text).not.toMatch(/fixpoint retry|--continue/)
    expect(status.stdout).toContain('Next: git merge fixpoint/r1\n')
  })

  it('and conflicted is tried again where the two go together by now', async () => {
    const here = await conflicting('! grep -q mine src/a.txt || ! test -e src/b.txt')
    const { stderr } = await here.fixpoint('revert T01', { env })
    expect(stderr).toContain('fixpoint/r1 and main fail together: check own failed')
    const conflicted = /sync-2 {2}.* conflicts with .* {2}→ fixpoint retry sync-2\n/
    expect((await told(here)).status.stdout).toMatch(conflicted)
  })

  it('is said by a revert too, which takes back on top of what went on', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    here.git('merge', '--quiet', '--ff-only', 'fixpoint/r1')
    await expectTaken(here)
    here.write('x.txt', 'x\n')
    here.git('add', 'x.txt')
    here.git('commit', '--quiet', '-m', 'Mine')
    const { exitCode, stderr } = await here.fixpoint('revert T01', { env })
    expect(exitCode).toBe(0)
    const command = 'fixpoint land fixpoint/r1 --into main'
    expect(stderr).toContain(
      `Landed on fixpoint/r1. main went on meanwhile, so prove it on top; take it: ${command}\n`,
    )
    expect((await told(here)).show.stderr).toContain(command)
    expect(await type(here, command)).toBe(0)
    expect(here.at('main', 'src/a.txt')).toBe('a\n')
  })

  it('and was taken back before that amounts to nothing, advises nothing, and is worked on again', async () => {
    const here = project()
    here.write('src/a.txt', 'mine\n')
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(5)
    await here.fixpoint('revert T01', { env })
    here.git('checkout', 'src/a.txt')
    here.write('x.txt', 'x\n')
    here.git('add', 'x.txt')
    here.git('commit', '--quiet', '-m', 'Mine')
    const { show, runs, status } = await told(here)
    expect(show.stdout).not.toContain('waits')
    expect(show.stderr).toBe(
      'Landed on fixpoint/r1 and taken back there: nothing is left to take.\n',
    )
    expect(runs.stdout).toMatch(/^r1 {2}complete: .*; taken back before it was delivered$/m)
    expect(status.stdout + runs.stderr).not.toMatch(/fixpoint land|not delivered/)
    const again = await here.fixpoint('run T01.md --dry-run', { env })
    expect(again.stderr).toBe('T01 landed in r1 and was taken back: worked on again\n')
  })

  it('and was delivered is there no more where the target was moved back, and no branch goes that alone holds it', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(0)
    await expectTaken(here)
    here.git('reset', '--quiet', '--hard', 'HEAD~1')
    const { show, runs, status } = await told(here)
    expect(runs.stdout).toMatch(/^r1 {2}complete: .*; left on fixpoint\/r1/m)
    const out = 'r1/T01 was delivered to main and taken out of it by hand since'
    expect(show.stderr).toContain(`Landed on fixpoint/r1. ${out}; take it: git merge --ff-only`)
    expect(status.stdout).toContain(
      `r1  is left on fixpoint/r1: ${out}  → git merge --ff-only fixpoint/r1\n`,
    )
    expect((await here.fixpoint('prune', { env })).stdout).not.toContain('refs/heads/fixpoint/r1')
    await type(here, 'git merge --ff-only fixpoint/r1')
    await expectTaken(here)
    expect((await here.fixpoint('prune', { env })).stdout).toContain('refs/heads/fixpoint/r1')
    await expectTaken(here)
  })

  it('and was delivered, and went from a history that was rewritten and went on, is told so by whatever brings it back', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(0)
    here.git('reset', '--quiet', '--hard', 'HEAD~1')
    here.write('x.txt', 'x\n')
    here.git('add', 'x.txt')
    here.git('commit', '--quiet', '-m', 'Mine')
    const out = 'r1/T01 was delivered to main and taken out of it by hand since'
    const why = `${out}; main went on meanwhile, so prove it on top`
    const land = 'fixpoint land fixpoint/r1 --into main'
    const { show, status } = await told(here)
    expect(show.stderr).toBe(`Landed on fixpoint/r1. ${why}; take it: ${land}\n`)
    expect(status.stdout).toContain(`r1  is left on fixpoint/r1: ${why}  → ${land}\n`)
    const said = `Warning: land/again ${out}: fixpoint/r1 brings that back\n`
    for (const more of [' --dry-run', '']) {
      const words = `${land.slice('fixpoint '.length)}${more}`
      expect((await here.fixpoint(words, { env })).stderr).toContain(said)
    }
    await expectTaken(here, 'delivered to main by r2')
    expect((await here.fixpoint('status', { env })).stdout).not.toContain('taken out')
  })

  it('and that rests on what was taken out meanwhile is told so by whatever brings that back', async () => {
    const here = project()
    here.write('dropped.txt', 'dropped\n')
    here.git('add', 'dropped.txt')
    here.git('commit', '--quiet', '-m', 'To drop')
    const base = here.git('rev-parse', 'main').trim().slice(0, 10)
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    here.git('reset', '--quiet', '--hard', 'HEAD~1')
    here.write('x.txt', 'x\n')
    here.git('add', 'x.txt')
    here.git('commit', '--quiet', '-m', 'Mine')
    const back = `main was moved back meanwhile: it does not hold ${base} any more, on which this rests`
    const { show } = await told(here)
    const tip = here.git('rev-parse', 'fixpoint/r1').trim().slice(0, 10)
    expect(show.stderr).toBe(
      `Landed on fixpoint/r1. ${back}; main went on meanwhile, so prove it on top; take it: fixpoint land fixpoint/r1 --into main\nOr only what landed besides, not proved on top: git cherry-pick ${tip}\n`,
    )
    expect((await here.fixpoint('land fixpoint/r1 --dry-run', { env })).stderr).toContain(
      `Warning: land/again ${back}: fixpoint/r1 brings that back\n`,
    )
  })

  it('and was delivered, and is there by another commit since the history was rewritten, is there', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(0)
    here.git('commit', '--quiet', '--amend', '-m', 'In other words')
    here.write('x.txt', 'x\n')
    here.git('add', 'x.txt')
    here.git('commit', '--quiet', '-m', 'Mine')
    await expectTaken(here)
  })

  it('and was delivered and taken out after its branch was cleared away is told so, with what brings it back', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(0)
    const tip = here.git('rev-parse', 'main').trim()
    here.git('branch', '-D', 'fixpoint/r1')
    expect((await told(here)).show.stderr).toBe('Landed on fixpoint/r1, and delivered.\n')
    here.git('reset', '--quiet', '--hard', 'HEAD~1')
    const out = 'r1/T01 was delivered to main and taken out of it by hand since'
    const { show, runs } = await told(here)
    const command = `git branch fixpoint/r1 ${tip}`
    expect(show.stderr).toBe(
      `${out}, and fixpoint/r1 was cleared away: ${command} brings that back\n`,
    )
    expect(runs.stdout).toContain(`${out}; its branch fixpoint/r1 was cleared away`)
    const revert = await here.fixpoint('revert T01', { env })
    expect(revert.stderr).not.toContain('git switch')
    await type(here, command)
    expect((await told(here)).runs.stdout).toContain('left on fixpoint/r1')
  })

  it('and whose line a person put a commit on is taken as far as it was proved', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    const proved = here.git('rev-parse', 'fixpoint/r1').trim()
    const more = ['commit-tree', 'fixpoint/r1^{tree}', '-p', 'fixpoint/r1', '-m', 'By hand']
    here.git('update-ref', 'refs/heads/fixpoint/r1', here.git(...more).trim())
    const { show } = await told(here)
    const short = proved.slice(0, 10)
    const command = `git merge --ff-only ${short}`
    expect(show.stderr).toBe(
      `Landed on fixpoint/r1. fixpoint/r1 is not where this journal left it: ${short} is what it knows as proved; take it: ${command}\n`,
    )
    await type(here, command)
    expect(here.git('rev-parse', 'main').trim()).toBe(proved)
    expect((await told(here)).show.stderr).toBe('Landed on fixpoint/r1, and delivered.\n')
  })

  it('and whose target is checked out in a folder that is gone is taken once git knows that', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    here.git('switch', '--quiet', '-c', 'mine')
    here.git('worktree', 'add', '--quiet', '../side', 'main')
    rmSync(here.path('../side'), { recursive: true })
    const { show } = await told(here)
    const [, command] = /is gone; take it: (git worktree prune && .*)$/m.exec(show.stderr)!
    await type(here, command!)
    await expectTaken(here)
  })

  it('and whose target two worktrees have checked out is taken without a change in the other', async () => {
    const here = project()
    here.git('worktree', 'add', '--quiet', '--force', '../side', 'main')
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(5)
    const { show } = await told(here)
    expect(show.stderr).toMatch(/main is checked out in .* and .*side/)
    await type(here, /^Then: (.*)$/m.exec(show.stderr)![1]!)
    expect(here.git('-C', '../side', 'status', '--porcelain', '--untracked-files=no')).toBe('')
    expect(here.git('status', '--porcelain', '--untracked-files=no')).toBe('')
    await expectTaken(here)
  })

  it('and whose line a tag is called like is taken, not the tag', async () => {
    const here = project()
    here.git('tag', 'fixpoint/r1')
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    const { show } = await told(here)
    await type(here, /take it: (.*)$/im.exec(show.stderr)![1]!)
    await expectTaken(here)
  })

  it('and that a person squashed is there', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    here.write('x.txt', 'x\n')
    here.git('add', 'x.txt')
    here.git('commit', '--quiet', '-m', 'Mine')
    here.git('merge', '--quiet', '--squash', 'fixpoint/r1')
    here.git('commit', '--quiet', '-m', 'All of it')
    await expectTaken(here)
    expect((await here.fixpoint('status', { env })).stdout).toContain(
      'Next: fixpoint run UNIT.md\n',
    )
  })
})

describe('what was left on its branch', () => {
  it('is taken where its target is checked out, or by moving the target that is nowhere', async () => {
    const here = project()
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    const advice = async () => (await told(here)).show.stderr
    expect(await advice()).toBe('Landed on fixpoint/r1. Take it: git merge --ff-only fixpoint/r1\n')
    here.git('switch', '--quiet', '-c', 'mine')
    const fetch = 'git fetch . fixpoint/r1:main'
    expect(await advice()).toBe(`Landed on fixpoint/r1. Take it: ${fetch}\n`)
    here.git('worktree', 'add', '--quiet', "../Ana's side", 'main')
    const quoted = `'${here.path('../Ana')}'\\''s side'`
    const merge = `git -C ${quoted} merge --ff-only fixpoint/r1`
    expect(await advice()).toBe(`Landed on fixpoint/r1. Take it: ${merge}\n`)
    await type(here, merge)
    await expectTaken(here)
    here.git('branch', '-D', 'fixpoint/r1')
    await expectTaken(here)
  })
})

describe('what a run landed that was begun on no branch', () => {
  async function landed(): Promise<TestRepository> {
    const here = project()
    here.git('checkout', '--quiet', '--detach')
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(exitCode, stderr).toBe(0)
    const { runs } = await told(here)
    expect(runs.stdout).toContain('; left on fixpoint/r1  # Unit T01\n')
    return here
  }

  it.each([
    ['a branch', 'git switch -q main && git merge -q --ff-only fixpoint/r1', 'main'],
    ['another branch', 'git branch side fixpoint/r1', 'side'],
    ['HEAD itself', 'git merge -q --ff-only fixpoint/r1', 'HEAD'],
  ])('is there once %s holds it', async (_, line, target) => {
    const here = await landed()
    expect(await type(here, line)).toBe(0)
    await expectTaken(here, `delivered to ${target}`)
  })

  it('is there once another run brought it as one commit', async () => {
    const here = await landed()
    here.git('switch', '--quiet', 'main')
    here.write('README.md', 'Read on\n')
    here.git('commit', '--quiet', '-a', '-m', 'Meanwhile')
    expect(await type(here, 'fixpoint land fixpoint/r1 --into main')).toBe(0)
    await expectTaken(here, 'delivered to main by r2')
  })

  it('is gone with its branch', async () => {
    const here = await landed()
    here.git('branch', '--quiet', '-D', 'fixpoint/r1')
    const { runs } = await told(here)
    expect(runs.stdout).toContain('; its branch fixpoint/r1 was cleared away  # Unit T01\n')
  })
})
