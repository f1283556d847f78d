import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'
import type { Declaration } from '../model.ts'

it.each([
  ['a.go', 'func f() int { return 1 }', true],
  ['a.go', 'package a\n\nfunc f() int', false],
  ['a.c', 'int f(void) {}', true],
  ['a.c', 'int f(void);', false],
  ['a.cpp', 'A::A() = default;', true],
  ['a.cpp', 'A::A(int x) = delete;', true],
  ['a.rb', 'def f\n  1\nend', true],
])('in %s, %s has a body: %s', (path, text, hasBody) => {
  expect(outlineOf(path, text).declarations[0]!.hasBody).toBe(hasBody)
})

const stubs: Readonly<Record<string, readonly string[]>> = {
  'a.go': [
    'func f() (string, error) {\n\t// TODO: wait for the vault\n\treturn "", nil\n}',
    'func f(w http.ResponseWriter) {\n\tw.WriteHeader(http.StatusNotImplemented)\n}',
    'func f() {}',
    'func f() { panic("not implemented") }',
    'func f() {\n\t// TODO\n\tpanic("unimplemented: later")\n}',
    'func f() error { return errors.New("not implemented") }',
  ],
  'a.rs': [
    '// FIXME\nfn f() -> Vec<u8> { Vec::new() }',
    'fn f() { println!("x"); todo!() }',
    'impl Visitor for () { fn f() { todo!() } }',
    'impl Visitor for Pond { fn f() {} }',
    'fn f() { todo!() }',
    'fn f() { unimplemented!("later") }',
    'fn f() {}',
  ],
  'A.java': [
    'class A { List<P> f() {\n// TODO ask them\nreturn List.of();\n} }',
    'class A implements B { public void f() {} }',
    'class A {}',
    'abstract class A { /* TODO */ }',
    'class A { A(int x) {} }',
    'class A { A() { /* TODO: connect */ } }',
    'class A { void f() { log.info("x"); throw new UnsupportedOperationException(); } }',
    'class A { void f() { throw new UnsupportedOperationException(); } }',
    'class A { void f() { throw new RuntimeException("not implemented yet"); } }',
  ],
  'a.kt': [
    'class A : B() {\n  override fun f() {\n    println("would mail")\n    throw NotImplementedError("x")\n  }\n}',
    'fun f(): List<Int> = emptyList() // TODO',
    'fun f() = TODO()',
    'class A { constructor(x: Int) {\n    // TODO: keep x\n  } }',
    'class A { constructor(x: Int) { TODO() } }',
    'class A : B { constructor(x: Int) : super(x) { TODO("keep x") } }',
    'fun f(): Int { TODO("later") }',
    'fun f() { throw NotImplementedError() }',
  ],
  'a.cs': [
    'class A { int F() { _log.LogInformation("x"); throw new NotImplementedException(); } }',
    'class A { void F() { throw new NotImplementedException(); } }',
    'class A { int F() => throw new System.NotImplementedException(); }',
  ],
  'a.rb': [
    'def f\n  # TODO: read them\n  []\nend',
    'def f; end',
    'def f\n  raise NotImplementedError\nend',
    'def f = raise(NotImplementedError, "x")',
  ],
  'a.php': [
    '<?php function f() { return null; // FIXME: the old format\n}',
    "<?php function f() { throw new \\Exception('Not implemented'); }",
    '<?php function f() {}',
    '<?php class A {}',
    '<?php class A { function __construct($x) {\n    // TODO: connect\n  } }',
    '<?php class A { function __construct() {\n    // TODO: connect\n  } }',
    '<?php abstract class A {\n  // TODO\n}',
  ],
  'a.c': [
    'int f(void) {}',
    'int f(void) { abort(); }',
    'void die(void) {}',
    'void die(void) { abort(); /* TODO: say why */ }',
    'int f(void) { assert(0 && "not implemented"); return 0; }',
  ],
  'a.cpp': [
    'int f() { throw std::logic_error("not implemented"); }',
    'auto f = [](int x) { throw std::logic_error("not implemented"); };',
  ],
  'a.swift': [
    'func f() -> [Int] {\n  // not written yet\n  return []\n}',
    'func f() {}',
    'func f() { fatalError("not implemented") }',
    'func f() { fatalError() }',
  ],
  'a.py': [
    'def f(): pass',
    'def f(): ...',
    'def f():\n    """Docs."""',
    "def f():\n    r'''Docs: \"x\" '''\n    raise NotImplementedError",
    'async def f():\n    raise NotImplementedError("later")',
  ],
  'a.ts': [
    'function f() {}',
    'const f = () => {}',
    'function f() { throw new Error("not implemented") }',
    'const f = async () => { throw new Error(`TODO: implement`) }',
    'function f() { return Promise.reject(new Error("Not implemented yet")) }',
    'async function f() { return await Promise.reject(new Error("not implemented")) }',
    'async function f() { await Promise.reject(new Error("not implemented")) }',
    'function f() { throw new NotImplementedError() }',
  ],
  'a.sol': [
    'contract A { function f() public {} }',
    'contract A { function f() public { revert("not implemented"); } }',
    'contract A {}',
  ],
}

