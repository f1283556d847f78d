import { describe, expect, it } from 'vitest'
import type { CheckOrder } from '../../contract/order.ts'
import { programOf } from './program.ts'
import { rewrittenBy } from './rewritten.ts'

const ofPackages =
  /(^|\/)(node_modules|\.npmrc|\.yarnrc(\.yml)?|pnpm-workspace\.yaml|bunfig\.toml)$/

const files: Readonly<Record<string, string>> = {
  'check.sh': '#!/bin/sh\nset -e\n. ./scripts/lib.sh\nsh scripts/lint.sh\nnode verify.js\n',
  'scripts/lib.sh': 'fail() { exit 1; }\n',
  'scripts/lint.sh': 'grep -q x src/a.txt\n',
  'scripts/far.sh': 'cd "$(dirname "$0")"\nsh lint.sh\n',
  'verify.js': 'process.exit(0)\n',
  'round.sh': 'sh round.sh\n',
  'app.py': '',
  'test/a.test.js': '',
  'src/a.txt': '',
  Makefile:
    'SH := sh round.sh\n\n.PHONY: test\ntest: lint all\n\t@node --test\n\nlint: ; sh scripts/lint.sh\n\ndeploy:\n\tsh check.sh\n',
  justfile: 'test *args: lint\n    @node verify.js {{args}}\n\nlint:\n    sh scripts/lint.sh\n',
  'web/package.json': JSON.stringify({
    scripts: { test: 'npm run unit && vitest run', unit: 'sh ../scripts/lint.sh', build: 'vite' },
  }),
  'package.json': '{ "scripts": { "verify": "node verify.js", "pretest": "node verify.js" }',
}

const read = async (path: string) => files[path]

const cases: readonly (readonly [command: string | string[], parts: readonly string[]])[] = [
  ['sh check.sh', ['check.sh', 'scripts/lib.sh', 'scripts/lint.sh', 'verify.js']],
  [
    ['sh', 'check.sh'],
    ['check.sh', 'scripts/lib.sh', 'scripts/lint.sh', 'verify.js'],
  ],
  ['./scripts/lint.sh --all', ['scripts/lint.sh']],
  ['CI=1 env A=b timeout 60 bash -euo pipefail ./scripts/lint.sh', ['scripts/lint.sh']],
  ['nice -n 5 timeout -k 5 60 ./scripts/lint.sh', ['scripts/lint.sh']],
  ['sh -c "sh scripts/lint.sh"', ['scripts/lint.sh']],
  ['if ! sh scripts/lint.sh; then exit 1; fi', ['scripts/lint.sh']],
  ['cd scripts && sh lint.sh', ['scripts/lint.sh']],
  ['cd $WHERE && sh check.sh', []],
  ['sh scripts/far.sh', ['scripts/far.sh']],
  ['sh round.sh', ['round.sh']],
  ['node --enable-source-maps verify.js', ['verify.js']],
  ['node --import ./verify.js --test test/a.test.js', ['verify.js']],
  ['npx tsx verify.js', ['verify.js']],
  ['npm --prefix web test', ['web/package.json:test', 'web/package.json:unit', 'scripts/lint.sh']],
  ['cd web && pnpm unit', ['web/package.json:unit', 'scripts/lint.sh']],
  ['cd web && yarn run unit', ['web/package.json:unit', 'scripts/lint.sh']],
  ['make test', ['GNUmakefile', 'makefile', 'Makefile', 'scripts/lint.sh']],
  ['make', ['GNUmakefile', 'makefile', 'Makefile', 'scripts/lint.sh']],
  ['make lint CI=1 -j4', ['GNUmakefile', 'makefile', 'Makefile', 'scripts/lint.sh']],
  ['make other', ['GNUmakefile', 'makefile', 'Makefile']],
  ['just test', ['justfile', 'Justfile', '.justfile', 'verify.js', 'scripts/lint.sh']],
  ['make -C web test', []],
  // What it looks at, what is not in the tree, and what only a shell could tell.
  ['grep -q x src/a.txt', []],
  ['python -m py_compile app.py', []],
  ['node --check verify.js', []],
  ['node --test test/a.test.js', []],
  ['pytest test/a.test.js', []],
  ['sh gone.sh; sh ../check.sh; sh /check.sh; sh $X', []],
  ['npm test', []],
  ['npm run test --workspace web', []],
  ['true', []],
]

describe('what a check is made of', () => {
  it.each(cases)('%j starts %j', async (command, parts) => {
    const found = await programOf({ command }, read)
    const own = found.filter(each => !ofPackages.test(each.path))
    expect(own.map(({ path, scripts }) => (scripts ? `${path}:${scripts[1]}` : path))).toEqual(
      parts,
    )
  })

  it.each([
    ['cd web && pnpm unit', ['web/', '']],
    ['npx tsx verify.js', ['']],
    ['timeout 9 npx tsx verify.js', ['']],
    ['npm test', []],
    ['sh check.sh', []],
  ])('%j takes settings and programs of packages from %j', async (command, folders) => {
    const found = await programOf({ command }, read)
    const paths = found.filter(each => ofPackages.test(each.path)).map(each => each.path)
    expect(paths.filter(each => each.endsWith('.npmrc'))).toEqual(
      folders.map(each => `${each}.npmrc`),
    )
    expect(paths.filter(each => each.endsWith('node_modules'))).toHaveLength(folders.length)
  })
})

describe('what a change set makes of a check', () => {
  const oracle = async (path: string) =>
    path === 'package.json' ? '{ "scripts": { "test": "sh check.sh" } }' : undefined
  const rewritten = async (...changed: string[]) => {
    const check = { name: 'unit', command: 'npm test' } as CheckOrder
    const trees = { oracle, before: oracle, after: oracle }
    return (await rewrittenBy(new Set(changed), [check], trees)).map(each => each.path)
  }

  it('is told of a shell that somebody sets, and of programs that go before those of the machine', async () => {
    expect(await rewritten('.npmrc', 'node_modules/.bin/sh', 'src/a.ts')).toEqual([
      '.npmrc',
      'node_modules/.bin/sh',
    ])
    expect(await rewritten('node_modules.md', 'package.json')).toEqual([])
  })
})
