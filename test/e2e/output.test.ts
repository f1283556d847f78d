// Who gets what: data on stdout, prose on stderr, colour on a terminal that wants it.

import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

const files = { 'fixpoint.spec.yaml': 'resources:\n  feature:\n    a: {}\n    b: {jira: X}\n' }
const ESC = '\u001b['

describe('colour', () => {
  it('is shown on a terminal, and nowhere else', async () => {
    const here = project(files)
    expect((await here.fixpoint('plan', { tty: true })).stdout).toContain(
      `${ESC}32m+${ESC}39m feature.a`,
    )
    expect((await here.fixpoint('plan')).stdout).not.toContain(ESC)
    expect((await here.program('plan')).stdout).not.toContain(ESC)
  })

  it.each([
    ['NO_COLOR', 'plan', { NO_COLOR: '1' }],
    ['CI', 'plan', { CI: 'true' }],
    ['--no-color', 'plan --no-color', {}],
    ['--no-color before the verb', '--no-color plan', {}],
    ['-no-color', 'plan -no-color', {}],
    ['--color never', 'plan --color never', {}],
  ])('gives way to %s', async (_, line, env) => {
    expect((await project(files).fixpoint(line, { tty: true, env })).stdout).not.toContain(ESC)
  })

  it('comes when it is forced', async () => {
    expect((await project(files).fixpoint('plan --color always')).stdout).toContain(ESC)
  })
})

describe('--json', () => {
  it.each([
    'plan',
    'ci',
    'status',
    'state list',
    'validate',
    'version',
    'show feature.a',
    'plan -v --check-deps',
    'mark feature.a',
  ])('of %s is one versioned document, before and after the verb', async line => {
    const after = await project(files).fixpoint(`${line} --json`, { tty: true })
    const before = await project(files).fixpoint(`--json ${line}`, { tty: true })
    expect(JSON.parse(after.stdout)).toMatchObject({ version: '1' })
    expect(before.stdout).toBe(after.stdout)
  })

  it('of a failure is one document too', async () => {
    const outcome = await project(files).fixpoint('show feature.c --json')
    expect(outcome.exitCode).toBe(1)
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      version: '1',
      error: 'nothing here is called "feature.c"',
    })
    const usage = await project(files).fixpoint('plan --nope --json')
    expect(usage.exitCode).toBe(64)
    expect(JSON.parse(usage.stdout).diagnostics[0].code).toBe('cli/usage')
  })
})

describe('warnings', () => {
  it('go to stderr and leave stdout alone', async () => {
    const outcome = await project(files).fixpoint('plan --json')
    expect(JSON.parse(outcome.stdout).total_resources).toBe(2)
    expect(outcome.stderr).toBe(
      'Warning: fixpoint.spec.yaml:4:9 spec/unknown-key unknown key jira in resources.feature.b, ignored\n',
    )
  })

  it('are the same from the cache', async () => {
    const here = project(files)
    expect(await here.fixpoint('plan')).toEqual(await here.fixpoint('plan'))
  })
})

describe('bare fixpoint', () => {
  it('is one screen and the next command to type', async () => {
    const here = project({
      'fixpoint.spec.yaml':
        'resources:\n  feature:\n    a: {}\n    b: {depends_on: [feature.a]}\n    c: {blocked: {since: 2026-01-02, by: the vendor}}\n    d: {}\n',
    })
    await here.fixpoint('mark feature.a -s partial')
    expect(
      (await here.fixpoint('')).stdout,
    ).toBe(`fixpoint.spec.yaml  ███░░░░░░░░░░░░░░░░░░░░░░░░░░░ 12.5%
0 implemented, 1 partial, 3 missing, 0 broken

Next
  feature.a  partial
  feature.d  missing

Needs a human
  feature.c  blocked since 2026-01-02 by the vendor

Next: fixpoint show feature.a
`)
  })

  it('without a spec says how to begin', async () => {
    const outcome = await project().fixpoint('')
    expect(outcome.exitCode).toBe(0)
    expect(outcome.stdout).toContain('Next: fixpoint init')
  })
})

describe('show', () => {
  it('takes a resource, a folder and a plan, in that order', async () => {
    const here = project({
      'fixpoint.spec.yaml':
        'resources:\n  feature:\n    a: {files: [src/a.py], description: Login}\n    b: {depends_on: [feature.a]}\n',
      'src/a.py': '',
    })
    expect((await here.fixpoint('show feature.a')).stdout).toBe(`feature.a
  status       missing
  required     substantive
  description  Login
  declared     fixpoint.spec.yaml:3
  files        src/a.py
  needed by    feature.b
`)
    expect((await here.fixpoint('show src')).stdout).toContain('In src: 1 resources')
    expect((await here.fixpoint('show feature.aa')).stderr).toBe(
      'Error: address/unknown nothing here is called "feature.aa" (did you mean feature.a?)\n',
    )
  })

  it('refuses a word with two meanings, and takes ./ for the path', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources: {feature: {a: {}}}',
      'feature.a/x': '',
    })
    const outcome = await here.fixpoint('show feature.a')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain(
      'address/ambiguous "feature.a" can mean the resource feature.a or the path feature.a',
    )
    expect((await here.fixpoint('show ./feature.a')).stdout).toContain(
      'No resource of fixpoint.spec.yaml lies in ./feature.a.',
    )
  })

  it('refuses a file that is no plan', async () => {
    const outcome = await project({ ...files, 'x.json': '{}' }).fixpoint('show x.json')
    expect(outcome.stderr).toBe(
      'Error: x.json plan/foreign this is not a saved plan (make one with fixpoint plan -out FILE)\n',
    )
  })
})

describe('validate', () => {
  it('checks the project, a folder or a file, and tells every problem', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources: {feature: {a: {files: x}}}',
      '.fixpoint/config.yaml': 'lock_timout: 1s\n',
      'fixpoint.state.json': '{',
      'next.plan': '[]',
    })
    const outcome = await here.fixpoint('validate')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr.split('\n')).toEqual([
      'Error: .fixpoint/config.yaml:1:1 config/unknown-key unknown key lock_timout (did you mean lock_timeout?)',
      'Error: fixpoint.spec.yaml:1:34 spec/type resources.feature.a.files must be a list, not "x"',
      expect.stringContaining('Error: fixpoint.state.json:1:2 state/corrupt'),
      '',
    ])
    here.write('.fixpoint/config.yaml', '# nothing yet\n')
    here.write('fixpoint.spec.yaml', 'resources: {feature: {a: {}}}')
    expect((await here.fixpoint('validate')).stderr).toMatch(
      /^Error: fixpoint.state.json:1:2 state\/corrupt/,
    )
    expect((await here.fixpoint('validate next.plan')).stderr).toContain('next.plan plan/foreign')
    expect((await here.fixpoint('validate fixpoint.spec.yaml')).stdout).toBe(
      'Valid: fixpoint.spec.yaml\n',
    )
  })
})
