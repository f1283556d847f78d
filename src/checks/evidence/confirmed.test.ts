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

it.each([
  ['// @flow\nimport type { A } from "./a"\nexport type B = {| +x: number |}\n', 'implemented'],
  [
    '/**\n * (c) us\n *\n * @flow strict\n */\n"use strict"\nopaque type ID: string = string\n',
    'implemented',
  ],
  [
    'import type { A } from "./a"\n',
    expect.stringMatching(/^syntax error at 1:8: unexpected "type"/),
  ],
  [
    '// @flow\nexport type B = {| +x: number |}\nfunction broken( {\n',
    expect.stringMatching(
      /^syntax error .*; the file is written with the types of Flow, which are read only in part/,
    ),
  ],
])('a file with the types of Flow: %j', async (head, told) => {
  const text = `${head}export function go(x: ?number): Array<string> {\n  return run((x: any))\n}\n`
  const found = await judge(
    { 'a.js': text },
    `  m:\n    x:\n      files: [a.js]\n      attributes: {functions: [go]}\n`,
  )
  const [evidence] = [...found.values()]
  expect(evidence!.reason ?? evidence!.status).toEqual(told)
})
