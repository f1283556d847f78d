import { describe, expect, it } from 'vitest'
import { judge } from '../../../test/judged.ts'

const statusOf = async (
  files: Readonly<Record<string, string>>,
  type: string,
  attributes: string,
  more = '',
) => {
  const found = await judge(files, `  ${type}:\n    x:\n      attributes: {${attributes}}\n${more}`)
  return [...found.values()][0]!.status
}

it('what Foundry installs in lib is not found by its name, and a lib of ones own is', async () => {
  const sol = 'contract Guard { function lock() public { x = 1; } }\n'
  const files = { 'lib/locks/src/Guard.sol': sol, 'src/Pond.sol': 'contract Pond { uint x; }\n' }
  expect(await statusOf(files, 'contract', 'class: Guard')).toBe('implemented')
  expect(
    await statusOf(
      { ...files, 'foundry.toml': '[profile.default]\nlibs = ["lib"]\n' },
      'contract',
      'class: Guard',
    ),
  ).toBe('missing')
})

it('a name of several words that one file alone declares belongs to a resource wherever it lies', async () => {
  const files = {
    'app/models/ponded.rb':
      'module Ponded\n  def fill_pond\n    water\n  end\n  def fill\n    1\n  end\nend\n',
    'lib/hooks/engine.rb':
      'module Hook\n  def acts_as_pond\n    include Ponded\n  end\n  def run\n    1\n  end\nend\n',
  }
  expect(await statusOf(files, 'model', 'functions: [fill_pond, acts_as_pond]')).toBe('implemented')
  expect(await statusOf(files, 'model', 'functions: [fill, run]')).toBe('partial')
})

it('a type is tested where a test calls a method of it that the resource declares', async () => {
  const files = {
    'pond/pond.go':
      'package pond\ntype Pond struct{ n int }\nfunc New(n int) *Pond { return &Pond{n} }\nfunc (p *Pond) Fill() int { return p.n }\nfunc (p *Pond) Drain() int { return -p.n }\n',
    'pond/pond_test.go':
      'package pond\nimport "testing"\nfunc TestFill(t *testing.T) {\n\tif New(1).Fill() != 1 {\n\t\tt.Fail()\n\t}\n}\n',
    'main.go':
      'package main\nimport "x/pond"\nfunc main() { var p *pond.Pond = pond.New(1); p.Fill(); p.Drain() }\n',
  }
  const tests = '      tests: [pond/pond_test.go]\n'
  expect(await statusOf(files, 'type', 'class: Pond, functions: [Fill]', tests)).toBe('implemented')
  expect(await statusOf(files, 'type', 'class: Pond, functions: [Drain]', tests)).toBe('partial')
  expect(await statusOf(files, 'type', 'class: Pond', tests)).toBe('partial')
})

it('a contract is reached by being one; what it keeps for itself and never calls is not', async () => {
  const files = {
    'src/Pond.sol': 'contract Pond {\n  uint x;\n  function fill() internal { x = 1; }\n}\n',
  }
  const reached = '      require: reached\n'
  expect(await statusOf(files, 'contract', 'class: Pond', reached)).toBe('implemented')
  expect(await statusOf(files, 'contract', 'functions: [fill]', reached)).toBe('partial')
})

it('a method is found by its own name wherever its type lies', async () => {
  const files = {
    'web/server.go': 'package web\ntype Server struct{ n int }\n',
    'web/handlers.go': 'package web\nfunc (s *Server) drain() int { return s.n }\n',
  }
  expect(await statusOf(files, 'handler', 'functions: [drain]')).toBe('implemented')
  expect(await statusOf(files, 'handler', 'functions: [Server.drain]')).toBe('implemented')
})

it('a default is nobody’s name: other names or the name of the resource tell where it is', async () => {
  const files = {
    'a/first.js': 'export default function () { return go(1) }\n',
    'lib/shop.js':
      'export function open() { return go(2) }\nexport default function () { return go(3) }\n',
  }
  const found = async (name: string, attributes: string) => {
    const spec = `  module:\n    ${name}: {attributes: {${attributes}}}\n`
    return [...(await judge(files, spec)).values()][0]!.files
  }
  expect(await found('other', 'exports: [default]')).toEqual([])
  expect(await found('shop', 'exports: [default]')).toEqual(['lib/shop.js'])
  expect(await found('other', 'exports: [default], functions: [open]')).toEqual(['lib/shop.js'])
})

