import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const users =
  "import { Hono } from 'hono'\nexport default new Hono().get('/users', c => c.json([{ id: 1 }]))\n"
const named =
  "import { Hono } from 'hono'\nconst users = new Hono()\nusers.get('/users', c => c.json([{ id: 1 }]))\nexport default users\n"
const server =
  "import { Hono } from 'hono'\nimport { serve } from '@hono/node-server'\nconst app = new Hono()\napp.get('/', c => c.text('x'))\nserve(app)\n"
const worker = server
  .replace("import { serve } from '@hono/node-server'\n", '')
  .replace('serve(app)', 'export default app')
const elysia = "import { Elysia } from 'elysia'\n"

const served = ['GET /users: implemented']
const unserved = ['GET /users: missing']

const cases: readonly EndpointCase[] = [
  {
    name: 'nothing, where another file is the server and nobody brings it in',
    files: { 'src/index.ts': server, 'src/routes/users.ts': users },
    verdicts: unserved,
  },
  {
    name: 'nothing, by whatever name the file exports it',
    files: { 'src/index.ts': server, 'src/routes/users.ts': named },
    verdicts: unserved,
  },
  {
    name: 'nothing, where another file is the worker',
    files: { 'src/index.ts': worker, 'src/users.ts': users },
    verdicts: unserved,
  },
  {
    name: 'nothing, where a manifest names another file',
    files: {
      'wrangler.toml': 'main = "src/edge.ts"\n',
      'src/edge.ts': worker,
      'src/routes/users/index.ts': users,
    },
    verdicts: unserved,
  },
  {
    name: 'nothing in Elysia either',
    files: {
      'src/index.ts': `${elysia}new Elysia().get('/', () => 'x').listen(3000)\n`,
      'src/users.ts': `${elysia}export default new Elysia().get('/users', () => [{ id: 1 }])\n`,
    },
    verdicts: unserved,
  },
  {
    name: 'its routes, where it is mounted',
    files: {
      'src/index.ts': server.replace(
        'const app = new Hono()\n',
        "import users from './users'\nconst app = new Hono()\napp.route('/', users)\n",
      ),
      'src/users.ts': users,
    },
    verdicts: served,
  },
  {
    name: 'its routes, where a file brings it in for whatever it does with it',
    files: {
      'src/index.ts': `${server}import users from './users'\nall.push(users)\n`,
      'src/users.ts': users,
    },
    verdicts: served,
  },
  {
    name: 'its routes, where it is the only one',
    files: { 'src/web/users.ts': users },
    verdicts: served,
  },
  {
    name: 'its routes, where no other is known to serve',
    files: { 'src/web/users.ts': users, 'src/web/orders.ts': worker },
    verdicts: served,
  },
  {
    name: 'its routes, where its file is called like an entry',
    files: { 'src/server.ts': server, 'src/worker.ts': users },
    verdicts: served,
  },
  ...['wrangler.toml', 'deploy/Dockerfile', 'package.json', 'rolldown.config.js'].map(path => ({
    name: `its routes, where ${path} names its file`,
    files: {
      'src/index.ts': server,
      'src/users.ts': users,
      [path]: path === 'package.json' ? '{"main": "./src/users.ts"}\n' : 'main = "src/users.ts"\n',
    },
    verdicts: served,
  })),
  ...['app/routes/users.ts', 'api/users.ts', 'functions/users.ts', 'src/[...users].ts'].map(
    path => ({
      name: `its routes, where ${path} may be served for where it lies`,
      files: { 'src/index.ts': server, [path]: users },
      verdicts: served,
    }),
  ),
  {
    name: 'its routes, where files are loaded by computed names',
    files: {
      'src/index.ts': `${server}for (const each of names) app.route('/', (await import(\`./\${each}.ts\`)).default)\n`,
      'src/users.ts': users,
    },
    verdicts: served,
  },
  {
    name: 'its routes, where the server is of another package',
    files: {
      'web/package.json': '{}\n',
      'web/src/index.ts': server,
      'shop/package.json': '{}\n',
      'shop/src/users.ts': users,
    },
    verdicts: served,
  },
]

describe('an application that its file does nothing with but export it serves', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
