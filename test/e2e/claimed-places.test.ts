// Claims on places where no work could land are refused by name before an agent starts, with what to do; claims on places that only look
// unusual from the checkout work. Real git, real agents.

import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const idle = 'echo never > never'

function claiming(here: TestRepository, claims: string, script = idle): void {
  here.write('T01.md', unitFile({ id: 'T01', claims, script }))
}

async function refused(here: TestRepository, line: string | readonly string[] = 'run T01.md') {
  const { exitCode, stdout, stderr } = await here.fixpoint(line, { env })
  expect([exitCode, stdout]).toEqual([1, ''])
  expect(here.git('branch', '--list', 'fixpoint/*')).toBe('')
  expect(here.files().filter(each => each.startsWith('.fixpoint/local'))).toEqual([])
  return stderr
}

async function runs(here: TestRepository) {
  const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining('r1 finished: complete')])
}

function withSubmodule(): TestRepository {
  const here = repository()
  const library = here.path('../library')
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { cwd: here.root, stdio: 'pipe', env })
  git('init', '--quiet', library)
  const person = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org']
  git('-C', library, ...person, 'commit', '--quiet', '--allow-empty', '-m', 'Start')
  const words = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add']
  here.git(...words, library, 'vendor/lib')
  here.git('commit', '--quiet', '-m', 'Add lib')
  return here
}

describe('a claim inside a submodule', () => {
  const told = (unit: string, claim: string, file: string) =>
    `Error: ${file} unit/submodule ${unit} claims ${claim}, and vendor/lib is a submodule: workspaces hold it empty, and no commit of this repository can hold what an agent does there (run fixpoint in vendor/lib, which is a repository of its own, and then commit here: git add vendor/lib)\n`

  it.each([
    ['edit: [vendor/lib/a.c]', 'vendor/lib/a.c'],
    ['create: ["vendor/lib/**/*.c"]', 'vendor/lib/**/*.c'],
    ['edit: [vendor/lib]', 'vendor/lib'],
    ['create: [src], delete: [vendor/lib]', 'vendor/lib'],
  ])('is refused by name: %s', async (claims, claim) => {
    const here = withSubmodule()
    claiming(here, claims)
    expect(await refused(here)).toBe(told('T01', claim, 'T01.md'))
    expect(await refused(here, 'run T01.md --dry-run')).toBe(told('T01', claim, 'T01.md'))
  })

  it('is refused for fix too, once', async () => {
    const here = withSubmodule()
    const stderr = await refused(here, ['fix', 'Do it', '--files', 'vendor/lib/a.c'])
    expect(stderr).toContain(told('fix-do-it', 'vendor/lib/a.c', 'the prompt'))
    expect(stderr.match(/Error:/g)).toHaveLength(1)
  })

  it('may be read, and a folder that holds one may be claimed', async () => {
    const here = withSubmodule()
    const claims = 'create: [vendor], read: [vendor/lib/a.h]'
    claiming(here, claims, `echo own > vendor/own.txt\n${done}`)
    await runs(here)
    expect(here.at('fixpoint/r1', 'vendor/own.txt')).toBe('own\n')
  })
})

