// Whose name it is that a file uses.

import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

async function verdict(files: Files, path: string, name: string, require = 'reached') {
  const found = await judge(
    files,
    `  m:\n    x:\n      attributes: {functions: [${name}]}\n      files: [${path}]\n      require: ${require}\n`,
  )
  const [evidence] = [...found.values()]
  return [evidence!.status, evidence!.reason]
}

const py = { 'a.py': 'def send(x):\n    return x + 1\n' }
const ts = { 'a.ts': 'export function send() { return 2 }\n' }

describe('a function is referenced by the name that its import gives it', () => {
  it.each([
    ['a.py', { ...py, 'm.py': 'from a import send as s\nprint(s(1))\n' }],
    ['a.py', { ...py, 'm.py': 'def go():\n    from .a import send as s\n    return s(1)\n' }],
    ['a.py', { ...py, 'm.py': 'import a as b\nb.send(1)\n' }],
    ['a.py', { ...py, 'm.py': 'from a import *\nsend(1)\n' }],
    [
      'a.py',
      {
        ...py,
        'm.py':
          'try:\n    from fast import send\nexcept ImportError:\n    from a import send\nsend(1)\n',
      },
    ],
    [
      'p/a.py',
      {
        'p/a.py': py['a.py'],
        'p/__init__.py': 'from .a import send\n',
        'm.py': 'import p\np.send(1)\n',
      },
    ],
    ['a.ts', { ...ts, 'm.ts': "import { send as s } from './a'\ns()\n" }],
    ['a.ts', { ...ts, 'm.ts': "import * as a from './a'\na.send()\n" }],
    ['a.ts', { ...ts, 'm.ts': "const { send: s } = require('./a')\ns()\n" }],
    ['a.ts', { ...ts, 'm.ts': "const { send: s } = await import('./a')\ns()\n" }],
    ['a.ts', { ...ts, 'm.ts': "import { send } from '@/a'\nsend()\n" }],
    [
      'a.rs',
      { 'a.rs': 'pub fn send() -> u32 { 2 }\n', 'm.rs': 'use a::send as s;\nfn f() { s(); }\n' },
    ],
    [
      'a.kt',
      { 'a.kt': 'package a\nfun send() = go()\n', 'm.kt': 'import a.send as s\nfun f() { s() }\n' },
    ],
    [
      'a.php',
      {
        'a.php': '<?php\nnamespace A;\nfunction send() { return go(); }\n',
        'm.php': '<?php\nuse function A\\send as s;\ns();\n',
      },
    ],
  ])('%s: %j', async (path, files: Files) => {
    expect(await verdict(files, path, 'send')).toEqual(['implemented', undefined])
  })

  it('and by that of its package', async () => {
    expect(
      await verdict({ ...go, 'main.go': goMain('m "e/x/mail"', 'm.Send()') }, 'mail/a.go', 'Send'),
    ).toEqual(['implemented', undefined])
    expect(
      (
        await verdict(
          { ...go, 'mail/b.go': 'package mail\n\nfunc go2() { Send() }\n' },
          'mail/a.go',
          'Send',
        )
      )[0],
    ).toBe('implemented')
  })

  it('and a class by that of a using directive', async () => {
    const files = {
      'A.cs': 'namespace Shop;\nclass Mailer { int Send() { return Go(); } }\n',
      'M.cs': 'using M = Shop.Mailer;\nvar m = new M();\n',
    }
    const found = await judge(
      files,
      '  m:\n    x:\n      attributes: {class: Mailer}\n      files: [A.cs]\n      require: reached\n',
    )
    expect([...found.values()][0]!.status).toBe('implemented')
  })

  it('and tested by it, through the other name of a barrel, too', async () => {
    const files = {
      ...ts,
      'index.ts': "export { send as dispatch } from './a'\n",
      'a.test.ts': "import { dispatch } from './index'\nit('x', () => { dispatch() })\n",
    }
    expect(await verdict(files, 'a.ts', 'send', 'tested')).toEqual(['implemented', undefined])
  })
})

