import { expect, it } from 'vitest'
import { depthOfText, outlineOf, parserFor } from '../../../test/tree.ts'
import { hasScanner, outlineOf as scanned } from '../outline.ts'
import { deadBlocks } from '../recognize/python/recognize.ts'
import { readLive, withoutBlocks } from './dead-code.ts'
import { mayHoldDeadCode } from './may-hold-dead-code.ts'

const liveText = (path: string, text: string) => readLive(parserFor(path), text).source

const isLookedAt = (path: string, text: string) =>
  mayHoldDeadCode(path, Buffer.from(text)) ||
  (path.endsWith('.py') && scanned(path, Buffer.from(text)).mayBeUnreached === true)

/** By the recogniser where it is sure, as outlines of Python are made. */
const liveOutline = (path: string, text: string) => {
  const dead = path.endsWith('.py') ? deadBlocks(text) : undefined
  return outlineOf(path, dead ? withoutBlocks(text, dead) : liveText(path, text))
}

const cases: readonly (readonly [string, string])[] = [
  ['a.py', 'if False:\n    def dead(): return gone()\nelse:\n    def live(): return used()\n'],
  ['a.py', 'def live():\n    if 0:\n        gone()\n    return used()\n'],
  [
    'a.py',
    'def live():\n    if x:\n        used()\n    elif 0 :\n        gone()\n    return used()\n',
  ],
  ['a.ts', 'if (false) { function dead() { return gone() } }\nfunction live() { return used() }\n'],
  ['a.js', 'function live() { if (0) gone(); else used() }\n'],
  ['a.tsx', 'function live() { if (false) { return gone() } else { return used() } }\n'],
  [
    'a.c',
    '#if 0\nint dead(void) { return gone(); }\n#else\nint live(void) { return used(); }\n#endif\n',
  ],
  [
    'a.c',
    '#if 1\nint live(void) { return used(); }\n#else\nint dead(void) { return gone(); }\n#endif\n',
  ],
  ['a.cpp', 'int live() { if (false) { gone(); } return used(); }\n'],
  ['a.go', 'package a\nfunc live() int { if false { gone() } else { used() }\n return 1 }\n'],
  ['a.go', 'package a\nfunc live() int { if false { gone() }; return used() }\n'],
  ['a.rb', 'def live\n  x = if false then gone() else used() end\n  x\nend\n'],
  [
    'a.php',
    '<?php\nfunction live($x) { if (false): gone(); elseif ($x): return used(); endif; }\n',
  ],
  ['a.php', '<?php if (false): ?>\n<?php gone() ?>\n<?php endif; function live() { used(); }\n'],
  ['a.rs', 'fn live() { if false { gone() } else { used() } }\n'],
  ['a.java', 'class A { int live() { if (false) { gone(); } return used(); } }\n'],
  ['a.kt', 'fun live() { if (false) { gone() } else { used() } }\n'],
  ['a.cs', 'class A { int live() { if (false) { gone(); } return used(); } }\n'],
  ['a.rb', 'def live\n  if false\n    gone()\n  else\n    used()\n  end\nend\n'],
  ['a.php', '<?php\nfunction live() { if (false) { gone(); } return used(); }\n'],
  ['a.swift', 'func live() { if false { gone() } else { used() } }\n'],
  ['a.sol', 'contract A { function live() public { if (false) { gone(); } used(); } }\n'],
  [
    'a.sol',
    'contract A {\n  function live() public {\n    if (x) {\n      revert E.used();\n      gone();\n    }\n    return used();\n    gone();\n  }\n}\n',
  ],
  ['a.py', 'def live():\n    return used()\n    gone()\n    def dead(): return 1\n'],
  [
    'a.py',
    'def live():\n    used()\n    raise E(\n        1,\n    )\n\n    # later\n    @gone("/x")\n    def dead(): return 1\n',
  ],
  ['a.py', 'def live():\n    if used():\n        return 1\n        gone()\n    return 2\n'],
  ['a.py', 'if True:\n    def live(): return used()\nelse:\n    def dead(): return gone()\n'],
  [
    'a.py',
    'def live():\n    if x:\n        pass\n    elif True:\n        used()\n    elif y:\n        gone()\n    else:\n        gone()\n',
  ],
  ['a.py', 'def live(): return used()\nFalse and gone("/x", 1)\n'],
  ['a.ts', 'function live() { return used() }\nfalse && gone("/x")\n'],
  ['a.js', 'function live(app) {\n  used()\n  false && gone("/x")\n}\n'],
  ['a.ts', 'function live() { if (true) { return used() } else { gone() } }\n'],
  ['a.ts', 'function live() { if (1) { return used() } else { gone() } }\n'],
  ['a.ts', 'function live(x) { if (0 && x) { gone() } else { return used() } }\n'],
  ['a.c', 'int live(int x) { if (1) { return used(); } else { return gone(); } }\n'],
  ['a.php', '<?php\nfunction live($x) { if (false && $x) { gone(); } return used(); }\n'],
  ['a.go', 'package a\nfunc live(x bool) int { if false && x { gone() }; return used() }\n'],
  ['a.py', 'def live():\n    if 1:\n        return used()\n    else:\n        gone()\n'],
  ['a.py', 'def live(x):\n    if 0 and x:\n        gone()\n    return used()\n'],
  ['a.js', 'if (true) used()\nelse gone()\nfunction live() { return 1 }\n'],
  [
    'a.ts',
    'function live() {\n  return hoisted()\n  gone()\n  class dead { a() { return 1 } }\n  function hoisted() { return used() }\n}\n',
  ],
  ['a.js', 'function live(app) {\n  throw used()\n  app.get("/x", gone)\n}\n'],
  [
    'a.tsx',
    'function live() {\n  if (x) {\n    return <A b={used()} />\n    gone()\n  }\n  return 2\n}\n',
  ],
  ['a.go', 'package a\n\nfunc live() int {\n\treturn used()\n\tgone()\n\treturn 2\n}\n'],
  ['a.go', 'package a\nfunc live() int { if true { used() } else { gone() }\n return 1 }\n'],
  [
    'a.rs',
    'fn live() -> u8 {\n    return used(inner());\n    gone();\n    fn inner() -> u8 { 1 }\n}\n',
  ],
  ['a.rs', 'fn live() { used() }\n\n/// Later.\n#[inline]\n#[cfg(any())]\nfn dead() { gone() }\n'],
  [
    'a.rs',
    'struct A;\nimpl A {\n    #[cfg(any())]\n    fn dead() { gone() }\n    fn live() { used() }\n}\n',
  ],
  ['a.php', '<?php\nfunction live() {\n    return used();\n    gone();\n}\n'],
  [
    'a.php',
    '<?php\nfunction live() {\n    if (true) { used(); } else { gone(); }\n    false && gone();\n}\n',
  ],
  ['a.rb', 'def live\n  return used()\n  gone()\nend\n'],
  ['a.rb', 'def live\n  raise used()\n  gone()\nend\n'],
  ['a.rb', 'def live\n  raise used(), <<~M.squish\n    no\n  M\n  gone()\nend\n'],
  [
    'a.rb',
    'def live\n  raise used(), <<~M\n    no\n  M\n  x = gone(<<~N)\n    no\n  N\n  gone()\nend\n',
  ],
  ['a.rb', 'def live\n  if true\n    used()\n  else\n    gone()\n  end\nend\n'],
  [
    'a.cs',
    'class A {\n  int live() {\n    return hoisted();\n    gone();\n    int hoisted() { return used(); }\n  }\n}\n',
  ],
  [
    'a.cs',
    'class A {\n#if true\n  int live() { return used(); }\n#else\n  int dead() { return gone(); }\n#endif\n}\n',
  ],
  ['a.js', 'function live() { return used(); gone() }\n'],
  ['a.ts', 'function live() { used(); throw new Error("x"); gone() }\n'],
  ['a.java', 'class A { int live() { return used(); gone(); } }\n'],
  ['a.go', 'package a\nfunc live() int { return used(); gone() }\n'],
  ['a.kt', 'fun live(): Int {\n  return used()\n  gone()\n}\n'],
  ['a.kt', 'fun live() { if (true) { used() } else { gone() } }\n'],
  ['a.c', 'int live(void) {\n  return used();\n  gone();\n}\n'],
  ['a.cpp', 'int live() {\n  throw used();\n  gone();\n}\n'],
  [
    'a.cpp',
    '#if true\nint live() { return used(); }\n#else\nint dead() { return gone(); }\n#endif\n',
  ],
  ['a.swift', 'func live() -> Int {\n  return used()\n  gone()\n}\n'],
  [
    'a.swift',
    '#if false\nfunc dead() -> Int { return gone() }\n#else\nfunc live() -> Int { return used() }\n#endif\n',
  ],
  [
    'a.swift',
    '#if true\nfunc live() -> Int { return used() }\n#elseif os(iOS)\nfunc dead() -> Int { return gone() }\n#endif\n',
  ],
]

