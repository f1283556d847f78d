// Small faults of a person that used to be passed over: each is told with its place, or shown as what it is.

import { describe, expect, it } from 'vitest'
import { project } from './project.ts'
import { done, repository, unitFile } from './repository.ts'

const spec = 'version: "1"\nresources:\n  feature:\n    login: { files: [src/login.ts] }\n'

it('-V prints the version, as --version does', async () => {
  const here = project()
  const long = await here.fixpoint('--version')
  expect(await here.fixpoint('-V')).toEqual(long)
})

it('config show names the files that stand in for a setting nobody made', async () => {
  const here = project({ 'terra4mice.spec.yaml': spec })
  const { stdout } = await here.fixpoint('config show')
  expect(stdout).toMatch(/^spec +terra4mice\.spec\.yaml +default$/m)
  expect(stdout).toMatch(/^state +fixpoint\.state\.json +default$/m)
})

it('validate tells a setting whose value means nothing, with its line', async () => {
  const here = project({
    'fixpoint.spec.yaml': spec,
    '.fixpoint/config.yaml':
      'lock_timeout: soon\nchecks:\n  unit: { command: "true", timeout: x }\n',
  })
  const { exitCode, stderr } = await here.fixpoint('validate')
  expect(exitCode).toBe(1)
  expect(stderr).toContain('.fixpoint/config.yaml:1:1 config/value lock_timeout must be a duration')
  expect(stderr).toContain('.fixpoint/config.yaml:3:')
})

it('a key that is not known hides no reference to what is not there', async () => {
  const here = project({
    'fixpoint.spec.yaml': `${spec}    logout:\n      dependson: [feature.login]\n    profile:\n      depends_on: [feature.nobody]\n`,
  })
  const { stderr } = await here.fixpoint('validate')
  expect(stderr).toContain('dependson')
  expect(stderr).toContain('feature.nobody, which is not declared')
})

it('a glob of includes that finds nothing is warned of', async () => {
  const here = project({ 'fixpoint.spec.yaml': `${spec}include: [parts/*.yaml]\n` })
  const { exitCode, stderr } = await here.fixpoint('validate')
  expect(exitCode).toBe(0)
  expect(stderr).toContain(
    'fixpoint.spec.yaml:5:11 spec/include include "parts/*.yaml" finds no file',
  )
})

it('mark tells a file that is not there, and records the mark', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec })
  const { exitCode, stderr } = await here.fixpoint('mark feature.login --files src/nowhere.ts')
  expect(exitCode).toBe(0)
  expect(stderr).toContain('mark/files src/nowhere.ts is not there')
})

it('a state that an editor gave a byte order mark is read all the same', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec })
  await here.fixpoint('mark feature.login')
  here.write('fixpoint.state.json', `\uFEFF${here.read('fixpoint.state.json')}`)
  expect(await here.fixpoint('state list')).toMatchObject({ exitCode: 0 })
})

it('doctor tells a lock that nobody can read', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec })
  here.write('.fixpoint.state.json.lock', 'garbage')
  const { stdout } = await here.fixpoint('doctor')
  expect(stdout).toMatch(/^fail +lock +.*the state is locked by something unknown/m)
})

it.each(['plan --json --format markdown', 'ci --json --format junit'])(
  '%s asks for two formats, and is refused',
  async line => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    const { exitCode, stderr } = await here.fixpoint(line)
    expect(exitCode).toBe(64)
    expect(stderr).toContain('--json and --format')
  },
)

it('help env is the topic environment', async () => {
  const here = project()
  expect(await here.fixpoint('help env')).toEqual(await here.fixpoint('help environment'))
})

it('a cache folder that cannot be made ends a command with its name, and hangs nothing', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec })
  const env = { FIXPOINT_CACHE_DIR: '/proc/nowhere' }
  expect((await here.fixpoint('plan', { env })).exitCode).toBe(0)
  const { stdout } = await here.fixpoint('doctor', { env })
  expect(stdout).toMatch(/^fail +cache +.*\/proc\/nowhere/m)
})

