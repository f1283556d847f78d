// What a user may rely on about Python files, one rule a test.

import { describe, expect, it } from 'vitest'
import { qualifiedNames } from '../../names.ts'
import { scanPython } from './scanner.ts'

const scan = (source: string, path = 'src/app.py') =>
  scanPython(path, Buffer.from(source).toString('latin1'))

function stubsOf(source: string, path?: string): string[] {
  const outline = scan(source, path)
  const names = qualifiedNames(outline)
  return names.filter((_, index) => outline.declarations[index]!.isStub)
}

describe('declarations', () => {
  it('are classes, functions, methods and what modules and classes assign', () => {
    const outline = scan(`
MAX = 3
double = lambda n: 2 * n
class A(Base):
    size: int = 1
    @app.route('/x')
    async def run(self):
        local = 1
        def inner(): return local
`)
    const names = qualifiedNames(outline)
    const rows = outline.declarations.map((each, index) => [
      each.kind,
      names[index],
      each.line,
      each.endLine,
      ...each.decorators,
    ])
    expect(rows).toEqual([
      ['constant', 'MAX', 2, 2],
      ['function', 'double', 3, 3],
      ['class', 'A', 4, 9],
      ['field', 'A.size', 5, 5],
      ['method', 'A.run', 7, 9, 'app.route'],
      ['function', 'A.run.inner', 9, 9],
    ])
  })

  it.each([
    ['a string in three quotes', 'x = """\n\n"""'],
    ['a formatted string', 'x = f"""\n{a}\n"""'],
    ['a field of a formatted string', 'x = f"""{\na}\n"""'],
    ['a backslash in a string', "x = 'a\\\nb\\\nc'"],
    ['a backslash in a formatted string', "x = f'a\\\n{b}\\\nc'"],
    ['a backslash between words', 'x = 1 + \\\n2 + \\\n3'],
    ['brackets', 'x = [\n1,\n]'],
    ['comments and empty lines', 'x = 1\n# one\n'],
  ])('stand on the lines that they stand on behind %s', (_, lines) => {
    const { declarations } = scan(`${lines}\ndef after(): pass\n`)
    expect(declarations.map(each => [each.name, each.line]).at(-1)).toEqual(['after', 4])
  })

  it('keep names beyond ASCII, in the form in which Python compares them', () => {
    const names = scan('def größe(): pass\ndef ﬁle(): pass\n').declarations.map(each => each.name)
    expect(names).toEqual(['größe', 'file'])
  })

  it('are not found in strings and comments', () => {
    expect(
      scan('"""\ndef a(): pass\n"""\n# def b(): pass\nx.y = f"{\'def c\'}"\n').declarations,
    ).toEqual([])
  })

  it('survive quotes, hash signs and brackets inside f-strings', () => {
    const source = 'print(f"{"#"}", f"{x:\'^9}", f"{d[")"]}")\ndef after(): pass\n'
    const outline = scan(source)
    expect(outline.declarations.map(each => each.name)).toEqual(['after'])
    expect(outline.isSuspect).toBe(false)
  })
})

