// `land` through the front door, with real git and real checks: what lands together was proved together, and the checkout stays as it is.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { branches, env, leaveWork, pushTo } from './branches.ts'
import { NODE, PROGRAM } from './places.ts'
import { agentConfig, checkoutOf, done, unitFile } from './repository.ts'

describe('land', () => {
  it('lands what anybody made with one proof where all is green, as one commit each by its author', async () => {
    const at = branches()
    for (const name of ['one', 'two', 'three'])
      at.branch(`feature/${name}`, { [name]: `${name}\n` })
    leaveWork(at)
    const before = checkoutOf(at)
    const { exitCode, stdout, stderr } = await at.call('land feature/one feature/two feature/three')
    expect(stderr).toContain('r1 finished: complete')
    expect(stdout).toMatch(
      /^Landing into main \(checked out\) at [0-9a-f]{10}\nr1 {2}complete: 3 units, 3 landed\n/,
    )
    expect(exitCode).toBe(0)
    expect(at.proofs()).toEqual([{ tree: at.treeOf('fixpoint/r1'), files: 'one src three two' }])
    expect(at.git('log', '--format=%an %s', 'main..fixpoint/r1')).toBe(
      'Bo Make three\nBo Make two\nBo Make one\n',
    )
    expect(checkoutOf(at)).toEqual(before)
  })

  it('keeps everybody who made a branch, and the words of all of its commits', async () => {
    const at = branches()
    at.branch('shared', { one: '1\n' })
    at.branch('shared', { two: '2\n' }, 'shared', 'Di')
    at.branch('shared', { three: '3\n' }, 'shared', 'Di')
    await at.call('land shared')
    const tip = at.git('rev-parse', 'shared').trim()
    expect(at.git('log', '-1', '--format=%an%n%B', 'fixpoint/r1')).toMatch(
      new RegExp(
        `^Di\nLand shared\n\n\\* Make one\n\n\\* Make two\n\n\\* Make three\n\nFixpoint-Unit: r1/shared\n(?:.*\n)*Fixpoint-Source: ${tip}\nCo-authored-by: Bo <bo@example.org>\n`,
      ),
    )
  })

  it('forwards the branch that --into names, also the clean one that is checked out', async () => {
    const at = branches()
    at.branch('feature', { one: '1\n' })
    at.write('src/untracked.txt', 'mine\n')
    const { exitCode } = await at.call('land feature --into main')
    expect(exitCode).toBe(0)
    expect(at.read('one')).toBe('1\n')
    expect(at.git('status', '--porcelain')).toBe('?? src/untracked.txt\n')
    expect(at.treeOf('main')).toBe(at.proofs().at(-1)!.tree)
  })
})

describe('branches that are green alone and red together', () => {
  it('the innocent land, the second of the two is refused with what the check said (case 25)', async () => {
    const at = branches()
    at.git('branch', 'release')
    const names = ['ada', 'half-one', 'cat', 'half-two', 'eve', 'fox']
    for (const name of names) at.branch(`b-${name}`, { [name]: `${name}\n` })
    leaveWork(at)
    const before = checkoutOf(at)
    const words = names.map(each => `b-${each}`).join(' ')
    const { exitCode, stdout } = await at.call(`land ${words} --into release`)
    expect(exitCode).toBe(3)
    expect(stdout).toContain(
      '\nb-half-two was refused: check unit failed with exit code 1\n  the halves do not fit\n',
    )
    expect(at.git('ls-tree', '--name-only', 'release')).toBe(
      '.fixpoint\nada\ncat\neve\nfox\nhalf-one\nsrc\n',
    )
    // All six, and their base for the delta; the first half, which lands; the fourth, which is to blame; and the two behind it.
    const sizes = at.proofs().map(each => each.files.split(' ').length - 1)
    expect(sizes).toEqual([6, 0, 3, 4, 5])
    const heads = at.git('reflog', 'show', '--format=%T', 'fixpoint/r1').trim().split('\n')
    const proved = at.proofs().map(each => each.tree)
    expect(heads.every(each => proved.includes(each))).toBe(true)
    expect(checkoutOf(at)).toEqual(before)
  })

  it('a conflict is refused with its path and markers, and costs no second attempt', async () => {
    const at = branches()
    at.branch('left', { 'src/a.txt': 'left\n' })
    at.branch('right', { 'src/a.txt': 'right\n' })
    const { exitCode, stdout } = await at.call('land left right --json')
    expect(exitCode).toBe(3)
    const told = JSON.parse(stdout)
    expect(told.refused).toMatchObject([
      { unit: 'right', why: 'it conflicts with what landed meanwhile in src/a.txt' },
    ])
    expect(told.refused[0].lines).toEqual(
      expect.arrayContaining(['src/a.txt (contents)', 'left', 'right']),
    )
    expect(told.units).toMatchObject([{ status: 'landed' }, { status: 'failed', attempt: 1 }])
  })
})