const go = {
  'go.mod': 'module e/x\n',
  'cmd/x/main.go': 'package main\n\nfunc main() {}\n',
  'mail/a.go': 'package mail\n\nfunc Send() int { return 2 }\n',
}
const goMain = (imported: string, call: string) =>
  `package main\n\nimport ${imported}\n\nfunc main() { ${call} }\n`

describe('a function is not referenced by a name that is somebody else’s', () => {
  const main = { 'apps/a/m.ts': ts['a.ts'] }
  it.each([
    ['of a package', 'a.ts', { ...ts, 'm.ts': "import { send } from 'other-lib'\nsend()\n" }],
    [
      'of a namespace of a package',
      'a.ts',
      { ...ts, 'm.ts': "import * as o from 'other-lib'\no.send()\n" },
    ],
    ['of a package of Python', 'a.py', { ...py, 'm.py': 'from other import send\nsend(1)\n' }],
    ['of a module of Python', 'a.py', { ...py, 'm.py': 'import other\nother.send(1)\n' }],
    [
      'of another file',
      'apps/a/m.ts',
      { ...main, 'apps/b/m.ts': ts['a.ts'], 'apps/b/i.ts': "import { send } from './m'\nsend()\n" },
    ],
    [
      'of its user',
      'a.ts',
      { ...ts, 'm.ts': 'export function go() { send() }\nfunction send() { return 3 }\n' },
    ],
    ['of its user in Python', 'a.py', { ...py, 'm.py': 'def send(x):\n    return x\nsend(1)\n' }],
    ['of a parameter', 'a.py', { ...py, 'm.py': 'def f(send):\n    return send(1)\nf(print)\n' }],
    [
      'of a parameter beside it',
      'a.py',
      { 'a.py': `${py['a.py']}def f(send):\n    return send(1)\n` },
    ],
    [
      'of a parameter of a script',
      'a.ts',
      { ...ts, 'm.ts': 'export const f = (send: F) => send(1)\n' },
    ],
    ['of an arrow', 'a.ts', { ...ts, 'm.ts': 'export const f = send => send(1)\n' }],
    ['of an object', 'a.ts', { ...ts, 'm.ts': 'const o = { send: 1 }\nconsole.log(o.send)\n' }],
    ['of an object at once', 'a.ts', { ...ts, 'm.ts': 'console.log({ send: 1 }.send)\n' }],
    [
      'of a dead function that it calls itself',
      'a.py',
      {
        'a.py': 'def send():\n    return other() + 1\ndef other():\n    return send()\n',
        'm.py': 'import a\n',
      },
    ],
    [
      'of three dead functions',
      'a.py',
      {
        'a.py':
          'def send():\n    return one() + 1\ndef one():\n    return two()\ndef two():\n    return send() + one()\n',
        'm.py': 'import a\n',
      },
    ],
    [
      'of dead functions of several files',
      'a.ts',
      {
        'a.ts': "import { one } from './b'\nexport function send() { return one() }\n",
        'b.ts': "import { two as t } from './c'\nexport const one = () => t() + 1\n",
        'c.ts':
          "import * as a from './a'\nexport function two() { return three() }\nfunction three() { return a.send() }\n",
        'm.ts': "import { one } from './d'\none()\n",
        'd.ts': 'export function one() { return 1 }\n',
      },
    ],
    [
      'of four dead functions of a package of Go',
      'a.go',
      {
        'go.mod': 'module e/x\n',
        'main.go': 'package main\n\nfunc main() { run() }\n\nfunc run() {}\n',
        'a.go':
          'package main\n\nfunc send() int { return one() }\n\nfunc one() int { return two() }\n',
        'b.go':
          'package main\n\nfunc two() int { return three() }\n\nfunc three() int { return send() }\n',
      },
    ],
  ])('%s', async (_, path, files: Files) => {
    expect(await verdict(files, path, 'send')).toEqual([
      'partial',
      expect.stringContaining('send is referenced from nowhere'),
    ])
  })

  it.each([
    ['of a package of Go', { 'main.go': goMain('"example.com/mail"', 'mail.Send()') }],
    [
      'of another package',
      {
        'main.go': goMain('"e/x/sms"', 'sms.Send()'),
        'sms/s.go': 'package sms\n\nfunc Send() int { return 2 }\n',
      },
    ],
    [
      'of its own package',
      {
        'sms/s.go': 'package sms\n\nfunc Send() int { return 2 }\n',
        'sms/t.go': 'package sms\n\nfunc send2() { Send() }\n',
      },
    ],
  ])('%s', async (_, files: Files) => {
    expect((await verdict({ ...go, ...files }, 'mail/a.go', 'Send'))[0]).toBe('partial')
  })

  const rust = {
    'src/main.rs': 'mod mail;\nfn main() {}\n',
    'src/mail.rs': 'pub fn send(x: u32) -> u32 { x + 1 }\n',
  }
  const own = (text: string) => ({ 'src/mail.rs': rust['src/mail.rs'] + text })

  it.each([
    ['a module', own('#[cfg(test)]\nmod tests {\n    fn help() { super::send(1); }\n}\n')],
    ['a function', own('#[cfg(test)]\nfn help() { send(1); }\n')],
    ['a constant', own('#[cfg(all(test, unix))]\nconst A: u32 = send(1);\n')],
    [
      'methods',
      own('struct A;\n#[cfg(test)]\n#[allow(dead_code)]\nimpl A { fn help() { send(1); } }\n'),
    ],
    [
      'a file',
      {
        ...own('#[cfg(test)]\nmod checks;\n'),
        'src/mail/checks.rs': 'mod more;\nfn help() { super::send(1); }\n',
        'src/mail/checks/more.rs': 'fn help() { super::super::send(1); }\n',
      },
    ],
  ])('that only tests of Rust are built with: %s', async (_, files: Files) => {
    expect((await verdict({ ...rust, ...files }, 'src/mail.rs', 'send'))[0]).toBe('partial')
  })

  it.each([
    ['methods', own('struct A;\nimpl A { fn help() { send(1); } }\n')],
    ['behind some', own('#[cfg(test)]\nimpl A { fn a() {} }\nimpl A { fn b() { send(1); } }\n')],
    ['not in tests', own('#[cfg(not(test))]\nfn help() { send(1); }\n')],
    ['a file', { ...own('mod checks;\n'), 'src/mail/checks.rs': 'fn a() { super::send(1); }\n' }],
  ])('but by what else Rust builds: %s', async (_, files: Files) => {
    expect((await verdict({ ...rust, ...files }, 'src/mail.rs', 'send'))[0]).toBe('implemented')
  })

  it('nor tested by what a mock puts in its place', async () => {
    const files = {
      ...ts,
      'm.ts': "import { send } from './a'\nsend()\n",
      'a.test.ts':
        "jest.mock('./a', () => ({ send: jest.fn() }))\nit('x', () => { expect(1).toBe(1) })\n",
    }
    expect((await verdict(files, 'a.ts', 'send', 'tested'))[0]).toBe('partial')
  })
})

