import { describe, expect, it } from 'vitest'
import { renderDiagnostic } from '../diagnostic.ts'
import { readYaml } from './document.ts'
import { locate, plainValue } from './locate.ts'

const value = (text: string) => JSON.parse(JSON.stringify(plainValue(readYaml(text, 'f').root!)))
const problems = (text: string) => readYaml(text, 'f').problems.map(renderDiagnostic)

describe('a YAML document', () => {
  it('means what YAML 1.2 says: no, on and dates are text', () => {
    expect(value('[no, on, 2020-01-01, 0x1f, 1e3, ~, True, "1", 010, .5]')).toEqual([
      'no',
      'on',
      '2020-01-01',
      31,
      1000,
      null,
      true,
      '1',
      10,
      0.5,
    ])
  })

  it('reads folded and literal text, quotes, anchors and merges', () => {
    const text = 'a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\nc: >-\n  one\n  two\nd: |\n  x\n  y\n'
    expect(value(text)).toEqual({ a: { p: 1, q: 2 }, b: { p: 1, q: 3 }, c: 'one two', d: 'x\ny\n' })
  })

  it('names every duplicate key at its second place', () => {
    expect(problems('a: 1\nb:\n  c: 1\n  c: 2\na: 3\n')).toEqual([
      'f:4:3 yaml/duplicate-key key c stands twice (remove one of them)',
      'f:5:1 yaml/duplicate-key key a stands twice (remove one of them)',
    ])
  })

  it('names a syntax error by line and column', () => {
    expect(problems('a:\n  - [1, 2\nb: 3\n')).toEqual([
      'f:2:5 yaml/syntax the [ that opens here is not closed before line 3: deficient indentation (close it with ], and indent what belongs to it)',
    ])
    expect(problems('a: 1\n b: 2\n')[0]).toMatch(/^f:2:\d yaml\/syntax /)
  })

  it('names what was opened, whatever brackets stand in words, quotes and comments', () => {
    const text = 'x: a[0\ny: "[" # {\nz: {p: [1], q: \'it]\'\n'
    expect(problems(text)[0]).toMatch(/^f:3:4 yaml\/syntax the \{ that opens here is not closed /)
  })

  it('refuses a second document, a foreign tag and a dangling alias', () => {
    expect(problems('a: 1\n---\nb: 2\n')).toEqual([
      'f:3:1 yaml/documents a second document starts here (keep one document per file)',
    ])
    expect(problems('a: !!js/function x\n')[0]).toContain('f:1:4 yaml/tag')
    expect(problems('a: *b\n')[0]).toContain('b')
  })

  it('finds keys and values', () => {
    const document = readYaml('a:\n  b:\n    - x\n    - y: 1\n', 'f')
    expect(locate(document, ['a', 'b', 1, 'y'])).toEqual({ file: 'f', line: 4, column: 10 })
    expect(locate(document, ['a', 'b'], 'key')).toEqual({ file: 'f', line: 2, column: 3 })
    expect(locate(document, ['a', 'nothing', 'here'])).toEqual({ file: 'f', line: 2, column: 3 })
  })

  it('stops aliases that multiply before they fill the memory', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      )
    expect(problems(lines.join('\n')).at(-1)).toContain('yaml/too-large')
  })

  it('keeps __proto__ an ordinary key', () => {
    const read = plainValue(readYaml('__proto__:\n  polluted: yes\n', 'f').root!)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
    expect(Object.keys(read as object)).toEqual(['__proto__'])
  })
})