it('what only the tests beside the code declare is not found', async () => {
  const tests = (name: string) =>
    `#[cfg(test)]\nmod tests {\n    fn ${name}() -> u32 { 2 }\n    #[test]\n    fn t() { ${name}(); }\n}\n`
  const files = {
    'src/auth.rs': `pub fn logout() -> u32 { 3 }\n${tests('login')}`,
    'src/user.rs': tests('sign_up'),
  }
  expect(await statusOf(files, 'module', 'functions: [login]')).toBe('missing')
  expect(await statusOf(files, 'module', 'functions: [logout, login]')).toBe('partial')
  expect(await statusOf(files, 'module', 'functions: [logout]')).toBe('implemented')
})

it('a method is looked for in the file of its own type, and not in the first that has one of that name', async () => {
  const files = {
    'a/first.py': 'class A:\n    def run(self):\n        return 1 + 1\n',
    'b/second.py': 'class B:\n    def run(self):\n        raise NotImplementedError\n',
    'a/Vault.sol': 'contract Vault is IVault {\n  function put() external { x = 1; }\n}\n',
    'c/api/IVault.sol': 'interface IVault {\n  function put() external;\n}\n',
    'a/a.go': 'package a\ntype P struct{}\nfunc (p P) Fill() int { return 1 }\n',
    'b/b.go': 'package b\ntype Q struct{}\n',
    'b/more.go': 'package b\nfunc (q Q) Fill() int { return 1 }\n',
  }
  const foundIn = async (attributes: string) => {
    const found = await judge(files, `  f:\n    x:\n      attributes: {${attributes}}\n`)
    const { status, files: chosen } = [...found.values()][0]!
    return [status, ...chosen]
  }
  expect(await foundIn('functions: [A.run]')).toEqual(['implemented', 'a/first.py'])
  expect(await foundIn('functions: [B.run]')).toEqual(['partial', 'b/second.py'])
  expect(await foundIn('functions: [B.gone]')).toEqual(['missing'])
  expect(await foundIn('functions: [C.run]')).toEqual(['missing', 'a/first.py'])
  expect(await foundIn('functions: [A.run, B.run]')).toEqual([
    'partial',
    'a/first.py',
    'b/second.py',
  ])
  expect(await foundIn('functions: [IVault.put]')).toEqual(['implemented', 'c/api/IVault.sol'])
  expect(await foundIn('functions: ["Q::Fill"]')).toEqual(['implemented', 'b/more.go'])
})

it('what only a user of it keeps under its name is not what is asked for', async () => {
  const files = {
    'app.js': "const { drain } = require('./lib/pond')\ndrain()\n",
    'lib/pond.js': 'exports.drain = function () { return 1 + 1 }\n',
    'page.tsx': "const About = lazy(() => import('./pages/about'))\nexport default About\n",
    'pages/about.tsx': 'export function About() { return <p>1</p> }\n',
    'go.py': 'fill = 3\n',
    'pond/work.py': 'def fill():\n    return 1 + 1\n',
  }
  expect(await statusOf(files, 'f', 'functions: [drain]')).toBe('implemented')
  expect(await statusOf(files, 'f', 'functions: [About]')).toBe('implemented')
  expect(await statusOf(files, 'f', 'functions: [fill]')).toBe('implemented')
  expect(await statusOf(files, 'f', 'exports: [About]')).toBe('implemented')
})

it('what lies in the tests beside the code is nothing of that file; a file of tests is asked for itself', async () => {
  const files = {
    'src/lib.rs':
      'pub fn fill() -> u8 { 1 + 1 }\n#[cfg(test)]\nmod tests {\n    use super::*;\n    pub struct FakePond { a: u8 }\n    fn make_pond() -> u8 { 2 }\n    #[test]\n    fn fills() { assert_eq!(fill(), make_pond()); }\n}\n',
    'src/tests.rs': 'use super::*;\n#[test]\nfn drains() { assert_eq!(drain(), 2); }\n',
    'tests/all.rs': '#[test]\nfn floods() { assert_eq!(flood(), 2); }\n',
  }
  const status = (attributes: string, path: string) =>
    statusOf(files, 'f', attributes, `      files: [${path}]\n`)
  expect(await status('functions: [fill]', 'src/lib.rs')).toBe('implemented')
  expect(await status('functions: [make_pond]', 'src/lib.rs')).toBe('missing')
  expect(await status('functions: [fills]', 'src/lib.rs')).toBe('missing')
  expect(await status('entities: [FakePond]', 'src/lib.rs')).toBe('missing')
  expect(await status('functions: [drains]', 'src/tests.rs')).toBe('implemented')
  expect(await status('functions: [floods]', 'tests/all.rs')).toBe('implemented')
})