it.each([
  [
    'two dead functions that somebody calls',
    {
      'a.py': 'def send():\n    return other()\ndef other():\n    return send()\n',
      'm.py': 'import a\na.other()\n',
    },
  ],
  [
    'one of three functions that somebody calls',
    {
      'a.py':
        'def send():\n    return one()\ndef one():\n    return two()\ndef two():\n    return send()\ndef start():\n    two()\n',
      'm.py': 'from a import start\nstart()\n',
    },
  ],
  [
    'a circle that a program starts',
    {
      'a.py':
        'def send():\n    return one()\ndef one():\n    return two()\ndef two():\n    return send()\n',
      'pyproject.toml': '[project.scripts]\ngo = "a:two"\n',
    },
  ],
  [
    'a circle with what a file is imported for',
    {
      'a.ts': "import two from './y'\nexport function send() { return two() }\n",
      'y.ts': "import { send } from './a'\nexport default function two() { return send() }\n",
    },
  ],
  [
    'a circle with a method',
    {
      'a.py':
        'def send():\n    return one()\ndef one():\n    return A().two()\nclass A:\n    def two(self):\n        return send()\n',
    },
  ],
  [
    'a parameter that stands for itself',
    { 'a.py': 'def send(x):\n    return x\ndef f(s=send):\n    return s(1)\n' },
  ],
  [
    'an object that somebody hands over',
    { 'a.py': py['a.py'], 'm.py': 'def f(o):\n    return o.send(1)\n' },
  ],
  [
    'a fixture',
    {
      'a.py': 'import pytest\n@pytest.fixture\ndef send():\n    return go()\n',
      'm.py': 'def go(send):\n    return send\n',
    },
  ],
])('%s is still a reference', async (_, files: Files) => {
  const path = 'a.ts' in files ? 'a.ts' : 'a.py'
  expect((await verdict(files, path, 'send'))[0]).toBe('implemented')
})