it.each(cases)('%s: what a constant rules out is neither declared nor used: %s', (path, text) => {
  expect(isLookedAt(path, text)).toBe(true)
  expect(liveText(path, text).split('\n').length).toBe(text.split('\n').length)
  expect(outlineOf(path, liveText(path, text)).problems).toEqual([])
  const { declarations, problems } = liveOutline(path, text)
  expect(problems).toEqual([])
  const declared = declarations.map(each => each.name)
  expect(declared).toContain('live')
  expect(declared).not.toContain('dead')
  const used = depthOfText(path, text).references.map(each => each.name)
  expect(used).toContain('used')
  expect(used).not.toContain('gone')
})

it.each([
  ['a.py', 'def live():\n    if False:\n        gone()\n'],
  ['a.py', 'def live():\n    while False:\n        gone()\n'],
  ['a.ts', 'export function live() { if (false) { gone() } }\n'],
  ['a.ts', 'export function live() {\n  while (false) {\n    gone()\n  }\n}\n'],
  ['a.go', 'package a\nfunc live() {\n\tif false {\n\t\tgone()\n\t}\n}\n'],
  ['a.rs', 'fn live() {\n    if false {\n        gone()\n    }\n}\n'],
  ['a.java', 'class A { void live() { if (false) { gone(); } } }\n'],
  ['a.c', 'void live(void) { if (0) { gone(); } }\n'],
  ['a.swift', 'func live() { if false { gone() } }\n'],
  ['a.php', '<?php\nfunction live() { if (false) { gone(); } }\n'],
  ['a.cs', 'class A { void live() { if (false) { gone(); } } }\n'],
  ['a.c', 'void live(void) {\n#if 0\n  gone();\n#endif\n}\n'],
  [
    'a.sol',
    'contract A {\n  function live() public {\n    revert("not implemented");\n    gone();\n  }\n}\n',
  ],
  [
    'a.sol',
    'contract A {\n  function live() public {\n    return;\n    gone();\n    gone();\n  }\n}\n',
  ],
  ['a.c', 'void live(void) { while (0) { gone(); } }\n'],
  ['a.ts', 'export function live() { while (0) { gone() } }\n'],
  ['a.ts', 'export function live() { if (false && ready) { gone() } }\n'],
  ['a.py', 'def live():\n    if False and ready:\n        gone()\n'],
  ['a.py', 'def live():\n    while 0 and ready:\n        gone()\n'],
  ['a.cs', 'class A { void live() {\n#if false\n  gone();\n#endif\n} }\n'],
  ['a.py', 'def live():\n    raise NotImplementedError\n    gone()\n'],
  ['a.py', 'def live():\n    False and gone()\n'],
  ['a.ts', 'export function live() {\n  throw new Error("not implemented")\n  return gone()\n}\n'],
  ['a.ts', 'export function live() {\n  return\n  gone()\n}\n'],
  ['a.ts', 'export function live() {\n  false && gone()\n}\n'],
  ['a.swift', 'func live() {\n  #if false\n  gone()\n  #endif\n}\n'],
  ['a.cs', 'class A { void live() {\n    throw new NotImplementedException();\n    gone();\n} }\n'],
  ['a.go', 'package a\n\nfunc live() {\n\treturn\n\tgone()\n}\n'],
])('%s: a body of nothing else is a stub: %s', (path, text) => {
  expect(isLookedAt(path, text)).toBe(true)
  const live = liveText(path, text)
  const read = hasScanner(path) ? scanned(path, Buffer.from(live)) : outlineOf(path, live)
  expect(read.problems).toEqual([])
  expect(read.declarations.find(each => each.name === 'live')?.isStub).toBe(true)
})