describe('the landing line', () => {
  it('a conflict is not offered to be tried again as it is, but to be brought up to date and landed', async () => {
    const at = branches()
    at.branch('left', { 'src/a.txt': 'left\n' })
    at.branch("ri'ght", { 'src/a.txt': 'right\n' })
    at.git('branch', 'release')
    const { stderr } = await at.call(['land', 'left', "ri'ght", '--into', 'release'])
    const again = `bring ri'ght up to date with release (merge or rebase), then: fixpoint land 'ri'\\''ght' --into release`
    expect(stderr).toContain(`It conflicts, and would again: ${again}\n`)
    expect(stderr).not.toContain('Another chance')
    const why = (await at.call(['why', "ri'ght"])).stdout
    expect(why).toContain(`You can\n  ${again}\n`)
    expect(why).not.toContain('fixpoint retry')
    at.git('switch', '--quiet', "ri'ght")
    at.git('merge', '--quiet', '-X', 'ours', 'release')
    at.git('switch', '--quiet', 'main')
    const landed = await at.call(['land', "ri'ght", '--into', 'release'])
    expect([landed.exitCode, at.at('release', 'src/a.txt')]).toEqual([0, 'right\n'])
  })

  it('judges two candidates that do not conflict at the same time', async () => {
    const meet = (mine: string, other: string) =>
      `touch "$PROOFS.${mine}"; for each in $(seq 400); do [ -e "$PROOFS.${other}" ] && exit 0; sleep 0.05; done; echo "${mine} was alone"; exit 1`
    const at = branches(
      `if [ -e one ] && [ -e two ]; then ${meet('both', 'first')}; else ${meet('first', 'both')}; fi`,
    )
    at.branch('one', { one: '1\n' })
    at.branch('two', { two: '2\n' })
    expect(await at.call('land one two --batch 1')).toMatchObject({ exitCode: 0 })
    expect(at.proofs()).toHaveLength(2)
  })

  it('lands ten units that queue behind a slow one before that one ends, and what needs them starts (case 9)', async () => {
    const at = branches()
    const count = `git --git-dir="${at.root}/.git" rev-list --count main..fixpoint/r1`
    const slow = `while [ "$(${count} 2>/dev/null || echo 0)" -lt 11 ]; do sleep 0.05; done; echo slow > slow\n${done}`
    at.write('units/T00.md', unitFile({ id: 'T00', script: slow, claims: 'create: [slow]' }))
    for (let number = 1; number <= 10; number++) {
      const [id, file] = [`T${String(number).padStart(2, '0')}`, `quick-${number}`]
      const script = `echo quick > ${file}\n${done}`
      at.write(`units/${id}.md`, unitFile({ id, script, claims: `create: [${file}]` }))
    }
    const after = { front: 'depends_on: [T10]\n', claims: 'create: [after]' }
    const script = `cp quick-10 after\n${done}`
    at.write('units/T11.md', unitFile({ id: 'T11', script, ...after }))
    leaveWork(at)
    const before = checkoutOf(at)
    expect((await at.call('run units --max-workers 4')).exitCode).toBe(0)
    expect(at.git('log', '-1', '--format=%s', 'fixpoint/r1')).toBe('Unit T00\n')
    expect(at.git('rev-list', '--count', 'main..fixpoint/r1')).toBe('12\n')
    expect(checkoutOf(at)).toEqual(before)
  })

  it('that is killed in the middle of a proof lands each branch once when somebody goes on (case 28)', async () => {
    const at = branches('touch "$PROOFS.asked"; while [ ! -e "$PROOFS.go" ]; do sleep 0.05; done')
    const given = { PROOFS: at.path('../proofs'), ROOT: at.root }
    for (const name of ['one', 'two']) at.branch(name, { [name]: `${name}\n` })
    leaveWork(at)
    const before = checkoutOf(at)
    const killed = spawn(NODE, [PROGRAM, 'land', 'one', 'two'], {
      cwd: at.root,
      env: { ...env, ...given, FIXPOINT_CACHE_DIR: at.path('../cache') },
      stdio: 'ignore',
    })
    const gone = once(killed, 'exit')
    while (!existsSync(at.path('../proofs.asked'))) await new Promise(setImmediate)
    killed.kill('SIGKILL')
    await gone
    at.write('../proofs.go', '')
    const again = await at.program('land one --into main', { env: given })
    expect([again.exitCode, again.stderr]).toEqual([
      1,
      expect.stringContaining(
        'land/under-way one is being landed by r1, which is open (fixpoint run goes on with it',
      ),
    ])
    expect(await at.program('run', { env: given })).toMatchObject({ exitCode: 0 })
    expect(at.git('log', '--format=%s', 'main..fixpoint/r1')).toBe('Make two\nMake one\n')
    expect(checkoutOf(at)).toEqual(before)
  })
})

