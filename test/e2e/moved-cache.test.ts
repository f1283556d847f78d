// The cache of a clone that was moved: `gc` removes the old folder where it is proved that nobody owns it, and leaves it alone otherwise.

import { spawn } from 'node:child_process'
import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openProject } from './project.ts'
import { done, repository, type TestRepository, unitFile, withGit } from './repository.ts'

const cacheOf = (here: TestRepository) => join(here.root, '../cache/workspaces')

const clonesIn = (here: TestRepository) =>
  readdirSync(cacheOf(here)).filter(each => /^(project|renamed|third)-[0-9a-f]{12}$/.test(each))

function moved(here: TestRepository, name: string): TestRepository {
  const root = join(here.root, '..', name)
  renameSync(here.root, root)
  return withGit(openProject(root))
}

async function ran(): Promise<TestRepository> {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
  expect((await here.program('run T01.md --deliver ff')).exitCode).toBe(0)
  return here
}

async function collected(here: TestRepository, words = '') {
  const { exitCode, stdout, stderr } = await here.program(`gc${words}`)
  expect({ exitCode, said: exitCode === 0 || stderr }).toEqual({ exitCode: 0, said: true })
  return stdout
}

describe('the cache of a clone that was moved', () => {
  it('is removed, and told before by a dry run', async () => {
    const before = await ran()
    const [old] = clonesIn(before)
    const here = moved(before, 'renamed')
    const line = new RegExp(
      `^- cache +${old} {2}\\(this project lay there: ${before.root} is not there any more, .+B\\)$`,
      'm',
    )
    expect(await collected(here, ' --dry-run')).toMatch(line)
    expect(clonesIn(here)).toContain(old)
    expect(await collected(here)).toMatch(line)
    expect(clonesIn(here)).toEqual([expect.stringMatching(/^renamed-/)])
    expect(await collected(here)).toBe('Nothing to remove.\n')
  })

  it('stays where another repository lies there now, whose it is', async () => {
    const before = await ran()
    const [old] = clonesIn(before)
    const here = moved(before, 'renamed')
    here.git('clone', '--quiet', here.root, before.root)
    expect(await collected(here, ' --verbose')).not.toContain(old)
    expect(clonesIn(here)).toContain(old)
  })

  it('stays while a process is in it, and says so', async () => {
    const before = await ran()
    const [old] = clonesIn(before)
    const here = moved(before, 'renamed')
    const inside = join(cacheOf(here), old!)
    const sleeper = spawn('sleep', ['60'], { cwd: inside })
    try {
      expect(await collected(here, ' --verbose')).toContain(
        `${old}  (${before.root} is not there any more, but process ${sleeper.pid} runs in it)`,
      )
    } finally {
      sleeper.kill()
    }
    expect(clonesIn(here)).toContain(old)
  })

  it('stays where somebody’s work lies in it, and where nothing proves whose it was', async () => {
    const before = await ran()
    before.write('T02.md', unitFile({ id: 'T02', script: 'exit 3', front: 'attempts: 1\n' }))
    await before.program('run T02.md')
    const opened = await before.program('open T02 --print')
    expect(opened).toMatchObject({ exitCode: 0 })
    const [old] = clonesIn(before)
    const here = moved(before, 'renamed')
    expect(await collected(here, ' --verbose')).toContain(
      `${before.root} is not there any more, but work of r2/T02`,
    )
    await here.program('prune')
    const third = moved(here, 'third')
    expect(await collected(third, ' --verbose')).toContain(
      `${here.root} is not there any more, but nothing proves that it was of this project`,
    )
    expect(clonesIn(third)).toEqual(expect.arrayContaining([old]))
  })
})
