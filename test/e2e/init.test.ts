// `fixpoint init`: a place to start from, in any folder, that never costs anybody anything.

import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { type Project, project } from './project.ts'

const everyFile = [
  '.fixpoint/.gitignore',
  '.fixpoint/config.yaml',
  '.gitattributes',
  'fixpoint.spec.yaml',
  'fixpoint.state.json',
]

it('an empty folder gets a spec, a state and settings, and the document says which', async () => {
  const { fixpoint, files, read } = project()
  const { exitCode, stdout, stderr } = await fixpoint('init')
  expect(stdout).toBe(
    `Created: fixpoint.spec.yaml
Created: fixpoint.state.json
Created: .fixpoint/config.yaml
Created: .fixpoint/.gitignore
Created: .gitattributes
`,
  )
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'Next: fixpoint plan\n' })
  expect(files()).toEqual(everyFile)
  expect(JSON.parse(read('fixpoint.state.json'))).toEqual({
    version: '1',
    serial: 0,
    lineage: 'id-1',
    last_updated: '2026-01-27T12:00:00Z',
    resources: [],
  })
})

it('a second run is refused and touches nothing', async () => {
  const { fixpoint, snapshot } = project()
  await fixpoint('init')
  const before = snapshot()
  const second = await fixpoint('init --template web')
  expect(second).toEqual({
    exitCode: 1,
    stdout: '',
    stderr:
      'Error: init/exists fixpoint.spec.yaml is already there; nothing was written (fixpoint init --force replaces the spec and keeps the state)\n',
  })
  expect(snapshot()).toEqual(before)
})

it('--force replaces the spec and keeps everything else as it is', async () => {
  const { fixpoint, snapshot, write } = project()
  await fixpoint('init')
  write('fixpoint.spec.yaml', 'version: "1"\nresources: {}\n')
  write('.fixpoint/config.yaml', 'lock_timeout: 5s\n')
  write('.fixpoint/.gitignore', 'mine\n')
  const before = snapshot()
  const { exitCode, stdout } = await fixpoint('init --force --template library')
  const after = snapshot()
  expect(exitCode).toBe(0)
  expect(stdout).toBe('Replaced: fixpoint.spec.yaml\nKept: fixpoint.state.json\n')
  expect(after['fixpoint.spec.yaml']).toContain('round_trip')
  expect({ ...after, 'fixpoint.spec.yaml': '' }).toEqual({ ...before, 'fixpoint.spec.yaml': '' })
})

it('a spec and a state of the absorbed form count as there', async () => {
  const { fixpoint, snapshot } = project({ 'terra4mice.spec.yaml': 'version: "1"\n' })
  const before = snapshot()
  const { exitCode, stderr } = await fixpoint('init')
  expect(exitCode).toBe(1)
  expect(stderr).toContain('terra4mice.spec.yaml is already there')
  expect(snapshot()).toEqual(before)
})

it('--dry-run lists what it would write, and writes nothing', async () => {
  const { root, fixpoint, files } = project()
  git(root, 'init', '--quiet')
  const { stdout, stderr } = await fixpoint('init --dry-run')
  expect(stdout).toBe(
    `Would create: fixpoint.spec.yaml
Would create: fixpoint.state.json
Would create: .fixpoint/config.yaml
Would create: .fixpoint/.gitignore
Would create: .gitattributes
Would set in git: merge.fixpoint.name = Fixpoint state, by resource
Would set in git: merge.fixpoint.driver = fixpoint state merge %O %A %B
`,
  )
  expect(stderr).toBe('Nothing was written.\n')
  expect(files()).toEqual([])
  expect(git(root, 'config', '--local', '--list')).not.toContain('merge.fixpoint')
})

it('git learns to merge the state, and a .gitattributes that is there only grows', async () => {
  const { root, fixpoint, read } = project({ '.gitattributes': '*.png binary' })
  git(root, 'init', '--quiet')
  const { stdout } = await fixpoint('init')
  expect(stdout).toContain('Appended to: .gitattributes\n')
  expect(read('.gitattributes')).toBe('*.png binary\nfixpoint.state.json merge=fixpoint\n')
  expect(git(root, 'config', 'merge.fixpoint.driver')).toBe('fixpoint state merge %O %A %B\n')
  expect(git(root, 'check-attr', 'merge', 'fixpoint.state.json')).toBe(
    'fixpoint.state.json: merge: fixpoint\n',
  )
  await fixpoint('init --force')
  expect(read('.gitattributes')).toBe('*.png binary\nfixpoint.state.json merge=fixpoint\n')
})

it('a folder that is not there yet is made, and the next command is the one to type', async () => {
  const { fixpoint, files } = project()
  const { stderr } = await fixpoint('init packages/api')
  expect(stderr).toBe('Next: fixpoint plan --chdir packages/api\n')
  expect(files()).toEqual(everyFile.map(each => `packages/api/${each}`))
  expect((await fixpoint('plan --chdir packages/api')).exitCode).toBe(0)
})

