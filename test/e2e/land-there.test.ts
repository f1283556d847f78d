// `land` of branches that the target has already, however that came about: there is nothing to prove and nothing to land, so nothing starts
// and nothing is written; what is new beside them goes on.

import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type Branches, branches, env } from './branches.ts'
import { agentConfig, checkoutOf, repository, type TestRepository } from './repository.ts'

/** Every way by which people bring a branch of two commits to the target. */
const ways: Readonly<Record<string, (at: Branches) => void>> = {
  merged: ({ git }) => git('merge', '--quiet', '--no-ff', '-m', 'Merge it', 'feature'),
  squashed({ git }) {
    git('merge', '--quiet', '--squash', 'feature')
    git('commit', '--quiet', '-m', 'All of it')
  },
  'cherry-picked': ({ git }) => git('cherry-pick', 'feature~1', 'feature'),
  rebased({ git }) {
    git('switch', '--quiet', '-c', 'again', 'feature')
    git('rebase', '--quiet', 'main')
    git('switch', '--quiet', 'main')
    git('merge', '--quiet', '--ff-only', 'again')
  },
}

function withFeature(): Branches {
  const at = branches()
  at.branch('feature', { one: '1\n' })
  at.branch('feature', { two: '2\n', 'src/a.txt': 'new\n' })
  goOn(at, 'src/b.txt')
  return at
}

function goOn(at: Branches, file: string): void {
  at.write(file, 'more\n')
  at.git('add', '-A')
  at.git('commit', '--quiet', '-m', 'Go on')
}

const objectsIn = (at: Branches) =>
  execFileSync('git', ['count-objects', '-v'], { cwd: at.root, encoding: 'utf8' })

const everything = (at: Branches) => [checkoutOf(at), at.files(), objectsIn(at), at.proofs()]

describe('a branch that the target has already', () => {
  it.each(Object.keys(ways))('is named where it was %s, and nothing starts', async way => {
    const at = withFeature()
    ways[way]!(at)
    goOn(at, 'src/c.txt')
    const before = everything(at)
    for (const more of ['', ' --dry-run', ' --into main']) {
      const { exitCode, stdout, stderr } = await at.call(`land feature${more}`)
      expect([exitCode, stderr]).toEqual([0, ''])
      expect(stdout).toBe('Nothing to land.\n  everything in feature is in main already\n')
    }
    const tip = at.git('rev-parse', 'feature').trim()
    for (const more of ['', ' --dry-run']) {
      const { exitCode, stdout, stderr } = await at.call(`land feature --json${more}`)
      expect([exitCode, stderr]).toEqual([0, ''])
      expect(JSON.parse(stdout)).toEqual({
        version: '1',
        command: 'land',
        target: 'main',
        base: at.git('rev-parse', 'main').trim(),
        branches: [],
        there: [{ branch: 'feature', tip, commit: null, asBefore: [] }],
      })
    }
    expect(everything(at)).toEqual(before)
  })

  it('is named where it has no commit of its own, and where fixpoint landed it', async () => {
    const at = branches()
    at.git('branch', 'empty')
    at.branch('feature', { one: '1\n' })
    await at.call('land feature --into main')
    goOn(at, 'one')
    const { exitCode, stdout } = await at.call('land empty feature')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /^Nothing to land\.\n {2}everything in empty is in main already\n {2}feature landed on main already, as [0-9a-f]{10}\n$/,
    )
    expect(at.git('branch', '--list', 'fixpoint/r2')).toBe('')
  })

  it('is left out beside one that is new', async () => {
    const at = withFeature()
    ways.squashed!(at)
    at.branch('new', { three: '3\n' })
    const said = 'Left out: everything in feature is in main already.\n'
    const dry = await at.call('land feature new --dry-run')
    expect([dry.exitCode, dry.stderr]).toEqual([0, said])
    expect(dry.stdout).not.toContain('feature')
    const { exitCode, stdout, stderr } = await at.call('land feature new --json')
    expect(exitCode).toBe(0)
    expect(stderr.startsWith(said)).toBe(true)
    const told = JSON.parse(stdout)
    expect(told.there).toMatchObject([{ branch: 'feature', commit: null }])
    expect(told.branches).toMatchObject([{ branch: 'new' }])
    expect(at.git('log', '--format=%s', 'main..fixpoint/r1')).toBe('Make three\n')
  })

  it('needs no proof, but what is misspelt beside it is said', async () => {
    const at = branches(undefined, { '.fixpoint/config.yaml': '{}\n' })
    at.git('branch', 'empty')
    expect((await at.call('land empty')).exitCode).toBe(0)
    const { exitCode, stderr } = await at.call('land empty emty')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('there is no branch emty (did you mean empty?)')
    expect(stderr).toContain('no checks are configured')
  })
})

