// `refresh`, `why`, `ci` and `plan --refresh` through the front door: what the code contains decides, with file and line.

import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Project, project } from './project.ts'

const auth = `class Session:
    def open(self, user):
        self.user = user
        return self


def login(name, password):
    return Session().open(name)


def logout(session):
    session.user = None
`

const spec = (body: string, type = 'feature') =>
  `resources:\n  ${type}:\n    auth:\n${body.replace(/^/gm, '      ')}\n`

const statusIn = (here: Project) =>
  Object.fromEntries(
    JSON.parse(here.read('fixpoint.state.json')).resources.map(
      (each: { type: string; name: string; status: string }) => [
        `${each.type}.${each.name}`,
        each.status,
      ],
    ),
  )

async function verdict(files: Record<string, string>, body: string, type?: string) {
  const here = project({ 'fixpoint.spec.yaml': spec(body, type), ...files })
  const { stdout, stderr } = await here.fixpoint('refresh --dry-run --json')
  const [resource] = JSON.parse(stdout).resources
  return { ...resource, stderr }
}

describe('refresh', () => {
  it('writes what did not change as it stands, down to the order of its keys', async () => {
    const one = 'one:\n  files: [one.py]\ntwo:\n  files: [two.py]\n'
    const here = project({
      'fixpoint.spec.yaml': `resources:\n  feature:\n${one.replace(/^/gm, '    ')}`,
      'one.py': 'def one():\n    return 1\n',
    })
    await here.fixpoint('refresh')
    const entry = () =>
      /\{[^{]*"name": "one"[\s\S]*?\n {4}\}/.exec(here.read('fixpoint.state.json'))?.[0]
    const before = entry()
    here.write('two.py', 'def two():\n    return 2\n')
    await here.fixpoint('refresh')
    expect(before).toContain('"created_at"')
    expect([entry(), here.read('fixpoint.state.json').includes('"two"')]).toEqual([before, true])
  })

  it('calls an empty file missing, whatever it was named for', async () => {
    const found = await verdict(
      { 'src/empty.py': '' },
      'files: [src/empty.py]\nattributes: {functions: [login, logout]}',
    )
    expect([found.status, found.symbols.missing.length]).toEqual(['missing', 2])
    expect(found.rungs[0].facts[0].text).toBe('src/empty.py is empty: the file has no declarations')
  })

  it('is not fooled by files that are there without the declared names', async () => {
    const found = await verdict(
      { 'src/auth.py': auth },
      'files: [src/auth.py]\nattributes: {functions: [log_in, log_out, refresh]}',
    )
    expect(found.status).toBe('missing')
    expect(found.symbols.missing).toEqual([
      { name: 'log_in', attribute: 'functions', nearest: 'login' },
      { name: 'log_out', attribute: 'functions', nearest: 'logout' },
      { name: 'refresh', attribute: 'functions', nearest: null },
    ])
  })

  it.each([
    ['Python pass', 'auth.py', 'def login():\n    pass\n'],
    ['Python ellipsis', 'auth.py', 'def login():\n    ...\n'],
    ['Python NotImplementedError', 'auth.py', 'def login():\n    raise NotImplementedError\n'],
    [
      'a TypeScript throw',
      'auth.ts',
      'export function login(): void {\n  throw new Error("not implemented")\n}\n',
    ],
    ['an empty TypeScript body', 'auth.ts', 'export function login() {}\n'],
    ['Rust todo!()', 'auth.rs', 'pub fn login() {\n    todo!()\n}\n'],
    ['a Go panic', 'auth.go', 'package auth\n\nfunc login() {\n\tpanic("not implemented")\n}\n'],
  ])('sees a stub: %s', async (_, file, text) => {
    const found = await verdict(
      { [file]: text },
      `files: [${file}]\nattributes: {functions: [login]}`,
    )
    expect([found.status, found.level]).toEqual(['partial', 'declared'])
    expect(found.reason).toMatch(/^login is a stub body \(auth\.\w+:\d\)$/)
  })

  it('never calls a file implemented that does not parse', async () => {
    const found = await verdict(
      { 'auth.py': `${auth}\ndef broken(:\n` },
      'files: [auth.py]\nattributes: {functions: [login]}',
    )
    expect(found.status).toBe('partial')
    expect(found.reason).toMatch(/^syntax error at \d+:\d+/)
  })

  it.each([
    [
      'an unresolved merge in Python',
      'auth.py',
      `${auth}<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> x\n`,
    ],
    [
      'an unresolved merge in Go',
      'auth.go',
      'package a\n\nfunc login() int { return 1 }\n<<<<<<< HEAD\n>>>>>>> x\n',
    ],
    ['Python 2', 'auth.py', `${auth}print "py2" !!\n`],
    [
      'half a function in TypeScript',
      'auth.ts',
      'export function login() { return 1 }\nexport function (((\n',
    ],
    [
      'prose in TypeScript',
      'auth.ts',
      'export function login() { return 1 }\nthis is prose not code at all, really.\n',
    ],
    [
      'a missing operator in JavaScript',
      'auth.js',
      'function login() { return 1 }\nconst a = 1 +;\n',
    ],
    [
      'an element that nobody closed in TSX',
      'auth.tsx',
      'export function login() { return 1 }\nexport const page = () => <main><p></main>\n',
    ],
    ['a missing operator in JSX', 'auth.jsx', 'export function login() { return <p>{1 +}</p> }\n'],
    [
      'a missing semicolon in Solidity',
      'auth.sol',
      'contract A { function login() public returns (uint) { uint a = 1 return a; } }\n',
    ],
  ])('is not fooled by %s', async (_, file, text) => {
    const found = await verdict(
      { [file]: text },
      `files: [${file}]\nattributes: {functions: [login]}`,
    )
    expect(found.status).toBe('partial')
    expect(found.reason).toMatch(/^syntax error at \d+:\d+/)
  })

  it('says of a file that is no text what it is', async () => {
    const found = await verdict(
      { 'a.py': 'def login(): return 1\n\0\0(((' },
      'files: [a.py]\nattributes: {functions: [login]}\nrequire: parsed',
    )
    expect([found.status, found.rungs[1].facts.map((each: { text: string }) => each.text)]).toEqual(
      ['missing', ['syntax error at 2:1: a null byte: this is no text']],
    )
  })

  it.each([
    ['a.py', 'if False:\n    def login(name):\n        return find(name)\n\nx = 1\n'],
    ['a.ts', 'if (false) {\n  function login(name: string) { return find(name) }\n}\nlet x = 1\n'],
    ['a.c', '#if 0\nint login(void) { return find(1); }\n#endif\nint x;\n'],
  ])('finds nothing in code of %s that never runs', async (file, text) => {
    const body = 'attributes: {functions: [login]}'
    expect((await verdict({ [file]: text }, `files: [${file}]\n${body}`)).status).toBe('missing')
    expect((await verdict({ [file]: text }, body)).status).toBe('missing')
  })

  it('takes modern TypeScript for what it is', async () => {
    const text =
      'export const login = <const T,>(a: T) => a satisfies unknown\nexport abstract class B { abstract accessor x: number }\nexport enum E { A = 1 }\n'
    const found = await verdict(
      { 'auth.ts': text },
      'files: [auth.ts]\nattributes: {functions: [login]}',
    )
    expect(found.status).toBe('implemented')
  })

  it('takes modern TSX for what it is, whose grammar lags behind as well', async () => {
    const text =
      'import { type A } from "./a"\nexport const Box = styled.div<{ a: string }>`color: red`\nexport const login = () => <Box a="1">it &gt; {1 as const}</Box>\n'
    const body = 'files: [auth.tsx]\nattributes: {functions: [login]}'
    const found = await verdict({ 'auth.tsx': text }, body)
    expect([found.reason, found.status]).toEqual([null, 'implemented'])
    const broken = await verdict({ 'auth.tsx': `${text}const b = 1 +\n` }, body)
    expect(broken.status).toBe('partial')
  })

  it('takes the union over declared files, and globs', async () => {
    const files = {
      'src/login.py': 'def login():\n    return 1\n',
      'src/logout.py': 'def logout():\n    return 1\n',
    }
    for (const paths of ['[src/login.py, src/logout.py]', '["src/*.py"]']) {
      const found = await verdict(
        files,
        `files: ${paths}\nattributes: {functions: [login, logout]}`,
      )
      expect([found.status, found.symbols.found.length]).toEqual(['implemented', 2])
    }
  })

  it('finds the files itself where none are declared, and records them', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('attributes: {class: Session, functions: [login, logout]}'),
      'services/auth.py': auth,
      'services/other.py': 'def login():\n    return 2\n',
      'tests/test_auth.py':
        'from services.auth import login\n\ndef test_login():\n    assert login("a", "b")\n',
    })
    await here.fixpoint('refresh')
    const [entry] = JSON.parse(here.read('fixpoint.state.json')).resources
    expect([entry.status, entry.files, entry.source]).toEqual([
      'implemented',
      ['services/auth.py'],
      'auto',
    ])
  })

  it('notices what was deleted, in plan and ci as well', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('files: [auth.py]\nattributes: {functions: [login]}'),
      'auth.py': auth,
    })
    await here.fixpoint('refresh')
    expect((await here.fixpoint('ci --fail-under 100')).exitCode).toBe(0)
    rmSync(here.path('auth.py'))
    expect((await here.fixpoint('ci --fail-under 100')).exitCode).toBe(2)
    expect((await here.fixpoint('refresh')).stdout).toContain(
      'Changes\n  feature.auth: implemented -> missing\n',
    )
    expect((await here.fixpoint('plan --detailed-exitcode')).exitCode).toBe(2)
    expect((await here.fixpoint('plan')).stdout).toContain('  + feature.auth\n')
  })

  it('raises what was completed', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('files: [auth.py]\nattributes: {functions: [login, refresh]}'),
      'auth.py': auth,
    })
    await here.fixpoint('refresh')
    expect(statusIn(here)).toEqual({ 'feature.auth': 'partial' })
    here.write('auth.py', `${auth}\n\ndef refresh(session):\n    return session\n`)
    expect((await here.fixpoint('plan --refresh')).stdout).toBe('No changes. State matches spec.\n')
    expect(statusIn(here)).toEqual({ 'feature.auth': 'implemented' })
  })

  it('of nothing new writes nothing', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('files: [auth.py]\nattributes: {functions: [login]}'),
      'auth.py': auth,
    })
    await here.fixpoint('refresh')
    const before = here.snapshot()
    await here.fixpoint('refresh', { now: '2030-01-01T00:00:00Z' })
    expect(here.snapshot()).toEqual(before)
  })

  it('answers the same bytes from the cache, from another folder, and with files in another order', async () => {
    const files = {
      'fixpoint.spec.yaml': spec('attributes: {class: Session, functions: [login]}'),
      'a/auth.py': auth,
      'b/x.ts': 'export const x = 1\n',
    }
    const one = project(files)
    const other = project(Object.fromEntries(Object.entries(files).reverse()))
    const first = await one.fixpoint('refresh --dry-run --json')
    expect(await one.fixpoint('refresh --dry-run --json')).toEqual(first)
    expect(await other.fixpoint('refresh --dry-run --json')).toEqual(first)
  })
})