describe('a word of another language is no reference, where the two do not call one another', () => {
  const files = {
    'a.py': 'def send(x):\n    return x + 1\n',
    'a.kt':
      'fun send(): Int {\n    return 2\n}\n@ReactMethod\nfun pull(): Int {\n    return 2\n}\n',
    'a.rs': 'pub fn send() -> u32 { 2 }\n',
  }
  it.each([
    ['a.py', 'send', { 'M.java': 'class M { void f() { send(1); } }\n' }, 'partial'],
    ['a.py', 'send', { 'm.go': 'package m\nfunc f() { x.send(1) }\n' }, 'partial'],
    ['a.py', 'send', { 'm.ts': "import { send } from './lib'\nsend(1)\n" }, 'partial'],
    ['a.py', 'send', { 'm.rb': 'send(1)\n' }, 'partial'],
    ['a.py', 'send', { 'm.c': 'int f(void) { return send(1); }\n' }, 'implemented'],
    ['a.kt', 'send', { 'M.java': 'class M { void f() { send(1); } }\n' }, 'implemented'],
    ['a.kt', 'send', { 'm.js': 'native.send()\n' }, 'partial'],
    ['a.kt', 'pull', { 'm.js': 'native.pull()\n' }, 'implemented'],
    ['a.rs', 'send', { 'm.js': 'wasm.send()\n' }, 'implemented'],
  ])('%s %s %o', async (path, name, more, status) => {
    expect(
      (await verdict({ [path]: files[path as keyof typeof files], ...more }, path, name))[0],
    ).toBe(status)
  })
})

