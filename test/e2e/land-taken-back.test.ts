// `land` of a branch that its target merged and took back: git has nothing of that to merge, so it is refused whatever the branch got since,
// and what is advised brings all of it. What is advised is typed here as it is printed.

import { describe, expect, it } from 'vitest'
import { type Branches, branches } from './branches.ts'

function merged(how = '--no-ff'): Branches {
  const at = branches()
  at.branch('feature', { one: '1\n' })
  at.branch('feature', { two: '2\n' })
  if (how === '--no-ff') goOn(at, 'x')
  at.git('merge', '--quiet', how, '--no-edit', 'feature')
  return at
}

function goOn(at: Branches, file: string): void {
  at.write(file, 'more\n')
  at.git('add', '-A')
  at.git('commit', '--quiet', '-m', `Go on with ${file}`)
}

const idOf = (at: Branches, name: string) => at.git('rev-parse', name).trim().slice(0, 10)

const takeBack = (at: Branches, ...words: string[]) => {
  at.git('revert', '--no-edit', ...words)
  return idOf(at, 'HEAD')
}

async function refusedAdvice(at: Branches, branch = 'feature') {
  const { exitCode, stdout, stderr } = await at.call(`land ${branch}`)
  expect([exitCode, stdout]).toEqual([1, ''])
  const [, said, advice] = /land\/taken-back (.*) \((.*) brings it again\)/.exec(stderr)!
  return { said, advice: advice! }
}

async function type(at: Branches, line: string): Promise<void> {
  for (const each of line.split(' && ')) {
    const [program, ...words] = each.split(' ')
    if (program === 'git') at.git(...words)
    else expect(await at.call(words.join(' '))).toMatchObject({ exitCode: 0 })
  }
  at.git('switch', '--quiet', 'main')
}

const filesOf = (at: Branches) => at.git('ls-tree', '--name-only', 'main').trim().split('\n')

describe('a branch that was merged and taken back', () => {
  it('is refused, and brought again by what is advised', async () => {
    const at = merged()
    const merge = idOf(at, 'HEAD')
    const revert = takeBack(at, '-m', '1', 'HEAD')
    goOn(at, 'y')
    const { said, advice } = await refusedAdvice(at)
    expect(said).toBe(
      `feature was merged into main with ${merge}, which ${revert} took back, so git has nothing of that to merge`,
    )
    expect(advice).toBe(
      `git switch -c feature-again main && git revert --no-edit ${revert} && fixpoint land feature-again --into main`,
    )
    await type(at, advice)
    expect(filesOf(at)).toEqual(expect.arrayContaining(['one', 'two', 'y']))
    expect((await at.call('land feature')).stdout).toContain('everything in feature is in main')
  })

  it('and went on does not land its last commit alone', async () => {
    const at = merged()
    takeBack(at, '-m', '1', 'HEAD')
    at.branch('feature', { three: '3\n' })
    for (const more of ['', ' --dry-run'])
      expect((await at.call(`land feature${more}`)).exitCode).toBe(1)
    expect(filesOf(at)).not.toContain('three')
    await type(at, (await refusedAdvice(at)).advice)
    expect(filesOf(at)).toEqual(expect.arrayContaining(['one', 'two', 'three']))
    expect((await at.call('land feature')).stdout).toContain('everything in feature is in main')
  })

  it.each(['git', 'fixpoint'])(
    'and again, after it was brought again, is refused again: %s revert',
    async by => {
      const at = merged()
      takeBack(at, '-m', '1', 'HEAD')
      at.branch('feature', { three: '3\n' })
      await type(at, (await refusedAdvice(at)).advice)
      if (by === 'git') takeBack(at, 'HEAD')
      else
        expect(await at.call('revert r1/feature-again --reason wrong')).toMatchObject({
          exitCode: 0,
        })
      expect(filesOf(at)).not.toContain('one')
      const { advice } = await refusedAdvice(at)
      expect(advice).toContain('git switch -c feature-again-2 main')
      await type(at, advice)
      expect(filesOf(at)).toEqual(expect.arrayContaining(['one', 'two', 'three']))
    },
  )

  it('in parts is told of each part, the newest first', async () => {
    const at = merged()
    const [one, two] = [takeBack(at, 'feature~1'), takeBack(at, 'feature')]
    const { advice } = await refusedAdvice(at)
    expect(advice).toContain(`git revert --no-edit ${two} ${one} && fixpoint land`)
    await type(at, advice)
    expect(filesOf(at)).toEqual(expect.arrayContaining(['one', 'two']))
  })

  it('by a commit that names what it takes back in short', async () => {
    const at = merged()
    const revert = takeBack(at, '--reference', '-m', '1', 'HEAD')
    expect((await refusedAdvice(at)).advice).toContain(`git revert --no-edit ${revert} && `)
  })

  it('where the target was forwarded to it, when its tip was taken back', async () => {
    const at = merged('--ff-only')
    const revert = takeBack(at, 'feature')
    expect((await refusedAdvice(at)).advice).toContain(`git revert --no-edit ${revert} && `)
  })
})

