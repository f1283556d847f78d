// What a check runs belongs to the check: neither a unit nor a branch rewrites it unless somebody granted that by name.

import { describe, expect, it } from 'vitest'
import { branches, env } from './branches.ts'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const strict = '#!/bin/sh\n! grep -q bad src/a.txt\n'
const manifest = (scripts: object, more: object = {}) => JSON.stringify({ scripts, ...more })

describe('a branch', () => {
  const files = {
    'tools/check.sh': strict,
    'package.json': manifest({ test: 'node tools/verify.js', build: 'true' }),
    'tools/verify.js': '',
    Makefile: 'test:\n\ttrue\n',
  }

  const rewriting: readonly (readonly [check: string, path: string, text: string, said: string])[] =
    [
      ['sh tools/check.sh', 'tools/check.sh', 'exit 0\n', 'tools/check.sh'],
      [
        'cd . && npm test',
        'package.json',
        manifest({ test: 'true' }),
        'scripts.test of package.json',
      ],
      ['npm run test', 'tools/verify.js', 'process.exit(0)\n', 'tools/verify.js'],
      ['make test', 'GNUmakefile', 'test:\n', 'GNUmakefile'],
    ]

  it.each(rewriting)(
    'with the check %s is refused where it changes %s',
    async (check, path, text, said) => {
      const at = branches(check, files)
      at.branch('feature', { [path]: text, 'src/a.txt': 'bad\n' })
      const { exitCode, stderr } = await at.call('land feature')
      expect(exitCode).toBe(1)
      expect(stderr).toContain(
        `feature changes ${said}, which check unit runs, so what it brings would judge itself`,
      )
      expect(stderr).toContain(`look at it, then add --grant ${path}`)
      expect(at.proofs()).toEqual([])
    },
  )

  it('that changes what its check runs is told of where somebody granted it', async () => {
    const at = branches('sh tools/check.sh', files)
    at.branch('feature', { 'tools/check.sh': `${strict}true\n` })
    const granted = 'land feature --grant tools/check.sh'
    const dry = await at.call(`${granted} --dry-run`)
    expect(dry.stderr).toContain('Granted: feature changes tools/check.sh, which check unit runs.')
    const { exitCode, stdout } = await at.call(`${granted} --json`)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).rewritten).toEqual([
      { branch: 'feature', check: 'unit', path: 'tools/check.sh', scripts: [] },
    ])
  })

  it('lands without a word where it changes code, tests, or other scripts of the package', async () => {
    const at = branches('npm --version >/dev/null && sh tools/check.sh', files)
    at.branch('feature', {
      'src/a.txt': 'good\n',
      'test/a.test.js': '',
      'package.json': manifest(
        { test: 'node tools/verify.js', build: 'false' },
        { type: 'module' },
      ),
    })
    const { exitCode, stderr } = await at.call('land feature')
    expect(exitCode).toBe(0)
    expect(stderr).not.toContain('unit runs')
  })

  it('is asked for what a check runs that is not among those it has to pass now', async () => {
    const at = branches('sh tools/check.sh', files)
    const config = at.read('.fixpoint/config.yaml')
    at.write('.fixpoint/config.yaml', `${config}  quick: { command: "true" }\n`)
    at.git('commit', '--quiet', '-am', 'A quick check')
    at.branch('feature', { 'tools/check.sh': 'exit 0\n' })
    const { exitCode, stderr } = await at.call('land feature --check quick')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('feature changes tools/check.sh, which check unit runs')
  })

  it('is asked only for what it changed itself since it left its target', async () => {
    const at = branches('npm --version >/dev/null; : || npm test', files)
    at.branch('feature', { 'package.json': manifest({ test: 'node tools/verify.js' }, { a: 1 }) })
    at.write('package.json', manifest({ test: 'node tools/verify.js && true', build: 'true' }))
    at.git('commit', '--quiet', '-am', 'Another test')
    expect((await at.call('land feature --dry-run')).exitCode).toBe(0)
  })
})

describe('a unit', () => {
  const config = agentConfig('checks:\n  unit: { command: sh check.sh }\n')
  const files = { '.fixpoint/config.yaml': config, 'check.sh': strict }
  const front = 'checks: [unit]\n'

  it('may not rewrite what its check runs, even where it claims everything', async () => {
    const here = repository(files)
    const script = `echo b > src/b.txt; if [ "$ATTEMPT" = 1 ]; then echo bad > src/a.txt; echo exit 0 > check.sh; fi\n${done}`
    const claims = 'create: [.], edit: [.]'
    here.write('T01.md', unitFile({ id: 'T01', script, front, claims }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    const { stdout } = await here.fixpoint('show T01', { env })
    expect(stdout).toContain(
      'scope: a change outside the claims: check.sh: was changed; check unit runs check.sh, and no claim names it',
    )
    expect(here.git('diff', '--name-only', 'main', 'fixpoint/r1')).toBe('src/b.txt\n')
  })

  it('may not rewrite what another check runs either, though none judges it', async () => {
    const here = repository(files)
    const script = `echo exit 0 > check.sh\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, claims: 'create: [.], edit: [.]' }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(1)
    expect((await here.fixpoint('show T01', { env })).stdout).toContain('check unit runs check.sh')
  })

  it('may where a claim names it, and everybody is told', async () => {
    const here = repository(files)
    const script = `echo true >> check.sh\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front, claims: 'edit: [check.sh]' }))
    const ran = await here.fixpoint('run T01.md --json', { env })
    expect(ran.exitCode).toBe(0)
    expect(JSON.parse(ran.stdout).rewritten).toEqual([
      { unit: 'T01', check: 'unit', path: 'check.sh', scripts: [] },
    ])
    expect(ran.stderr).toContain(
      'T01 changed check.sh, which check unit runs, as its claims allow.',
    )
    for (const command of ['show T01', 'why T01'])
      expect((await here.fixpoint(command, { env })).stdout).toContain(
        'check.sh, which check unit runs',
      )
    const { stdout } = await here.fixpoint('show T01 --json', { env })
    expect(JSON.parse(stdout).rewritten).toEqual([{ check: 'unit', path: 'check.sh', scripts: [] }])
  })

  it('that changes only code is told nothing', async () => {
    const here = repository(files)
    const script = `echo b > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(exitCode).toBe(0)
    expect(stderr).not.toContain('check unit runs')
  })
})