describe('marks and locks against evidence', () => {
  const files = {
    'fixpoint.spec.yaml': spec('files: [auth.py]\nattributes: {functions: [login]}'),
    'auth.py': auth,
  }

  it('a lock stands, also against --force, and the report says so', async () => {
    const here = project(files)
    await here.fixpoint('mark feature.auth -s broken -r "tests fail" --lock')
    const before = here.snapshot()
    const { stdout } = await here.fixpoint('refresh --force')
    expect(stdout).toContain(
      'LOCKED (1 resources)\n  feature.auth\n    Locked: broken; evidence says implemented\n',
    )
    expect(here.snapshot()).toEqual(before)
    await here.fixpoint('unlock feature.auth')
    await here.fixpoint('refresh --force')
    expect(statusIn(here)).toEqual({ 'feature.auth': 'implemented' })
  })

  it('a mark stands until its files change, with its reason shown', async () => {
    const here = project(files)
    await here.fixpoint('mark feature.auth -s broken -r "tests fail" --files auth.py')
    await here.fixpoint('refresh')
    expect(statusIn(here)).toEqual({ 'feature.auth': 'broken' })
    expect((await here.fixpoint('plan')).stdout).toContain('# tests fail\n')
    here.write('auth.py', `${auth}# mended\n`)
    await here.fixpoint('refresh')
    expect(statusIn(here)).toEqual({ 'feature.auth': 'implemented' })
  })

  it('a mark gives way to --force', async () => {
    const here = project(files)
    await here.fixpoint('mark feature.auth -s broken')
    await here.fixpoint('refresh')
    expect(statusIn(here)).toEqual({ 'feature.auth': 'broken' })
    await here.fixpoint('refresh --force')
    expect(statusIn(here)).toEqual({ 'feature.auth': 'implemented' })
  })

  it('what people attest is counted apart, and left out of ci when asked', async () => {
    const here = project({ 'fixpoint.spec.yaml': 'resources:\n  process:\n    review: {}\n' })
    await here.fixpoint('mark process.review --reason "held every Friday"')
    expect((await here.fixpoint('refresh')).stdout).toContain(
      'Attested by people, not by evidence: 1\n',
    )
    expect((await here.fixpoint('ci --fail-under 100')).exitCode).toBe(0)
    expect((await here.fixpoint('ci --fail-under 100 --no-attested')).exitCode).toBe(2)
  })

  it('a lock keeps neither a mark nor what was recorded in ci --no-attested', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources:\n  feature:\n    gone: {attributes: {functions: [gone]}}\n',
      'app.js': 'export const here = () => 1 + 1\n',
    })
    await here.fixpoint('mark feature.gone -s implemented -l --reason "trust me"')
    expect((await here.fixpoint('ci --fail-under 100')).exitCode).toBe(0)
    expect((await here.fixpoint('ci --fail-under 100 --no-attested')).exitCode).toBe(2)
    expect(statusIn(here)).toEqual({ 'feature.gone': 'implemented' })
  })
})

