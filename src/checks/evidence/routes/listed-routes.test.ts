import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const app = (bringing: string, loop: string) =>
  `import express from 'express'\n${bringing}\nconst app = express()\n${loop}\napp.listen(1)\n`
const items = `[
  { method: 'get', path: '/users', handler: show },
  { method: 'POST', path: '/users', handler: add },
  { method: 'put', path: '/users/:id', handler: (req, res) => res.status(501).end() },
]`
const show = `export const show = (req, res) => res.json(all())\n`
const shown = "import { show, add } from './show.js'\n"
const bodies = `${show}export const add = (req, res) => { throw new Error('not implemented') }\n`
const verdicts = [
  'GET /users: implemented',
  'POST /users: partial',
  'PUT /users/{id}: partial',
  'DELETE /users: missing',
]
const loops = [
  'for (const r of routes) app[r.method](r.path, r.handler)',
  'for (const { method, path, handler } of routes) {\n  app[method](path, handler)\n}',
  'routes.forEach(r => app[r.method.toLowerCase()](r.path, auth, r.handler))',
]
const brought = {
  'src/routes.js': `${shown}export const routes = ${items}\n`,
  'src/show.js': bodies,
}

const cases: readonly EndpointCase[] = [
  ...loops.map(loop => ({
    name: `that another file holds, by ${loop}`,
    files: { 'src/index.js': app("import { routes } from './routes.js'", loop), ...brought },
    verdicts,
  })),
  ...loops.map(loop => ({
    name: `of the same file, by ${loop}`,
    files: {
      'src/index.js': app(shown, `const routes = ${items}\n${loop}`),
      'src/show.js': bodies,
    },
    verdicts,
  })),
  {
    name: 'that a file has as its default, below a path',
    files: {
      'src/index.js': app(
        "import routes from './routes.js'",
        "const api = express.Router()\nfor (const r of routes) api[r.method]('/v1' + r.path, r.handler)\napp.use('/api', api)",
      ),
      'src/routes.js': `${shown}export default ${items}\n`,
      'src/show.js': bodies,
    },
    verdicts: ['GET /api/v1/users: implemented', 'GET /users: missing'],
  },
  {
    name: 'that is brought in and not walked registers nothing',
    files: {
      'src/index.js': app("import { routes } from './routes.js'", 'log(routes)'),
      ...brought,
    },
    verdicts: ['GET /users: missing'],
  },
  {
    name: 'of something else registers nothing',
    files: {
      'src/index.js': app(
        "import { routes } from './routes.js'",
        'for (const r of routes) client[r.method](r.path, r.handler)',
      ),
      ...brought,
    },
    verdicts: ['GET /users: missing'],
  },
]

describe('a list of routes', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