describe('where files say to which namespace they belong', () => {
  const two = (path: (space: string) => string, text: (space: string) => string): Files => ({
    [path('a')]: text('a'),
    [path('b')]: text('b'),
  })
  const java = two(
    each => `src/shop/${each}/Order.java`,
    each => `package shop.${each};\npublic class Order {\n  int total() { return 1 + 1; }\n}\n`,
  )
  const kotlin = two(
    each => `src/${each}/Order.kt`,
    each => `package shop.${each}\n\nclass Order {\n  fun total() = 1 + 1\n}\n`,
  )
  const php = two(
    each => `src/${each}/Order.php`,
    each =>
      `<?php\nnamespace Shop\\${each};\nclass Order {\n  function total() { return 1 + 1; }\n}\n`,
  )
  const csharp = two(
    each => `${each}/Order.cs`,
    each => `namespace Shop.${each};\nclass Order {\n  int Total() { return 1 + 1; }\n}\n`,
  )
  const rust = two(
    each => `src/${each}/order.rs`,
    () => 'pub struct Order { total: u32 }\n',
  )

  /** Which of the two is reached. */
  async function reachedOf(files: Files, user: Files): Promise<string> {
    const [a, b] = Object.keys(files)
    const resource = (name: string, path: string) =>
      `    ${name}:\n      attributes: {class: Order}\n      files: [${path}]\n      require: reached\n`
    const all = { 'package.json': '{"private": true}', ...files, ...user }
    const found = await judge(all, `  m:\n${resource('a', a!)}${resource('b', b!)}`)
    return [...found.values()]
      .filter(each => each.status === 'implemented')
      .map(each => each.address.slice(2))
      .join(' ')
  }

  it.each([
    [
      'an import',
      java,
      { 'M.java': 'import shop.a.Order;\nclass M { void go() { log(new Order()); } }\n' },
      'a',
    ],
    [
      'an import of a whole package',
      java,
      { 'M.java': 'import shop.b.*;\nclass M { void go() { log(new Order()); } }\n' },
      'b',
    ],
    [
      'a neighbour',
      java,
      { 'src/shop/b/M.java': 'package shop.b;\nclass M { void go() { log(new Order()); } }\n' },
      'b',
    ],
    [
      'an import of somebody else',
      java,
      { 'M.java': 'import com.vendor.Order;\nclass M { void go() { log(new Order()); } }\n' },
      '',
    ],
    [
      'a name written out',
      java,
      { 'M.java': 'class M { void go() { log(new shop.b.Order()); } }\n' },
      'a b',
    ],
    ['a file of Kotlin', java, { 'M.kt': 'import shop.a.Order\nfun go() { log(Order()) }\n' }, 'a'],
    [
      'an import under another name',
      kotlin,
      { 'M.kt': 'import shop.a.Order as O\nfun go() { log(O()) }\n' },
      'a',
    ],
    ['a use', php, { 'm.php': '<?php\nuse Shop\\a\\Order;\nlog(new Order());\n' }, 'a'],
    [
      'a use under another name',
      php,
      { 'm.php': '<?php\nuse Shop\\b\\Order as O;\nlog(new O());\n' },
      'b',
    ],
    ['a neighbour in PHP', php, { 'm.php': '<?php\nnamespace Shop\\b;\nlog(new Order());\n' }, 'b'],
    [
      'a using',
      csharp,
      { 'M.cs': 'using Shop.a;\nclass M { void Go() { Log(new Order()); } }\n' },
      'a',
    ],
    [
      'a namespace below',
      csharp,
      { 'M.cs': 'namespace Shop.b.Inner;\nclass M { void Go() { Log(new Order()); } }\n' },
      'b',
    ],
    [
      'a using of the whole project',
      csharp,
      { 'M.cs': 'class M { void Go() { Log(new Order()); } }\n', 'G.cs': 'global using Shop.a;\n' },
      'a b',
    ],
    [
      'a path from the crate',
      rust,
      {
        'src/main.rs':
          'mod a;\nmod b;\nuse crate::a::order::Order;\nfn main() { log(Order { total: 1 }); }\n',
      },
      'a',
    ],
    [
      'a path from above',
      rust,
      { 'src/b/user.rs': 'use super::order::Order;\npub fn go() { log(Order { total: 1 }); }\n' },
      'b',
    ],
    [
      'a path through what passes it on',
      rust,
      {
        'src/a/mod.rs': 'mod order;\npub use order::Order;\n',
        'src/main.rs': 'use crate::a::Order;\nfn main() { log(Order { total: 1 }); }\n',
      },
      'a b',
    ],
  ])('%s tells which', async (_, files, user: Files, reached) => {
    expect(await reachedOf(files, user)).toBe(reached)
  })
})

