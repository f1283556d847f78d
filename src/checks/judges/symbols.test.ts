import { describe, expect, it } from 'vitest'
import { outlineOf } from '../../code/outline.ts'
import { type Hunk, judgeSymbols, type Side } from './symbols.ts'

const side = (path: string, text: string): Side => ({
  outline: outlineOf(path, Buffer.from(text)),
  lines: text.split('\n'),
})

const base = `import { a } from './a.ts'

// Of first.
export function first() {
  return a
}

export class Second {
  run() {
    return 2
  }

  stop() {
    return 3
  }
}
`

const hunk = (oldLine: number, oldCount: number, newLine: number, newCount: number): Hunk => ({
  oldLine,
  oldCount,
  newLine,
  newCount,
})

function problems(after: string, hunks: readonly Hunk[], ...symbols: string[]) {
  const path = 'src/x.ts'
  const file = { path, symbols, before: side(path, base), after: side(path, after), hunks }
  return judgeSymbols([file]).map(each => each.summary)
}

const edited = (from: string, to: string) => base.replace(from, to)

describe('claims on symbols', () => {
  it('K-17 allow lines of the symbol, with its comments and what it holds', () => {
    expect(problems(edited('return a', 'return a + 1'), [hunk(5, 1, 5, 1)], 'first')).toEqual([])
    expect(problems(edited('Of first', 'Of the first'), [hunk(3, 1, 3, 1)], 'first')).toEqual([])
    expect(problems(edited('return 2', 'return 4'), [hunk(10, 1, 10, 1)], 'Second')).toEqual([])
    expect(problems(edited('return 2', 'return 4'), [hunk(10, 1, 10, 1)], 'Second.run')).toEqual([])
  })

  it('name the lines of another symbol, and who holds them', () => {
    const after = edited('return 3', 'return 5')
    expect(problems(after, [hunk(14, 1, 14, 1)], 'first', 'Second.run')).toEqual([
      'outside the claimed symbols: src/x.ts:14 in Second.stop was removed; src/x.ts:14 in Second.stop was added',
    ])
  })

  it('allow a symbol that is new, and imports at the top, also over several lines', () => {
    const after = `import {\n  b,\n} from './b.ts'\n${base}\nfunction third() {\n  return b\n}\n`
    expect(problems(after, [hunk(0, 0, 1, 3), hunk(16, 0, 20, 4)], 'third')).toEqual([])
  })

  it('allow no statement between symbols, and no import inside another', () => {
    expect(problems(`${base}first()\n`, [hunk(16, 0, 17, 1)], 'first')).toEqual([
      'outside the claimed symbols: src/x.ts:17 outside every symbol was added',
    ])
  })

  it('cannot be judged where the file does not parse, or nothing reads it', () => {
    expect(problems(edited('return a\n}', 'return a\n'), [hunk(6, 1, 6, 0)], 'first')[0]).toMatch(
      /its symbols cannot be told apart, line \d+/,
    )
    const path = 'notes.txt'
    const unread = { outline: undefined, lines: ['x'] }
    const file = { path, symbols: ['a'], before: unread, after: unread, hunks: [] }
    expect(judgeSymbols([file])[0]?.summary).toContain('nothing here reads the symbols')
  })

  it('do not hold the mode of the file', () => {
    expect(problems(base, [], 'first')[0]).toContain('its kind or mode was changed')
  })
})