describe('a stub', () => {
  it('is a body of pass, dots, a docstring or a refusal', () => {
    const source = `
def a(): pass
def b(): ...
def c():
    """Sums up."""
def d():
    """Later."""
    raise NotImplementedError("later")
def e():
    # raise NotImplementedError
    return 1
class F: pass
`
    expect(stubsOf(source)).toEqual(['a', 'b', 'c', 'd', 'F'])
  })

  it('is not what is empty on purpose', () => {
    const source = `
class Wrong(Exception): pass
class Shape(Protocol):
    def area(self) -> float: ...
class Base:
    @abstractmethod
    def a(self): ...
    @typing.overload
    def b(self): ...
    @override
    def c(self): pass
    def __init__(self): pass
    def __eq__(self, other): return NotImplemented
`
    expect(stubsOf(source)).toEqual([])
    expect(stubsOf('def a() -> int: ...\n', 'src/app.pyi')).toEqual([])
  })

  it('are none where only a checker of types or a framework of plugins reads them', () => {
    for (const meant of [
      'if TYPE_CHECKING:\n    def a(x) -> int: ...\n    class B:\n        def c(self): ...\nelse:\n    a = make()\n    from lib import B\n',
      'if typing.TYPE_CHECKING:\n\n    def a(x) -> int:\n        """Doc."""\n\nelse:\n    a = make()\n',
      'class A:\n    if TYPE_CHECKING:\n        @property\n        def b(self) -> int:\n            ...\n',
      '@hookspec\ndef a(x):\n    """Called first."""\n',
      '@pluggy.hookspec(firstresult=True)\ndef a(x):\n    """Called first. You can implement this hook."""\n',
      'import pluggy\nhookspec = pluggy.HookspecMarker("a")\ndef a(x):\n    """Called first."""\n',
    ])
      expect(stubsOf(meant)).toEqual([])
    for (const stub of [
      'if not TYPE_CHECKING:\n    def a(x): ...\nelse:\n    a = int\n',
      'if TYPE_CHECKING:\n    def a(x): ...\n',
      'if TYPE_CHECKING:\n    a = int\nelse:\n    def a(x): ...\n',
      'if TYPE_CHECKING:\n    from b import a\n\ndef a(x): ...\n',
      'if TYPE_CHECKING:\n    def a(x):\n        raise NotImplementedError\nelse:\n    a = int\n',
      '@hookimpl\ndef a(x):\n    """Called first."""\n',
      '@hookspec\ndef a(x):\n    raise NotImplementedError\n',
    ])
      expect(stubsOf(stub).at(-1)).toEqual('a')
  })

  it('are stubs where a match holds nothing, and not where a case asks or does', () => {
    const body = (lines: string) =>
      stubsOf(`def a(x, y):\n${lines.replace(/^/gm, '    ')}\n\n\ngo()\n`)
    for (const nothing of [
      'match x:\n    case 1:\n        pass\n    case _:\n        pass',
      'match x, y:\n    case (1, "a") | None: ...\n    case Point(x=0): pass\n    # later\n    case [first, *_]:\n        pass',
      '"Doc."\nmatch x.kind:\n    case Kind.A:\n        return\n    case _:\n        pass',
    ])
      expect(body(nothing)).toEqual(['a'])
    for (const something of [
      'match x:\n    case 1:\n        go()\n    case _:\n        pass',
      'match x:\n    case 1: go()\n    case _: pass',
      'match take(x):\n    case _:\n        pass',
      'match x:\n    case 1 if go(y):\n        pass',
      'match x:\n    case 1:\n        pass\n    case _:\n        return 1',
      'match x:\n    case 1:\n        pass\ngo(x)',
      'match(x)',
      'case = x\nmatch = case\ngo(match)',
    ])
      expect(body(something)).toEqual([])
  })

  it('is not made substantial by a comment that does not speak of doing nothing', () => {
    expect(stubsOf('def a():\n    # sums up the orders\n    pass\n')).toEqual(['a'])
    expect(stubsOf('def a():\n    # intentionally empty\n    pass\n')).toEqual([])
  })

  it('is a refusal behind a log line, and a constant under a comment that promises more', () => {
    const source = `
def a():
    logger.info("would send")
    raise NotImplementedError
def b():
    # TODO: not modelled
    return Decimal(0)
def c():
    return Decimal(0)
def d():
    save()
    raise NotImplementedError
def e():
    return {"error": "not implemented"}, 501
`
    expect(stubsOf(source)).toEqual(['a', 'b', 'e'])
  })

  it('is not the empty method of a class whose docstring says that nothing is its job', () => {
    const silent =
      'class A(B):\n    """Doing nothing is its job."""\n    def f(self):\n        pass\n'
    expect(stubsOf(silent)).toEqual([])
    expect(stubsOf(silent.replace('pass', 'raise NotImplementedError'))).toEqual(['A.f'])
    expect(stubsOf(silent.replace('Doing nothing is its job', 'Sends mail'))).toEqual(['A.f'])
  })
})