it.each(['minimal', 'web', 'service', 'library'])('the template %s can be planned', async name => {
  const { fixpoint } = project()
  await fixpoint(['init', '--template', name])
  await expectPlanned(fixpoint, 3)
})

it('a template that does not exist is a usage error with the nearest one', async () => {
  const { fixpoint, files } = project()
  expect(await fixpoint('init --template servce')).toEqual({
    exitCode: 64,
    stdout: '',
    stderr: 'Error: cli/usage --template cannot be "servce" (did you mean service?)\n',
  })
  expect(files()).toEqual([])
})

it('where there is code, its modules are in the spec, and can be planned', async () => {
  const { fixpoint, read } = project({
    'pyproject.toml': '[project]\ndependencies = ["fastapi"]\n',
    'src/shop/__init__.py': '',
    'src/shop/orders.py': 'def create_order(): ...\n',
    'src/shop/payments/__init__.py': '',
    'src/shop/test_orders.py': '',
    'tests/test_orders.py': '',
  })
  const { stderr } = await fixpoint('init')
  expect(stderr).toBe(
    'Recognised: Python, code in src/shop/\nThere is code here: fixpoint scan proposes what it offers, by name\nNext: fixpoint plan\n',
  )
  expect(read('fixpoint.spec.yaml').replace(/^#.*\n/gm, '')).toBe(`
version: "1"

resources:
  module:
    orders:
      files: [src/shop/orders.py]
    payments:
      files: [src/shop/payments/**]
`)
  await expectPlanned(fixpoint, 2)
})

it('code that no manifest explains is pointed out too, in the folder that was named', async () => {
  const { fixpoint } = project({ 'packages/api/deep/down/orders.py': 'def create_order(): ...\n' })
  expect((await fixpoint('init packages/api --dry-run')).stderr).toBe(
    'There is code here: fixpoint scan --chdir packages/api proposes what it offers, by name\nNothing was written.\n',
  )
})

it.each([
  [
    'TypeScript',
    { 'tsconfig.json': '{}', 'package.json': '{"dependencies":{"next":"1"}}' },
    'home_page',
    'src/home.ts',
  ],
  [
    'JavaScript',
    { 'package.json': '{"dependencies":{"express":"5"}}' },
    'create_order',
    'src/orders.js',
  ],
  ['Python', { 'pyproject.toml': '' }, 'session_store', 'functions: [open_session, close_session]'],
  ['Go', { 'go.mod': 'module example.org/x\n' }, 'parser', 'internal/parser_test.go'],
  ['Rust', { 'Cargo.toml': '[dependencies]\naxum = "1"\n' }, 'health', 'src/health.rs'],
  ['Solidity', { 'foundry.toml': '' }, 'auth_login', 'src/login.sol'],
  [
    'Java',
    { 'pom.xml': '<artifactId>spring-boot-starter</artifactId>' },
    'health',
    'src/main/java/health.java',
  ],
])(
  'without code, %s gets the example that fits, in its own names',
  async (title, files, resource, line) => {
    const { fixpoint, read } = project(files)
    const { stderr } = await fixpoint('init')
    expect(stderr).toContain(`Recognised: ${title}`)
    expect(read('fixpoint.spec.yaml')).toContain(`    ${resource}:\n`)
    expect(read('fixpoint.spec.yaml')).toContain(line)
    await expectPlanned(fixpoint, 3)
  },
)

it('names that YAML would misread survive', async () => {
  const files = ['on', '1e3', 'a b', 'null', 'x{y}', 'ñandú', '- dash'].map(
    each => `src/${each}.ts`,
  )
  const { fixpoint } = project(
    Object.fromEntries(['tsconfig.json', ...files].map(each => [each, ''])),
  )
  await fixpoint('init')
  const { stdout } = await fixpoint('plan --json')
  const { resources } = JSON.parse(stdout)
  expect(resources.map((each: { address: string }) => each.address).sort()).toEqual(
    [
      'module.1e3',
      'module._dash',
      'module.a_b',
      'module.null',
      'module.on',
      'module.x_y_',
      'module.ñandú',
    ].sort(),
  )
})

it('a folder that cannot be written is one clear error, and nothing is left behind', async () => {
  const { root, fixpoint, files, write } = project()
  write('taken', '')
  const { exitCode, stdout, stderr } = await fixpoint('init taken/inner', { cwd: root })
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
  expect(stderr).toMatch(/^Error: .*a part of the path is not a folder/)
  expect(files()).toEqual(['taken'])
})

async function expectPlanned(fixpoint: Project['fixpoint'], least: number): Promise<void> {
  const { exitCode, stdout, stderr } = await fixpoint('plan')
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(Number(/Plan: (\d+) to create\.\n$/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(least)
}

function git(folder: string, ...words: string[]): string {
  return execFileSync('git', words, { cwd: folder, encoding: 'utf8' })
}