describe('a claim through a symbolic link', () => {
  function withLinks(): TestRepository {
    const here = repository({ 'real/deep/a.txt': 'a\n', 'AGENTS.md': 'agents\n' })
    symlinkSync('../outside', here.path('out'))
    symlinkSync('/etc', here.path('absolute'))
    symlinkSync('real/deep', here.path('short'))
    symlinkSync('../short', here.path('src/twice'))
    symlinkSync('AGENTS.md', here.path('CLAUDE.md'))
    symlinkSync('loop', here.path('loop'))
    here.git('add', '-A')
    here.git('commit', '--quiet', '-m', 'Links')
    return here
  }

  it.each([
    ['edit: [out/a.txt]', 'out/a.txt', 'out is a symbolic link that leads out of the repository'],
    ['create: [out]', 'out', 'out is a symbolic link that leads out of the repository'],
    [
      'edit: [src], read: [absolute/passwd]',
      'absolute/passwd',
      'absolute is a symbolic link that leads out of the repository',
    ],
    [
      'delete: ["absolute/*"]',
      'absolute/*',
      'absolute is a symbolic link that leads out of the repository',
    ],
    ['edit: [loop/x]', 'loop/x', 'loop is a symbolic link that leads to itself'],
  ])('that leads nowhere where work could land is refused: %s', async (claims, claim, why) => {
    const here = withLinks()
    claiming(here, claims)
    expect(await refused(here)).toContain(`T01 claims ${claim}, and ${why}`)
  })

  it.each([
    ['edit: [short/a.txt]', 'real/deep/a.txt'],
    ['edit: ["src/twice/*.txt"]', 'real/deep/*.txt'],
    ['edit: [short]', 'real/deep'],
    ['create: [src], edit: [CLAUDE.md]', 'AGENTS.md'],
  ])('is refused with the path that would change: %s', async (claims, real) => {
    const here = withLinks()
    claiming(here, claims)
    expect(await refused(here)).toContain(`(claim ${real})\n`)
  })

  it('works where the path that changes is claimed too, and a link may be taken away', async () => {
    const here = withLinks()
    const claims = 'edit: [CLAUDE.md, AGENTS.md], delete: [out, absolute]'
    claiming(here, claims, `echo new > CLAUDE.md\nrm out absolute\n${done}`)
    await runs(here)
    expect(here.at('fixpoint/r1', 'AGENTS.md')).toBe('new\n')
    expect(here.git('ls-tree', '--name-only', 'fixpoint/r1')).not.toContain('out')
  })
})

describe('a claim on what git stores through a filter', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`
  const withFilter = () =>
    repository({ '.gitattributes': '*.bin filter=lfs diff=lfs\n', 'src/a.bin': pointer })

  it('is refused with the reason', async () => {
    const here = withFilter()
    claiming(here, 'edit: [src/a.bin]')
    expect(await refused(here)).toBe(
      'Error: T01.md unit/filtered T01 claims src/a.bin, which git stores through the filter lfs: workspaces run no filter, so an agent would see and write what is meant for git alone (let a person change it, or take the file out of the filter in .gitattributes)\n',
    )
  })

  it('by its folder lets all else change, and nothing lands past the filter', async () => {
    const here = withFilter()
    claiming(
      here,
      'create: [src], edit: [src]',
      `echo b > src/b.txt; echo pixels > src/a.bin\n${done}`,
    )
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(1)
    expect((await here.fixpoint('why T01', { env })).stdout).toContain(
      'files that git stores through a filter cannot be changed here, where no filter runs: src/a.bin',
    )
    expect(here.git('branch', '--list', 'fixpoint/r1')).toBe('')
  })

  it('may be renamed as it is', async () => {
    const here = withFilter()
    const claims = 'create: [src], delete: [src]'
    claiming(here, claims, `mv src/a.bin src/b.bin\n${done}`)
    await runs(here)
    expect(here.at('fixpoint/r1', 'src/b.bin')).toBe(pointer)
  })
})

describe('a claim on what a sparse checkout leaves out', () => {
  it('works: the workspace has the whole tree, and the checkout stays sparse', async () => {
    const here = repository({ 'far/b.txt': 'b\n' })
    here.git('sparse-checkout', 'set', '.fixpoint', 'src')
    expect(here.files()).not.toContain('far/b.txt')
    claiming(here, 'edit: [far/b.txt]', `test -e far/b.txt && echo new > far/b.txt\n${done}`)
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(0)
    expect(here.at('main', 'far/b.txt')).toBe('new\n')
    expect(here.files()).not.toContain('far/b.txt')
    expect(here.git('status', '--porcelain')).toBe('?? T01.md\n')
  })
})
