import { describe, expect, it } from 'vitest'
import { outlineOf as treeOutline } from '../../../test/tree.ts'
import { hasScanner, outlineOf } from '../outline.ts'

const isStub = (path: string, text: string) => {
  const read = hasScanner(path) ? outlineOf(path, Buffer.from(text)) : treeOutline(path, text)
  return read.declarations.findLast(each => each.name.endsWith('drain'))?.isStub
}

const stubs: readonly (readonly [path: string, text: string])[] = [
  ['a.c', 'int drain(int a)\n{\n  assert(!"not implemented");\n  return 0;\n}'],
  ['a.c', 'int drain(int a)\n{\n  fputs("drain is not implemented\\n", stderr);\n  abort();\n}'],
  ['a.c', 'void drain(int a)\n{\n  UNUSED(a);\n  abort(); /* not implemented */\n}'],
  ['a.c', 'int drain(int a)\n{\n  /* TODO: lower the sluice */\n  assert(0);\n  return -1;\n}'],
  ['a.c', 'int drain(int a)\n{\n  (void)a;\n  return -ENOSYS;\n}'],
  ['a.c', 'int drain(int a)\n{\n  errno = ENOSYS;\n  return -1;\n}'],
  ['a.c', 'int drain(int a)\n{\n  return POND_ERR_NOT_IMPLEMENTED;\n}'],
  ['a.c', 'void drain(int a)\n{\n  errx(1, "not implemented");\n}'],
  ['a.cpp', 'absl::Status drain(int a) {\n  return absl::UnimplementedError("later");\n}'],
  ['a.cpp', 'int drain(int a) {\n  std::cerr << "not implemented\\n";\n  std::abort();\n}'],
  ['a.rs', 'fn drain() -> impl Responder {\n  HttpResponse::NotImplemented().finish()\n}'],
  ['a.rs', 'fn drain() -> R {\n  Err(Status::unimplemented("later"))\n}'],
  ['a.rs', 'fn drain() -> R {\n  Err(String::from("TODO"))\n}'],
  ['a.rs', 'fn drain() -> R {\n  Err("TODO: drain".into())\n}'],
  ['a.rs', 'fn drain() -> R {\n  return Err(anyhow!("not implemented"));\n}'],
  ['a.rs', 'fn drain() -> R {\n  bail!("TODO")\n}'],
  ['a.go', 'package a\nfunc drain() {\n\tpanic(fmt.Sprintf("not implemented: %d", 1))\n}'],
  ['a.go', 'package a\nfunc drain() {\n\tlog.Fatal("not implemented")\n}'],
  ['a.py', 'def drain():\n    raise RuntimeError("not implemented")\n'],
  ['a.py', 'def drain():\n    assert False, "not implemented"\n'],
  ['a.py', 'def drain():\n    sys.exit("not implemented")\n'],
  ['a.py', 'async def drain():\n    await asyncio.sleep(0)\n    raise NotImplementedError\n'],
  ['a.rb', 'def drain\n  abort "drain: not implemented"\nend'],
  ['a.php', '<?php\nfunction drain() {\n  trigger_error("not implemented", E_USER_ERROR);\n}'],
  [
    'a.java',
    'class A { Mono<X> drain() { return Mono.error(new UnsupportedOperationException()); } }',
  ],
  ['a.kt', 'fun drain(): Result<Int> = Result.failure(NotImplementedError())'],
  [
    'a.cs',
    'class A { async Task drain() { await Task.Yield(); throw new NotImplementedException(); } }',
  ],
  ['a.swift', 'func drain() throws -> Int {\n  throw PondError.notImplemented\n}'],
  ['a.ts', 'function drain() {\n  assert.fail("not implemented")\n}'],
  ['a.ts', "function drain() {\n  alert('TODO')\n}"],
  ['a.ts', "function drain() {\n  return console.log('TODO')\n}"],
  ['a.py', 'def drain():\n    return print("TODO")\n'],
  ['a.py', 'def drain(x):\n    if x:\n        pass\n'],
  ['a.py', 'def drain(x):\n    """Drain."""\n    if x > 1: pass\n    else: ...\n'],
  ['a.py', 'def drain(x):\n    try:\n        pass\n    except (A, B) as e:\n        pass\n'],
  ['a.py', 'def drain(x, y):\n    del x, y\n    pass\n'],
  ['a.ts', 'function drain() {\n  throw "not implemented"\n}'],
  [
    'a.ts',
    'function drain(pond) {\n  // TODO: open the sluice\n  console.log("draining", pond)\n}',
  ],
]

