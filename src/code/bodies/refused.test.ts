// A body that refuses is a stub, whatever leave a header gives to do nothing, and whatever it is wrapped into.

import { expect, it } from 'vitest'
import { outlineOf as byGrammar } from '../../../test/tree.ts'
import { hasScanner, outlineOf as scanned } from '../outline.ts'

function stubsOf(path: string, text: string): readonly string[] {
  const outline = hasScanner(path) ? scanned(path, Buffer.from(text)) : byGrammar(path, text)
  return outline.declarations.filter(each => each.isStub).map(each => each.name)
}

const refusal = "throw new Error('not implemented')"

it.each([
  [
    'a.ts',
    `class A extends B {\n  override run() { ${refusal} }\n  override idle() {}\n}\n`,
    ['run'],
  ],
  ['a.ts', `class A {\n  constructor() { ${refusal} }\n}\n`, ['constructor']],
  ['a.ts', 'class A {\n  private constructor() {}\n}\n', []],
  ['a.ts', `const a = (x: X) => new Promise<Y>((resolve, reject) => {\n  ${refusal}\n})\n`, ['a']],
  ['a.ts', 'const never = () => new Promise<void>(() => {})\n', []],
  ['a.ts', `const a = (x: X) => (y: Y) => {\n  ${refusal}\n}\n`, ['a']],
  ['a.ts', 'const a = () => () => {}\n', []],
  ['a.ts', `const a = (x: X) => y => async (z: Z): Promise<void> => {\n  ${refusal}\n}\n`, ['a']],
  ['a.ts', 'const a = x => y => z => x(y(z))\nconst b = store => next => action => {}\n', []],
  ['a.ts', `function a(x: X) {\n  return async (y: Y) => {\n    ${refusal}\n  }\n}\n`, ['a']],
  ['a.ts', `function a(x) {\n  return function (y) { ${refusal} }\n}\n`, ['a']],
  ['a.ts', `function a(x) {\n  return y => { if (y) go(); ${refusal} }\n}\n`, []],
  [
    'a.ts',
    "const a = () => new Promise((_, reject) => reject(new Error('not implemented')))\n",
    ['a'],
  ],
  [
    'a.ts',
    "function a() {\n  return new Promise<X>((resolve, reject) => {\n    reject(new Error('Not implemented'))\n  })\n}\n",
    ['a'],
  ],
  ['a.ts', "const a = () => new Promise((_, reject) => reject(new Error('no such user')))\n", []],
  [
    'a.ts',
    "const a = () => new Promise((resolve, reject) => go().then(resolve, () => reject(new Error('not implemented'))))\n",
    [],
  ],
  [
    'a.py',
    'class A(B):\n    @override\n    def run(self):\n        raise NotImplementedError\n    @override\n    def idle(self):\n        pass\n',
    ['run'],
  ],
  [
    'a.cs',
    'class A : B\n{\n    A(int id) : base(id) { throw new NotImplementedException(); }\n    A() : base(1) { }\n}\n',
    ['A'],
  ],
  [
    'a.cpp',
    'struct A {\n  A(int x) : x_(x) { throw std::runtime_error("not implemented"); }\n  A() : x_(0) {}\n  int x_;\n};\n',
    ['A'],
  ],
  [
    'a.php',
    "<?php\nclass A {\n  function __construct(public string $name) { throw new \\RuntimeException('not implemented'); }\n}\n",
    ['__construct'],
  ],
  ['a.rb', 'def q\n  raise NotImplementedError, <<~MSG\n    Implement q\n  MSG\nend\n', ['q']],
  [
    'a.kt',
    'suspend fun scan(b: Bitmap): List<R> = withContext(Dispatchers.IO) {\n  TODO("x")\n}\n',
    ['scan'],
  ],
  ['a.kt', 'fun bundle(r: R) = Bundle().apply {\n  TODO()\n}\n', ['bundle']],
  ['a.kt', 'fun find(k: K) = all.getOrElse(k) { TODO("x") }\n', []],
])('%s: %j', (path, text, stubs) => {
  expect(stubsOf(path, text)).toEqual(stubs)
})
