import { expect, it } from 'vitest'
import { depthOfText, outlineOf, parserFor } from '../../../test/tree.ts'
import { hasScanner, outlineOf as scanned } from '../outline.ts'
import { withoutDeadCode } from './dead-code.ts'
import { mayHoldDeadCode } from './may-hold-dead-code.ts'

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
  ['a.rs', 'fn live() { if false { gone() } else { used() } }\n'],
  ['a.java', 'class A { int live() { if (false) { gone(); } return used(); } }\n'],
  ['a.kt', 'fun live() { if (false) { gone() } else { used() } }\n'],
  ['a.cs', 'class A { int live() { if (false) { gone(); } return used(); } }\n'],
  ['a.rb', 'def live\n  if false\n    gone()\n  else\n    used()\n  end\nend\n'],
  ['a.php', '<?php\nfunction live() { if (false) { gone(); } return used(); }\n'],
  ['a.swift', 'func live() { if false { gone() } else { used() } }\n'],
  ['a.sol', 'contract A { function live() public { if (false) { gone(); } used(); } }\n'],
]

it.each(cases)('%s: what a constant rules out is neither declared nor used: %s', (path, text) => {
  expect(mayHoldDeadCode(path, Buffer.from(text))).toBe(true)
  const live = withoutDeadCode(parserFor(path).parse(text), text)
  expect(live.split('\n').length).toBe(text.split('\n').length)
  const { declarations, problems } = outlineOf(path, live)
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
])('%s: a body of nothing else is a stub: %s', (path, text) => {
  expect(mayHoldDeadCode(path, Buffer.from(text))).toBe(true)
  const live = withoutDeadCode(parserFor(path).parse(text), text)
  const read = hasScanner(path) ? scanned(path, Buffer.from(live)) : outlineOf(path, live)
  expect(read.problems).toEqual([])
  expect(read.declarations.find(each => each.name === 'live')?.isStub).toBe(true)
})

it.each([
  ['a.py', 'if debug:\n    def f(): return 1\n'],
  ['a.ts', 'if (flag === false) { f() }\n'],
  ['a.c', '#if DEBUG\nint f;\n#endif\n'],
])('%s keeps what may run: %s', (path, text) => {
  expect(withoutDeadCode(parserFor(path).parse(text), text)).toBe(text)
})
