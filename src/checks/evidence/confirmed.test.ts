// A file that was found is parsed as strictly as one that is named.

import { expect, it } from 'vitest'
import { judge } from '../../../test/judged.ts'

const merge = (one: string, other: string) => `<<<<<<< HEAD\n${one}\n=======\n${other}\n>>>>>>> b\n`

it.each([
  ['a.ts', merge('export function go() { return 1 }', 'export function run() { return 2 }')],
  ['a.py', `def go():\n    return 1\n\n${merge('x = 1', 'x = 2')}`],
  ['a.py', 'def go():\n    return 1\nx = = 2\n'],
  ['a.js', 'export function go() { return 1 +; }\n'],
  ['a.js', 'export function go() { return 1 }\nclass W { w1() { return 1 }; foo bar baz }\n'],
  ['a.sol', 'contract A { function go() public { x = = 1; } }\n'],
])('%s: %j', async (path, text) => {
  for (const files of ['', `\n      files: [${path}]`]) {
    const found = await judge(
      { [path]: text },
      `  m:\n    x:\n      attributes: {functions: [go]}${files}\n`,
    )
    const [evidence] = [...found.values()]
    expect([evidence!.status, evidence!.reason]).toEqual([
      'partial',
      expect.stringMatching(/^(syntax error|an unresolved merge conflict)/),
    ])
  }
})