it('a function of PHP in no namespace is used from any', async () => {
  const files = {
    'helpers.php': '<?php\nfunction money($x) { return format($x); }\n',
    'src/Cart.php': '<?php\nnamespace Shop;\nclass Cart { function show() { return money(1); } }\n',
  }
  expect((await verdict(files, 'helpers.php', 'money'))[0]).toBe('implemented')
})

describe('of functions of one name in two modules of Rust', () => {
  const modules: Files = {
    'Cargo.toml': '[package]\nname = "big-pond"\n\n[dependencies]\n',
    'src/lib.rs': 'mod fish;\nmod frog;\nmod newt;\n',
    'src/fish.rs': 'pub fn feed() -> u32 { 2 }\n',
    'src/frog.rs': 'pub fn feed() -> u32 { 3 }\n',
  }

  it.each([
    [
      'a path from a module of the file',
      'src/lib.rs',
      'mod fish;\nmod frog;\nfn go() { fish::feed(); }\n',
      'fish',
    ],
    [
      'an import from a module of the file',
      'src/lib.rs',
      'mod fish;\nmod frog;\nuse frog::feed;\nfn go() { feed(); }\n',
      'frog',
    ],
    ['a path from the crate', 'src/newt.rs', 'fn go() { crate::fish::feed(); }\n', 'fish'],
    [
      'a path that an import begins',
      'src/newt.rs',
      'use crate::frog;\nfn go() { frog::feed(); }\n',
      'frog',
    ],
    [
      'a path of a program to its own library',
      'src/main.rs',
      'fn main() { big_pond::frog::feed(); }\n',
      'frog',
    ],
    [
      'a path in a file that has such a function itself',
      'src/newt.rs',
      'fn feed() -> u32 { crate::fish::feed() }\n',
      'fish',
    ],
    ['nothing of a type', 'src/newt.rs', 'fn go() { Pond::feed(); }\n', 'fish frog'],
    [
      'nothing of what passes it on',
      'src/newt.rs',
      'use crate::all;\nfn go() { all::feed(); }\n',
      'fish frog',
    ],
  ])('%s tells which', async (_, path, text, reached) => {
    const files = { ...modules, [path]: text }
    const found = []
    for (const each of ['fish', 'frog'])
      if ((await verdict(files, `src/${each}.rs`, 'feed'))[0] === 'implemented') found.push(each)
    expect(found.join(' ')).toBe(reached)
  })
})

describe('a test of a type is none of another type of that name', () => {
  const pond = (name: string) =>
    `package com.${name};\npublic class Pond {\n  public int drain() { return level - 1; }\n}\n`
  const files: Files = {
    'src/main/java/com/a/Pond.java': pond('a'),
    'src/main/java/com/b/Pond.java': pond('b'),
    'src/main/java/com/b/App.java':
      'package com.b;\nclass App { public static void main(String[] a) { new Pond().drain(); new com.a.Pond().drain(); } }\n',
  }
  const test = (head: string, call: string) =>
    `package com.c;\n${head}class PondTest {\n  @Test void drains() { assertEquals(1, ${call}); }\n}\n`

  it.each([
    ['by its import', test('import com.a.Pond;\n', 'new Pond().drain()'), 'a'],
    ['by its package', test('', 'new Pond().drain()').replace('com.c', 'com.b'), 'b'],
    ['by nothing', test('', 'made().drain()'), 'a b'],
    [
      'by both',
      test('import com.a.Pond;\n', 'new Pond().drain() + new com.b.Pond().drain()'),
      'a b',
    ],
  ])('%s', async (_, text, tested) => {
    const all = { ...files, 'src/test/java/PondTest.java': text }
    const found = []
    for (const each of ['a', 'b']) {
      const path = `src/main/java/com/${each}/Pond.java`
      const [status] = await verdict(all, path, 'Pond.drain', 'tested')
      if (status === 'implemented') found.push(each)
    }
    expect(found.join(' ')).toBe(tested)
  })
})
