// What a script hands out is used by who takes it, and by nobody else.

import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

async function statusOf(files: Files, path: string, name: string) {
  const found = await judge(
    { 'package.json': '{"name": "pond", "private": true}', ...files },
    `  m:\n    x:\n      attributes: {functions: [${name}]}\n      files: [${path}]\n      require: reached\n`,
  )
  return [...found.values()][0]!.status
}

const pond = 'function pond() { return 1 + 1 }\n'
const view = "import { memo } from 'react'\nfunction pond(p) { return <b>{p.a}</b> }\n"

describe('a file that hands out what it declares does not use it', () => {
  it.each([
    ['a.js', `${pond}module.exports = { pond }\n`],
    ['a.js', `${pond}module.exports = { fill: 1, pond: pond }\n`],
    ['a.js', `${pond}module.exports = pond\n`],
    ['a.js', `exports.pond = pond\n${pond}`],
    ['a.js', `${pond}module.exports.pond = pond\n`],
    ['a.ts', `${pond}export default pond\n`],
    ['a.ts', `${pond}export = pond\n`],
    ['a.tsx', `${view}export default memo(pond)\n`],
    ['a.tsx', `${view}export default connect(state)(pond)\n`],
    ['a.js', `${pond}pond.displayName = 'x'\npond.prototype.fill = 3\nexport { pond }\n`],
  ])('%s: %s', async (path, text) => {
    expect(await statusOf({ [path]: text, 'main.js': 'log(1)\n' }, path, 'pond')).toBe('partial')
  })

  it('but somebody else of the file may', async () => {
    const text = `${pond}function fill() { return pond() }\nmodule.exports = { pond, fill }\n`
    const files = { 'a.js': text, 'main.js': "require('./a').fill()\n" }
    expect(await statusOf(files, 'a.js', 'pond')).toBe('implemented')
    expect(await statusOf(files, 'a.js', 'fill')).toBe('implemented')
  })
})

describe('whoever brings a module in, under whatever word, uses what it is as a whole', () => {
  it.each([
    ["import d from './lib/a'\nd()\n", `${pond}export default pond\n`],
    ["import { default as d } from './lib/a'\nd()\n", `export default ${pond}`],
    ["import d from './lib/a'\nd()\n", `${pond}export { pond as default }\n`],
    ["import('./lib/a').then(m => m.default())\n", `export default ${pond}`],
    ["const m = await import('./lib/a')\nm.default()\nexport {}\n", `export default ${pond}`],
    ["const Page = lazy(() => import('./lib/a'))\nrender(<Page />)\n", `export default ${pond}`],
    ["import P from './lib/a'\nrender(<P />)\n", `${view}export default memo(pond)\n`],
    ["const make = require('./lib/a')\nmake()\n", `${pond}module.exports = pond\n`],
    ["require('./lib/a')()\n", `${pond}module.exports = pond\n`],
    ["import make = require('./lib/a')\nmake()\n", `${pond}export = pond\n`],
    ["export { default as Kart } from './lib/a'\n", `${pond}export default pond\n`],
    ["import Kart from './lib/a'\nexport { Kart }\n", `${pond}export default pond\n`],
    [
      "const lib = require('./lib/a')\nconst { pond } = lib\npond()\n",
      `exports.pond = () => 1 + 1\n`,
    ],
    ["import * as lib from './lib/a'\nconst { pond } = lib\npond()\n", `export ${pond}`],
  ])('%s', async (main, text) => {
    const files = { 'lib/a.tsx': text, 'app/main.tsx': main.replace('./lib', '../lib') }
    expect(await statusOf(files, 'lib/a.tsx', 'pond')).toBe('implemented')
  })

  it('an index goes by its folder', async () => {
    const files = {
      'ui/index.ts': `${pond}export default pond\n`,
      'm.ts': "import u from './ui'\nu()\n",
    }
    expect(await statusOf(files, 'ui/index.ts', 'pond')).toBe('implemented')
  })

  it('who only names it, tests it, or has a file of the same name does not', async () => {
    const lib = { 'lib/a.ts': `${pond}export default pond\n`, 'x/a.ts': `export default 3\n` }
    const status = (more: Files) => statusOf({ ...lib, ...more }, 'lib/a.ts', 'pond')
    expect(await status({ 'm.ts': "import u from './lib/a'\nlog(1)\n" })).toBe('partial')
    expect(await status({ 'm.ts': "import u from './x/a'\nlog(u)\n" })).toBe('partial')
    expect(await status({ 'm.test.ts': "import u from './lib/a'\nit('x', () => u())\n" })).toBe(
      'partial',
    )
  })
})
