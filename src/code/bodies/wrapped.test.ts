// A refusal that is wrapped is one: in the function that a body gives, and in a `try` that does nothing about it.

import { expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'

const isStub = (path: string, text: string) =>
  outlineOf(path, text).declarations.find(each => /(^|\.)login$/.test(each.name))?.isStub

const inClass = (method: string) => `class A {\n  ${method}\n  int other() { return go(); }\n}\n`
const inGo = (method: string) => `package a\n${method}\n`
const inPhp = (method: string) => `<?php\n${method}\n`

const unsupported = 'throw new UnsupportedOperationException();'
const notImplemented = 'throw new NotImplementedException()'

it.each([
  ['a.go', inGo('func login() func() { return func() { panic("not implemented") } }')],
  [
    'a.go',
    inGo(
      'func login(db *DB) http.HandlerFunc {\n\treturn func(w http.ResponseWriter, r *http.Request) {\n\t\tpanic("not implemented")\n\t}\n}',
    ),
  ],
  [
    'a.go',
    inGo(
      'func login() http.Handler {\n\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n\t\tpanic("TODO")\n\t})\n}',
    ),
  ],
  [
    'a.go',
    inGo(
      'func login() (func(x interface{}) error, error) {\n\treturn func(x interface{}) error { return errors.New("not implemented") }, nil\n}',
    ),
  ],
  ['a.rs', 'fn login() -> impl Fn(i32) -> i32 { move |x| todo!() }\n'],
  [
    'a.rs',
    'fn login() -> Box<dyn Fn()> {\n    Box::new(|| {\n        unimplemented!("x")\n    })\n}\n',
  ],
  ['a.rs', 'fn login() -> impl Future<Output = i32> { async move { todo!() } }\n'],
  ['A.java', inClass(`Runnable login() { return () -> { ${unsupported} }; }`)],
  ['A.java', inClass(`Function<A, B> login() { return x -> {\n    ${unsupported}\n  };\n  }`)],
  ['A.java', inClass(`void login() { try { ${unsupported} } finally { } }`)],
  [
    'A.java',
    inClass(
      `void login() {\n    try {\n      ${unsupported}\n    } catch (Exception e) {\n      throw e;\n    }\n  }`,
    ),
  ],
  ['a.kt', 'fun login() { try { throw UnsupportedOperationException() } finally { } }\n'],
  ['a.kt', 'fun login(): Int {\n  try {\n    TODO("later")\n  } finally {\n  }\n}\n'],
  ['a.kt', 'fun login(): (Int) -> Int { return { x -> TODO() } }\n'],
  ['A.cs', inClass(`Func<int> login() => () => ${notImplemented};`)],
  ['A.cs', inClass(`Func<int, int> login() => x => ${notImplemented};`)],
  ['A.cs', inClass(`Action login() { return () => ${notImplemented}; }`)],
  ['A.cs', inClass(`Func<Task> login() { return async () =>\n  {\n    ${notImplemented};\n  }; }`)],
  [
    'A.cs',
    inClass(
      `void login()\n  {\n    try\n    {\n      ${notImplemented};\n    }\n    finally\n    {\n    }\n  }`,
    ),
  ],
  ['a.php', inPhp(`function login() { return fn () => ${notImplemented}; }`)],
  [
    'a.php',
    inPhp(
      "function login() { return static fn ($x): int => throw new \\LogicException('not implemented'); }",
    ),
  ],
  ['a.php', inPhp(`function login($y) { return function ($x) use ($y) { ${notImplemented}; }; }`)],
  [
    'a.php',
    inPhp(
      "function login() { try { throw new \\LogicException('not implemented'); } finally { } }",
    ),
  ],
  ['a.swift', 'func login() -> () -> Void { return { fatalError("not implemented") } }\n'],
  ['a.swift', 'func login() -> (Int) -> Void {\n  { x in fatalError("not implemented") }\n}\n'],
  ['a.rb', 'def login\n  -> { raise NotImplementedError }\nend\n'],
  ['a.rb', 'def login\n  ->(x) { raise NotImplementedError, "later" }\nend\n'],
  ['a.rb', 'def login\n  lambda { |x| raise NotImplementedError }\nend\n'],
  ['a.rb', 'def login\n  proc do |x|\n    raise NotImplementedError\n  end\nend\n'],
  ['a.cpp', 'auto login() { return [] { throw std::runtime_error("not implemented"); }; }\n'],
  [
    'a.cpp',
    'std::function<int(int)> login() { return [=](int x) -> int { throw std::logic_error("not implemented"); }; }\n',
  ],
])('in %s nothing is there behind %j', (path, text) => {
  expect(isStub(path, text)).toBe(true)
})

it.each([
  ['a.go', inGo('func login() func() { return func() { go() } }')],
  ['a.go', inGo('func login() func() { return func() {} }')],
  [
    'a.go',
    inGo('func login() func() { return func() { if x { go() }; panic("not implemented") } }'),
  ],
  ['a.go', inGo('func login() func() { start(); return func() { panic("not implemented") } }')],
  ['a.rs', 'fn login() -> impl Fn(i32) -> i32 { move |x| x + 1 }\n'],
  ['a.rs', 'fn login() -> i32 { all.unwrap_or_else(|| todo!()) }\n'],
  ['A.java', inClass(`Runnable login() { return () -> { go(); }; }`)],
  ['A.java', inClass(`Function<A, B> login() { return find(x -> { ${unsupported} }); }`)],
  [
    'A.java',
    inClass(`int login() { try { ${unsupported} } catch (Exception e) { return go(); } }`),
  ],
  ['A.java', inClass(`int login() { try { go(); ${unsupported} } finally { } }`)],
  ['A.cs', inClass('Func<int> login() => () => Find();')],
  ['a.php', inPhp('function login() { return fn () => find(); }')],
  ['a.swift', 'func login() -> () -> Void { return { go() } }\n'],
  ['a.rb', 'def login\n  -> { go }\nend\n'],
  ['a.rb', 'def login\n  all.fetch(1) { raise NotImplementedError }\nend\n'],
  ['a.cpp', 'auto login() { return [] { return go(); }; }\n'],
])('in %s something is there behind %j', (path, text) => {
  expect(isStub(path, text)).toBe(false)
})
