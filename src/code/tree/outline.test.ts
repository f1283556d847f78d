import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { renderOutline } from '../../../test/outline-text.ts'
import { outlineOf, repository } from '../../../test/tree.ts'
import { packFor, packs } from '../languages/all.ts'
import { openParser, whatIsMissing } from './grammar.ts'
import { decodeSource } from './source.ts'

const fixtures = join(repository, 'test/fixtures/languages')

const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
const described = files.filter(file => existsSync(join(fixtures, `${file}.outline`))).sort()

describe('a method written away from its type', () => {
  const parentsOf = (path: string, text: string) =>
    outlineOf(path, text).declarations.map(each => `${each.name} ${each.parent}`)

  it('belongs to the type above it, and carries the name of a type below or elsewhere', () => {
    const text = `package a

func (s *Late) Before() { f() }

type Late struct{}

func (s *Late) After() { f() }
func (e Elsewhere[T]) Run() { f() }
`
    expect(parentsOf('a.go', text)).toEqual([
      'Late.Before -1',
      'Late -1',
      'After 1',
      'Elsewhere.Run -1',
    ])
  })

  it('is never enclosed by something below it', () => {
    for (const file of described) {
      const { declarations } = outlineOf(file, readFileSync(join(fixtures, file), 'utf8'))
      for (const [index, { parent }] of declarations.entries()) expect(parent).toBeLessThan(index)
    }
  })
})

describe('the outline of a file', () => {
  it('is described by hand for every language', () => {
    const languages = new Set(described.map(file => packFor(file)?.language))
    expect([...languages].sort()).toEqual(packs.map(pack => pack.language).sort())
  })

  it.each(described)('of %s is what a reader finds in it', file => {
    const text = readFileSync(join(fixtures, file), 'utf8')
    const expected = readFileSync(join(fixtures, `${file}.outline`), 'utf8')
    expect(renderOutline(outlineOf(file, text))).toBe(expected)
  })

  it('is the same when files are read again in another order', () => {
    const read = (file: string) => outlineOf(file, readFileSync(join(fixtures, file), 'utf8'))
    const forth = described.map(read)
    expect(described.toReversed().map(read).reverse()).toEqual(forth)
  })
})

const broken: Readonly<Record<string, string>> = {
  'a.go': 'package a\n\nfunc f( {\n}\n\nfunc after() int { return 1 }\n',
  'a.rs': 'fn before() {}\n\nfn f( -> {\n}\n',
  'A.java': 'class A {\n  int f() {\n    return 1\n  }\n  void after() { g(); }\n}\n',
  'a.kt': 'fun before() = 1\nfun f( {\n}\n',
  'a.cs': 'class A {\n  void F() {\n    G(;\n  }\n}\n',
  'a.rb': 'def f\n  x = (1 +\nend\n\ndef after\n  1\nend\n',
  'a.php': '<?php\nfunction f() {\n  $x = ;\n}\nfunction after() { return 1; }\n',
  'a.c': 'int f(void) {\n  return (1;\n}\nint after(void) { return 2; }\n',
  'a.cpp': 'class A {\n  int f( { }\n};\nint after() { return 2; }\n',
  'a.swift': 'func f( {\n}\nfunc after() -> Int { 1 }\n',
  'a.py': 'def f(:\n    pass\n\ndef after():\n    return 1\n',
  'a.ts': 'function f( {\n}\nfunction after() { return 1 }\n',
  'a.tsx': 'const f = () => <p>\nfunction after() { return 1 }\n',
  'a.js': 'class A { run() {\n\nfunction after() { return 1 }\n',
  'a.sol': 'contract A {\n  function f( public {}\n}\n',
}

describe('a file of tests', () => {
  it.each([
    ['src/a_test.go', 'package a\n\nfunc helper() int { return 1 }\n'],
    ['tests/a.rs', 'fn helper() {}\n'],
    ['src/test/java/A.java', 'class A { void helper() { f(); } }\n'],
    ['spec/a_spec.rb', 'def helper\n  1\nend\n'],
    ['src/ATest.php', '<?php function helper() { f(); }\n'],
    ['a.test.ts', 'function helper() { f() }\n'],
    ['test_a.py', 'def helper():\n    f()\n'],
    ['Vault.t.sol', 'contract A { function helper() public { f(); } }\n'],
  ])('%s holds nothing but tests', (path, text) => {
    expect(outlineOf(path, text).declarations.map(each => each.isTest)).not.toContain(false)
    expect(
      outlineOf(`src/contest${path.slice(path.lastIndexOf('.'))}`, text).declarations.map(
        each => each.isTest,
      ),
    ).not.toContain(true)
  })
})

it('a lambda of C++ that a namespace keeps under a name is a function, and one in a function is none', () => {
  const text = `auto twice = [](int x) { return 2 * x; };
namespace pond {
const auto add = [](int a, int b) -> int { return a + b; };
static std::function<int(int)> hidden = [](int x) { return x; };
int made = []() { return 1; }();
}
int main() { auto inner = [] { return 1; }; return inner(); }
`
  const { declarations } = outlineOf('a.cpp', text)
  expect(
    declarations.map(({ kind, name, isExported }) =>
      [kind, name, isExported ? 'exported' : 'hidden'].join(' '),
    ),
  ).toEqual([
    'function twice exported',
    'module pond exported',
    'function add exported',
    'function hidden hidden',
    'function main exported',
  ])
})

