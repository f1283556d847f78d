// Bad input: one clear line for each problem, all of them in one run, exit 1, no stack trace, nothing written, never "No changes".

import { mkdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

async function complaints(spec: string, files: Record<string, string> = {}): Promise<string[]> {
  const here = project({ 'fixpoint.spec.yaml': spec, ...files })
  const before = here.snapshot()
  const outcome = await here.fixpoint('plan')
  expect(outcome.exitCode).toBe(1)
  expect(outcome.stdout).toBe('')
  expect(here.snapshot()).toEqual(before)
  return outcome.stderr.trimEnd().split('\n')
}

describe('a spec with', () => {
  it.each([
    [
      'nothing in it',
      '',
      'Error: fixpoint.spec.yaml:1:1 spec/empty the spec declares nothing (add a resources: section, or run fixpoint init --force)',
    ],
    [
      'only comments',
      '# soon\n',
      'Error: fixpoint.spec.yaml:1:1 spec/empty the spec declares nothing (add a resources: section, or run fixpoint init --force)',
    ],
    [
      'no resources section',
      'version: "1"\n',
      'Error: fixpoint.spec.yaml:1:1 spec/no-resources there is no resources: section (add resources:, with a map of types below it)',
    ],
    [
      'null resources',
      'resources:\n',
      'Error: fixpoint.spec.yaml:1:1 spec/type resources must be a map, not empty',
    ],
    [
      'a null type',
      'resources:\n  feature:\n',
      'Error: fixpoint.spec.yaml:2:3 spec/type resources.feature must be a map, not empty',
    ],
    [
      'null attributes',
      'resources:\n  feature:\n    a:\n      attributes:\n',
      'Error: fixpoint.spec.yaml:4:7 spec/type resources.feature.a.attributes must be a map, not empty',
    ],
    [
      'null depends_on',
      'resources:\n  feature:\n    a:\n      depends_on:\n',
      'Error: fixpoint.spec.yaml:4:7 spec/type resources.feature.a.depends_on must be a list, not empty',
    ],
    [
      'text for a list',
      'resources:\n  feature:\n    a:\n      depends_on: feature.b\n',
      'Error: fixpoint.spec.yaml:4:19 spec/type resources.feature.a.depends_on must be a list, not "feature.b"',
    ],
    [
      'a list for a map',
      'resources:\n  feature: [a, b]\n',
      'Error: fixpoint.spec.yaml:2:12 spec/type resources.feature must be a map, not a list',
    ],
    [
      'a list at the top',
      '- a\n',
      'Error: fixpoint.spec.yaml:1:1 spec/type the document must be a map, not a list',
    ],
    [
      'a misspelt top key',
      'resource:\n  feature: {}\n',
      'Error: fixpoint.spec.yaml:1:1 spec/unknown-key unknown key resource (did you mean resources?)',
    ],
    [
      'a misspelt key',
      'resources:\n  feature:\n    a:\n      depend_on: []\n',
      'Error: fixpoint.spec.yaml:4:7 spec/unknown-key unknown key depend_on in resources.feature.a (did you mean depends_on?)',
    ],
    [
      'bad YAML',
      'resources:\n  feature:\n    a: [1\n    b: 2\n',
      'Error: fixpoint.spec.yaml:3:8 yaml/syntax the [ that opens here is not closed before line 4: deficient indentation (close it with ], and indent what belongs to it)',
    ],
    [
      'duplicate keys',
      'resources:\n  feature:\n    a: {}\n    a: {}\n',
      'Error: fixpoint.spec.yaml:4:5 yaml/duplicate-key key a stands twice (remove one of them)',
    ],
    [
      'braces in a name',
      'resources:\n  endpoint:\n    "users/{id}": {}\n',
      'Error: fixpoint.spec.yaml:3:5 spec/resource-name resource name "users/{id}" may hold only letters, digits, _ and -, . and / inside',
    ],
    [
      'an absolute path',
      'resources:\n  feature:\n    a:\n      files: [/etc/passwd]\n',
      'Error: fixpoint.spec.yaml:4:15 spec/path path "/etc/passwd" is absolute (write it relative to the repository root)',
    ],
    [
      'a path that escapes',
      'resources:\n  feature:\n    a:\n      files:\n        - ok.py\n        - a/../../x.py\n',
      'Error: fixpoint.spec.yaml:6:11 spec/path path "a/../../x.py" leaves the repository (write it relative to the repository root)',
    ],
    [
      'an unknown version',
      'version: "9"\nresources: {}\n',
      'Error: fixpoint.spec.yaml:1:10 spec/type version must be 1, not "9"',
    ],
    [
      'an unknown backend',
      'backend: {type: s4}\nresources: {feature: {a: {}}}\n',
      'Error: fixpoint.spec.yaml spec/backend backend s4 is not known to this version (this version keeps the state in a local file: remove backend: or write type: local)',
    ],
    [
      'an unknown level',
      'resources:\n  feature:\n    a:\n      require: testd\n',
      'Error: fixpoint.spec.yaml:4:16 spec/type resources.feature.a.require must be one of present, parsed, declared, substantive, reached, tested, passing, not "testd" (did you mean tested?)',
    ],
    [
      'a dangling dependency',
      'resources:\n  feature:\n    login: {}\n    b:\n      depends_on:\n        - feature.logn\n',
      'Error: fixpoint.spec.yaml:6:11 spec/dangling feature.b depends on feature.logn, which is not declared (did you mean feature.login?)',
    ],
    [
      'a dangling connection',
      'resources:\n  service:\n    api:\n      connects: [{to: store.db}]\n',
      'Error: fixpoint.spec.yaml:4:18 spec/dangling service.api connects to store.db, which is not declared (declare store.db or remove it)',
    ],
    [
      'a resource declared twice over files',
      'include: [more.yaml]\nresources:\n  feature:\n    a: {}\n',
      'Error: more.yaml:1:23 spec/duplicate feature.a is declared twice (keep one; the first is at fixpoint.spec.yaml:4)',
    ],
    [
      'an include that is not there',
      'include: [none.yaml]\nresources:\n  feature:\n    a: {}\n',
      'Error: fixpoint.spec.yaml:1:11 spec/include included file none.yaml does not exist (create it or remove the line)',
    ],
    [
      'a move to nowhere',
      'resources: {feature: {a: {}}}\nmoved:\n  - {from: feature.b, to: feature.c}\n',
      'Error: fixpoint.spec.yaml:3:5 spec/moved feature.b is moved to feature.c, which is not declared (did you mean feature.a?)',
    ],
  ])('%s is told where and what to do', async (_, spec, expected) => {
    expect(await complaints(spec, { 'more.yaml': 'resources: {feature: {a: {}}}' })).toEqual([
      expected,
    ])
  })

  it('a cycle prints it once, as a path, where it starts', async () => {
    const spec =
      'resources:\n  f:\n    a: {depends_on: [f.b]}\n    b: {depends_on: [f.c]}\n    c: {depends_on: [f.a]}\n    d: {depends_on: [f.a]}\n'
    expect(await complaints(spec)).toEqual([
      'Error: fixpoint.spec.yaml:3:22 spec/cycle dependencies go in a circle: f.a → f.b → f.c → f.a (remove one of these depends_on)',
    ])
  })

  it('a folder for a file is told which glob was meant', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources:\n  feature:\n    a: {files: [src]}\n',
    })
    mkdirSync(here.path('src'))
    const outcome = await here.fixpoint('plan')
    expect(outcome.stderr).toBe(
      'Error: fixpoint.spec.yaml:3:5 spec/folder feature.a names the folder src as a file (write src/**)\n',
    )
    expect(outcome.exitCode).toBe(1)
  })

  it('globs for files is fine', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources: {feature: {a: {files: ["src/**/*.ts"]}}}',
    })
    expect((await here.fixpoint('plan')).exitCode).toBe(0)
  })

  it('several problems tells all of them, by place', async () => {
    const spec =
      'version: 2\nresources:\n  feature:\n    a:\n      file: [x]\n      tests: x\n      weight: -1\n'
    expect((await complaints(spec)).map(each => each.split(' ')[1])).toEqual([
      'fixpoint.spec.yaml:1:10',
      'fixpoint.spec.yaml:5:7',
      'fixpoint.spec.yaml:6:14',
      'fixpoint.spec.yaml:7:15',
    ])
  })

  it('a foreign key warns and goes on', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources:\n  feature:\n    a:\n      jira_ticket: X-1\n',
    })
    const outcome = await here.fixpoint('plan')
    expect(outcome.exitCode).toBe(0)
    expect(outcome.stderr).toBe(
      'Warning: fixpoint.spec.yaml:4:7 spec/unknown-key unknown key jira_ticket in resources.feature.a, ignored\n',
    )
  })

  it('problems answers in JSON when JSON was asked for', async () => {
    const here = project({ 'fixpoint.spec.yaml': 'resource: {}\n' })
    const outcome = await here.fixpoint('plan --json')
    expect(outcome.exitCode).toBe(1)
    expect(JSON.parse(outcome.stdout)).toEqual({
      version: '1',
      error: 'unknown key resource',
      diagnostics: [
        {
          code: 'spec/unknown-key',
          severity: 'error',
          message: 'unknown key resource',
          at: { file: 'fixpoint.spec.yaml', line: 1, column: 1 },
          fix: 'did you mean resources?',
        },
      ],
    })
  })
})

