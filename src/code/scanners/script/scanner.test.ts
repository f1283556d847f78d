// What a user may rely on about TypeScript and JavaScript files, one rule a test.

import { describe, expect, it } from 'vitest'
import { qualifiedNames } from '../../names.ts'
import { scanScript } from './scanner.ts'

const scan = (source: string, path = 'src/app.ts') =>
  scanScript(path, Buffer.from(source).toString('latin1'))

function rows(source: string, path?: string): string[] {
  const outline = scan(source, path)
  const names = qualifiedNames(outline)
  return outline.declarations.map(
    ({ kind, line, endLine }, index) => `${kind} ${names[index]} ${line}-${endLine}`,
  )
}

function namesWhere(
  source: string,
  holds: 'isStub' | 'isExported' | 'isTest' | 'hasBody',
  path?: string,
) {
  const outline = scan(source, path)
  const names = qualifiedNames(outline)
  return names.filter((_, index) => outline.declarations[index]![holds])
}

describe('declarations', () => {
  it('are those of the module, of classes and of interfaces', () => {
    const source = `
export const x = 1, y = (a: number): { b: string } => ({ b: '' }), { p, q: [r] } = z
export default abstract class Foo<T extends { a: 1 }> extends Bar<T> {
  static #secret = 1
  handler = async (e: Event) => {
    return 1
  }
  @Input({ a: 1 }) name!: string
  get value(): { a: string } { return { a: 'x' } }
  abstract run(): void
}
interface I { a: string; m?(x: number): void }
type T1 = { a: string } | { b: number }
const enum E { A, B }
namespace N { export function f() { return 1 } }
`
    expect(rows(source)).toEqual([
      'constant x 2-2',
      'function y 2-2',
      'constant p 2-2',
      'constant r 2-2',
      'class Foo 3-11',
      'field Foo.#secret 4-4',
      'method Foo.handler 5-7',
      'field Foo.name 8-8',
      'method Foo.value 9-9',
      'method Foo.run 10-10',
      'interface I 12-12',
      'field I.a 12-12',
      'method I.m 12-12',
      'type T1 13-13',
      'enum E 14-14',
      'module N 15-15',
      'function N.f 15-15',
    ])
  })

  it('are functions inside functions, and functions that objects hold', () => {
    const source = `
function outer() {
  const local = 1, inner = function () { return () => 1 }
  if (local) { function deep() { return /}/.test('}') } }
  return { made() { return 1 } }
}
export const api = { users: { list: async id => [], get() { return 1 } }, size: 3 }
`
    expect(rows(source)).toEqual([
      'function outer 2-6',
      'function outer.inner 3-3',
      'function outer.deep 4-4',
      'method outer.made 5-5',
      'constant api 7-7',
      'field api.users 7-7',
      'method api.users.list 7-7',
      'method api.users.get 7-7',
    ])
  })

  it('are what CommonJS assigns', () => {
    const source = `
class A {}
A.prototype.run = function () { return 1 }
exports.login = function () { return 1 }
module.exports = { A, other: A, made() { return 1 } }
`
    expect(rows(source, 'a.cjs')).toEqual([
      'class A 2-2',
      'method A.run 3-3',
      'function login 4-4',
      'constant default 5-5',
      'method default.made 5-5',
    ])
    expect(scan(source, 'a.cjs').exports.map(each => [each.name, each.local])).toEqual([
      ['login', 'login'],
      ['A', 'A'],
      ['other', 'A'],
      ['made', 'made'],
    ])
  })

  it('lie in a function with type parameters that is returned or handed on', () => {
    const source = `
export function build() {
  return function create<State, Name extends string = State,>(options: Of<State>): Slice<State, Name> {
    const { name, path = name as unknown as Name } = options
    function select(state: { [K in Name]: State }) { return state }
  }
}
use(function <T,>(value: T): Box<T> { const { a } = value })
const after = 1
`
    expect(rows(source)).toEqual([
      'function build 2-7',
      'function build.select 5-5',
      'constant after 9-9',
    ])
    expect(scan(source).isSuspect).toBe(false)
  })

  it('are not found in strings, templates, comments, expressions and JSX text', () => {
    const source = `
const a = 'function b() {}', c = \`\${ /}/ } class D {}\` // function e() {}
const el = <p title="function f() {">it's {x /* } */} class G {'{'} <b/></p>
function after() { return a < b && c > d }
`
    expect(rows(source, 'a.tsx')).toEqual([
      'constant a 2-2',
      'constant c 2-2',
      'constant el 3-3',
      'function after 4-4',
    ])
  })

  it('carry their decorators', () => {
    const source =
      "@Controller('users')\nexport class A {\n  @http.Get(':id')\n  one() { return 1 }\n}\n"
    expect(scan(source).declarations.map(each => each.decorators)).toEqual([
      ['Controller'],
      ['http.Get'],
    ])
  })
})