it.each([
  ['a.py', 'if debug:\n    def f(): return 1\n'],
  ['a.ts', 'if (flag === false) { f() }\n'],
  ['a.c', '#if DEBUG\nint f;\n#endif\n'],
  ['a.py', 'def f():\n    return\n    yield\n'],
  [
    'a.sol',
    'contract A {\n  function f(uint x) public {\n    if (x > 1) revert E();\n    g();\n    if (x > 0) {\n      revert E();\n    }\n    h();\n  }\n}\n',
  ],
  ['a.py', 'if False and a or b:\n    f()\nif 1:\n    g()\nif 10:\n    h()\n'],
  ['a.ts', 'if (false && a || b) { f() }\nif (1) { g() }\nif (false ? a : b) { h() }\n'],
  ['a.rb', 'if 0\n  f\nend\nif 1\n  g\nend\n'],
  ['a.c', 'void f(void) { do { g(); } while (0); while (1) { h(); } if (1) { g(); } }\n'],
  [
    'a.py',
    'def f(x):\n    """Of prose,\n    return it\n    and more."""\n    if x: return 1\n    f()\n',
  ],
  [
    'a.py',
    'def f(x):\n    try:\n        return 1\n    except E:\n        g()\n    finally:\n        h()\n',
  ],
  ['a.py', 'x = False and f()\nFalse and f() or g()\nif True:\n    f()\n'],
  [
    'a.ts',
    'function f(x) {\n  if (x)\n    return 1\n  g()\n  switch (x) {\n    case 1:\n      return 2\n    default:\n      h()\n  }\n}\n',
  ],
  ['a.ts', 'function f() {\n  return a\n    .b(\n    )\n\n  function a() { return 1 }\n}\n'],
  [
    'a.ts',
    'function f(x) { if (x) { return; } g(); switch (x) { case 1: g(); return; default: h() } }\n',
  ],
  ['a.ts', 'function f() { return a(); function a() { return b() } }\n'],
  ['a.ts', 'const x =\nfalse && f()\nwhile (true) { f() }\nif (true) { f() }\n'],
  ['a.tsx', 'const x = <A>{\n  false && <B />\n}</A>\n'],
  ['a.c', 'int f(int x) {\n  if (x)\n    goto out;\n  return 1;\n  out:\n  return g();\n}\n'],
  ['a.c', 'int f(int x) {\n  EACH(x)\n    return 1;\n  return g();\n}\n'],
  ['a.c', 'int f(int x) {\n#ifdef A\n  return 1;\n#else\n  return 2;\n#endif\n  return 3;\n}\n'],
  [
    'a.c',
    'int f(int x) {\n  switch (x) {\n  case 1:\n  return 1;\n  case 2:\n  return 2;\n  }\n}\n',
  ],
  ['a.rb', 'def f\n  raise E, <<~M\n    no\n  M\nend\n\ndef g\n  h\nend\n'],
  ['a.rb', 'def f(x)\n  return 1 if x\n  raise "b" unless x\n  g\nrescue E\n  h\nend\n'],
  ['a.rb', 'def f\n  return g\nensure\n  h\nend\n'],
  ['a.rs', '#[cfg(any(test, unix))]\nfn f() {}\n'],
  ['a.go', '//go:build ignore\n\npackage main\n\nfunc main() { f() }\n'],
  ['a.go', '//go:build !ignore\n\npackage a\n\nfunc f() { g() }\n'],
  ['a.go', 'package a\n\nfunc f() {\n\tgoto end\n\treturn\n\tend:\n\tg()\n}\n'],
  ['a.swift', '#if DEBUG\nfunc f() {}\n#else\nfunc g() {}\n#endif\n'],
  [
    'a.kt',
    'fun f(x: Int): Int {\n  x ?: return 1\n  return when (x) {\n    1 -> 2\n    else -> 3\n  }\n}\n',
  ],
])('%s keeps what may run: %s', (path, text) => {
  expect(liveText(path, text)).toBe(text)
  if (path.endsWith('.py')) expect(deadBlocks(text) ?? []).toEqual([])
})