describe('imports and exports', () => {
  it('carry names and aliases', () => {
    const source =
      'import os.path as p, sys\nfrom .m import (a as b,  # note\n  c)\nfrom x import *\n'
    expect(scan(source).imports).toEqual([
      { module: 'os.path', name: '*', alias: 'p', line: 1 },
      { module: 'sys', name: '*', alias: '', line: 1 },
      { module: '.m', name: 'a', alias: 'b', line: 2 },
      { module: '.m', name: 'c', alias: '', line: 2 },
      { module: 'x', name: '*', alias: '*', line: 4 },
    ])
  })

  it('are the public names, or those of __all__', () => {
    const source = 'def a(): pass\ndef _b(): pass\n'
    expect(scan(source).exports.map(each => each.name)).toEqual(['a'])
    const outline = scan(`${source}__all__ = ['_b']\n`)
    expect(outline.exports).toEqual([{ name: '_b', local: '_b', module: '', line: 3 }])
    expect(outline.declarations.filter(each => each.isExported).map(each => each.name)).toEqual([
      '_b',
    ])
  })

  it('pass on what a package imports from itself', () => {
    expect(scan('from .core import run as go\n', 'pkg/__init__.py').exports).toEqual([
      { name: 'go', local: 'run', module: '.core', line: 1 },
    ])
  })
})

describe('a test', () => {
  it('lies in a test file or in a test case', () => {
    expect(scan('def helper(): return 1\n', 'tests/helpers.py').declarations[0]!.isTest).toBe(true)
    expect(scan('def test_connection(): return 1\n').declarations[0]!.isTest).toBe(false)
    const outline = scan('class A(unittest.TestCase):\n    def test_a(self): return 1\n')
    expect(outline.declarations.every(each => each.isTest)).toBe(true)
  })
})

it('has a body where something beside comments stands behind the header', () => {
  const source =
    'class A:  # why\n    # more\n    x = 1\ndef f(): pass\ny: int\ndef broken():  # nothing\n'
  expect(
    scan(source)
      .declarations.filter(each => each.hasBody)
      .map(each => each.name),
  ).toEqual(['A', 'x', 'f', 'y'])
})

describe('damage', () => {
  it('of an unclosed bracket costs no later definition', () => {
    const outline = scan(
      'x = (1,\n\ndef a(): pass\nclass B:\n    def c(self): return [1,\n    def d(self): pass\n',
    )
    expect(outline.isSuspect).toBe(true)
    expect(qualifiedNames(outline)).toEqual(['x', 'a', 'B', 'B.c', 'B.d'])
    expect(outline.problems).toEqual([
      { line: 1, column: 5, message: "'(' was never closed" },
      { line: 5, column: 25, message: "'[' was never closed" },
    ])
  })

  it('is told with its place', () => {
    const messages = (source: string) =>
      scan(source).problems.map(each => [each.line, each.message])
    expect(messages('def f():\nreturn 1\n')).toEqual([[2, 'expected an indented block']])
    expect(messages('a = 1\n  b = 2\n')).toEqual([[2, 'unexpected indent']])
    expect(messages('if a:\n    b\n  c\n')).toEqual([
      [3, 'unindent does not match any outer level'],
    ])
    expect(messages('def f()\n    return 1\n')[0]).toEqual([1, "expected ':' after the header"])
    expect(messages('a = "b\n')).toEqual([[1, 'unterminated string']])
    expect(messages('a = 1)\n')).toEqual([[1, "unmatched ')'"]])
  })

  it('of any nesting costs neither the stack nor the time', () => {
    const deep = 20_000
    const sources = [
      '('.repeat(deep) + ')'.repeat(deep),
      '('.repeat(deep),
      'f"{'.repeat(deep),
      "f'''{".repeat(deep),
      Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}def f():\n`).join(''),
    ]
    for (const source of sources) expect(scan(source).language).toBe('python')
  })
})