describe('an endpoint', () => {
  const body = 'attributes: {method: POST, path: /auth/login}'

  it.each([
    [
      'Express',
      'src/app.js',
      "const express = require('express')\nconst app = express()\napp.post('/auth/login', (req, res) => {\n  res.json({ ok: true })\n})\n",
      3,
    ],
    [
      'FastAPI',
      'app.py',
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.post("/auth/login")\nasync def login():\n    return {"ok": True}\n',
      6,
    ],
    [
      'Next',
      'app/auth/login/route.ts',
      'export async function POST(request: Request) {\n  return Response.json({ ok: true })\n}\n',
      1,
    ],
  ])('is implemented where %s registers it', async (_, path, text, line) => {
    const found = await verdict({ [path]: text }, body, 'endpoint')
    expect(found.status).toBe('implemented')
    expect(found.symbols.found[0]).toMatchObject({ name: 'POST /auth/login', file: path, line })
  })

  it.each([
    [
      'in a comment',
      "// app.post('/auth/login', login)\nconst express = require('express')\nconst app = express()\napp.post('/other', (q, s) => s.end())\n",
    ],
    [
      'in a string',
      "const express = require('express')\nconst app = express()\nconst text = \"app.post('/auth/login', f)\"\napp.post('/other', (q, s) => s.end(text))\n",
    ],
    [
      'for another method',
      "const express = require('express')\nconst app = express()\napp.get('/auth/login', (q, s) => s.end())\n",
    ],
  ])('is not implemented %s', async (_, text) => {
    expect((await verdict({ 'app.js': text }, body, 'endpoint')).status).toBe('missing')
  })
})

