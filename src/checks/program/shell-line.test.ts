import { describe, expect, it } from 'vitest'
import { commandsIn } from './shell-line.ts'

const cases: readonly (readonly [line: string, commands: readonly (readonly unknown[])[]])[] = [
  ['sh check.sh', [['sh', 'check.sh']]],
  ['a && b || c; d | e &', [['a'], ['b'], ['c'], ['d'], ['e']]],
  [`sh 'a b.sh' "c d" e\\ f`, [['sh', 'a b.sh', 'c d', 'e f']]],
  ['one \\\n  two # said\nthree', [['one', 'two'], ['three']]],
  ['sh $SCRIPT scripts/*.sh', [['sh', undefined, undefined]]],
  ['test "$(sh a.sh)" = `b`', [['sh', 'a.sh'], ['b'], ['test', undefined, '=', undefined]]],
  ['a > out.sh 2>&1 < in.sh b', [['a', 'b']]],
  ['cat <<EOF\nsh not.sh\nEOF\nsh yes.sh', [['cat'], ['sh', 'yes.sh']]],
  [
    '(cd web && npm test)',
    [
      ['cd', 'web'],
      ['npm', 'test'],
    ],
  ],
  ['', []],
  ["sh 'never ends", [['sh', 'never ends']]],
]

describe('a line for the shell', () => {
  it.each(cases)('%j starts what it says', (line, commands) => {
    expect(commandsIn(line)).toEqual(commands)
  })

  it('that nests without end is read as far as anybody would write it', () => {
    expect(commandsIn('$('.repeat(100_000)).length).toBeLessThan(100)
  })
})