describe('a branch whose work was taken out in other words', () => {
  const outOf = (at: Branches) => {
    at.git('rm', '--quiet', 'one')
    at.git('commit', '--quiet', '-m', 'Not wanted')
  }
  const note = 'and main has one as before that: what is to come again has to be made anew\n'

  it.each(['--no-ff', '--squash'])(
    'is there by its history, and it is said what is not: %s',
    async how => {
      const at = branches()
      at.branch('feature', { one: '1\n' })
      at.branch('feature', { two: '2\n' })
      goOn(at, 'x')
      if (how === '--squash') await at.call('land feature --into main')
      else at.git('merge', '--quiet', how, '--no-edit', 'feature')
      outOf(at)
      const { exitCode, stdout } = await at.call('land feature')
      expect(exitCode).toBe(0)
      expect(stdout).toContain(note)
      goOn(at, 'one')
      expect((await at.call('land feature')).stdout).not.toContain('as before')
    },
  )
})

describe('a branch that went on from what was taken out, where nobody can say whose that was', () => {
  it.each(['git revert', 'by hand'])(
    'lands what is new, and is told what stays out: %s',
    async how => {
      const at = branches()
      at.branch('feature', { one: '1\n' })
      at.git(
        'merge',
        '--quiet',
        how === 'by hand' ? '--no-ff' : '--ff-only',
        '--no-edit',
        'feature',
      )
      if (how === 'by hand') at.git('rm', '--quiet', 'one')
      if (how === 'by hand') at.git('commit', '--quiet', '-m', 'Not wanted')
      else takeBack(at, 'HEAD')
      at.branch('feature', { two: '2\n' })
      for (const more of ['--dry-run', '--into main']) {
        const { exitCode, stderr } = await at.call(`land feature ${more}`)
        expect(exitCode).toBe(0)
        expect(stderr).toMatch(
          /Warning: land\/stays-out feature stands on [0-9a-f]{10}, and main has one as before that: only what feature has got since lands/,
        )
      }
      expect(filesOf(at)).toContain('two')
    },
  )

  it('and hears nothing of it where all is there', async () => {
    const at = branches()
    at.branch('feature', { one: '1\n' })
    at.git('merge', '--quiet', '--no-ff', '--no-edit', 'feature')
    at.branch('feature', { two: '2\n' })
    expect((await at.call('land feature --dry-run')).stderr).toBe('')
  })
})

describe('a branch that has nothing to bring again', () => {
  it('because the revert was taken back, or the same was made once more by hand', async () => {
    const undone = merged()
    takeBack(undone, '-m', '1', 'HEAD')
    takeBack(undone, 'HEAD')
    const picked = merged()
    takeBack(picked, '-m', '1', 'HEAD')
    picked.git('cherry-pick', 'feature~1', 'feature')
    for (const at of [undone, picked])
      expect((await at.call('land feature')).stdout).toContain('everything in feature is in main')
  })

  it('because it began when that was merged lands what it has of its own', async () => {
    const at = merged()
    at.branch('later', { late: 'late\n' })
    takeBack(at, '-m', '1', 'HEAD')
    expect((await at.call('land later --into main')).exitCode).toBe(0)
    expect(filesOf(at)).toEqual(expect.arrayContaining(['late']))
    expect(filesOf(at)).not.toContain('one')
  })
})