it.each([
  ['commands: [sync]', 'implemented'],
  ['commands: [sync-all]', 'implemented'],
  ['strategies: [sync_all]', 'implemented'],
  ['strategies: [retry]', 'implemented'],
  ['commands: [nc]', 'missing'],
  ['commands: [trunc]', 'missing'],
])('functions and classes are found for %s by whole words', async (attributes, status) => {
  const files = {
    'db.py': 'def sync_all():\n    print(1)\n\ndef truncate():\n    print(2)\n',
    'a.ts': 'export class RetryStrategy { go() { return 1 } }\nexport const retry_all = 1\n',
    'test_db.py': 'def test_trunc():\n    truncate()\n',
  }
  expect(await statusOf(files, 'command', attributes)).toBe(status)
})

it('a plain name is the function of a file, not methods that are called like it', async () => {
  const files = {
    'helpers.go':
      'package errs\ntype errGone struct{ error }\nfunc (errGone) Gone() {}\nfunc Gone(err error) error {\n\treturn errGone{err}\n}\n',
  }
  const of = (name: string) =>
    statusOf(files, 'm', `functions: [${name}]`, '      files: [helpers.go]\n')
  expect(await of('Gone')).toBe('implemented')
  expect(await of('errGone.Gone')).toBe('partial')
})

it.each([
  ['src/main.rs', 'src/checks.rs'],
  ['src/lib.rs', 'src/checks/mod.rs'],
])('a module that %s builds for tests only is found by no name', async (above, below) => {
  const files = {
    'Cargo.toml': '[package]\nname = "pond"\n',
    [above]: '#[cfg(test)]\nmod checks;\npub fn fill() -> i32 { 1 }\n',
    [below]: 'pub fn only_in_tests() -> i32 { 1 }\n',
  }
  expect(await statusOf(files, 'm', 'functions: [only_in_tests]')).toBe('missing')
  expect(await statusOf(files, 'm', 'functions: [fill]')).toBe('implemented')
})

describe('a method that a class has for itself', () => {
  const text = `export class Counter {
  #n = 0
  #bump() { this.#n++; return this.#n }
  #lost() { return this.#n }
  #later() {}
  later() { return 1 }
  next() { return this.#bump() }
}
`
  it.each(['#bump', 'Counter.#bump', 'bump', 'Counter#bump', 'later'])(
    '%s is found',
    async name => {
      for (const path of ['a.js', 'b.ts'])
        expect(await statusOf({ [path]: text }, 'm', `functions: ["${name}"]`)).toBe('implemented')
    },
  )

  it('is a stub of its own, and reached where its class calls it', async () => {
    const of = (name: string) =>
      statusOf({ 'a.js': text }, 'm', `functions: ["${name}"]`, '      require: reached\n')
    expect(await statusOf({ 'a.js': text }, 'm', 'functions: ["#later"]')).toBe('partial')
    expect(await statusOf({ 'a.js': text }, 'm', 'functions: ["#next"]')).toBe('missing')
    expect(await of('#bump')).toBe('implemented')
    expect(await of('#lost')).toBe('partial')
  })
})

it('a class of Ruby that is named by a path is found by the path, by its end and by its last name', async () => {
  const files = { 'lib/deep.rb': 'class API::Version::Deep\n  def go\n    run\n  end\nend\n' }
  for (const name of ['API::Version::Deep', 'Version::Deep', 'Deep'])
    expect(await statusOf(files, 'model', `classes: ["${name}"]`)).toBe('implemented')
  expect(await statusOf(files, 'model', 'classes: ["Other::Deep"]')).toBe('missing')
})

it('a type or an enum with methods that work is a class, and any other is none', async () => {
  const files = {
    'rule.go':
      'package rule\ntype RuleFunc func(int) int\nfunc (f RuleFunc) Price(n int) int { return f(n) }\ntype Plain func(int) int\n',
    'side.ts': 'export type Side = { turn(): void }\n',
    'Kind.java': 'public enum Kind {\n  A, B;\n  int weight() { return ordinal() + 1; }\n}\n',
  }
  const found = ['RuleFunc', 'Kind', 'Plain', 'Side'].map(name =>
    statusOf(files, 'type', `classes: [${name}]`),
  )
  expect(await Promise.all(found)).toEqual(['implemented', 'implemented', 'missing', 'missing'])
})
