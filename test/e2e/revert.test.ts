// `revert` through the front door: what landed is taken back by a commit that was proved, and nothing of others goes with it.

import { describe, expect, it } from 'vitest'
import { type Branches, branches, leaveWork, pushTo } from './branches.ts'
import { checkoutOf, done, unitFile } from './repository.ts'

/** Two branches on one file, one after the other, and a third beside them; landed on a branch that nobody has checked out. */
async function landed(check?: string): Promise<Branches> {
  const at = branches(check)
  at.git('branch', 'release')
  at.branch('one', { 'src/a.txt': 'one\n' })
  at.branch('two', { 'src/a.txt': 'two\n' }, 'one')
  at.branch('other', { other: 'other\n' })
  await at.call('land one other --into release')
  await at.call('land two --into release')
  return at
}

describe('revert', () => {
  it('takes back one unit, and says in the commit what it was and why', async () => {
    const at = branches()
    at.git('branch', 'release')
    at.branch('one', { one: '1\n' })
    at.branch('two', { two: '2\n' })
    await at.call('land one two --into release')
    const landing = at.git('log', '--format=%H', '--grep', 'Make one', 'release').trim()
    leaveWork(at)
    const before = checkoutOf(at)
    const { exitCode } = await at.call(['revert', 'one', '-m', 'it was too early'])
    expect(exitCode).toBe(0)
    expect(at.git('ls-tree', '--name-only', 'release')).toBe('.fixpoint\nsrc\ntwo\n')
    expect(at.git('log', '-1', '--format=%an %s%n%b', 'release')).toMatch(
      new RegExp(
        `^Ana Revert "Make one"\nThis reverts commit ${landing}\\.\n\nit was too early\n\nFixpoint-Unit: r1/one-revert-2\n`,
      ),
    )
    expect(at.treeOf('release')).toBe(at.proofs().at(-1)!.tree)
    expect(checkoutOf(at)).toEqual(before)
  })

  it('takes back nothing twice', async () => {
    const at = await landed()
    await at.call('revert other')
    const { exitCode, stderr } = await at.call('revert other')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('reverted-already r1/other-revert-2 reverts r1/other')
  })

  it('and a branch that was taken back may land again', async () => {
    const at = await landed()
    await at.call('revert other')
    expect((await at.call('land other --into release')).exitCode).toBe(0)
    expect(at.at('release', 'other')).toBe('other\n')
  })

  it('takes back a run, the newest first, though each stands on the one before', async () => {
    const at = branches()
    at.write('units/T01.md', unitFile({ id: 'T01', script: `echo one > src/a.txt\n${done}` }))
    const more = { front: 'depends_on: [T01]\n', script: `echo two > src/a.txt\n${done}` }
    at.write('units/T02.md', unitFile({ id: 'T02', ...more }))
    expect((await at.call('run units')).exitCode).toBe(0)
    expect(at.at('fixpoint/r1', 'src/a.txt')).toBe('two\n')
    const { exitCode, stdout } = await at.call('revert run:r1')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('complete: 4 units, 4 landed\n')
    expect(at.treeOf('fixpoint/r1')).toBe(at.treeOf('main'))
    expect((await at.call('revert run:r1')).stderr).toContain('revert/nothing')
  })

  it('that conflicts with what landed after it is told with path and markers, and what needs it is named', async () => {
    const at = branches()
    at.write('units/T01.md', unitFile({ id: 'T01', script: `echo one > src/a.txt\n${done}` }))
    const more = { front: 'depends_on: [T01]\n', script: `echo two > src/a.txt\n${done}` }
    at.write('units/T02.md', unitFile({ id: 'T02', ...more }))
    await at.call('run units')
    const { exitCode, stdout, stderr } = await at.call('revert T01')
    expect(exitCode).toBe(1)
    expect(stdout).toContain(
      'T01-revert-2 was refused: taking r1/T01 back conflicts with what stands on the line in src/a.txt\n',
    )
    expect(stdout).toContain('<<<<<<<')
    expect(stderr).toContain('Still there, and built on what was taken back: r1/T02\n')
    expect(at.at('fixpoint/r1', 'src/a.txt')).toBe('two\n')
  })

  it('is told by itself where something else of the run had failed before', async () => {
    const at = branches()
    at.write('units/T01.md', unitFile({ id: 'T01', script: `echo one > src/a.txt\n${done}` }))
    at.write('units/T02.md', unitFile({ id: 'T02', script: done, claims: 'create: [x]' }))
    expect((await at.call('run units')).exitCode).toBe(3)
    const { exitCode, stdout, stderr } = await at.call('revert run:r1')
    expect(stdout).toContain('Taken back: r1/T01')
    expect(stdout).not.toContain('was refused')
    expect(stderr).not.toContain('Another chance')
    expect([exitCode, at.treeOf('fixpoint/r1')]).toEqual([0, at.treeOf('main')])
  })

  it('that is refused says how to ask again, and that works', async () => {
    const at = branches('! { [ -e two ] && [ ! -e one ]; }')
    at.write(
      'units/T01.md',
      unitFile({
        id: 'T01',
        script: `echo 1 > one\n${done}`,
        claims: 'create: [one]',
        front: 'checks: [unit]\n',
      }),
    )
    at.write(
      'units/T02.md',
      unitFile({
        id: 'T02',
        script: `echo 2 > two\n${done}`,
        claims: 'create: [two]',
        front: 'depends_on: [T01]\n',
      }),
    )
    expect((await at.call('run units')).exitCode).toBe(0)
    const { exitCode, stderr } = await at.call('revert T01')
    expect(exitCode).toBe(1)
    const [, again] = /^Not taken back: r1\/T01\. .*: fixpoint (revert .*)$/m.exec(stderr)!
    expect((await at.call('revert T02')).exitCode).toBe(0)
    expect((await at.call(again!)).exitCode).toBe(0)
    expect(at.treeOf('fixpoint/r1')).toBe(at.treeOf('main'))
  })

  it('keeps what others put on the target meanwhile', async () => {
    const once = `[ -e "$PROOFS.once" ] || { touch "$PROOFS.once"; ${pushTo('release', 'faster', 'cy')}; }`
    const at = branches(once)
    at.git('branch', 'release')
    at.branch('one', { one: '1\n' })
    await at.call('land one --into release')
    await at.call('revert one')
    expect(at.git('ls-tree', '--name-only', 'release')).toBe('.fixpoint\nfaster\nsrc\n')
    expect((await at.call('revert sync-1')).stderr).toContain(
      'r1/sync-1 brought what others put on the target; that stays',
    )
  })

  it('is refused where it would break what stays', async () => {
    const at = branches('if [ -e user ] && ! [ -e base ]; then echo "no base"; exit 1; fi')
    at.branch('base', { base: '1\n' })
    at.branch('user', { user: '1\n' })
    await at.call('land base user')
    const before = at.treeOf('fixpoint/r1')
    const { exitCode, stdout } = await at.call('revert base')
    expect(exitCode).toBe(1)
    expect(stdout).toContain(
      'base-revert-2 was refused: check unit failed with exit code 1\n  no base\n',
    )
    expect(at.treeOf('fixpoint/r1')).toBe(before)
  })
})