const substance: Readonly<Record<string, readonly string[]>> = {
  'a.go': [
    'func f() (string, error) {\n\t// empty names are fine\n\treturn "", nil\n}',
    'func f() {\n\tsave()\n\tpanic("not implemented")\n}',
    'func f() { panic("disk is full") }',
    'func f() { log("panic(\\"not implemented\\")") }',
    'type A interface { F() }',
    'func f() { if x { panic("not implemented") }; g() }',
  ],
  'a.rs': [
    'fn f() { let x = "todo!()"; use_it(x) }',
    'impl Visitor for () { fn f() {} }',
    'struct NoopReducer;\nimpl Reducer<()> for NoopReducer { fn f(self, _left: (), _right: ()) {} }',
    'impl<I> ParseError<I> for () { fn f(_: I, _: Kind) {} }',
    'trait A { fn f(); }',
    'extern "C" { fn f(); }',
  ],
  'A.java': [
    'abstract class A { protected void f() {} }',
    'public abstract class A {}',
    'public sealed abstract class A permits B {}',
    'class A extends B {}',
    'class A { private A() {} }',
    'class A implements B {\n/** Deliberately empty. */\npublic void f() {} }',
    '/** A null object. */\nclass A implements B {\npublic void f() {} }',
    'interface A { default void f() {} }',
    'class A { List<P> f() { return List.of(); } }',
    'abstract class A { abstract void f(); }',
    'class A { void f() { throw new Failure("no disk"); } }',
  ],
  'a.kt': [
    'abstract class A { open fun f(answer: String) {} }',
    'sealed class A {}',
    'abstract class A {}',
    'class A { constructor() }',
    'class A { constructor(x: Int) : this() }',
    'class A { constructor(x: Int) : this() {} }',
    'class A { constructor(x: Int) { this.x = x } }',
    'interface A { fun f() }',
    'fun f() = 1',
  ],
  'a.cs': [
    'class A { protected virtual void F() { } }',
    'public abstract class A { }',
    'public partial class Program { }',
    'class A : B { }',
    'class A { A(int x) : base(x) { } }',
    'interface A { void F(); }',
  ],
  'a.rb': [
    '# Hook for plugins.\ndef f; end',
    '# No actual validation happens here.\ndef f; end',
    "def f\n  raise 'disk is full'\nend",
    'class A < StandardError; end',
  ],
  'a.php': [
    '<?php class A {\n/** Nothing to do once the response is out. */\npublic function f(): void {} }',
    '<?php interface A { function f(); }',
    '<?php abstract class A\n{\n    //\n}',
    '<?php class A extends DomainException {}',
    '<?php class A { private function __construct() {} }',
    '<?php class A { private function __clone() {} }',
    "<?php function f() { throw new \\Exception('full'); }",
  ],
  'a.c': [
    'void die(void) { abort(); }',
    'static void parser_fatal(void)\n{\n  abort();\n}',
    '_Noreturn void f(void) { abort(); }',
    'void f(void) __attribute__((noreturn));\nvoid f(void) { do_it(); abort(); }',
  ],
  'a.cpp': [
    'struct A { A(int x) : x_(x) {} };',
    'struct A { virtual void f() = 0; };',
    'struct A { A() {} };',
    'A::A() {}',
    'A::~A() {}',
    'pond::A::~A() {}',
    '[[noreturn]] void f() { std::terminate(); }',
    'struct null_mutex { void f() const {} };',
    'template <> struct A<T> { A() {} };',
    'void onOutOfMemoryDie() { std::abort(); }',
  ],
  'a.swift': ['protocol A { func f() }', 'func f() { fatalError("disk is full") }'],
  'a.py': [
    'from abc import abstractmethod\nclass A(B):\n    @abstractmethod\n    def f(self): ...',
    'class A(Protocol):\n    def f(self) -> int: ...',
    'class A(Exception): pass',
    'def f():\n    return "pass"',
    'def f():\n    """Docs."""\n    return 1',
  ],
  'b.py': ['def f():\n    return None'],
  'a.pyi': ['def f() -> int: ...'],
  'a.ts': [
    'class A { constructor(private readonly x: X) {} }',
    'declare function f(): void',
    'class A extends Error {}',
    'function f() { throw new Error("disk is full") }',
    'function f() { return "throw new Error(not implemented)" }',
  ],
  'a.sol': [
    'contract A is B { constructor() B(1) {} }',
    'interface A { function f() external; }',
    'contract A { receive() external payable {} }',
    'abstract contract A {}',
    'contract A { function f() internal virtual {} }',
  ],
}

const cases = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([path, texts]) => texts.map(text => [path, text] as const))

describe('a stub', () => {
  const deepest = (path: string, text: string): Declaration =>
    outlineOf(path, text).declarations.at(-1)!

  it.each(cases(stubs))('in %s is %s', (path, text) => {
    expect(deepest(path, text)).toMatchObject({ isStub: true })
  })

  it.each(cases(substance))('in %s is not %s', (path, text) => {
    expect(deepest(path, text)).toMatchObject({ isStub: false })
  })
})