describe('imports and exports', () => {
  it('carry names, aliases and modules', () => {
    const source = `
import a, { b as c, type D } from './m.ts'
import * as ns from 'ns'
import 'side'
import old = require('old')
const { e, f: g } = require('f')
const lazy = () => import('lazy')
`
    expect(scan(source).imports.map(({ module, name, alias }) => [module, name, alias])).toEqual([
      ['./m.ts', 'default', 'a'],
      ['./m.ts', 'b', 'c'],
      ['./m.ts', 'D', ''],
      ['ns', '*', 'ns'],
      ['side', '', ''],
      ['old', '*', 'old'],
      ['f', 'e', ''],
      ['f', 'f', 'g'],
      ['lazy', '*', ''],
    ])
  })

  it('are named, renamed, passed on and default', () => {
    const source = `
function a() { return 1 }
export { a as b }
export { c as d, default as e } from './c.ts'
export * from './all.ts'
export * as ns from './ns.ts'
export default a
`
    const outline = scan(source)
    expect(outline.exports.map(({ name, local, module }) => [name, local, module])).toEqual([
      ['b', 'a', ''],
      ['d', 'c', './c.ts'],
      ['e', 'default', './c.ts'],
      ['*', '*', './all.ts'],
      ['ns', '*', './ns.ts'],
      ['default', 'a', ''],
    ])
    expect(outline.declarations[0]!.isExported).toBe(true)
  })

  it('reach members that are not private', () => {
    const source =
      'export class A { a() { return 1 } private b() { return 1 } #c = 1 }\nclass B { d() { return 1 } }\n'
    expect(namesWhere(source, 'isExported')).toEqual(['A', 'A.a'])
  })
})

describe('a function in a call', () => {
  const kindsOf = (source: string) => scan(source).declarations.map(each => each.kind)

  it.each([
    'export const Button = memo(function Button({ id }: { id: string }) { return 1 })\n',
    'const Input = React.forwardRef<Element, Props>((props, ref) => 1)\n',
    'const read = cache(async id => 1)\n',
    'const list = asyncHandler(async (req, res): Promise<void> => {})\n',
  ])('is declared under the name of the variable: %s', source => {
    expect(kindsOf(source)).toEqual(['function'])
  })

  it.each([
    'const total = items.reduce((sum, each) => sum + each, 0)\n',
    'const timer = setTimeout(() => 1, 10)\n',
    'const kept = cache(options)\n',
  ])('is none where the call gives something else: %s', source => {
    expect(kindsOf(source)).toEqual(['constant'])
  })
})

