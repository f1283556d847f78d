import { expect, it } from 'vitest'
import { depthOfText } from '../../../../test/tree.ts'

const head =
  "import express from 'express'\nimport a from './a'\nimport b from './b'\nconst app = express()\n"

const mountsOf = (text: string) =>
  depthOfText('app.ts', head + text).mounts.map(
    ({ path, target }) => `${path} ${target.kind === 'expression' ? target.text : target.kind}`,
  )

it.each([
  [
    'a list of objects that is walked',
    "const routes = [\n  { path: '/a', route: a }, // first\n  { path: '/b', route: b },\n]\nroutes.forEach((each) => {\n  app.use(each.path, each.route)\n})\n",
    ['/a a', '/b b'],
  ],
  [
    'a loop that takes their members out',
    "const routes: Route[] = [{ path: '/a', route: a }, { path: '/b', route: b }]\nfor (const { path, route } of routes) app.use(path, route)\n",
    ['/a a', '/b b'],
  ],
  [
    'a list of names',
    "const all = [a, b]\nall.forEach(r => app.use('/api', r))\n",
    ['/api a', '/api b'],
  ],
  [
    'a list in the loop itself',
    "for (const r of [a, b]) {\n  app.use('/api', r)\n}\n",
    ['/api a', '/api b'],
  ],
  [
    'a list that is too long to be one of routers',
    `const all = [${'a, '.repeat(4000)}]\nall.forEach(r => app.use('/api', r))\n`,
    ['/api r'],
  ],
  ['a list that is made elsewhere', "all.forEach(r => app.use('/api', r))\n", ['/api r']],
])('%s mounts what it holds', (_, text, mounts) => {
  expect(mountsOf(text)).toEqual(mounts)
})