describe('hostile files', () => {
  it('cost a diagnostic, never the run', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('files: [auth.py]\nattributes: {functions: [login]}'),
      'auth.py': auth,
      'deep.ts': `const x = ${'('.repeat(2_000)}1${')'.repeat(2_000)}\n`,
      'deep.py': `x = ${'('.repeat(2_000)}1${')'.repeat(2_000)}\n`,
      'ünïcödé/größe.py': auth,
    })
    const bytes = Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 131 + 7) % 256))
    for (const name of ['random.py', 'random.ts', 'random.go', 'random.sol'])
      here.write(name, bytes.toString('latin1'))
    here.write(
      'invalid.py',
      Buffer.from([0x64, 0x65, 0x66, 0x20, 0xff, 0xfe, 0x28, 0x29, 0x3a]).toString('latin1'),
    )
    here.write(
      'huge.js',
      `const a = 1\n${'// padding padding padding padding padding padding\n'.repeat(1_000_000)}`,
    )
    symlinkSync('.', here.path('loop'))
    const outcome = await here.fixpoint('refresh')
    expect(outcome.exitCode).toBe(0)
    expect(statusIn(here)).toEqual({ 'feature.auth': 'implemented' })
    expect(outcome.stderr).toContain('huge.js')
  })

  it('in a git repository what is ignored is not read, and what is not tracked yet is', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('attributes: {functions: [login]}'),
      '.gitignore': 'generated/\n',
      'generated/auth.py': auth,
    })
    execFileSync('git', ['init', '-q'], { cwd: here.root })
    expect(
      JSON.parse((await here.fixpoint('refresh --dry-run --json')).stdout).resources[0].status,
    ).toBe('missing')
    mkdirSync(here.path('src'))
    here.write('src/auth.py', auth)
    expect(
      JSON.parse((await here.fixpoint('refresh --dry-run --json')).stdout).resources[0].files,
    ).toEqual(['src/auth.py'])
  })
})