describe('a branch that looks like it', () => {
  it('lands where the target took it back since', async () => {
    const at = withFeature()
    ways.squashed!(at)
    at.git('revert', '--no-edit', 'HEAD')
    expect((await at.call('land feature --into main')).exitCode).toBe(0)
    expect(at.at('main', 'one')).toBe('1\n')
  })

  it('lands where the target has one of its commits', async () => {
    const at = withFeature()
    at.git('cherry-pick', 'feature~1')
    expect((await at.call('land feature --into main')).exitCode).toBe(0)
    expect(at.at('main', 'two')).toBe('2\n')
  })
})

describe('branches of one landing that hold the same', () => {
  const checked = agentConfig('checks:\n  own: { command: "test -f src/a.txt" }\n')

  /** `b` stands on `a`, and `same` says what `a` says; `other` conflicts with `a`. */
  function stacked(): TestRepository {
    const here = repository({ '.fixpoint/config.yaml': checked })
    const branch = (name: string, from: string, file: string, text = `${file}\n`) => {
      here.git('switch', '--quiet', '-c', name, from)
      here.write(`src/${file}`, text)
      here.git('add', '-A')
      here.git('commit', '--quiet', '-m', `Make ${file} by ${name}`)
      here.git('switch', '--quiet', 'main')
    }
    branch('a', 'main', 'x.txt')
    branch('b', 'a', 'y.txt')
    branch('same', 'main', 'x.txt')
    branch('other', 'main', 'x.txt', 'otherwise\n')
    return here
  }

  // Which of them is judged first is nobody's promise: whatever lands second brings what is left.
  it.each(['a b', 'a b --batch 1', 'b a'])(
    'land each with its own, or with what is left: %s',
    async words => {
      const here = stacked()
      const { exitCode, stderr } = await here.fixpoint(`land ${words} --into main`, { env })
      expect(exitCode, stderr).toBe(0)
      expect([here.at('main', 'src/x.txt'), here.at('main', 'src/y.txt')]).toEqual([
        'x.txt\n',
        'y.txt\n',
      ])
    },
  )

  it.each(['a same', 'a same --batch 1'])(
    'and of which nothing is left for the second tell that it is there: %s',
    async words => {
      const here = stacked()
      const { exitCode, stdout, stderr } = await here.fixpoint(`land ${words} --into main`, { env })
      expect(exitCode, stderr).toBe(0)
      expect(stdout).toMatch(
        /\n {2}(a|same) is there already: with what landed before it, nothing of it was left to land\n/,
      )
      expect(`${stdout}${stderr}`).not.toMatch(/refused|Another chance/)
      expect(here.at('main', 'src/x.txt')).toBe('x.txt\n')
      const status = (await here.fixpoint('status', { env })).stdout
      expect(status).not.toMatch(/Failed in|--continue/)
      expect((await here.fixpoint('land a same --into main', { env })).exitCode).toBe(0)
    },
  )

  it('and one that was refused beside them is what the exit code tells', async () => {
    const here = stacked()
    const line = 'land a same other --into main'
    const { exitCode, stdout } = await here.fixpoint(line, { env })
    expect(exitCode).toBe(3)
    expect(stdout).toMatch(/was refused: it conflicts/)
  })
})