describe('a word that names no unit and no run', () => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME }

  async function ran() {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    await here.fixpoint('run T01.md', { env })
    return here
  }

  it.each([
    ['pause r9', 'run/unknown there is no run r9 (did you mean r1?)'],
    ['pause run:r9', 'run/unknown there is no run r9 (did you mean r1?)'],
    ['show r9', 'run/unknown there is no run r9 (did you mean r1?)'],
    ['why r9', 'run/unknown there is no run r9 (did you mean r1?)'],
    ['diff r9', 'run/unknown there is no run r9 (did you mean r1?)'],
    [
      'pause T99',
      'unit/unknown no run has a unit T99 (fixpoint show run:r1 lists those of the latest run)',
    ],
    [
      'show T99',
      'unit/unknown no run has a unit T99 (fixpoint show run:r1 lists those of the latest run)',
    ],
    [
      'why T99',
      'unit/unknown no run has a unit T99 (fixpoint show run:r1 lists those of the latest run)',
    ],
    ['show T1', 'unit/unknown no run has a unit T1 (did you mean T01?)'],
    [
      'show nope',
      'unit/unknown no run has a unit nope (fixpoint show run:r1 lists those of the latest run)',
    ],
    [
      'show feature.nope',
      'spec/absent there is no spec file fixpoint.spec.yaml (run fixpoint init, or name one with --spec)',
    ],
    ['retry r1', 'unit/unknown r1 is a run, and a unit is wanted (one of r1/T01)'],
    ['why run:r1', 'unit/unknown r1 is a run, and a unit is wanted (one of r1/T01)'],
    ['watch T01', 'run/unknown there is no run T01 (r1/T01 is a unit, of run:r1)'],
  ])('%s is told what there is', async (line, told) => {
    const here = await ran()
    expect(await here.fixpoint(line, { env })).toMatchObject({
      exitCode: 1,
      stderr: `Error: ${told}\n`,
    })
  })

  it('is told that nothing has run, where nothing has; and a file of that name is a path', async () => {
    const here = project()
    for (const line of ['show T99', 'why r9', 'pause T99'])
      expect((await here.fixpoint(line)).stderr).toContain('journal/missing')
    here.write('fixpoint.spec.yaml', spec)
    here.write('T99/a.ts', '')
    expect((await here.fixpoint('show T99')).stdout).toContain('lies in T99')
  })

  it('and a run is shown by its bare name too', async () => {
    const here = await ran()
    expect(await here.fixpoint('show r1')).toEqual(await here.fixpoint('show run:r1'))
  })
})

it('an attribute that nearly has the name of one that is proved is warned of, whatever reads the spec', async () => {
  const here = project({
    'fixpoint.spec.yaml':
      'resources:\n  f:\n    a: { attributes: { function: [login], owner: ann }, files: [a.py] }\n',
  })
  here.write('a.py', 'def login():\n    return 1\n')
  const warned =
    'fixpoint.spec.yaml:3:24 spec/attribute f.a has function, which proves nothing (did you mean functions?)\n'
  for (const line of ['validate', 'refresh', 'refresh', 'plan']) {
    const { exitCode, stderr, stdout } = await here.fixpoint(line)
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(warned)])
    if (line === 'refresh') expect(stdout).toContain(' 50%\n    Level: parsed of substantive\n')
  }
})

it('a name that is no text is told as that one, with what to do', async () => {
  const here = project({
    'fixpoint.spec.yaml': 'resources:\n  f:\n    a: { attributes: { functions: [run, 1] } }\n',
  })
  expect((await here.fixpoint('validate')).stderr).toBe(
    'Error: fixpoint.spec.yaml:3:41 spec/type resources.f.a.attributes.functions[1] must be text, not 1 (write it in quotes: "1")\n',
  )
})

it('a path that would leave files out is told as that', async () => {
  const here = project({
    'fixpoint.spec.yaml': 'resources:\n  f:\n    a: { files: ["src/*.py", "!src/b.py"] }\n',
  })
  expect((await here.fixpoint('refresh')).stderr).toContain(
    'fixpoint.spec.yaml:3:30 spec/path path "!src/b.py" would leave files out, and paths only name what counts (name the files that count, by narrower paths and globs)',
  )
})

it('a plan of what was just read says why something is missing', async () => {
  const here = project({ 'fixpoint.spec.yaml': spec })
  for (const line of ['plan --refresh', 'refresh --show-plan', 'refresh --show-plan', 'ci'])
    expect((await here.fixpoint(line)).stdout).toContain('src/login.ts does not exist')
})