describe('a spec that is not there', () => {
  it('is told how to begin', async () => {
    expect(await project().fixpoint('plan')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        'Error: spec/absent there is no spec here, and no code that one could be proposed for (run fixpoint init, or name a spec with --spec)\n',
    })
  })
})

describe('a config with', () => {
  const spec = { 'fixpoint.spec.yaml': 'resources: {feature: {a: {}}}' }

  it.each([
    [
      'an unknown key',
      'lock_timout: 3s\n',
      'Error: .fixpoint/config.yaml:1:1 config/unknown-key unknown key lock_timout (did you mean lock_timeout?)\n',
    ],
    [
      'a wrong type',
      'ci:\n  fail_under: lots\n',
      'Error: .fixpoint/config.yaml:2:15 config/type ci.fail_under must be a number, not "lots"\n',
    ],
    [
      'a wrong value',
      'lock_timeout: soon\n',
      'Error: .fixpoint/config.yaml:1:1 config/value lock_timeout must be a duration such as 30s or 2m, not "soon"\n',
    ],
  ])('%s is refused by key, file, line and nearest name', async (_, config, expected) => {
    const outcome = await project({ ...spec, '.fixpoint/config.yaml': config }).fixpoint('plan')
    expect(outcome).toEqual({ exitCode: 1, stdout: '', stderr: expected })
  })

  it('a wrong environment variable is refused by its name', async () => {
    const outcome = await project(spec).fixpoint('plan', { env: { FIXPOINT_LOCK_TIMEOUT: 'soon' } })
    expect(outcome.stderr).toBe(
      'Error: config/value FIXPOINT_LOCK_TIMEOUT must be a duration such as 30s or 2m, not "soon"\n',
    )
  })
})

