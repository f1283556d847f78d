import { describe, expect, it } from 'vitest'
import { depthOfText, outlineOf } from '../../../../test/tree.ts'

/** `name line in declaration` of every use. */
function usesOf(path: string, text: string): string[] {
  const { declarations } = outlineOf(path, text)
  return depthOfText(path, text).references.map(({ name, line, within }) =>
    [name, line, declarations[within]?.name].filter(each => each !== undefined).join(' '),
  )
}

describe('the references of a file', () => {
  it('are names with the declaration that uses them, once each, without its parameters', () => {
    const text = `import { save } from './store'

export function pay(order: Order) {
  save(order)
  save(order.lines)
  // refund(order)
  log('refund')
}

pay(first)
`
    expect(usesOf('a.ts', text)).toEqual([
      'Order 3 pay',
      'save 4 pay',
      'lines 5 pay',
      'log 7 pay',
      'pay 10',
      'first 10',
    ])
  })

  it('are what PHP is told to call in texts and lists, and no other texts', () => {
    const text = `<?php
usort($a, 'compare');
call_user_func('App\\\\Pond::fill', 'notes');
add_action('init', [$plugin, 'start']);
add_filter('title', array('Pond', 'drain'));
$routes = [Ponds::class, 'show'];
$pair = ['Lake', 'sea'];
$title = 'plain';
log('said', [$this->x, 'other']);
array_map('strtoupper', ['in', 'list']);
`
    const isWord = /^(?!usort|call_|add_|array|log|plugin|routes|pair|this|class|x |a )/
    expect(usesOf('a.php', text).filter(each => isWord.test(each))).toEqual([
      'Ponds 6',
      'title 8',
      ...['compare 2', 'Pond 3', 'fill 3', 'start 4', 'drain 5', 'show 6', 'strtoupper 10'],
    ])
  })

  it('leave out a declaration that only calls itself', () => {
    expect(usesOf('a.py', 'def walk(node):\n    walk(node.left)\n')).toEqual(['left 2 walk'])
  })

  it.each([
    ['a.go', 'package a\n\nfunc f() { g() }\nfunc g() {}\n', 'g 3 f'],
    ['a.rs', 'use a::hidden;\nfn f() { g() }\n', 'g 2 f'],
    ['A.java', 'import a.Hidden;\nclass A { void f() { g(); } }\n', 'g 2 f'],
    ['a.kt', 'fun f() { g() }\n', 'g 1 f'],
    ['a.cs', 'class A { void F() { G(); } }\n', 'G 1 F'],
    ['a.rb', 'def f\n  g(1)\nend\n', 'g 2 f'],
    ['a.php', '<?php\nfunction f() { g(); }\n', 'g 2 f'],
    ['a.c', 'int f(void) { return g(); }\n', 'g 1 f'],
    ['a.cpp', 'int f() { return n::g(); }\n', 'g 1 f'],
    ['a.swift', 'func f() { g() }\n', 'g 1 f'],
    ['a.py', 'from a import hidden\ndef f():\n    g()\n', 'g 3 f'],
    ['a.tsx', 'const f = () => <g.Item />\n', 'g 1 f'],
    ['a.sol', 'contract A { function f() public { g(); } }\n', 'g 1 f'],
  ])('are found in %s', (path, text, use) => {
    const uses = usesOf(path, text)
    expect(uses).toContain(use)
    expect(uses.join()).not.toMatch(/hidden/i)
  })
})

describe('hostile input', () => {
  const hostile: Readonly<Record<string, string>> = {
    'calls in calls': `${'f('.repeat(2000)}1${')'.repeat(2000)}`,
    'a chain of calls': `app${".get('/x', f)".repeat(2000)}`,
    'open brackets': '([{'.repeat(3000),
    'a long string': `'${'x'.repeat(100_000)}`,
    nothing: '',
  }

  it.each(Object.entries(hostile))('of %s costs no run', (_, text) => {
    for (const path of ['a.ts', 'a.py', 'a.go', 'A.java', 'config/routes.rb', 'routes/a.php'])
      expect(depthOfText(path, text).commands).toEqual([])
  })
})

describe('no reference is', () => {
  it.each([
    [
      'the type that a function away from it belongs to',
      'a.kt',
      'fun Pond.fill(): Int {\n    return size\n}\n',
      ['Int 1 Pond.fill', 'size 2 Pond.fill'],
    ],
    [
      'a method of C++ away from its class',
      'a.cpp',
      'int Pond::fill() { return deep; }\nPond::Pond() {}\n',
      ['deep 1 Pond.fill'],
    ],
    [
      'what an extension lends members to',
      'a.swift',
      'extension Pond: Filler {\n  func fill() -> Int { return deep }\n}\n',
      ['Filler 1', 'Int 2 Pond.fill', 'deep 2 Pond.fill'],
    ],
    [
      'what an impl is for',
      'a.rs',
      'impl Filler for Pond<Water> {\n    fn fill(&self) -> u8 { deep() }\n}\n',
      ['Filler 1', 'Water 1', 'deep 2 Pond.fill'],
    ],
    [
      'a property that gets a setter',
      'a.py',
      'class Pond:\n    @property\n    def deep(self):\n        return 1\n    @deep.setter\n    def deep(self, to):\n        fill(to)\n',
      ['property 2 Pond', 'fill 7 deep'],
    ],
    [
      'what keeps an interface of Go',
      'a.go',
      'package a\nvar _ Filler = (*Pond)(nil)\nvar _ Filler = &Lake{}\nvar _ = open()\n',
      ['Filler 2 _', 'Filler 3 _', 'open 4 _'],
    ],
  ])('%s', (_, path, text, uses) => {
    expect(usesOf(path, text)).toEqual(uses)
  })
})

it.each([
  ['a.php', '<?php\nclass Pond { function fill() { return 1; } function drain() { return 2; } }\n'],
  ['a.swift', 'extension Pond { func fill() { go() }; func drain() { go() } }\n'],
  ['a.ts', 'export class Pond { fill() { return 1 } drain() { return 2 } }\n'],
])('of declarations that share a line none uses the other: %s', (path, text) => {
  expect(usesOf(path, text).join()).not.toMatch(/fill|Pond \d|drain \d/)
})
