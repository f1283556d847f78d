import { expect, it } from 'vitest'
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