describe('a command line with', () => {
  it.each([
    [
      'an unknown command',
      'pln',
      'Error: cli/usage there is no command pln (did you mean plan?)\n',
    ],
    [
      'an unknown option',
      'plan --verbos',
      'Error: cli/usage plan has no option --verbos (did you mean --verbose?)\n',
    ],
    [
      'a missing value',
      'plan --out',
      'Error: cli/usage --out needs a value (FILE) (see fixpoint plan --help)\n',
    ],
    [
      'a value too many',
      'plan --verbose=yes',
      'Error: cli/usage --verbose takes no value (see fixpoint plan --help)\n',
    ],
    [
      'a foreign choice',
      'plan --format jsn',
      'Error: cli/usage --format cannot be "jsn" (did you mean json?)\n',
    ],
    [
      'a word too many',
      'plan now',
      'Error: cli/usage plan does not take "now" (see fixpoint plan --help)\n',
    ],
    ['a word too few', 'mark', 'Error: cli/usage mark needs ADDR (see fixpoint mark --help)\n'],
    [
      'half a command',
      'state lst',
      'Error: cli/usage there is no command state lst (did you mean list?)\n',
    ],
    [
      'no address',
      'mark foo',
      'Error: cli/usage "foo" is not a resource address (write it as type.name)\n',
    ],
  ])('%s exits 64 with the nearest word', async (_, line, expected) => {
    const outcome = await project().fixpoint(line)
    expect(outcome).toEqual({ exitCode: 64, stdout: '', stderr: expected })
  })
})