describe('a target that moves after the proof (case 26)', () => {
  const firstTime = (command: string) =>
    `[ -e "$PROOFS.once" ] || { touch "$PROOFS.once"; ${command}; }`

  it('gets what was proved on top of what it got, and loses nothing', async () => {
    const at = branches(firstTime(pushTo('release', 'faster', 'cy')))
    at.git('branch', 'release')
    at.branch('feature', { one: '1\n' })
    leaveWork(at)
    const before = checkoutOf(at)
    const { exitCode } = await at.call('land feature --into release')
    expect(exitCode).toBe(0)
    expect(at.at('release', 'faster') + at.at('release', 'one')).toBe('cy\n1\n')
    expect(at.treeOf('release')).toBe(at.proofs().at(-1)!.tree)
    expect(at.git('log', '-1', '--format=%s', 'release')).toBe(
      "Merge branch 'release' into fixpoint/r1\n",
    )
    expect(at.git('log', '--format=%s', 'release')).toContain('Cy was faster\n')
    expect(checkoutOf(at)).toEqual(before)
  })

  it('that does not go together with it keeps its own, and a person is told what to type', async () => {
    const at = branches(firstTime(pushTo('release', 'one', 'other')))
    at.git('branch', 'release')
    at.branch('feature', { one: '1\n' })
    const { exitCode, stdout, stderr } = await at.call('land feature --into release')
    expect(exitCode).toBe(5)
    expect(stderr).toContain(
      'not delivered: r1/sync-1 was to bring what the target got meanwhile: what the target got meanwhile conflicts with what stands on the line in one\nThen: git switch release && git merge fixpoint/r1\n',
    )
    expect(stdout).toMatch(/sync-1 was refused: .*\n {2}one \(add\/add\)\n/)
    expect(at.at('release', 'one')).toBe('other\n')
  })

  it('that makes it red is not taken in, and not forwarded', async () => {
    const halves = `if [ -e half-one ] && [ -e half-two ]; then echo "the halves do not fit"; exit 1; fi`
    const at = branches(`${firstTime(pushTo('release', 'half-two', 'x'))}\n${halves}`)
    at.git('branch', 'release')
    at.branch('feature', { 'half-one': '1\n' })
    const { exitCode, stdout } = await at.call('land feature --into release')
    expect(exitCode).toBe(5)
    expect(stdout).toContain('the halves do not fit')
    expect(at.git('ls-tree', '--name-only', 'release')).toBe('.fixpoint\nhalf-two\nsrc\n')
  })

  it('is brought in by run and fix too, where they are to forward the branch that is checked out', async () => {
    const push = 'git -C "$ROOT" commit --quiet --allow-empty -m "Cy was faster"'
    const at = branches(firstTime(`${push}; cat src/b.txt`))
    const front = 'checks: [unit]\n'
    at.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}`, front }))
    const { exitCode } = await at.call('run T01.md --deliver ff')
    expect(exitCode).toBe(0)
    expect(at.read('src/b.txt')).toBe('b\n')
    expect(at.git('log', '--format=%s', '--topo-order', 'main')).toBe(
      "Merge branch 'main' into fixpoint/r1\nCy was faster\nUnit T01\nStart\n",
    )
    expect(at.treeOf('main')).toBe(at.proofs().at(-1)!.tree)
  })

  it('again and again is followed a bounded number of times', async () => {
    const at = branches(pushTo('release', '"more-$(wc -l < "$PROOFS")"', 'x'))
    at.git('branch', 'release')
    at.branch('feature', { one: '1\n' })
    const { exitCode, stderr } = await at.call('land feature --into release')
    expect(exitCode).toBe(5)
    expect(stderr).toContain('the target moved 5 times while the delivery followed it')
  })
})

describe('a target that somebody takes something from meanwhile', () => {
  const once = (what: string) =>
    branches(`[ -e "$PROOFS.once" ] || { touch "$PROOFS.once"; cd "$ROOT"; ${what}; }`)

  it('that was moved back gets nothing back that they took out', async () => {
    const at = once('git update-ref refs/heads/release release~1')
    at.branch('release', { secret: 'to drop\n' })
    at.branch('one', { one: '1\n' })
    const { exitCode, stderr } = await at.call('land one --into release')
    expect(exitCode).toBe(5)
    expect(stderr).toMatch(/release was moved back meanwhile: it does not hold [0-9a-f]{10}/)
    expect(at.git('ls-tree', '--name-only', 'release')).not.toContain('secret')
  })

  it('and takes out what was delivered, gets that back by no later delivery of the same run', async () => {
    const at = branches()
    at.write('../units/T01.md', unitFile({ id: 'T01', script: `echo 1 > src/1.txt\n${done}` }))
    const flag = at.path('../later')
    const script = `[ ! -e "${flag}" ] || echo 2 > src/2.txt\n${done}`
    at.write('../units/T02.md', unitFile({ id: 'T02', script, front: 'attempts: 1\n' }))
    expect((await at.call('run ../units --deliver ff')).exitCode).toBe(3)
    expect(at.read('src/1.txt')).toBe('1\n')
    at.git('reset', '--quiet', '--hard', 'HEAD~1')
    at.write('../later', '')
    expect((await at.call('retry T02')).exitCode).toBe(0)
    const { exitCode, stderr } = await at.call('run')
    expect([exitCode, stderr]).toEqual([
      5,
      expect.stringContaining('r1/T01 was delivered to main and taken out of it by hand since'),
    ])
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).toBe('src/a.txt\n')
    const rest = /git (cherry-pick [0-9a-f]{10})$/m
    const [, pick] = rest.exec((await at.call('status')).stdout)!
    const { stderr: shown } = await at.call('show run:r1')
    expect(shown).toContain(`git ${pick}`)
    expect(shown).toMatch(
      /^Or all of it, with what was taken out: git merge --ff-only fixpoint\/r1$/m,
    )
    at.git(...pick!.split(' '))
    expect(at.git('ls-tree', '--name-only', 'main', 'src/')).toBe('src/2.txt\nsrc/a.txt\n')
  })

  it('and takes out two branches, gets one of them by landing that alone', async () => {
    const at = branches()
    at.branch('one', { one: '1\n' })
    at.branch('two', { two: '2\n' })
    expect((await at.call('land one two --into main')).exitCode).toBe(0)
    at.git('reset', '--quiet', '--hard', 'HEAD~2')
    expect((await at.call('land one --into main')).exitCode).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'main')).toContain('one')
    expect(at.git('ls-tree', '--name-only', 'main')).not.toContain('two')
  })

  it('that was removed does not come back', async () => {
    const at = once('git branch --quiet -D release')
    at.git('branch', 'release')
    at.branch('one', { one: '1\n' })
    const { exitCode, stderr } = await at.call('land one --into release')
    expect([exitCode, stderr]).toEqual([
      5,
      expect.stringContaining('the branch release was removed meanwhile'),
    ])
    expect(at.git('branch', '--list', 'release')).toBe('')
  })
})

describe('worktrees of one repository', () => {
  it('have runs of their own names, and none takes the work of another for its own', async () => {
    const at = branches()
    at.git('worktree', 'add', '--quiet', '-b', 'side', '../side wt')
    at.branch('here', { here: '1\n' })
    at.branch('there', { there: '1\n' })
    const cwd = at.path('../side wt')
    const proofs = { PROOFS: at.path('../proofs') }
    const [main, side] = await Promise.all([
      at.call('land here --into main'),
      at.fixpoint('land there', { env: { ...env, ...proofs }, cwd }),
    ])
    expect([main.exitCode, side.exitCode]).toEqual([0, 0])
    expect(
      at
        .git('branch', '--list', 'fixpoint/*')
        .split(/[\s*]+/)
        .filter(Boolean),
    ).toEqual(['fixpoint/r1', 'fixpoint/side-wt-r1'])
    expect(at.git('ls-tree', '--name-only', 'main')).toBe('.fixpoint\nhere\nsrc\n')
    expect(at.git('ls-tree', '--name-only', 'fixpoint/side-wt-r1')).toBe('.fixpoint\nsrc\nthere\n')
  })
})

describe('a checkout with work in progress (case 27)', () => {
  it('is not forwarded over, and the landing waits on its branch', async () => {
    const at = branches()
    at.branch('feature', { 'src/a.txt': 'landed\n' })
    leaveWork(at, 'src/a.txt')
    const before = checkoutOf(at)
    const { exitCode, stderr } = await at.call('land feature --into main')
    expect(exitCode).toBe(5)
    expect(stderr).toContain(
      `not delivered: ${at.root} has changes that are not committed where it would write, so that the two may conflict: src/a.txt\nThen: git commit -am "Work in progress" && fixpoint land fixpoint/r1 --into main\n`,
    )
    expect(at.at('fixpoint/r1', 'src/a.txt')).toBe('landed\n')
    expect(checkoutOf(at)).toEqual(before)
  })

  it('that was switched meanwhile does not keep the target from moving', async () => {
    const at = branches(
      '[ -e "$PROOFS.once" ] || { touch "$PROOFS.once"; git -C "$ROOT" switch --quiet -c mine; }',
    )
    at.branch('feature', { one: '1\n' })
    leaveWork(at)
    const { exitCode } = await at.call('land feature --into main')
    expect(exitCode).toBe(0)
    expect(at.at('main', 'one')).toBe('1\n')
    expect(at.git('branch', '--show-current')).toBe('mine\n')
    expect(at.read('src/a.txt')).toBe('dirty\n')
    expect(at.files()).not.toContain('one')
  })
})

describe('what can be known before', () => {
  it('is refused before anything is spent, all of it at once', async () => {
    const at = branches()
    at.branch('feature', { one: '1\n' })
    at.branch('oracle', { '.fixpoint/config.yaml': 'checks: {}\n' })
    at.git('checkout', '--quiet', '--orphan', 'lonely')
    at.git('commit', '--quiet', '-m', 'Alone')
    at.git('switch', '--quiet', 'main')
    const before = checkoutOf(at)
    const { exitCode, stderr } = await at.call('land featur main lonely oracle --check unti')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('there is no branch featur (did you mean feature?)')
    expect(stderr).toContain('main is where the branches land')
    expect(stderr).toContain('lonely and main have no commit in common')
    expect(stderr).toContain('oracle changes .fixpoint/config.yaml, which decides what counts')
    expect(stderr).toContain('there is no check unti (did you mean unit?)')
    expect(checkoutOf(at)).toEqual(before)
    expect(at.files().filter(each => each.startsWith('.fixpoint/local'))).toEqual([])
  })

  it('may be granted: a branch that changes what counts lands when somebody says so', async () => {
    const at = branches()
    at.branch('oracle', { 'fixpoint.spec.yaml': 'resources: {}\n' })
    const { exitCode, stderr } = await at.call('land oracle')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('look at it, then add --grant fixpoint.spec.yaml')
    expect((await at.call('land oracle --grant fixpoint.spec.yaml')).exitCode).toBe(0)
    expect((await at.call('land oracle --batch none')).exitCode).toBe(64)
  })

  it('takes a branch of a remote by the name that git has for it', async () => {
    const at = branches()
    at.branch('feature', { one: '1\n' })
    at.git('update-ref', 'refs/remotes/origin/feature', 'feature')
    at.git('branch', '--quiet', '-D', 'feature')
    expect((await at.call('land origin/feature')).exitCode).toBe(0)
    expect(at.at('fixpoint/r1', 'one')).toBe('1\n')
  })

  it.each([
    ['weird/ñ-ß@x#1', 'weird/n-@x-1-'],
    ['фича', 'branch-'],
    ['feature.login', 'feature-login-'],
  ])(
    'gives %s a name that can be typed and is the same tomorrow, and knows the branch by its own',
    async (branch, stem) => {
      const at = branches(undefined, {
        'fixpoint.spec.yaml': 'version: "1"\nresources:\n  feature:\n    login: { files: [x] }\n',
      })
      at.branch(branch, { one: '1\n' })
      at.branch('weird/n-@x-1', { two: '2\n' })
      const landed = await at.call(['land', branch, 'weird/n-@x-1'])
      expect(landed.exitCode).toBe(0)
      const [, name] = new RegExp(`^  (\\S+) is the branch ${branch}$`, 'm').exec(landed.stdout)!
      expect(name).toMatch(new RegExp(`^${stem}[0-9a-f]{6}$`))
      for (const word of [name!, `r1/${name}`, ...(branch.includes('.') ? [] : [branch])]) {
        for (const verb of ['show', 'why'])
          expect((await at.call([verb, word])).stdout).toMatch(`r1/${name}  landed`)
        expect((await at.call(['diff', word])).stdout).toContain('one')
        // Git computes it, so nobody has said anything; but it is found.
        expect((await at.call(['logs', word])).stderr).toContain(
          `r1/${name} said nothing: no agent was sent to it`,
        )
      }
      expect((await at.call(['show', 'weird/n-@x-1'])).stdout).toContain('r1/weird/n-@x-1  landed')
      if (branch.includes('.'))
        expect((await at.call(['why', branch])).stdout).not.toContain('landed')
    },
  )

  it('is refused where nothing would be proved', async () => {
    const at = branches(undefined, { '.fixpoint/config.yaml': '{}\n' })
    at.branch('feature', { one: '1\n' })
    const { exitCode, stderr } = await at.call('land feature')
    expect(exitCode).toBe(1)
    expect(stderr).toContain(
      'no checks are configured, so nothing would prove that the branches work together',
    )
  })

  it('is refused where the files here say something else than the target', async () => {
    const at = branches()
    at.branch('feature', { one: '1\n' })
    at.write('.fixpoint/config.yaml', `${at.read('.fixpoint/config.yaml')}# more\n`)
    expect((await at.call('land feature')).stderr).toContain(
      '.fixpoint/config.yaml is not here as main has it, and what lands is judged by what main says',
    )
    expect((await at.call('land feature --oracle working')).exitCode).toBe(0)
  })

  it('is told by a dry run, which writes nothing', async () => {
    const at = branches()
    at.branch('feature', { one: '1\n' })
    const before = checkoutOf(at)
    const { exitCode, stdout } = await at.call('land feature --dry-run')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^Landing into main .*\n {2}feature {2}[0-9a-f]{10} {2}1 commit, 1 path\n\nChecks: unit\. 1 proof /,
    )
    expect(at.proofs()).toEqual([])
    expect(checkoutOf(at)).toEqual(before)
    expect(at.files().filter(each => each.startsWith('.fixpoint/local'))).toEqual([])
  })

  it('lands nothing twice, and says what landed', async () => {
    const at = branches()
    at.branch('feature', { one: '1\n' })
    await at.call('land feature')
    expect((await at.call('land feature')).stderr).toMatch(
      /feature landed already, as [0-9a-f]{10} on fixpoint\/r1, which was not brought to main \(fixpoint land fixpoint\/r1 --into main\)/,
    )
    at.git('merge', '--quiet', '--ff-only', 'fixpoint/r1')
    expect((await at.call('land feature')).stdout).toMatch(
      /feature landed on main already, as [0-9a-f]{10}/,
    )
  })

  it('lands on another branch what one has got, and brings on what none has got', async () => {
    const at = branches()
    at.git('branch', 'release')
    at.branch('feature', { one: '1\n' })
    expect((await at.call('land feature --into release')).exitCode).toBe(0)
    expect((await at.call('land feature --into main')).exitCode).toBe(0)
    expect([at.at('release', 'one'), at.at('main', 'one')]).toEqual(['1\n', '1\n'])
    at.branch('later', { two: '2\n' })
    at.write('src/a.txt', 'in progress\n')
    expect((await at.call('land later --into main')).exitCode).toBe(5)
    at.git('checkout', '--quiet', 'src/a.txt')
    expect((await at.call('land fixpoint/r3 --into main')).exitCode).toBe(0)
    expect(at.at('main', 'two')).toBe('2\n')
  })

  it('tells of a branch that moved meanwhile, and lands the tip that it had', async () => {
    const at = branches(
      `[ -e "$PROOFS.once" ] || { touch "$PROOFS.once"; ${pushTo('feature', 'late', 'late')}; }`,
    )
    at.branch('feature', { one: '1\n' })
    const { exitCode, stderr } = await at.call('land feature')
    expect(exitCode).toBe(0)
    expect(stderr).toContain('feature moved meanwhile; what landed is the tip it had.')
    expect(at.git('ls-tree', '--name-only', 'fixpoint/r1')).toBe('.fixpoint\none\nsrc\n')
  })

  it('lands on the branch that is checked out, also where a tag is called alike', async () => {
    const at = branches()
    at.branch('one', { one: '1\n' })
    at.git('tag', 'main')
    const { exitCode, stderr } = await at.call('land one --deliver ff')
    expect([exitCode, stderr]).toEqual([0, expect.any(String)])
    expect(at.git('ls-tree', '--name-only', 'refs/heads/main')).toContain('one')
  })

  it('lands on the branch that an alias stands for', async () => {
    const at = branches()
    at.branch('one', { one: '1\n' })
    at.git('symbolic-ref', 'refs/heads/master', 'refs/heads/main')
    const { exitCode, stdout } = await at.call('land one --into master')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Landing into main')])
    expect(at.git('symbolic-ref', 'refs/heads/master')).toBe('refs/heads/main\n')
    expect(at.git('ls-tree', '--name-only', 'main')).toContain('one')
    expect(at.git('status', '--porcelain')).toBe('')
  })

  it('takes the default branch where none is checked out, and says so', async () => {
    const at = branches()
    at.branch('feature', { one: '1\n' })
    at.git('checkout', '--quiet', '--detach')
    expect((await at.call('land feature')).stdout).toMatch(
      /^Landing into main \(the default branch, because no branch is checked out\)/,
    )
  })
})

