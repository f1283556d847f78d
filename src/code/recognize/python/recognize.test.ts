// CPython's own parser is the judge: what is called plain Python is Python, however a file is damaged.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oracle, python, standardLibrary } from '../../../../test/oracles/python.ts'
import { parserFor } from '../../../../test/tree.ts'
import { outlineOf } from '../../outline.ts'
import { readLive, withoutBlocks } from '../../tree/dead-code.ts'
import { mayHoldDeadCode } from '../../tree/may-hold-dead-code.ts'
import { deadBlocks, isPlainPython } from './recognize.ts'

const script = oracle('python_validity.py')

const areValid = (texts: readonly string[]) =>
  python([script], texts.map(each => JSON.stringify(each)).join('\n'))
    .trimEnd()
    .split('\n')
    .map(each => each === '1')

/** Plain to us and refused by CPython: there must be none. */
function wronglyPlain(texts: readonly string[]): readonly string[] {
  const plain = texts.filter(isPlainPython)
  const valid = areValid(plain)
  return plain.filter((_, index) => !valid[index])
}

const texts = standardLibrary().map(path => new TextDecoder('utf-8').decode(readFileSync(path)))

const pieces =
  '( ) [ ] { } , ; : = := . ... * ** -> @ + - ~ ! % == != < >>= \\ # " \' """ f"{ } b"é" r\'\\\' 0 07 1.5 1_ 0x in is not and or if else elif for while with as def class lambda return yield await async import from del global try except finally raise assert pass None True x y f(a=1) *a **k {a:b} \n \t \r \f $ ? é'
    .split(' ')
    .concat(['\n', '\n    ', '    ', ' ', '\\x4', '\\N{x}', '{x!r:>{w}}'])

/** Some part of a text taken away, doubled or followed by a piece of something else. */
const damage = fc.record({
  text: fc.nat(),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  length: fc.nat({ max: 12 }),
  way: fc.constantFrom('cut', 'double', 'insert'),
  piece: fc.constantFrom(...pieces),
})

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

const small = texts.filter(each => each.length < 20_000)

function damaged({ text, at, length, way, piece }: Damage): string {
  const whole = small[text % small.length]!
  const start = Math.floor(at * whole.length)
  const [before, part, after] = [
    whole.slice(0, start),
    whole.slice(start, start + length),
    whole.slice(start + length),
  ]
  if (way === 'cut') return before + after
  if (way === 'double') return before + part + part + after
  return `${before}${piece}${part}${after}`
}

