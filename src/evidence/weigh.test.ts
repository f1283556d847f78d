import { describe, expect, it } from 'vitest'
import type { Declaration, Depth, Outline } from '../code/model.ts'
import type { Resource } from '../spec/model.ts'
import type { CheckFact, FileFacts, Mention, ResourceFacts } from './facts.ts'
import { weigh } from './weigh.ts'

const resource = (more: Partial<Resource> = {}): Resource => ({
  address: 'module.m',
  type: 'module',
  name: 'm',
  description: undefined,
  attributes: {},
  dependsOn: [],
  files: [],
  tests: [],
  checks: [],
  require: undefined,
  isOptional: false,
  weight: 1,
  blocked: undefined,
  connects: [],
  group: undefined,
  at: { file: 's', line: 1 },
  ...more,
})

const functions = (...names: string[]) => resource({ attributes: { functions: names } })

const def = (name: string, more: Partial<Declaration> = {}): Declaration => ({
  kind: 'function',
  name,
  parent: -1,
  line: 1,
  endLine: 2,
  hasBody: true,
  isStub: false,
  isExported: true,
  isTest: false,
  decorators: [],
  ...more,
})

const outline = (declarations: Declaration[], more: Partial<Outline> = {}): Outline => ({
  language: 'python',
  declarations,
  imports: [],
  exports: [],
  problems: [],
  isSuspect: false,
  ...more,
})

const nothingDeep: Depth = {
  references: [],
  routes: [],
  routers: [],
  mounts: [],
  texts: [],
  refusals: [],
  requests: [],
  commands: [],
  tables: [],
  drops: [],
  operations: [],
  environment: [],
  environmentReaders: [],
  keys: [],
}

const file = (
  path: string,
  declarations: Declaration[],
  more: Partial<FileFacts> = {},
): FileFacts => ({
  path,
  condition: 'present',
  outline: outline(declarations),
  depth: undefined,
  problems: [],
  routes: [],
  ...more,
})

const facts = (more: Partial<ResourceFacts> = {}): ResourceFacts => ({
  files: [],
  origin: 'declared',
  tests: [],
  requests: [],
  mentions: [],
  entryPoints: new Set(),
  checks: [],
  coveredLines: new Map(),
  failedTests: [],
  behind: () => ({ kind: 'supplied' }),
  ...more,
})

const mention = (name: string, path: string, isTest = false): Mention => ({
  name,
  at: { file: path, line: 9 },
  isTest,
  isSkipped: false,
})