describe('a file with a syntax error', () => {
  it('is tried in every language', () => {
    const tried = Object.keys(broken).map(path => packFor(path)!.language)
    expect(tried.sort()).toEqual(packs.map(pack => pack.language).sort())
  })

  it.each(Object.entries(broken))('%s says where it is: %j', (path, text) => {
    const { problems } = outlineOf(path, text)
    expect(problems.length).toBeGreaterThan(0)
    for (const { line, column, message } of problems) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(text.split('\n').length)
      expect(column).toBeGreaterThanOrEqual(1)
      expect(message).toMatch(/^(unexpected|missing) /)
    }
  })

  it.each([
    [
      'a.h',
      '#ifdef __cplusplus\nextern "C" {\n#endif\nAPI(int) f(void);\n#ifdef __cplusplus\n}\n#endif\n',
    ],
    ['a.cpp', 'EXPORT_API\nvoid f() MAYBE_NOEXCEPT { LOOP(i) { g(i); } }\n'],
    ['a.kt', 'fun f(x: Any) = when (x) { is String if x.length > 1 -> 1\n else -> 2 }\n'],
  ])('%s is not one for what its grammar does not know: %j', (path, text) => {
    expect(outlineOf(path, text)).toMatchObject({ problems: [], isSuspect: path !== 'a.h' })
  })

  it.each([
    ['a.kt', 'fun interface Filter<T> { fun apply(x: T): Boolean }\n', ['Filter', 'apply']],
    ['a.kt', 'fun f(n: Int) { for (i in 0..<n) println(i) }\n', ['f']],
    ['a.php', '<?php\nclass A { public private(set) string $x; function f() {} }\n', ['A', 'f']],
    ['a.rs', 'fn f() { let g = async move |x| x; }\n', ['f']],
    ['a.rs', 'unsafe extern "C" { safe fn g(); }\nfn f() {}\n', ['g', 'f']],
    ['a.cs', 'class A { void F(params ReadOnlySpan<int> x) { } }\n', ['A', 'F']],
    ['a.swift', 'func f() throws(Failure) -> Int { 1 }\n', ['f']],
    ['a.cpp', 'export module a;\nimport std;\nexport int f() { return 1; }\n', ['f']],
  ])('%s is not one for syntax that its grammar is too old for: %j', (path, text, names) => {
    const { problems, isSuspect, declarations } = outlineOf(path, text)
    expect({ problems, isSuspect }).toEqual({ problems: [], isSuspect: false })
    expect(declarations.map(each => each.name)).toEqual(names)
  })

  it('names the place and the missing token', () => {
    expect(outlineOf('A.java', broken['A.java']!).problems).toEqual([
      { line: 3, column: 13, message: 'missing ;' },
    ])
  })
})

describe('hostile input', () => {
  const random = Uint8Array.from(
    { length: 20_000 },
    (_, index) => (index * index * 31 + index * 7) % 251,
  )
  const hostile: Readonly<Record<string, string>> = {
    'nested parentheses': `${'('.repeat(2000)}1${')'.repeat(2000)}`,
    'nested braces': '{'.repeat(20_000),
    'closing brackets only': ')]}'.repeat(5000),
    'one quote': `"${'a'.repeat(50_000)}`,
    'bytes of no language': decodeSource(random).text,
    nothing: '',
    spacing: ' \r\n\t\0\uFEFF',
  }
  const extensions = packs.map(pack => pack.extensions[0]!)

  it.each(Object.keys(hostile))('of %s costs no run in any language', name => {
    for (const extension of extensions) {
      const outline = outlineOf(`a${extension}`, hostile[name]!)
      expect(outline.problems.length).toBeLessThanOrEqual(20)
    }
  })

  it('of bytes that are no UTF-8 keeps what can be read', () => {
    const bytes = Buffer.concat([
      Buffer.from('x = 1 # '),
      Buffer.of(0xff, 0xfe),
      Buffer.from('\ndef f():\n    return 1\n'),
    ])
    const { text, problems } = decodeSource(bytes)
    expect(problems).toEqual([{ line: 1, column: 9, message: 'bytes are not UTF-8' }])
    expect(outlineOf('a.py', text).declarations.map(each => each.name)).toEqual(['f'])
  })

  it('that spells the replacement character out is fine', () => {
    expect(decodeSource(Buffer.from('x = "\uFFFD"')).problems).toEqual([])
  })
})

describe('a language without its grammar', () => {
  const absent = {
    ...packFor('a.go')!,
    language: 'gone',
    grammar: { package: '@ast-grep/lang-gone' },
  }
  const bare = mkdtempSync(join(tmpdir(), 'fixpoint-'))
  afterAll(() => rmSync(bare, { recursive: true, force: true }))

  it('is a diagnostic with the command that installs it', () => {
    expect(openParser(absent, { cache: bare })).toEqual({
      code: 'code/grammar-missing',
      severity: 'warning',
      message: 'no parser for gone is installed, so its files count as unread',
      fix: `npm install --prefix ${bare} @ast-grep/lang-gone`,
    })
  })

  it('that a scanner reads loses only what a tree tells', () => {
    const scanned = { ...absent, extensions: ['.sol'] }
    expect(whatIsMissing(scanned, { cache: bare })?.message).toBe(
      'no parser for gone is installed, so nothing confirms the syntax of its files, and who refers to what in them is not seen',
    )
  })

  it('is installed into the folder of the user where the project has no package.json', () => {
    expect(openParser(absent, { cache: '/cache/grammars' })).toMatchObject({
      fix: 'npm install --prefix /cache/grammars @ast-grep/lang-gone',
    })
  })
})
