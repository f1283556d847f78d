// What a library offers is reached, and says by what.

import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

async function reached(files: Files, path: string, name: string, require = 'reached') {
  const found = await judge(
    files,
    `  m:\n    x:\n      attributes: {functions: [${name}]}\n      files: [${path}]\n      require: ${require}\n`,
  )
  const [evidence] = [...found.values()]
  const rung = evidence!.rungs.find(each => each.level === 'reached')
  return [evidence!.status, rung?.facts[0]?.text]
}

const ts = 'export function send(x: number) { return x + 1 }\n'
const rs = 'pub fn send(x: u32) -> u32 { x + 1 }\n'
const go = 'package lib\n\nfunc Send(x int) int { return x + 1 }\n'
const java =
  'package a;\npublic class Mail {\n  public int send(int x) { return x + 1; }\n  int hide(int x) { return x; }\n}\n'
const pyLib = 'def send(x):\n    return x + 1\n'
const pyTest = 'from lib.core import send\n\ndef test_send(): assert send(1) == 2\n'
const rb = 'class Mail\n  def send_it(x)\n    x + 1\n  end\nend\n'

describe('a name that a library offers is reached', () => {
  it.each([
    [
      'to which it leads back',
      'send is referenced',
      {
        'package.json': '{"main":"index.ts"}',
        'index.ts': "export { two } from './a'\n",
        'a.ts':
          'export function send() { return one() }\nfunction one() { return two() }\nexport function two() { return send() }\n',
      },
      'a.ts',
      'send',
    ],
    [
      'to which it leads back, of the very file',
      'send is referenced',
      {
        'go.mod': 'module e/x\n',
        'a.go':
          'package a\n\nfunc send() int { return One() }\n\nfunc One() int { return two() }\n\nfunc two() int { return send() }\n',
      },
      'a.go',
      'send',
    ],
    [
      'by a star of what package.json names',
      'send is exported by index.ts, which package.json names',
      { 'package.json': '{"main":"index.ts"}', 'index.ts': "export * from './a'\n", 'a.ts': ts },
      'a.ts',
      'send',
    ],
    [
      'below src, where dist is built',
      'send is exported by src/index.ts, which package.json names',
      {
        'package.json':
          '{"exports":{".":{"types":"./dist/index.d.ts","import":"./dist/index.js"}}}',
        'src/index.ts': "export * from './a.js'\n",
        'src/a.ts': ts,
      },
      'src/a.ts',
      'send',
    ],
    [
      'where the compiler says that it is built from',
      'send is exported by code/index.ts, which package.json names',
      {
        'package.json': '{"types":"./out/js/index.d.ts"}',
        'tsconfig.json': '{"compilerOptions":{"outDir":"./out/js","rootDir":"code"}}',
        'code/index.ts': "export * from './a.js'\n",
        'code/a.ts': ts,
      },
      'code/a.ts',
      'send',
    ],
    [
      'of a Python project whose package is empty at its head',
      'send is public in the library of pyproject.toml',
      {
        'pyproject.toml': "[project]\nname = 'lib'\nversion = '1'\n",
        'src/lib/__init__.py': '#\n',
        'src/lib/core.py': pyLib,
        'tests/test_core.py': pyTest,
      },
      'src/lib/core.py',
      'send',
      'tested',
    ],
    [
      'of a package within, beside setup.py',
      'send is public in the library of pyproject.toml',
      {
        'pyproject.toml': '[build-system]\nrequires = []\n\n[tool.poetry]\nname = "lib"\n',
        'setup.py': 'setup()\n',
        'lib/__init__.py': '"""A library."""\n__version__ = "1"\n',
        'lib/mail/core.py': pyLib,
      },
      'lib/mail/core.py',
      'send',
    ],
    [
      'of a crate, with its test beside it',
      'send is offered by src/lib.rs',
      {
        'src/lib.rs': 'pub mod send;\npub use send::*;\n',
        'src/send.rs': `${rs}\n#[cfg(test)]\nmod tests {\n  use super::*;\n  #[test]\n  fn sends() { assert_eq!(send(1), 2); }\n}\n`,
      },
      'src/send.rs',
      'send',
      'tested',
    ],
    [
      'of a public module of a crate',
      'send is offered by src/lib.rs',
      {
        'src/lib.rs': 'pub mod mail;\n',
        'src/mail/mod.rs': 'pub mod send;\n',
        'src/mail/send.rs': rs,
      },
      'src/mail/send.rs',
      'send',
    ],
    [
      'of a Go module',
      'Send is exported by a package of go.mod',
      { 'go.mod': 'module e/x\n', 'lib.go': go },
      'lib.go',
      'Send',
    ],
    [
      'of a Java library',
      'Mail.send is public in the library of pom.xml',
      { 'pom.xml': '<project/>', 'src/main/java/a/Mail.java': java },
      'src/main/java/a/Mail.java',
      'Mail.send',
    ],
    [
      'of a gem',
      'Mail.send_it is public in the gem of x.gemspec',
      { 'x.gemspec': 'Gem::Specification.new\n', 'lib/mail.rb': rb },
      'lib/mail.rb',
      'Mail.send_it',
    ],
  ])('%s', async (_, fact, files: Files, path, name, require = 'reached') => {
    expect(await reached(files, path, name, require)).toEqual(['implemented', fact])
  })

  it('through the use of a name that its module has, too', async () => {
    const files = { 'src/lib.rs': 'mod send;\npub use send::send;\n', 'src/send.rs': rs }
    expect((await reached(files, 'src/send.rs', 'send'))[0]).toBe('implemented')
  })
})

