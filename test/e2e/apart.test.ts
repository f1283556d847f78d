// Files that git tracks and that are not here to be read: each is told as what it is, and no recorded verdict falls for them.

import { existsSync, rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { repository } from './repository.ts'

const files = {
  'fixpoint.spec.yaml': `resources:
  f:
    declared: { attributes: { functions: [login] }, files: [src/a.py] }
    globbed: { attributes: { functions: [login] }, files: ["src/*.py"] }
    found: { attributes: { functions: [login] } }
    deep: { attributes: { functions: [sum] }, files: [sub/q.py] }
`,
  'src/a.py': 'def login(x):\n    return x + 1\n',
  'docs/x.md': '# x\n',
}

it('a sparse checkout leaves recorded verdicts as they are, and says so', async () => {
  const here = repository(files)
  await here.fixpoint('refresh')
  const before = here.read('fixpoint.state.json')
  here.git('sparse-checkout', 'set', 'docs')
  expect(existsSync(here.path('src/a.py'))).toBe(false)
  const { stdout, stderr } = await here.fixpoint('refresh')
  expect(here.read('fixpoint.state.json')).toBe(before)
  for (const name of ['declared', 'globbed', 'found'])
    expect(stderr).toContain(`f.${name}: src/a.py is tracked and not checked out here`)
  expect(stdout).toContain('    As recorded: implemented; evidence says missing')
  expect((await here.fixpoint('why f.declared')).stdout).toContain(
    'Kept as recorded: check its files out to let evidence decide.',
  )
  here.git('sparse-checkout', 'disable')
  expect((await here.fixpoint('refresh')).stderr).not.toContain('not checked out')
})

it('a file of a submodule is not called absent', async () => {
  const here = repository(files)
  const other = repository({ 'q.py': 'def sum(x):\n    return x + 1\n' })
  here.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', other.root, 'sub')
  const said = 'sub/q.py lies in the submodule sub, which is not read'
  expect((await here.fixpoint('refresh')).stderr).toContain(`f.deep: ${said}`)
  expect((await here.fixpoint('why f.deep')).stdout).toContain(said)
  expect((await here.fixpoint('why f.deep')).stdout).not.toContain('does not exist')
})

it('what comes to be tracked and is not checked out is told from the cache as well', async () => {
  const here = repository(files)
  await here.program('refresh')
  await here.program('refresh')
  const other = repository({ 'q.py': 'def sum(x):\n    return x + 1\n' })
  here.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', other.root, 'sub')
  here.git('commit', '-qam', 'sub')
  const warm = await here.program('refresh --dry-run --json')
  const cold = await here.program('refresh --dry-run --json', {
    env: { FIXPOINT_CACHE_DIR: here.path('../cold') },
  })
  expect(warm).toEqual(cold)
  expect(warm.stdout).toContain('lies in the submodule')
})

it('only absence leaves a file out: one that git is told to skip is read where it is here', async () => {
  const here = repository(files)
  here.git('update-index', '--skip-worktree', 'src/a.py')
  const cold = (line: string) =>
    here.program(line, { env: { FIXPOINT_CACHE_DIR: here.path('../cold') } })
  const first = await here.program('refresh')
  expect(first.stderr).not.toContain('not checked out')
  expect(first.stdout).toContain('f.declared')
  expect(here.read('fixpoint.state.json')).toContain('implemented')
  await here.program('refresh --dry-run')
  here.write('src/a.py', 'def logout(x):\n    return x + 1\n')
  const edited = await here.program('refresh --dry-run --json')
  expect(edited).toEqual(await cold('refresh --dry-run --json'))
  expect(edited.stdout).toContain('"missing"')
  rmSync(here.path('src/a.py'))
  const gone = await here.program('refresh --dry-run --json')
  expect(gone.stdout).toContain('tracked and not checked out here')
  here.write('src/a.py', files['src/a.py'])
  expect((await here.program('refresh --dry-run --json')).stdout).not.toContain('checked out here')
})
