// `land` of branches that change what decides about work: the same files that a unit may change only by a claim that names them. Refused with
// the grant to type; what was granted is told.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deciding } from '../../src/work/reserved.ts'
import { type Branches, branches } from './branches.ts'
import { done, unitFile } from './repository.ts'

const unit = unitFile({ id: 'T01', script: `echo 1 > one\n${done}`, claims: 'create: [one]' })

const withFiles = (): Branches =>
  branches(undefined, {
    '.github/workflows/ci.yml': 'on: push\n',
    '.husky/pre-commit': 'npm test\n',
    'units/T01.md': unit,
    'docs/guide.md': '---\nid: guide\ntitle: Guide\n---\nclaims: none\n',
  })

describe('a branch that changes what decides about work', () => {
  it.each([
    ['.github/workflows/ci.yml', 'on: never\n'],
    ['.github/workflows/new one.yml', 'on: push\n'],
    ['.husky/pre-commit', 'true\n'],
    ['Jenkinsfile', 'node {}\n'],
    ['.github/actions/setup/action.yml', 'runs: {}\n'],
    ['.GitHub/Workflows/ci.yml', 'on: never\n'],
    ['.drone.yml', 'kind: pipeline\n'],
    ['Units/T01.md', unit.replace('create: [one]', 'create: [.]')],
    ['units/T01.md', unit.replace('create: [one]', 'create: [.]')],
  ])('is refused with the grant to type, and told where it was granted: %s', async (path, text) => {
    const at = withFiles()
    at.branch('feature', { [path]: text, one: '1\n' })
    const word = path.includes(' ') ? `'${path}'` : path
    const refused = await at.call('land feature')
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      `Error: land/reserved feature changes ${path}, which decides what counts (look at it, then add --grant ${word})\n`,
    ])
    expect(at.git('branch', '--list', 'fixpoint/*')).toBe('')
    const told = `Granted: feature changes ${path}, which decides what counts.\n`
    const dry = await at.call(['land', 'feature', '--grant', path, '--dry-run'])
    expect([dry.exitCode, dry.stderr]).toEqual([0, told])
    const landed = await at.call(['land', 'feature', '--grant', path, '--into', 'main', '--json'])
    expect([landed.exitCode, landed.stderr]).toEqual([0, expect.stringContaining(told)])
    expect(JSON.parse(landed.stdout).granted).toEqual([{ branch: 'feature', path }])
    expect(at.at('main', path)).toBe(text)
  })

  it('is granted by a folder too, and refused for what is left', async () => {
    const at = withFiles()
    at.branch('feature', { '.github/workflows/ci.yml': 'x\n', '.husky/pre-push': 'x\n' })
    const { stderr } = await at.call('land feature --grant .github')
    expect(stderr).toBe(
      'Error: land/reserved feature changes .husky/pre-push, which decides what counts (look at it, then add --grant .husky/pre-push)\n',
    )
  })

  it('is granted however the path was typed, and by no path that lies outside', async () => {
    const at = withFiles()
    at.branch('feature', { '.github/workflows/ci.yml': 'x\n' })
    const words = ['./.github', '.github/', '.github/workflows//ci.yml']
    for (const word of [...words, at.path('.github'), `${at.path('.github/workflows')}/`]) {
      const { exitCode, stderr } = await at.call(['land', 'feature', '--grant', word, '--dry-run'])
      expect([exitCode, stderr], word).toEqual([0, expect.stringMatching(/^Granted: feature /)])
    }
    for (const word of ['/ci.yml', '../ci.yml', '.', at.root]) {
      const { exitCode, stderr } = await at.call(['land', 'feature', '--grant', word])
      expect(exitCode, word).toBe(64)
      expect(stderr).toContain(`--grant takes a file or a folder of the project, not "${word}"`)
    }
  })

  it('is granted in a folder of the project by paths from there, and by those of the project', async () => {
    const at = withFiles()
    at.branch('feature', { '.github/workflows/ci.yml': 'x\n' })
    const grant = (word: string) =>
      at.call(['land', 'feature', '--chdir', '.github', '--grant', word, '--dry-run'])
    for (const word of ['./workflows/ci.yml', '../.github', '.', '.github/workflows/ci.yml'])
      expect((await grant(word)).exitCode, word).toBe(0)
    const near = await grant('workflows/ci.yml')
    expect([near.exitCode, near.stderr]).toEqual([
      1,
      expect.stringContaining(
        'Warning: land/grant --grant workflows/ci.yml grants nothing: nothing that lands is there (did you mean .github/workflows/ci.yml?)\n',
      ),
    ])
    for (const word of ['..', '../..', '../../ci.yml'])
      expect((await grant(word)).exitCode, word).toBe(64)
  })

  it('is granted by no empty word, and by no glob', async () => {
    const at = withFiles()
    at.branch('feature', { '.github/workflows/ci.yml': 'x\n', '.husky/pre-push': 'x\n' })
    for (const word of ['', ' ', ','])
      expect(await at.call(['land', 'feature', '--grant', word])).toMatchObject({
        exitCode: 64,
        stderr: expect.stringContaining('--grant needs a value (PATH), and an empty word is none'),
      })
    for (const [word, meant] of [
      ['*', '--grant .github/workflows/ci.yml --grant .husky/pre-push'],
      ['.github/**/*.yml', '--grant .github/workflows/ci.yml'],
      ['docs/*', '--grant .github/workflows/ci.yml --grant .husky/pre-push'],
    ] as const)
      expect((await at.call(['land', 'feature', '--grant', word])).stderr).toContain(
        `Warning: land/grant --grant '${word}' grants nothing: globs are not taken (look at each, then add ${meant})\n`,
      )
  })

  it('is granted by its name where that looks like a glob', async () => {
    const at = withFiles()
    at.branch('feature', { '.github/workflows/[id].yml': 'x\n' })
    const { exitCode, stderr } = await at.call([
      'land',
      'feature',
      '--grant',
      '.github/workflows/[id].yml',
      '--dry-run',
    ])
    expect([exitCode, stderr]).toEqual([0, expect.stringMatching(/^Granted: feature /)])
  })

  it('is told of a grant that grants nothing, in a rehearsal too, and where it is refused', async () => {
    const at = withFiles()
    at.branch('feature', { '.github/workflows/ci.yml': 'x\n', one: '1\n' })
    const idle = (grant: string, why: string) =>
      `Warning: land/grant --grant ${grant} grants nothing: ${why}\n`
    const told = `Granted: feature changes .github/workflows/ci.yml, which decides what counts.\n`
    const grants = ['--grant', '.github', '--grant', '.fixpoint/', '--grant', './one']
    const said = `${idle('.fixpoint', 'nothing that lands is there')}${idle('one', 'what is changed there needs no grant')}`
    const dry = await at.call(['land', 'feature', ...grants, '--dry-run'])
    expect([dry.exitCode, dry.stderr]).toEqual([0, `${said}${told}`])
    const refused = await at.call('land feature --grant .github/workflow/ci.yml')
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain(
      'Warning: land/grant --grant .github/workflow/ci.yml grants nothing: nothing that lands is there (did you mean .github/workflows/ci.yml?)\n',
    )
    expect((await at.call('land featur --grant .fixpoint')).stderr).not.toContain('grants nothing')
    const landed = await at.call(['land', 'feature', ...grants, '--into', 'main'])
    expect(landed.exitCode).toBe(0)
    expect(landed.stderr.startsWith(said), landed.stderr).toBe(true)
  })

  it('needs no grant for pages, or for a unit file that only it has', async () => {
    const at = withFiles()
    at.branch('feature', {
      'units/T02.md': unit.replace('T01', 'T02'),
      'docs/guide.md': 'new\n',
      '.github/CODEOWNERS': '* @ana\n',
    })
    expect((await at.call('land feature --into main')).exitCode).toBe(0)
  })

  it('is told by the page about landing', () => {
    const page = readFileSync(new URL('../../docs/landing.md', import.meta.url), 'utf8')
    const missing = deciding.filter(each => !/^\.(forgejo|gitea)\//.test(each))
    expect(missing.filter(each => !page.includes(`\`${each}\``))).toEqual([])
  })
})
