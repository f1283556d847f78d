// A revert that the target has built against: what holds it is named, what waits behind it too, and what is advised works.

import { expect, it } from 'vitest'
import { branches } from './branches.ts'

/** `one` and `two` landed on main, and somebody went on with what `one` brought. */
async function builtOn() {
  const at = branches()
  at.branch('one', { 'src/a.txt': 'one\n' })
  at.branch('two', { two: '2\n' })
  await at.call('land one two --into main')
  at.write('src/a.txt', 'one and more\n')
  at.git('commit', '--quiet', '-a', '-m', 'Go on with one')
  const by = `${at.git('rev-parse', '--short', 'HEAD').trim()} "Go on with one"`
  return { at, by }
}

it('a revert that main was built against is said to be on the line alone, with what holds it and the way out', async () => {
  const { at, by } = await builtOn()
  const { exitCode, stdout, stderr } = await at.call('revert one')
  expect(exitCode).toBe(5)
  expect(stdout).toContain('\nTaken back on fixpoint/r1, not on main: r1/one\n')
  expect(stdout).not.toContain('Taken back: ')
  const why = `r1/one is taken back on fixpoint/r1, not on main, where this was built on it: ${by}`
  expect(stderr).toContain(
    `Landed on fixpoint/r1, and not delivered: ${why}
Then: fixpoint revert one-revert-2
Or bring the two together by hand, where they conflict: git merge fixpoint/r1
`,
  )
  const again = await at.call('revert one')
  expect(again.exitCode).toBe(1)
  expect(again.stderr).toContain(
    `revert/undelivered r1/one is taken back on fixpoint/r1 by r1/one-revert-2, and that waits to be delivered: main still has it; ${why} (fixpoint revert one-revert-2)\n`,
  )
})

it('what waits behind it is said to wait, and comes through once the way is free', async () => {
  const { at, by } = await builtOn()
  await at.call('revert one')
  const { exitCode, stdout, stderr } = await at.call('revert two')
  expect([exitCode, at.at('main', 'two')]).toEqual([5, '2\n'])
  expect(stdout).toContain('\nTaken back on fixpoint/r1, not on main: r1/two\n')
  const why = `r1/one is taken back on fixpoint/r1, not on main, where this was built on it: ${by}; behind it wait the reverts of r1/two`
  expect(stderr).toContain(why)
  expect((await at.call('status')).stdout).toContain(
    `  r1  is not delivered: ${why}  → fixpoint revert one-revert-2\n`,
  )
  const freed = await at.call('revert one-revert-2')
  expect(freed.exitCode).toBe(0)
  expect(at.git('ls-tree', '--name-only', 'main')).toBe('.fixpoint\nsrc\n')
  expect(at.at('main', 'src/a.txt')).toBe('one and more\n')
  expect((await at.call('revert one')).stderr).toMatch(
    /revert\/undone r1\/one-revert-2 took r1\/one back, and r1\/one-revert-2-revert-\d undid that \(on main: git revert --no-edit [0-9a-f]{10}\)\n/,
  )
})