it.each([
  '//go:build ignore\n\npackage a\n\nfunc dead() { gone() }\n',
  '// Copyright.\n\n// +build ignore\n\npackage main\n\nfunc dead() { gone() }\n',
])('a.go that no build takes declares nothing: %s', text => {
  expect(mayHoldDeadCode('a.go', Buffer.from(text))).toBe(true)
  expect(outlineOf('a.go', liveText('a.go', text)).declarations).toEqual([])
  expect(depthOfText('a.go', text).references).toEqual([])
})

it.each(['#![cfg(any())]\nfn dead() { gone() }\n'])(
  'a.rs that no build takes declares nothing: %s',
  text => {
    expect(mayHoldDeadCode('a.rs', Buffer.from(text))).toBe(true)
    expect(outlineOf('a.rs', liveText('a.rs', text)).declarations).toEqual([])
  },
)

it.each([
  [
    'a.py',
    'from flask import Flask\ndef create():\n    app = Flask("a")\n    return app\n\n    @app.get("/x")\n    def x(): return 1\n',
  ],
  [
    'a.js',
    'const app = require("express")()\nset()\nfunction set() { return; app.get("/x", (q, r) => r.send("1")); }\n',
  ],
  ['a.js', 'const app = require("express")()\nfalse && app.get("/x", h)\n'],
  [
    'a.ts',
    'import express from "express"\nexport function create() {\n  const app = express()\n  return app\n  app.get("/x", h)\n}\n',
  ],
  [
    'a.go',
    '//go:build ignore\n\npackage a\n\nimport "net/http"\n\nfunc Serve() {\n\tmux := http.NewServeMux()\n\tmux.HandleFunc("GET /x", h)\n}\n',
  ],
])('%s registers nothing there: %s', (path, text) => {
  expect(isLookedAt(path, text)).toBe(true)
  expect(depthOfText(path, text).routes).toEqual([])
})