describe('a stub', () => {
  it('is an empty body or one that only refuses', () => {
    const source = `
function a() {}
const b = () => { /* the sum */ }
class C { d() { throw new Error('Not implemented yet') } }
function e() { throw new NotImplementedError() }
class F {}
function g() { if (x) throw new Error('not implemented'); return 1 }
const h = () => undefined
`
    expect(namesWhere(source, 'isStub')).toEqual(['a', 'b', 'C.d', 'e', 'F'])
  })

  it('is not what is empty on purpose', () => {
    const source = `
class Wrong extends Error {}
class A {
  constructor(private readonly b: string) {}
  override c() {}
  abstract d(): void
}
interface E { f(): void }
function g(a: string): void
function g(a: unknown): void { use(a) }
const noop = () => {}
declare function h(): void
abstract class Step { after() {} }
@Module({ imports: [] }) export class AppModule {}
/** Keeps no trail, so this does nothing on purpose. */
function i() {}
`
    expect(namesWhere(source, 'isStub')).toEqual([])
  })

  it('is a refusal behind a log line, and a constant under a comment that promises more', () => {
    const source = `
function a() { console.log('would send'); throw new Error('not implemented') }
function b() {
  // FIXME legal has to write this text
  return ''
}
const c = () => [] // TODO: read them
const d = () => []
function e() { save(); throw new Error('not implemented') }
function f(_, res) { res.status(501).json({ error: 'not yet' }) }
function g(_, res) { res.status(201).json({ id: 501 }) }
`
    expect(namesWhere(source, 'isStub')).toEqual(['a', 'b', 'c', 'f'])
  })
})

it('a declaration in a test file is a test', () => {
  const source = 'const helper = () => 1\n'
  expect(namesWhere(source, 'isTest', 'src/a.test.ts')).toEqual(['helper'])
  expect(namesWhere(source, 'isTest')).toEqual([])
})

it('has a body where something beside comments stands in its braces', () => {
  const source =
    'function f() { g() }\nfunction empty() { /* later */ // or never\n}\ninterface I {}\nconst a = () => 1\ndeclare function h(): void\n'
  expect(namesWhere(source, 'hasBody')).toEqual(['f', 'a'])
})

describe('damage', () => {
  const sound = `export class A {
  one() {
    if (a) { b() }
    return 1
  }
  two() { return 2 }
}
export function c() {
  return 3
}
`
  const names = (source: string) => qualifiedNames(scan(source))
  const all = names(sound)

  it('of a brace too many or too few costs no declaration beyond its own', () => {
    const tooFew = scan(sound.replace('if (a) { b() }', 'if (a) { b()'))
    const tooMany = scan(sound.replace('if (a) { b() }', 'if (a) { b() }}'))
    expect([tooFew.isSuspect, tooMany.isSuspect]).toEqual([true, true])
    expect(qualifiedNames(tooFew)).toEqual(all)
    expect(qualifiedNames(tooMany)).toEqual(expect.arrayContaining(['A', 'A.one', 'c']))
    expect(tooFew.problems[0]).toEqual({ line: 3, column: 12, message: "'{' was never closed" })
  })

  it('of a parenthesis left open ends with the next declaration of the module', () => {
    expect(names(sound.replace('b() }', 'b(( }'))).toEqual(
      expect.arrayContaining(['A', 'A.one', 'c']),
    )
  })

  it.each([
    'export function a(days: number {\n  return days\n}\n',
    'export function a(days: number] {\n  return days\n}\n',
    'import { a from "b"\n',
    'enum A { B, C\nexport const x = 1\n',
    'type A = { b: string\n\nexport const x = 1\n',
    'const a = `abc\nexport const x = 1\n',
    'const a = "abc\nexport const x = 1\n',
  ])('of what is opened and never closed is told: %j', source => {
    expect(scan(source)).toMatchObject({
      isSuspect: true,
      problems: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringMatching(/was never closed$/) }),
      ]),
    })
  })

  it('of any nesting costs neither the stack nor the time', () => {
    const deep = 20_000
    const openers = [
      '(',
      '[',
      '{',
      'a({b:',
      '`${',
      '<a>{',
      'class A { b() {',
      'a = {b() {',
      'x ? (',
      'namespace a {',
    ]
    for (const opener of openers) {
      const outline = scan(opener.repeat(deep), 'a.tsx')
      expect({ opener, isSuspect: outline.isSuspect }).toEqual({ opener, isSuspect: true })
    }
    expect(scan(`x = ${'('.repeat(2_000)}1${')'.repeat(2_000)}`).isSuspect).toBe(false)
    expect(scan('`${'.repeat(deep) + '}`'.repeat(deep)).isSuspect).toBe(false)
  })
})
