import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

async function verdict(files: Files, path: string) {
  const found = await judge(
    files,
    `  m:\n    x:\n      attributes: {exports: [gone]}\n      files: [${path}]\n`,
  )
  const [evidence] = [...found.values()]
  return `${evidence!.status} ${evidence!.reason ?? ''}`
}

const ofLib = "export { gone } from './lib'\n"
const required = "module.exports = { gone: require('./lib').gone }\n"
const apart = "const { gone } = require('./lib')\nmodule.exports = { gone }\n"
const kept = 'function gone() { return 1 + here }\n'

describe('what a module declares and does not export is not passed on by another', () => {
  it.each([
    [{ 'lib.ts': `${kept}export const here = 1\n`, 'index.ts': ofLib }],
    [{ 'lib.ts': `${kept}const here = 1\nexport {\n  here,\n}\n`, 'index.ts': ofLib }],
    [
      {
        'lib.js': `${kept}exports.here = () => gone()\n`,
        'index.js': required,
      },
    ],
    [{ 'lib.js': `${kept}exports.here = 1\n`, 'index.js': apart }],
    [{ 'lib.js': `${kept}const here = 1\nmodule.exports = { here }\n`, 'index.js': apart }],
  ])('%j', async (files: Files) => {
    const path = 'index.ts' in files ? 'index.ts' : 'index.js'
    expect(await verdict(files, path)).toMatch(/^missing .*from \.\/lib, which has no such name/)
  })
})

describe('it is passed on where the module exports it, or nobody can tell', () => {
  it.each([
    [{ 'lib.ts': `export ${kept}`, 'index.ts': ofLib }],
    [{ 'lib.ts': `${kept}export {\n  gone,\n}\n`, 'index.ts': ofLib }],
    [{ 'lib.ts': `${kept}export const here = 1, lost = gone\n`, 'index.ts': ofLib }],
    [{ 'lib.ts': `${kept}export const here = 1\nexport * from 'other'\n`, 'index.ts': ofLib }],
    [{ 'lib.d.ts': 'declare function gone(): void\nexport type Here = 1\n', 'index.ts': ofLib }],
    [{ 'lib.ts': `${kept}declare module 'x' {}\nexport const here = 1\n`, 'index.ts': ofLib }],
    [{ 'lib.js': `${kept}exports.gone = gone\n`, 'index.js': required }],
    [{ 'lib.js': `${kept}module.exports = {\n  here: { a: 1 },\n  gone,\n}\n`, 'index.js': apart }],
    [{ 'lib.js': `${kept}Object.assign(exports, { gone })\n`, 'index.js': apart }],
    [
      {
        'lib.js': `${kept}const all = exports\nall.gone = gone\nexports.here = 1\n`,
        'index.js': apart,
      },
    ],
    [{ 'lib.js': kept, 'index.js': apart }],
    [{ 'lib.js': `${kept}module.exports = { a: { b: 1 }, ...here }\n`, 'index.js': apart }],
    [{ 'lib.js': 'module.exports = { a: { b: 1 }, [name]: here }\n', 'index.js': apart }],
  ])('%j', async (files: Files) => {
    const path = 'index.ts' in files ? 'index.ts' : 'index.js'
    expect(await verdict(files, path)).toMatch(/^implemented/)
  })
})

const isDefault = "export { default as gone } from './lib'\n"

it.each([
  [isDefault, 'export const here = 1\n', /^missing .*from \.\/lib, which has no default/],
  [
    "import gone from './lib'\nexport { gone }\n",
    'export const here = 1\n',
    /^missing .*from \.\/lib, which has no default/,
  ],
  [isDefault, 'export default 1\n', /^implemented/],
  [isDefault, 'const here = 1\nexport { here as default }\n', /^implemented/],
  [isDefault, "export { default } from 'other'\n", /^implemented/],
  [isDefault, 'exports.here = 1\n', /^implemented/],
  ["export * as gone from './lib'\n", 'export const here = 1\n', /^implemented/],
  ["export * as gone from './none'\n", '', /^missing .*from \.\/none, which does not exist/],
  ["export * as gone from 'none'\n", '', /^implemented/],
])('%j of %j', async (index, lib, says) => {
  expect(await verdict({ 'index.ts': index, 'lib.ts': lib }, 'index.ts')).toMatch(says)
})

const head = "from . import gone\n__all__ = ['gone']\n"

it.each([
  [{ 'p/__init__.py': head }, /^missing .*from \., which has no such name/],
  [{ 'p/__init__.py': `import here\n${head}` }, /^missing/],
  [{ 'p/__init__.py': head, 'p/gone.py': 'a = 1\n' }, /^implemented/],
  [{ 'p/__init__.py': head, 'p/gone/a.py': 'a = 1\n' }, /^implemented/],
  [{ 'p/__init__.py': head, 'p/gone.pyx': 'a = 1\n' }, /^implemented/],
  [{ 'p/__init__.py': `gone = 1\n${head}` }, /^implemented/],
  [{ 'p/__init__.py': `from .core import *\n${head}`, 'p/core.py': 'gone = 1\n' }, /^implemented/],
])('a package brings in a part of its own: %j', async (files: Files, says) => {
  expect(await verdict(files, 'p/__init__.py')).toMatch(says)
})
