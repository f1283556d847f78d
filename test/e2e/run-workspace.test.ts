// What a workspace holds besides the base, and projects that lie below the top of their repository.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agentConfig, checkoutOf, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

describe('the contract of a workspace', () => {
  it('carries what the config and .worktreeinclude name, and no change set holds it', async () => {
    const here = repository({
      '.fixpoint/config.yaml': agentConfig('workspace:\n  carry: [.env, "certs/*.pem"]\n'),
      '.gitignore': '.env*\ncerts/\n',
      '.worktreeinclude': '.env.local\n',
    })
    here.write('.env', 'KEY=1\n')
    here.write('.env.local', 'LOCAL=1\n')
    here.write('certs/a.pem', 'pem\n')
    const script = `cat .env .env.local certs/a.pem > src/b.txt\necho more >> .env\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const before = checkoutOf(here)
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('KEY=1\nLOCAL=1\npem\n')
    expect(here.git('diff', '--name-only', 'main', 'fixpoint/r1')).toBe('src/b.txt\n')
    expect(checkoutOf(here)).toEqual(before)
  })

  it('gives each workspace ports of the range that the config names', async () => {
    const ports = 'workspace:\n  ports: { range: 31000-31999, count: 5 }\n'
    const here = repository({ '.fixpoint/config.yaml': agentConfig(ports) })
    const script = `echo "$PORT $FIXPOINT_PORT_COUNT" > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toMatch(/^31\d{2}[05] 5\n$/)
  })

  it.each([
    ['ports: { range: 31000-31099 }', '31000-31099 holds 10 blocks of 10 ports, and 11'],
    ['ports: { range: 80-90 }', '"80-90" is no range of ports'],
    ['ports: { range: many }', '"many" is no range of ports'],
    ['carry: [../secrets]', 'workspace.carry names ../secrets, which lies outside the project'],
  ])('refuses %s before anything starts', async (line, message) => {
    const here = repository({ '.fixpoint/config.yaml': agentConfig(`workspace:\n  ${line}\n`) })
    here.write('T01.md', unitFile({ id: 'T01', script: done }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(message)])
    expect(here.files().filter(each => each.startsWith('.fixpoint/local'))).toEqual([])
  })
})

describe('a project below the top of its repository', () => {
  const config = agentConfig(
    'workspace:\n  setup: echo made > made.txt\n  carry: [.env]\nchecks:\n  here: { command: test -f own.txt && test -f src/b.txt }\n',
  )
  const monorepo = () =>
    repository({
      'packages/api/.fixpoint/config.yaml': config,
      'packages/api/.gitignore': 'made.txt\n.env\n',
      'packages/api/own.txt': 'own\n',
      'packages/api/src/a.txt': 'a\n',
      'packages/web/x.txt': 'x\n',
    })

  it('works in its own folder: agents, setup, carried files, checks and claims', async () => {
    const here = monorepo()
    const cwd = here.path('packages/api')
    writeFileSync(join(cwd, '.env'), 'KEY=1\n')
    const script = `cat made.txt .env own.txt > src/b.txt\n${done}`
    here.write(
      'packages/api/T01.md',
      unitFile({ id: 'T01', script, front: 'checks: [here]\nproduces: src/b.txt\n' }),
    )
    const { exitCode, stdout } = await here.fixpoint('run T01.md', { env, cwd })
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('packages-api-r1  complete')])
    expect(here.at('fixpoint/packages-api-r1', 'packages/api/src/b.txt')).toBe('made\nKEY=1\nown\n')
    expect(here.git('diff', '--name-only', 'main', 'fixpoint/packages-api-r1')).toBe(
      'packages/api/src/b.txt\n',
    )
  })

  it('takes a change outside its folder for one that nobody can claim', async () => {
    const here = monorepo()
    const cwd = here.path('packages/api')
    const claims = 'create: [.], edit: [.]'
    const script = `echo y > ../web/x.txt\n${done}`
    here.write(
      'packages/api/T01.md',
      unitFile({ id: 'T01', script, claims, front: 'attempts: 1\n' }),
    )
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env, cwd })
    expect(stderr).toContain('../web/x.txt: was changed, and lies outside the project')
    expect(exitCode).toBe(1)
  })

  it('takes files that git ignores where they are claimed, in a turn and at the end', async () => {
    const here = monorepo()
    const cwd = here.path('packages/api')
    here.write('packages/api/.gitignore', 'made.txt\n.env\nout.txt\n')
    here.git('commit', '--quiet', '-am', 'ignore')
    const script = `echo out > out.txt; echo fixpoint:turn\n${done}`
    const claims = 'create: [out.txt]'
    here.write('packages/api/T01.md', unitFile({ id: 'T01', script, claims }))
    expect((await here.fixpoint('run T01.md', { env, cwd })).exitCode).toBe(0)
    expect(here.at('fixpoint/packages-api-r1', 'packages/api/out.txt')).toBe('out\n')
    expect((await here.fixpoint('logs T01', { env, cwd })).stdout).toContain('turn> 1 (kept)\n')
  })

  it('opens for a person in its own folder, and names what was changed from there', async () => {
    const here = monorepo()
    const cwd = here.path('packages/api')
    const front = 'attempts: 1\n'
    here.write('packages/api/T01.md', unitFile({ id: 'T01', script: 'exit 3', front }))
    await here.fixpoint('run T01.md', { env, cwd })
    const path = (await here.fixpoint('open T01 --print', { env, cwd })).stdout.trim()
    expect(readFileSync(join(path, 'own.txt'), 'utf8')).toBe('own\n')
    writeFileSync(join(path, 'src/b.txt'), 'by hand\n')
    const { stdout } = await here.fixpoint('open T01 --take', { env, cwd })
    expect(stdout).toBe('packages-api-r1/T01 is handed back: src/b.txt\n')
    expect((await here.fixpoint('run', { env, cwd })).exitCode).toBe(0)
    expect(here.at('fixpoint/packages-api-r1', 'packages/api/src/b.txt')).toBe('by hand\n')
  })

  it('keeps its own config reserved, and judges by the one that its base holds', async () => {
    const here = monorepo()
    const cwd = here.path('packages/api')
    const claims = 'create: [.], edit: [.]'
    const script = `echo '# x' >> .fixpoint/config.yaml\n${done}`
    here.write(
      'packages/api/T01.md',
      unitFile({ id: 'T01', script, claims, front: 'attempts: 1\n' }),
    )
    const ran = await here.fixpoint('run T01.md', { env, cwd })
    expect(ran.stderr).toContain('.fixpoint/config.yaml: was changed; it decides about the work')
    here.write('packages/api/.fixpoint/config.yaml', `${config}# y\n`)
    const refused = await here.fixpoint('run T01.md', { env, cwd })
    expect(refused.stderr).toContain('.fixpoint/config.yaml was changed since')
  })

  it('is refused where nothing of it is committed', async () => {
    const here = monorepo()
    const cwd = here.path('packages/new')
    mkdirSync(cwd, { recursive: true })
    here.write('packages/new/.fixpoint/config.yaml', config)
    here.write('packages/new/T01.md', unitFile({ id: 'T01', script: done }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md --oracle working', { env, cwd })
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining('no file of packages/new is committed'),
    ])
  })
})