const work: readonly (readonly [path: string, text: string])[] = [
  ['a.py', 'def drain(x):\n    if lower(x):\n        pass\n'],
  ['a.py', 'def drain(x):\n    if x:\n        return None\n'],
  ['a.py', 'def drain(x):\n    if x:\n        raise NotImplementedError\n    pass\n'],
  ['a.py', 'def drain(x):\n    try:\n        lower(x)\n    except A:\n        pass\n'],
  ['a.py', 'def drain(x):\n    for _ in x:\n        pass\n'],
  ['a.py', 'def drain(x):\n    if x:\n        pass\n    else:\n        y = 1\n'],
  ['a.py', 'def drain(x, key):\n    del x[key]\n'],
  ['a.c', 'int drain(int a)\n{\n  if (a < 0) return -ENOSYS;\n  return a;\n}'],
  ['a.c', 'int drain(int a)\n{\n  assert(0 && "unreachable");\n  return 0;\n}'],
  ['a.c', 'void drain(char *why)\n{\n  fprintf(stderr, "fatal: %s\\n", why);\n  abort();\n}'],
  ['a.cpp', 'int drain(int a) {\n  std::cerr << "bad " << a;\n  std::abort();\n}'],
  ['a.go', 'package a\nfunc drain(n int) error {\n\treturn handle(ErrNotImplemented)\n}'],
  ['a.py', 'def drain():\n    sys.exit(1)\n'],
  ['a.py', 'def drain():\n    return print("dry")\n'],
  ['a.ts', "function drain() {\n  alert('dry')\n}"],
  ['a.ts', 'function drain() {\n  console.log("the pond is dry")\n}'],
  ['a.ts', 'function drain() {\n  // throw new Error("not implemented")\n  console.log("dry")\n}'],
]

describe('a body', () => {
  it.each(stubs)('in %s that says it is not implemented is a stub: %s', (path, text) => {
    expect(isStub(path, text)).toBe(true)
  })

  it.each(work)('in %s that dies or fails for a reason is none: %s', (path, text) => {
    expect(isStub(path, text)).toBe(false)
  })
})