describe('what is plainly Python', () => {
  it('is nearly all of the standard library, and nothing of it that CPython refuses', () => {
    const plain = texts.filter(isPlainPython)
    expect(plain.length / texts.length).toBeGreaterThan(0.95)
    expect(wronglyPlain(texts.filter((_, index) => index % 8 === 0))).toEqual([])
  })

  it('is no file that was damaged into something else', () => {
    const sample = fc.sample(damage, { numRuns: 1_500, seed: 7 }).map(damaged)
    const wrong = wronglyPlain(sample)
    expect(wrong.map(each => each.slice(0, 200))).toEqual([])
  })

  it.each([
    'print "x"\n',
    'exec "x"\n',
    'f() = 1\n',
    'f(a=1, b)\n',
    'f(**k, *a)\n',
    'f(x for x in y, 1)\n',
    'def f(a=1, b): pass\n',
    'def f(*): pass\n',
    'class A(x for x in y): pass\n',
    'x = *a\n',
    'a + not b\n',
    'a or lambda: 1 = 2\n',
    'assert x := 1\n',
    '(x) := 1\n',
    'for f() in y: pass\n',
    'del *a, b\n',
    'try: pass\n',
    'try: pass\nexcept* a: b\nexcept c: d\n',
    'try: pass\nexcept*: b\n',
    'x = 1\\\n',
    'if x:\npass\n',
    'if x:\n    a\n  b\n',
    '  x = 1\n',
    'x = (1,\n',
    'x = "abc\n',
    'x = "\\x4"\n',
    'x = b"é"\n',
    'x = "a" b"b"\n',
    'x = f"{}"\n',
    'x = f"{a b}"\n',
    'x = f"{a"\n',
    'x = f"}"\n',
    'x = f"{lambda: 1}"\n',
    '0777\n',
    '1__0\n',
    'except ValueError, e: pass\n',
    'from . import (a, b\n',
    'import a.b as c.d\n',
    'from __future__ import *\n',
    'x = [1, 2\ny = 3\n',
    `${'('.repeat(2_000)}${')'.repeat(2_000)}\n`,
    'a\0b\n',
    'a = 1\rb = (\n',
  ])('is not %j', text => {
    expect(isPlainPython(text)).toBe(false)
  })

  const plain = [
    '',
    '# nothing\n',
    'x = 1',
    'a, *b = c = yield\n',
    'x: int = 1; y: list[int]\n',
    'async def f(a, /, b=1, *args: int, c, **k) -> x:\n\tasync with a as b, c: await d\n',
    '@a.b(c)\n@d\nclass A(B, metaclass=C): ...\n',
    'x = [y for y, *z in w if y if z] + {**a, "b": 1} | {1, *c}\n',
    'x = f"{a!r:>{b}} {c = } {d[\'e\']}" "g" rb\'\' b"".f\n'.replace(` rb'' b""`, ''),
    'if (a := b) is not None and c not in d: pass\nelif e: f\nelse:\n  g\n',
    'try:\n  a\nexcept (B, C) as d:\n  e\nexcept:\n  f\nelse:\n  g\nfinally:\n  h\n',
    'x = a[1:2, ::3, ...][b] if c else lambda d=1, *e: (yield)\n',
    'from . import (a as b, c,)\nfrom ..d import *\nimport e.f as g, h\n',
    'def f():\r\n    return not -a ** -b @ c\r\n',
    'try:\n  a\nexcept* b:\n  c\nexcept* d as e:\n  f\n',
  ]

  it.each(plain)('is %j', text => {
    expect(isPlainPython(text)).toBe(true)
  })

  it('is what CPython accepts too', () => {
    expect(areValid(plain)).toEqual(plain.map(() => true))
  })
})

const dead = [
  'if False:\n    # why\n    a(\n1)  # not\n\n    b\nelse:\n    c\n',
  'def f():\n  if 0: a; b\n  elif (False): c\n  return d\n',
  'if x:\n    if False:\n        if 0:\n            y\n        z\n',
  'if True:\n    a\nelif b:\n    c\nelse: d\nif e: f\nelif True: g\nelse:\n    h\n',
  'def f():\n    return 1\n    if False:\n        a\n    b\n\ndef g():\n    if x:\n        raise E; c\n        return\n        d\n    e\n',
  'False and a()\nFalse and a() or b\nx = False and c\ndef f():\n    return\n    yield\n',
  'while 0:\n    a\nif False or x: b\n"a\nif False:\n    c\n"\n'.replaceAll('"', "'''"),
]

const mayBeDead = (text: string) =>
  mayHoldDeadCode('a.py', Buffer.from(text)) ||
  outlineOf('a.py', Buffer.from(text)).mayBeUnreached === true

describe('the blocks of plain Python that never run', () => {
  it.each(dead)('are those that the grammar finds: %j', text => {
    const live = withoutBlocks(text, deadBlocks(text) ?? [])
    expect(live).toBe(readLive(parserFor('a.py'), text).source)
  })

  it('are so over the standard library', () => {
    for (const text of texts.filter(mayBeDead)) {
      const blocks = deadBlocks(text)
      if (!blocks) continue
      const live = withoutBlocks(text, blocks)
      expect(live).toBe(readLive(parserFor('a.py'), text).source)
    }
  })
})
