import { expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'

const csharp = (text: string) => {
  const { declarations, problems } = outlineOf('a.cs', text)
  return {
    names: declarations.map(each => `${each.kind} ${each.name} ${each.line}`),
    stubs: declarations.filter(each => each.isStub).map(each => each.name),
    problems: problems.map(each => each.line),
  }
}

it.each([
  [
    'a type that ends with its header',
    'public sealed class Late(string who) : Exception($"{who} is late", null);\n\n[Obsolete]\npublic class Lost : Exception;\ninterface IMark;\npublic partial class Program;',
    ['class Late 1', 'class Lost 4', 'interface IMark 5', 'class Program 6'],
  ],
  [
    'a type that ends with its header within another',
    'class Outer\n{\n    record Row(int Id);\n    struct Cell(int X);\n    private class Bag<T>(T One) : List<T>, IBag<T> where T : class;\n    int Sum() => 1;\n}\n',
    ['class Outer 1', 'class Row 3', 'struct Cell 4', 'class Bag 5', 'method Sum 6'],
  ],
  [
    'a collection that is empty',
    'class Cart\n{\n    private readonly List<string> _names = [];\n    int[] All(int[] more) => more.Length > 0 ? [..more] : [];\n    void Clear() { Fill([], 1); }\n}\n',
    ['class Cart 1', 'method All 4', 'method Clear 5'],
  ],
])('C# 12: %s is no syntax error', (_, text, names) => {
  expect(csharp(text)).toMatchObject({ names, problems: [] })
})

it.each([
  [
    'the bases of a type',
    'public struct Task\n#if NET\n    : IA\n#elif OLD\n    : IB, IC\n#else\n    : IC\n#endif\n{\n    public int Run() => 1;\n}\n',
    ['struct Task 1', 'method Run 10'],
  ],
  [
    'parameters',
    'class A\n{\n    public int Run(int a\n#if NET\n        , int b\n#else\n        , long b\n#endif\n    ) { return a; }\n}\n',
    ['class A 1', 'method Run 3'],
  ],
  [
    'the head of a declaration',
    'class A\n{\n#if false\n    public int Run(\n#else\n    public async Task Run(\n#endif\n        int a)\n    {\n        await go();\n    }\n    int Sum() => 1;\n}\n',
    ['class A 1', 'method Run 6', 'method Sum 12'],
  ],
])('C#: directives around a part of %s are no syntax error', (_, text, names) => {
  for (const each of [text, text.replaceAll('\n', '\r\n')])
    expect(csharp(each)).toMatchObject({ names, problems: [] })
})

it('C#: what is wrong beside directives stays wrong', () => {
  const text = 'class A\n#if X\n    : IA\n#endif\n{\n    int Sum( => 1;\n}\n'
  expect(csharp(text).problems).not.toEqual([])
})

it('a C# type without a body is a stub only where it says nothing at all', () => {
  expect(
    csharp('class Late(string who) : Exception(who);\nclass Point(int x);\nclass Bare;\n').stubs,
  ).toEqual(['Bare'])
})

it('what is wrong beside newer syntax stays wrong, with its line', () => {
  expect(
    csharp('class Late : Exception;\n\nclass Open\n{\n    int Sum( => 1;\n}\n').problems,
  ).toEqual([5])
  expect(csharp('class Late : Exception;\nclass Open\n{\n').problems).not.toEqual([])
})

it('what looks like newer syntax in a comment or a string moves nothing', () => {
  const text =
    '/*\nclass Gone;\n*/\nclass Here\n{\n    string Code = @"\nclass Text;\n";\n    int Sum() => 1;\n}\n'
  expect(csharp(text)).toMatchObject({ names: ['class Here 4', 'method Sum 9'], problems: [] })
})

const cpp = (text: string) => {
  const { declarations, problems } = outlineOf('a.hpp', text)
  return { names: declarations.map(each => `${each.kind} ${each.name} ${each.line}`), problems }
}

it.each([
  [
    'a macro of a linker before the name',
    'class MYLIB_EXPORT Alpha {\n public:\n  int run() const;\n};\nclass API(1) Eps final : public Beta {\n public:\n  int go() { return 1; }\n};\ntemplate <class T> struct X_API Box {\n  T get() { return t; }\n};\n',
    [
      'class Alpha 1',
      'method run 3',
      'class Eps 5',
      'method go 7',
      'struct Box 9',
      'method get 10',
    ],
  ],
  [
    'the words of Qt',
    'class Q_DECL_EXPORT Gam : public Base {\n  Q_OBJECT\n  Q_PROPERTY(int p READ p NOTIFY changed(int))\n public:\n  int p() { return p_; }\n signals:\n  void changed(int x);\n public slots:\n  void onClick() { p_++; }\n};\n',
    ['class Gam 1', 'method p 5', 'method changed 7', 'method onClick 9'],
  ],
  [
    'a macro beside a constructor',
    'API_X logger::logger(const logger &other)\n    : name_(other.name_), at_(f(1)) {}\nAPI_X logger::logger(logger &&other) API_NOEXCEPT\n    : name_(std::move(other.name_)) {}\nAPI_X void logger::swap(logger &other) API_NOEXCEPT {\n  name_.swap(other.name_);\n}\nAPI_X ns::logger::~logger() {}\nclass X {\n  API_X explicit X(char b) { go(b); }\n  API_X X(int a) : a_(a) {}\n  API_X ~X() {}\n  API_X Y z(int b) { return b; }\n  TYPE sum(int b) { return b; }\n};\n',
    [
      'method logger.logger 1',
      'method logger.logger 3',
      'method logger.swap 5',
      'method logger.~logger 8',
      'class X 9',
      'method X 10',
      'method X 11',
      'method ~X 12',
      'method z 13',
      'method sum 14',
    ],
  ],
  [
    'a macro beside a function',
    'API_X std::shared_ptr<X> logger::clone(std::string name) const API_NOEXCEPT {\n  return make(name);\n}\nAPI_X std::string path();\nvoid* NON_NULL raw(Y y);\ntemplate <class... T> struct box : T... {};\ntemplate <class... T> box(T...) -> box<T...>;\nclass X {\n  int x() API_NOEXCEPT { return MAX; }\n  API_X int y() const API_NOEXCEPT;\n};\n',
    [
      'method logger.clone 1',
      'function path 4',
      'function raw 5',
      'struct box 6',
      'class X 8',
      'method x 9',
      'method y 10',
    ],
  ],
  [
    'a type whose name is in capitals',
    'class FOO final {\n  int a() { return 1; }\n};\nstruct BAR : FOO {};\nvoid f(List l) { for (struct BAR x : l) { use(x); } }\n',
    ['class FOO 1', 'method a 2', 'struct BAR 4', 'function f 5'],
  ],
])('C++: %s is no syntax error', (_, text, names) => {
  expect(cpp(text)).toEqual({ names, problems: [] })
})

const script = (text: string) => outlineOf('a.js', text).problems.map(each => each.line)

it.each([
  'const _null = 1;\nexport { _null as null, _if as if };',
  "export { null as none, void } from 'm';",
  "export * as null from 'm';",
  "import a, { null as none } from 'm';",
])(
  'JavaScript: a word of the language as the name of a module’s export is no syntax error: %s',
  text => {
    expect(script(text)).toEqual([])
  },
)

it.each(['export { null };', 'export { null as none };', "import { none as null } from 'm';"])(
  'JavaScript: but where a name of the file is wanted it is one: %s',
  text => {
    expect(script(text)).toEqual([1])
  },
)

it.each([
  [
    'class A(val x: Int) { companion object { fun of(x: Int) = A(x) } }\nclass B { fun b() = 2 }\n',
    ['class A 1', 'method of 1', 'class B 2', 'method b 2'],
  ],
  [
    'class A {\n  companion object { const val Z = 1; fun of(x: Int): A { return A(x) } }; fun go(): Int = 1\n}\n',
    ['class A 1', 'method of 2', 'method go 2'],
  ],
  [
    'data class A(val x: Int) { companion object { fun of(s: String): A = A(s) } fun plus(o: A) = A(x) }\n',
    ['class A 1', 'method of 1', 'method plus 1'],
  ],
  [
    'interface X { companion object { fun of(): X = object : X {} } }\nenum class E { P, Q; companion object { fun of(s: String) = valueOf(s) } fun z() = 1 }\n',
    ['interface X 1', 'method of 1', 'enum E 2', 'method of 2', 'method z 2'],
  ],
])('Kotlin: bodies that close on one line lose nobody: %s', (text, names) => {
  const { declarations, problems } = outlineOf('a.kt', text)
  expect(declarations.map(each => `${each.kind} ${each.name} ${each.line}`)).toEqual(names)
  expect(problems).toEqual([])
})

it('Ruby: a symbol of a sign is no syntax error, and what is wrong beside stays wrong', () => {
  const ruby = (text: string) => outlineOf('a.rb', text).problems.map(each => each.line)
  expect(
    ruby('alias_method :☠, :exit\nputs [:☠, :🚀x, :é, "a:☠"]\nf(x:, y:)\nh = { x:, y: }\n'),
  ).toEqual([])
  expect(ruby('a = :☠\ndef run(\n  1\nend\n')).not.toEqual([])
})

it.each(['a.js', 'a.ts', 'a.tsx'])('%s: using is a name where it declares nothing', path => {
  const problems = (text: string) => outlineOf(path, text).problems.map(each => each.line)
  expect(
    problems("let using = ''\nusing += f(using)\nif (using) using.go()\nusing(a, b)\n"),
  ).toEqual([])
  expect(problems("using += 'a'\nfunction run( {\n}\n")).not.toEqual([])
})