describe('an empty body', () => {
  it.each([
    ['a.py', 'class NullPond:\n    """A pond."""\n    def drain(self, n):\n        pass\n'],
    [
      'a.py',
      'class Pond:\n    """Keeps nothing: forgetting is the point."""\n    def drain(self):\n        pass\n',
    ],
    ['a.ts', 'class NoopPond {\n  drain() {}\n}'],
    ['a.go', 'package a\ntype NopPond struct{}\nfunc (NopPond) drain() {}'],
    ['a.rb', 'class NullPond\n  def drain(n); end\nend'],
    [
      'a.kt',
      '/** Listens to nothing. */\nobject Deaf : Listener {\n  override fun drain(x: Int) {}\n}',
    ],
  ])('in %s is meant where it belongs to a null object: %s', (path, text) => {
    expect(isStub(path, text)).toBe(false)
  })

  it.each([
    ['a.ts', 'export function drain(v: unknown): asserts v is Pond {}'],
    ['a.ts', 'export const drain = (v: unknown): asserts v => {}'],
    ['a.ts', 'class drain {}\ndrain.prototype.run = function () { return go() }'],
    ['a.ts', 'class A {\n  drain() { /* kept for compatibility */ }\n}'],
    ['a.ts', 'class A {\n  drain() {\n    // The socket closes itself already.\n  }\n}'],
    ['a.py', 'class A:\n    def drain(self): pass  # Keep for compatibility\n'],
    ['a.py', 'class A:\n    def drain(self):\n        pass  # required by the protocol\n'],
    ['a.py', 'class A:\n    def drain(self):\n        # Handled by the server.\n        pass\n'],
    [
      'a.py',
      'try:\n    from x import drain\nexcept ImportError:  # no x\n    class drain:\n        pass\n',
    ],
    [
      'a.py',
      'if hasattr(socket, "KEEP"):\n\n    def drain(t):\n        go(t)\n\nelse:\n\n    def drain(t):  # pragma: no cover\n        pass\n',
    ],
    ['a.ts', 'a()\n\n// Does nothing on purpose.\n\nexport function drain() {}'],
    ['a.py', '# Does nothing on purpose.\n\ndef drain():\n    pass\n'],
  ])('in %s is meant where its place or a comment says so: %s', (path, text) => {
    expect(isStub(path, text)).toBe(false)
  })

  it.each([
    [
      'a.ts',
      "export function drain(v: unknown): asserts v is Pond { throw new Error('not implemented') }",
    ],
    ['a.ts', 'export function drain(v: unknown): asserts v is Pond {\n  // TODO\n}'],
    ['a.ts', 'export function drain(v: unknown): v is Pond {}'],
    ['a.ts', 'class A {\n  drain() { /* drain the pond */ }\n}'],
    ['a.py', 'class A:\n    def drain(self): pass  # TODO: keep for compatibility\n'],
    ['a.py', 'class A:\n    def drain(self):\n        pass  # the logic goes here\n'],
    [
      'a.py',
      'class A:\n    def drain(self):\n        """Kept for compatibility."""\n        pass  # noqa\n',
    ],
    ['a.py', 'if windows:\n    def drain(t):\n        pass\n'],
    [
      'a.py',
      'if windows:\n    def fill(t):\n        go(t)\nelse:\n    def drain(t):\n        pass\n',
    ],
    [
      'a.py',
      'if windows:\n    def drain(t):\n        go(t)\nelse:\n    def drain(t):\n        raise NotImplementedError\n',
    ],
    ['a.ts', '// Does nothing on purpose.\n\n\nexport function drain() {}'],
    ['a.ts', 'a()\n// This does nothing on purpose.\n\nexport function drain() {}'],
    ['a.ts', '// Does nothing on purpose.\n\nexport function a() {}\n\nexport function drain() {}'],
  ])('in %s is a stub where nothing does: %s', (path, text) => {
    expect(isStub(path, text)).toBe(true)
  })

  const inLanguages = (name: string): readonly (readonly [string, string])[] => [
    ['a.py', `def ${name}(x):\n    pass\n`],
    ['a.ts', `export function ${name}(x: number) {}\n`],
    ['a.ts', `export const ${name} = () => {}\n`],
    ['a.go', `package a\nfunc ${name}(x int) {}\n`],
    ['a.rs', `pub fn ${name}(x: u8) {}\n`],
    ['A.java', `class A {\n  static void ${name}(int x) { }\n}\n`],
    ['a.rb', `def ${name}(x)\nend\n`],
  ]
  const firstStub = (path: string, text: string) =>
    (hasScanner(path) ? outlineOf(path, Buffer.from(text)) : treeOutline(path, text)).declarations
      .filter(each => /^(function|method)$/.test(each.kind))
      .map(each => each.isStub)[0]

  it.each(
    [
      'noop',
      '_noop',
      'no_op',
      'noOp',
      'NOOP',
      'nop',
      'noopLog',
      'noop_log',
      'doNothing',
      'do_nothing',
    ].flatMap(inLanguages),
  )('in %s is meant where its name says so: %s', (path, text) => {
    expect(firstStub(path, text)).toBe(false)
  })

  it.each(
    ['noopener', 'no_opinion', 'getNoopLog', 'doNothingYet', 'nope', 'drain'].flatMap(inLanguages),
  )('in %s is a stub where its name says something else: %s', (path, text) => {
    expect(firstStub(path, text)).toBe(true)
  })

  it.each([
    ['a.py', 'def noop():\n    pass  # TODO\n'],
    ['a.py', 'def noop():\n    raise NotImplementedError\n'],
    ['a.go', 'package a\nfunc noop() {\n\t// TODO: log\n}\n'],
    ['a.go', 'package a\nfunc noop() { panic("not implemented") }\n'],
    ['a.ts', "export function doNothing() { throw new Error('not implemented') }\n"],
  ])('in %s is a stub whatever its name is where it says so itself: %s', (path, text) => {
    expect(firstStub(path, text)).toBe(true)
  })

  it('of an abstract class is meant where it is a hook: called, made for heirs, or explained', () => {
    const abstract = (method: string, more = '') =>
      isStub('a.ts', `abstract class Pond {\n  abstract fill(): void\n  ${more}\n  ${method}\n}`)
    expect(abstract('drain(): void {}')).toBe(true)
    expect(abstract('drain(): void {}', 'empty() { this.drain(); }')).toBe(false)
    expect(abstract('protected drain(): void {}')).toBe(false)
    expect(abstract('/** Override to let water out. */\n  drain(): void {}')).toBe(false)
    const java = 'abstract class Pond { abstract void fill(); public void drain() {} }'
    expect(isStub('a.java', java)).toBe(true)
    expect(isStub('a.java', java.replace('fill();', 'fill(); void dry() { drain(); }'))).toBe(false)
  })
})