describe('a name is not reached', () => {
  it.each([
    [
      'by a barrel that nothing names',
      { 'index.ts': "export * from './a'\n", 'a.ts': ts },
      'a.ts',
      'send',
    ],
    [
      'that the entry does not export',
      { 'package.json': '{"main":"index.ts"}', 'index.ts': 'export const z = 1\n', 'a.ts': ts },
      'a.ts',
      'send',
    ],
    [
      'of a hidden module',
      { 'src/lib.rs': 'mod send;\n', 'src/send.rs': rs },
      'src/send.rs',
      'send',
    ],
    [
      'of a module that is for its crate alone',
      { 'src/lib.rs': 'pub(crate) mod send;\n', 'src/send.rs': rs },
      'src/send.rs',
      'send',
    ],
    [
      'that is for its crate alone',
      { 'src/lib.rs': 'pub mod send;\n', 'src/send.rs': rs.replace('pub', 'pub(crate)') },
      'src/send.rs',
      'send',
    ],
    [
      'of a Go program',
      {
        'go.mod': 'module e/x\n',
        'cmd/x/main.go': 'package main\n\nfunc main() {}\n',
        'lib/a.go': go,
      },
      'lib/a.go',
      'Send',
    ],
    [
      'of an internal package',
      { 'go.mod': 'module e/x\n', 'internal/a.go': go },
      'internal/a.go',
      'Send',
    ],
    [
      'that Java hides',
      { 'pom.xml': '<project/>', 'src/main/java/a/Mail.java': java },
      'src/main/java/a/Mail.java',
      'Mail.hide',
    ],
    [
      'of a Java program',
      {
        'pom.xml': '<project/>',
        'src/main/java/a/Mail.java': java,
        'src/main/java/a/App.java':
          'public class App { public static void main(String[] a) { go(); } }\n',
      },
      'src/main/java/a/Mail.java',
      'Mail.send',
    ],
    [
      'of a Python project with scripts',
      {
        'pyproject.toml': "[project]\nname = 'lib'\n\n[project.scripts]\nlib = 'lib.cli:run'\n",
        'lib/__init__.py': '',
        'lib/core.py': pyLib,
      },
      'lib/core.py',
      'send',
    ],
    [
      'of a Python service',
      {
        'pyproject.toml': "[project]\nname = 'lib'\ndependencies = ['fastapi']\n",
        'lib/__init__.py': '',
        'lib/core.py': pyLib,
      },
      'lib/core.py',
      'send',
    ],
    [
      'of a Python program beside its packages',
      {
        'pyproject.toml': "[project]\nname = 'lib'\n",
        'lib/__init__.py': '',
        'lib/core.py': pyLib,
        'run.py': 'print(1)\\n',
      },
      'lib/core.py',
      'send',
    ],
    [
      'of a Python package with a __main__',
      {
        'pyproject.toml': "[project]\nname = 'lib'\n",
        'lib/__init__.py': '',
        'lib/core.py': pyLib,
        'lib/__main__.py': 'print(1)\\n',
      },
      'lib/core.py',
      'send',
    ],
    [
      'of a pyproject.toml for tools alone',
      {
        'pyproject.toml': '[tool.black]\nline-length = 100\n',
        'lib/__init__.py': '',
        'lib/core.py': pyLib,
      },
      'lib/core.py',
      'send',
    ],
    [
      'of a private module of Python',
      {
        'pyproject.toml': "[project]\nname = 'lib'\n",
        'lib/__init__.py': '',
        'lib/_core.py': pyLib,
      },
      'lib/_core.py',
      'send',
    ],
    [
      'of a Python package whose head says what it offers',
      {
        'pyproject.toml': "[project]\nname = 'lib'\n",
        'lib/__init__.py': 'from .other import get\n',
        'lib/core.py': pyLib,
      },
      'lib/core.py',
      'send',
    ],
    [
      'private in Python',
      {
        'pyproject.toml': "[project]\nname = 'lib'\n",
        'lib/__init__.py': '',
        'lib/core.py': 'def _send(x):\n    return x + 1\n',
      },
      'lib/core.py',
      '_send',
    ],
    [
      'of a gem that is a program',
      {
        'x.gemspec': 'Gem::Specification.new\n',
        'lib/mail.rb': rb,
        'exe/mail': "require 'mail'\n",
      },
      'lib/mail.rb',
      'Mail.send_it',
    ],
    ['of a folder that is no gem', { 'lib/mail.rb': rb }, 'lib/mail.rb', 'Mail.send_it'],
  ])('%s', async (_, files: Files, path, name) => {
    expect((await reached(files, path, name))[0]).toBe('partial')
  })
})

it('what a lib.rs keeps for itself, and what a public type does, nobody is offered', async () => {
  const files = {
    'Cargo.toml': '[package]\nname = "pond"\n',
    'src/lib.rs':
      'pub struct Pond;\nimpl Pond {\n    pub fn fill(&self) -> i32 { 1 }\n    fn drain(&self) -> i32 { 1 }\n}\npub fn open() -> i32 { 1 }\nfn shut() -> i32 { 1 }\n#[pymodule]\nfn bound() -> i32 { 1 }\nfn used() -> i32 { 1 }\npub fn user() -> i32 { used() }\n',
  }
  for (const name of ['Pond.fill', 'open', 'bound', 'used'])
    expect([name, (await reached(files, 'src/lib.rs', name))[0]]).toEqual([name, 'implemented'])
  for (const name of ['Pond.drain', 'shut'])
    expect([name, (await reached(files, 'src/lib.rs', name))[0]]).toEqual([name, 'partial'])
})
