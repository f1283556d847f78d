// A script that is called `src/spec` specifies something else nearly always; where it holds tests, they are tests.

import { expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

const load = 'export function load() {\n  return go()\n}\n'
const program = "import { paths } from './spec'\npaths()\n"
const used = "import { load } from './load'\nexport const paths = () => load()\n"
const describing =
  "import { load } from './load'\ndescribe('load', () => {\n  it('goes', () => load())\n})\n"

const asks = (level: string) =>
  `    ${level}:\n      files: [src/load.ts]\n      require: ${level}\n      attributes:\n        functions: [load]\n`

it.each([
  ['a specification', { 'src/main.ts': program, 'src/spec.ts': used }, 'implemented', 'partial'],
  [
    'tests that describe',
    { 'src/main.ts': "import { load } from './load'\nload()\n", 'src/spec.ts': describing },
    'implemented',
    'implemented',
  ],
  [
    'tests that bring in their framework',
    { 'src/spec.ts': `import test from 'node:test'\n${used}test('a', paths)\n` },
    'partial',
    'partial',
  ],
])('%s', async (_, files, reached, tested) => {
  const found = await judge(
    { ...files, 'src/load.ts': load },
    `  feature:\n${asks('reached')}${asks('tested')}`,
  )
  expect([...found.values()].map(each => each.status)).toEqual([reached, tested])
})