describe('why', () => {
  it('derives the verdict rung by rung, and says what would raise it', async () => {
    const here = project({
      'fixpoint.spec.yaml': spec('files: [auth.py]\nattributes: {functions: [login, refresh]}'),
      'auth.py': `${auth}\n\ndef refresh():\n    pass\n`,
    })
    await here.fixpoint('refresh')
    expect(
      (await here.fixpoint('why feature.auth')).stdout,
    ).toBe(`feature.auth is partial: level declared, substantive is required

  ✓ present
      auth.py is there (auth.py:1)
  ✓ parsed
      auth.py parses (auth.py:1)
  ✓ declared
      login is declared (auth.py:7)
      refresh is declared (auth.py:15)
  ✗ substantive
      refresh is a stub body (auth.py:15)
  ✗ reached (not required)
      login is referenced from nowhere (auth.py:7)
      refresh is referenced from nowhere (auth.py:15)
  ✗ tested (not required)
      no test refers to login (auth.py:7)
      no test refers to refresh (auth.py:15)
  · passing n/a (not required)
      no checks are declared

To raise it:
  substantive: refresh is a stub body (auth.py:15)
Last change: missing -> partial at 2026-01-27T12:00:00Z by refresh: refresh is a stub body (auth.py:15)
`)
    expect((await here.fixpoint('why feature.auht')).stderr).toContain('did you mean feature.auth?')
  })
})

describe('the report', () => {
  it('has the shape of the absorbed one', async () => {
    const here = project({
      'fixpoint.spec.yaml': `resources:
  module:
    models: {files: [models.py], attributes: {functions: [load, save]}}
    auth: {files: [auth.py], attributes: {functions: [login, validate_token]}}
    payments: {files: [payments.py], attributes: {functions: [pay]}}
`,
      'models.py': 'def load():\n    return 1\n\n\ndef save():\n    return 2\n',
      'auth.py': auth,
    })
    expect((await here.fixpoint('refresh --dry-run')).stdout).toBe(`Inference Report
============================================================
IMPLEMENTED (1 resources)
  module.models
    Confidence: [##########] 100%
    Level: substantive of substantive
    Files: models.py
    Evidence: substantive: load has a body (models.py:1)
    Symbols: 2/2 (100%)

PARTIAL (1 resources)
  module.auth
    Confidence: [######----] 62%
    Level: parsed of substantive
    Files: auth.py
    Evidence: validate_token is not found among the functions
    Symbols: 1/2 (50%)
    Missing: validate_token

MISSING (1 resources)
  module.payments

Summary
  Convergence: 50.0%

Changes
  module.models: missing -> implemented
  module.auth: missing -> partial
`)
  })
})
