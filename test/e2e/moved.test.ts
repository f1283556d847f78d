// A project whose folder was moved, renamed or copied: its journal goes with it, and every command works on as before. A copy that was made
// while a process drove the original is nobody's, and neither waits for that process nor disturbs it.

import { execFileSync } from 'node:child_process'
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startEngine } from '../crash/engine.ts'
import { placeOf } from './engine-place.ts'
import { openProject } from './project.ts'
import {
  agentConfig,
  done,
  repository,
  type TestRepository,
  unitFile,
  withGit,
} from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise(resolve => setImmediate(resolve))
}

const at = (root: string): TestRepository => withGit(openProject(root))

function copied(here: TestRepository, name: string): TestRepository {
  const root = join(here.root, '..', name)
  execFileSync('cp', ['-a', here.root, root])
  return at(root)
}

function moved(here: TestRepository, name: string): TestRepository {
  const root = join(here.root, '..', name)
  renameSync(here.root, root)
  return at(root)
}

async function ran(): Promise<TestRepository> {
  const here = repository({
    '.fixpoint/config.yaml': agentConfig('checks:\n  own: { command: "test -f src/a.txt" }\n'),
  })
  here.write('units/T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
  expect((await here.program('run units --deliver ff')).exitCode).toBe(0)
  return here
}

/** A process drives it: the first session waits until the test lets it go, and any other ends by itself. */
async function driven(here: TestRepository) {
  const [seen, go] = ['seen', 'go'].map(each => join(here.root, '..', each)) as [string, string]
  const script = `echo b > src/b.txt\nif mkdir ${seen}; then while [ ! -e ${go} ]; do sleep 0.02; done; fi\n${done}`
  here.write('T01.md', unitFile({ id: 'T01', script }))
  const { ended } = startEngine(placeOf(here), ['run', 'T01.md'])
  await until(() => existsSync(seen))
  return { ended, letGo: () => writeFileSync(go, '') }
}

/** Everything that writes to the journal, and that was refused where the path was taken for the project. */
async function expectToWork(here: TestRepository): Promise<void> {
  const exits = async (line: string | readonly string[]) => {
    const { exitCode, stdout, stderr } = await here.fixpoint(line, { env })
    expect({ line, exitCode, said: stdout + stderr }).toMatchObject({ line, exitCode: 0 })
  }
  here.write('units/T02.md', unitFile({ id: 'T02', script: `echo c > src/c.txt\n${done}` }))
  await exits('run units/T02.md --deliver ff')
  expect(here.at('main', 'src/c.txt')).toBe('c\n')
  here.git('checkout', '--quiet', '-b', 'side')
  here.write('src/d.txt', 'd\n')
  here.git('add', 'src/d.txt')
  here.git('commit', '--quiet', '-m', 'Side')
  here.git('checkout', '--quiet', 'main')
  await exits('land side --into main')
  expect(here.at('main', 'src/d.txt')).toBe('d\n')
  await exits('revert T01')
  await exits(['fix', `\`\`\`sh\necho e > src/e.txt\n${done}\n\`\`\``, '--files', 'src/e.txt'])
  await exits('pause')
  await exits('resume')
  await exits(`backup ../kept-of-${basename(here.root)}`)
  await exits('recover')
  await exits('runs')
}

describe('a project whose folder was renamed', () => {
  it('goes on with its journal', async () => {
    const here = moved(await ran(), 'renamed')
    expect((await here.fixpoint('runs')).stdout).toMatch(/^r1 {2}complete/)
    await expectToWork(here)
    expect((await here.fixpoint('runs')).stdout).toMatch(/^r1 {2}complete/m)
  })

  it('is told by doctor', async () => {
    const before = await ran()
    const said = async (here: TestRepository) =>
      /^.* journal .*$/m.exec((await here.fixpoint('doctor')).stdout)?.[0]
    const here = await said(before)
    expect(here).toMatch(/^ok {4}journal {5}project-\w{12}, up to entry \d+$/)
    expect(await said(moved(before, 'renamed'))).toBe(
      `${here}; begun in another folder, and moved, copied or restored here`,
    )
  })

  it('keeps the name of its project', async () => {
    const before = await ran()
    const projectOf = async (here: TestRepository) =>
      (await here.fixpoint('backup ../of --json')).stdout
    const { project } = JSON.parse(await projectOf(before)).manifest
    const here = moved(before, 'renamed')
    const { manifest } = JSON.parse((await here.fixpoint('backup ../of-renamed --json')).stdout)
    expect(manifest.project).toBe(project)
  })
})

it('a backup is restored in another clone, which goes on from there', async () => {
  const here = await ran()
  await here.fixpoint('backup ../saved')
  const root = join(here.root, '..', 'clone')
  here.git('clone', '--quiet', here.root, root)
  const clone = at(root)
  clone.git('config', 'user.name', 'Ana')
  clone.git('config', 'user.email', 'ana@example.org')
  expect((await clone.fixpoint('restore ../saved')).exitCode).toBe(0)
  expect((await clone.fixpoint('runs')).stdout).toMatch(/^r1 {2}complete/)
  await expectToWork(clone)
})

it('J-30 a backup that was made while a process drove the original is nobody’s, and that process goes on undisturbed', async () => {
  const here = repository()
  const { ended, letGo } = await driven(here)
  await here.fixpoint('backup ../saved')
  const root = join(here.root, '..', 'clone')
  here.git('clone', '--quiet', here.root, root)
  const clone = at(root)
  const restored = await clone.fixpoint('restore ../saved')
  expect(restored.stderr).toMatch(
    /^process \d+ on \S+ drove the project when the backup was made, and does not drive it here: what it had begun is begun again by the next fixpoint run\.$/m,
  )
  expect(JSON.parse((await clone.fixpoint('status --json')).stdout).driven).toBe(false)
  const run = await clone.program('run')
  expect(run.exitCode, run.stderr).toBe(0)
  expect(run.stderr).not.toContain('drives this project')
  expect(clone.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
  expect(JSON.parse((await here.fixpoint('status --json')).stdout).driven).toBe(true)
  letGo()
  expect((await ended).code).toBe(0)
  expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
})

describe('a copy', () => {
  it('works as the original does, and each has runs of its own', async () => {
    const here = await ran()
    const copy = copied(here, 'copy')
    await expectToWork(copy)
    expect((await here.fixpoint('runs')).stdout).not.toContain('r2')
    await expectToWork(here)
  })

  it('that was made while a process drove the original neither waits for it nor disturbs it', async () => {
    const here = repository()
    const { ended, letGo } = await driven(here)
    const copy = copied(here, 'copy')
    expect((await copy.fixpoint('doctor')).stdout).toContain(
      ` drove the original in ${here.root}\n`,
    )
    expect((await here.fixpoint('doctor')).stdout).not.toContain('drove')
    const run = await copy.program('run')
    expect(run.exitCode).toBe(0)
    expect(run.stderr).not.toContain('drives this project')
    expect(copy.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
    expect(JSON.parse((await here.fixpoint('status --json')).stdout).driven).toBe(true)
    letGo()
    expect((await ended).code).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
  })
})

it('a project that is renamed while a process drives it is not driven twice', async () => {
  const before = repository()
  const [seen, go] = ['seen', 'go'].map(each => join(before.root, '..', each)) as [string, string]
  const script = `echo b > src/b.txt\ntouch ${seen}; while [ ! -e ${go} ]; do sleep 0.02; done\n${done}`
  before.write('T01.md', unitFile({ id: 'T01', script }))
  const { ended, kill } = startEngine(placeOf(before), ['run', 'T01.md'])
  await until(() => existsSync(seen))
  // It ends where it sees that its journal is gone; until then it drives.
  kill('SIGSTOP')
  const here = moved(before, 'renamed')
  const { driven } = JSON.parse((await here.fixpoint('status --json', { env })).stdout)
  expect(driven).toBe(true)
  expect((await here.fixpoint('backup ../saved')).exitCode).toBe(0)
  expect((await here.fixpoint('restore ../saved --force')).stderr).toContain('journal/driven')
  writeFileSync(go, '')
  kill('SIGKILL')
  await ended
  expect((await here.program('run')).exitCode).toBe(0)
  expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
})
