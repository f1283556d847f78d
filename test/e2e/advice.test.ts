// What a command says to type next is typed as it stands, and brings the work to its end.

import { expect, it } from 'vitest'
import { branches } from './branches.ts'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Does nothing, and says that it did it, until there is a file beside the project. */
const lazy = `if [ -e ../../../../../go ]; then echo b > src/b.txt; fi\n${done}`

/** T01 ended without landing, by its last attempt or by the same failure twice. */
async function failed(attempts: number): Promise<TestRepository> {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: lazy, front: `attempts: ${attempts}\n` }))
  expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(1)
  return here
}

/** Types the commands of the advice, one after the other, and answers the exit code of the last. */
async function typeAdvice(here: TestRepository, text: string): Promise<number> {
  const [, advice] = /(?:Go on with|Another chance for what failed): (.+)/.exec(text)!
  here.write('../cache/go', '')
  let last = -1
  for (const line of advice!.split(' && ')) {
    const { exitCode } = await here.fixpoint(line.replace(/^fixpoint /, ''), { env })
    last = exitCode
  }
  return last
}

it.each([
  ['override', 'run:r1', 1],
  ['override', 'T01', 1],
  ['override', 'run:r1', 3],
  ['override', 'T01', 3],
])(
  '%s %s of a run that failed says what gives it another chance (attempts: %d)',
  async (verb, word, attempts) => {
    const here = await failed(attempts)
    const { stderr } = await here.fixpoint([verb, word, '--time', '9h'], { env })
    expect(await typeAdvice(here, stderr)).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
  },
)

it('of a run that is not the latest, too', async () => {
  const here = await failed(1)
  here.write('T02.md', unitFile({ id: 'T02', script: `echo c > src/c.txt\n${done}` }))
  await here.fixpoint('run T02.md', { env })
  const { stderr } = await here.fixpoint('override run:r1 --time 9h', { env })
  expect(await typeAdvice(here, stderr)).toBe(0)
  expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
})

it.each([1, 3])('a run that failed says it at its end (attempts: %d)', async attempts => {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: lazy, front: `attempts: ${attempts}\n` }))
  const { stderr } = await here.fixpoint('run T01.md', { env })
  expect(await typeAdvice(here, stderr)).toBe(0)
})

it('an act that leaves nothing to be done advises nothing, and a pause its end', async () => {
  const here = await failed(1)
  expect((await here.fixpoint('skip T01', { env })).stderr).toBe('')
  expect((await here.fixpoint('retry T01', { env })).stderr).toMatch(/Go on with: fixpoint run\n$/)
  const paused = await here.fixpoint('pause', { env })
  expect(await typeAdvice(here, paused.stderr)).toBe(0)
  expect((await here.fixpoint('pause', { env })).stderr).toBe('')
})

it('what show says that one can do works as it stands', async () => {
  for (const attempts of [1, 3]) {
    const here = await failed(attempts)
    const { stdout } = await here.fixpoint('show T01', { env })
    const can = [...stdout.matchAll(/^ {2}fixpoint ((?:retry|skip) .*)$/gm)].map(each => each[1]!)
    expect(can).toHaveLength(2)
    for (const line of can) expect((await here.fixpoint(line, { env })).exitCode).toBe(0)
  }
})

it('the same failure twice is told as that, also where attempts are left', async () => {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: done, front: 'attempts: 3\n' }))
  const { stderr } = await here.fixpoint('run T01.md', { env })
  expect(stderr).toContain(
    'r1/T01 attempt 2 failed (no_change): nothing was changed; the same failure came twice, so it is not tried again\n',
  )
  const other = repository()
  other.write('T01.md', unitFile({ id: 'T01', script: done, front: 'attempts: 1\n' }))
  expect((await other.fixpoint('run T01.md', { env })).stderr).toContain('; no attempt is left\n')
  const again = await here.fixpoint('run --continue', { env })
  expect(again.stderr).toContain('fixpoint retry r1/T01 --override')
})

it('a revert that conflicts is not tried again, but made anew once what was built on it is gone', async () => {
  const at = branches()
  const unit = (id: string, word: string, front = '') =>
    unitFile({
      id,
      script: `echo ${word} >> src/a.txt\n${done}`,
      front: `${front}checks: [unit]\n`,
    })
  at.write('../units/T01.md', unit('T01', 'one'))
  at.write('../units/T02.md', unit('T02', 'two', 'depends_on: [T01]\n'))
  expect((await at.call('run ../units --deliver ff')).exitCode).toBe(0)
  const { exitCode, stderr } = await at.call('revert T01')
  expect(exitCode).not.toBe(0)
  expect(stderr).not.toMatch(/retry|--continue/)
  const conflicting = (await at.call('status')).stdout
  expect(conflicting).not.toMatch(/retry|--continue/)
  const landing = at
    .git('log', '-1', '--format=%h', '--abbrev=10', '--grep=Unit T01', 'main')
    .trim()
  expect(conflicting).toContain(
    `→ take back first what was built on it, then: fixpoint revert T01; or by hand, on main once it has it: git revert ${landing}\n`,
  )
  expect((await at.call('show T01-revert-2')).stdout).not.toContain('fixpoint retry')
  expect((await at.call('revert T02')).exitCode).toBe(0)
  expect((await at.call('status')).stdout).not.toMatch(/retry|--continue/)
  expect((await at.call('revert T01')).exitCode).toBe(0)
  expect(at.at('main', 'src/a.txt')).toBe('a\n')
})

it('a landing that conflicts is told with what helps, and not to be tried again', async () => {
  const at = branches()
  at.branch('side', { 'src/a.txt': 'theirs\n' })
  at.write('src/a.txt', 'ours\n')
  at.git('commit', '--quiet', '-am', 'Ours')
  expect((await at.call('land side')).exitCode).toBe(1)
  const { stdout } = await at.call('status')
  expect(stdout).not.toMatch(/retry|--continue/)
  expect(stdout).toContain(
    '→ bring side up to date with main (merge or rebase), then: fixpoint land side',
  )
})