describe('a verdict', () => {
  it('is missing for an empty file, whatever it is called', () => {
    const empty: FileFacts = {
      path: 'src/empty.py',
      condition: 'empty',
      outline: undefined,
      depth: undefined,
      problems: undefined,
      routes: [],
    }
    const found = weigh(functions('login', 'logout'), 'substantive', facts({ files: [empty] }))
    expect([found.status, found.level, found.names.missing.length]).toEqual([
      'missing',
      'absent',
      2,
    ])
    expect(found.rungs[0]!.facts[0]!.text).toBe(
      'src/empty.py is empty: the file has no declarations',
    )
  })

  it('is missing when all files are there and none of the names, with the nearest candidates', () => {
    const found = weigh(
      functions('export_context'),
      'substantive',
      facts({ files: [file('a.py', [def('export_contexts')])] }),
    )
    expect([found.status, found.level]).toEqual(['missing', 'absent'])
    expect(found.reason).toBe(
      'export_context is not found among the functions; the nearest is export_contexts',
    )
  })

  it('is partial for stub bodies, with the line', () => {
    const found = weigh(
      functions('a', 'b'),
      'substantive',
      facts({ files: [file('a.py', [def('a', { isStub: true, line: 7 }), def('b')])] }),
    )
    expect([found.status, found.level, found.reason]).toEqual([
      'partial',
      'declared',
      'a is a stub body (a.py:7)',
    ])
  })

  it('is never implemented where a file does not parse', () => {
    const broken = file('a.py', [], {
      problems: [{ line: 3, column: 5, message: 'unexpected )' }],
      outline: outline([def('a')]),
    })
    const found = weigh(functions('a'), 'substantive', facts({ files: [broken] }))
    expect([found.status, found.reason]).toEqual([
      'partial',
      'syntax error at 3:5: unexpected ) (a.py:3)',
    ])
  })

  it('takes the union over files', () => {
    const found = weigh(
      functions('a', 'b'),
      'substantive',
      facts({ files: [file('a.py', [def('a')]), file('b.py', [def('b')])] }),
    )
    expect([found.status, found.level, found.confidence]).toEqual(['implemented', 'substantive', 1])
  })

  it('is partial while one of the declared files is gone', () => {
    const gone: FileFacts = {
      path: 'b.py',
      condition: 'absent',
      outline: undefined,
      depth: undefined,
      problems: undefined,
      routes: [],
    }
    const found = weigh(
      functions('a'),
      'substantive',
      facts({ files: [file('a.py', [def('a')]), gone] }),
    )
    expect([found.status, found.reason]).toEqual(['partial', 'b.py does not exist'])
  })

  it('is missing when nothing was found', () => {
    expect(weigh(functions('a'), 'substantive', facts()).status).toBe('missing')
  })

  it('is partial where the code has moved away from the declared file', () => {
    const found = weigh(
      functions('a'),
      'substantive',
      facts({ files: [file('b.py', [def('a')])], origin: 'moved' }),
    )
    expect([found.status, found.reason]).toEqual([
      'partial',
      'the declared files are gone; its names were found in b.py: change files',
    ])
  })

  it('keeps qualified names apart', () => {
    const declarations = [
      def('A', { kind: 'class' }),
      def('run', { kind: 'method', parent: 0 }),
      def('B', { kind: 'class' }),
    ]
    const one = weigh(
      functions('A.run'),
      'substantive',
      facts({ files: [file('a.py', declarations)] }),
    )
    const other = weigh(
      functions('B.run'),
      'substantive',
      facts({ files: [file('a.py', declarations)] }),
    )
    expect([one.status, other.status]).toEqual(['implemented', 'missing'])
  })

  it('is not tested by a test that is skipped, and says where that one is', () => {
    const skipped = { ...mention('a', 't.py', true), isSkipped: true }
    const here = { files: [file('a.py', [def('a')])], entryPoints: new Set(['a.py']) }
    const of = (mentions: Mention[]) =>
      weigh(functions('a'), 'tested', facts({ ...here, mentions }))
    expect(of([skipped]).reason).toBe('only tests that are skipped refer to a (t.py:9)')
    expect(of([skipped, mention('a', 't.py', true)]).status).toBe('implemented')
  })

  it('says what a name without a body is', () => {
    const declarations = [
      def('Store', { kind: 'interface', hasBody: true }),
      def('get', { kind: 'method', parent: 0, hasBody: false }),
      def('Id', { kind: 'type', hasBody: false }),
      def('run', { hasBody: true }),
    ]
    const found = weigh(
      resource({ attributes: { entities: ['Store', 'Id'], functions: ['get', 'run'] } }),
      'substantive',
      facts({ files: [file('a.ts', declarations)] }),
    )
    expect(found.rungs[3]!.facts.map(each => each.text)).toEqual([
      'get is declared without a body, for others to fill in',
      'run has a body',
      'Store is an interface',
      'Id is a type, which has no body',
    ])
  })

  it('sees a class whose every method is a stub as one', () => {
    const declarations = [
      def('A', { kind: 'class' }),
      def('run', { kind: 'method', parent: 0, isStub: true }),
    ]
    const found = weigh(
      resource({ attributes: { class: 'A' } }),
      'substantive',
      facts({ files: [file('a.py', declarations)] }),
    )
    expect(found.reason).toBe('A is a stub body (a.py:1)')
  })

  it('asks for a mention from elsewhere where reach is required', () => {
    const here = { files: [file('a.py', [def('a')])] }
    expect(weigh(functions('a'), 'reached', facts(here)).reason).toBe(
      'a is referenced from nowhere (a.py:1)',
    )
    expect(
      weigh(functions('a'), 'reached', facts({ ...here, mentions: [mention('a', 'b.py')] })).level,
    ).toBe('reached')
    expect(
      weigh(
        functions('a'),
        'reached',
        facts({ ...here, mentions: [mention('a', 'test_a.py', true)] }),
      ).status,
    ).toBe('partial')
    expect(
      weigh(functions('a'), 'reached', facts({ ...here, entryPoints: new Set(['a.py']) })).status,
    ).toBe('implemented')
  })

  it('asks for a test that refers to every name where tests are declared', () => {
    const here = {
      files: [file('a.py', [def('a'), def('b')])],
      tests: [file('test_a.py', [])],
      entryPoints: new Set(['a.py']),
    }
    expect(
      weigh(
        functions('a', 'b'),
        'tested',
        facts({ ...here, mentions: [mention('a', 'test_a.py', true)] }),
      ).reason,
    ).toBe('no test refers to b (a.py:1)')
    const both = [mention('a', 'test_a.py', true), mention('b', 'test_a.py', true)]
    expect(weigh(functions('a', 'b'), 'tested', facts({ ...here, mentions: both })).level).toBe(
      'tested',
    )
  })

  it('counts what a coverage report saw executed as tested', () => {
    const here = {
      files: [file('a.py', [def('a', { line: 3, endLine: 5 })])],
      entryPoints: new Set(['a.py']),
      mentions: [],
    }
    const covered = (lines: number[]) =>
      facts({
        ...here,
        coveredLines: new Map([['a.py', new Map(lines.map(each => [each, 'lcov.info']))]]),
      })
    expect(weigh(functions('a'), 'tested', covered([4])).level).toBe('tested')
    expect(weigh(functions('a'), 'tested', covered([3, 6])).status).toBe('partial')
  })

  it('is broken by a failed check, raised by a passed one, and says when one is stale', () => {
    const checked = resource({ attributes: { functions: ['a'] }, checks: ['unit'] })
    const here = {
      files: [file('a.py', [def('a')])],
      entryPoints: new Set(['a.py']),
      tests: [],
      mentions: [mention('a', 't.py', true)],
    }
    const check = (outcome: CheckFact['outcome'], isStale = false): CheckFact => ({
      name: 'unit',
      outcome,
      isStale,
      detail: 'AssertionError at t.py:3',
    })
    const of = (fact: CheckFact) => weigh(checked, 'passing', facts({ ...here, checks: [fact] }))
    expect(of(check('failed'))).toMatchObject({
      status: 'broken',
      reason: 'check unit failed: AssertionError at t.py:3',
    })
    expect(of(check('not run'))).toMatchObject({ status: 'partial', level: 'tested' })
    expect(of(check('passed'))).toMatchObject({
      status: 'implemented',
      level: 'passing',
      isStale: false,
    })
    expect(of(check('passed', true))).toMatchObject({ status: 'implemented', isStale: true })
  })

  it('of what declares nothing to prove is partial at most, unless it asks only to be present', () => {
    const here = facts({ files: [file('a.py', [def('a')])] })
    expect(weigh(resource({ files: ['a.py'] }), 'substantive', here).reason).toContain(
      'declare names, tests or checks',
    )
    expect(weigh(resource({ files: ['a.py'], require: 'present' }), 'present', here).status).toBe(
      'implemented',
    )
  })

  it('of a document skips the rungs that do not apply, and names them', () => {
    const keys = { ...nothingDeep, keys: [{ name: 'Install', line: 4 }] }
    const readme = file('README.md', [], { outline: undefined, depth: keys, problems: undefined })
    const found = weigh(
      resource({ attributes: { headings: ['install'] } }),
      'substantive',
      facts({ files: [readme] }),
    )
    expect(found.status).toBe('implemented')
    expect(found.rungs.filter(each => each.outcome === 'n/a').map(each => each.level)).toEqual([
      'parsed',
      'substantive',
      'reached',
      'tested',
      'passing',
    ])
  })

  it('of an endpoint is the registered route, and nothing that looks like it', () => {
    const show = def('show', { isStub: true })
    const stub = { file: 'views.py', declaration: show, qualified: 'show' }
    const login = { file: 'api.py', declaration: def('login'), qualified: 'login' }
    const routes = [
      { method: 'GET', path: '/users/{id}', at: { file: 'api.py', line: 5 }, handler: stub },
      { method: 'POST', path: '/auth/login/', at: { file: 'api.py', line: 6 }, handler: login },
    ]
    const api = file('api.py', [def('login')], { routes })
    const of = (attributes: Resource['attributes']) =>
      weigh(resource({ attributes }), 'substantive', facts({ files: [api] }))
    expect(of({ method: 'POST', path: '/auth/login' }).status).toBe('implemented')
    expect(of({ endpoints: ['POST /auth/login'] }).status).toBe('implemented')
    expect(of({ method: 'PUT', path: '/auth/login' }).status).toBe('missing')
    expect(of({ endpoints: ['GET /users/:userId'] }).reason).toBe(
      'GET /users/:userId is a stub body (api.py:5)',
    )
  })
})

describe('confidence', () => {
  it('is the share of the required rungs that hold, the declared one by its share of names', () => {
    const half = weigh(
      functions('a', 'b'),
      'substantive',
      facts({ files: [file('a.py', [def('a')])] }),
    )
    expect(half.confidence).toBe((1 + 1 + 0.5) / 4)
    expect(weigh(functions('a'), 'substantive', facts()).confidence).toBe(0)
  })
})

it('says of a name that is there as something else what it is', () => {
  const { reason } = weigh(
    functions('Cart'),
    'declared',
    facts({ files: [file('a.py', [def('Cart', { kind: 'constant' })])] }),
  )
  expect(reason).toBe('Cart is not found among the functions; it is declared as a constant')
})