describe('a landing where there is a spec', () => {
  it('tells how far it brings the project, and is degraded where a resource falls', async () => {
    const spec = `version: "1"
resources:
  module:
    a: { files: [src/a.ts], attributes: { functions: [first] } }
    b: { files: [src/b.ts], attributes: { functions: [second] } }
`
    const first = 'export const first = () => 1\n'
    const at = branches(undefined, { 'fixpoint.spec.yaml': spec, 'src/a.ts': first })
    at.branch('rises', { 'src/b.ts': 'export const second = () => 2\n' })
    at.branch('falls', { 'src/a.ts': 'export const other = () => 1\n' })
    const up = await at.call('land rises')
    expect(up.stdout).toContain('convergence 50.0% → 100.0%')
    expect(up.exitCode).toBe(0)
    const down = await at.call('land falls')
    expect(down.stdout).toContain('module.a')
    expect(down.exitCode).toBe(4)
  })
})

describe('a project below the top of its repository', () => {
  const config = agentConfig(
    'checks:\n  own: { command: "test -f own.txt && ! test -f bad.txt" }\n',
  )
  const monorepo = () => {
    const at = branches(undefined, {
      'packages/api/.fixpoint/config.yaml': config,
      'packages/api/own.txt': 'own\n',
      'packages/web/x.txt': 'x\n',
    })
    const cwd = at.path('packages/api')
    return { at, call: (words: string) => at.fixpoint(words, { env, cwd }) }
  }

  it('lands what changes it, proved by its own checks in its own folder', async () => {
    const { at, call } = monorepo()
    at.branch('good', { 'packages/api/good.txt': 'good\n' })
    at.branch('bad', { 'packages/api/bad.txt': 'bad\n' })
    const { exitCode, stdout } = await call('land good bad --into main')
    expect([exitCode, stdout]).toEqual([3, expect.stringContaining('bad was refused: check own')])
    expect(at.git('ls-tree', '--name-only', 'main:packages/api')).toBe(
      '.fixpoint\ngood.txt\nown.txt\n',
    )
  })

  it('takes back what landed there', async () => {
    const { at, call } = monorepo()
    at.branch('good', { 'packages/api/good.txt': 'good\n' })
    await call('land good --into main')
    expect(await call('revert good')).toMatchObject({ exitCode: 0 })
    expect(at.git('ls-tree', '--name-only', 'main:packages/api')).toBe('.fixpoint\nown.txt\n')
  })

  it('refuses a branch that reaches outside, and its own config without a grant', async () => {
    const { at, call } = monorepo()
    at.branch('wide', { 'packages/api/a.txt': 'a\n', 'packages/web/x.txt': 'y\n', z: 'z\n' })
    at.branch('judge', { 'packages/api/.fixpoint/config.yaml': `${config}# mine\n` })
    const { exitCode, stderr } = await call('land wide judge')
    expect(exitCode).toBe(1)
    expect(stderr).toContain(
      'wide changes packages/web/x.txt, and 1 more, outside the project in packages/api',
    )
    expect(stderr).toContain('judge changes .fixpoint/config.yaml, which decides what counts')
    at.write('packages/api/.fixpoint/config.yaml', `${config}# here\n`)
    at.branch('good', { 'packages/api/good.txt': 'good\n' })
    expect((await call('land good')).stderr).toContain('.fixpoint/config.yaml is not here as main')
  })
})
