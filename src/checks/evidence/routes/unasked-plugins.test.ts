import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const server = (own: string) =>
  `import Fastify from 'fastify'\nconst app = Fastify()\n${own}app.get('/', async () => all())\nawait app.listen({ port: 1 })\n`
const body = "{\n  fastify.get('/users', async () => all())\n}"
const plugins = {
  'an anonymous function': `module.exports = async function (fastify, opts) ${body}\n`,
  'an arrow': `export default async fastify => ${body}\n`,
  'a function with a name': `export default async function users(fastify) ${body}\n`,
  'a wrapped arrow': `import fp from 'fastify-plugin'\nexport default fp(async (fastify) => ${body})\n`,
  'a wrapped name': `const fp = require('fastify-plugin')\nasync function users(fastify) ${body}\nmodule.exports = fp(users)\n`,
}
const arrow = plugins['an arrow']
const required = plugins['an anonymous function']
const autoload = (dir: string) =>
  `import AutoLoad from '@fastify/autoload'\n${server(`app.register(AutoLoad, { dir: ${dir}, options: { a: 1 } })\n`)}`
const manifest = { 'package.json': '{"type": "module"}\n' }
const served = ['GET /: implemented', 'GET /users: implemented']
const lost = ['GET /: implemented', 'GET /users: missing']

const cases: readonly EndpointCase[] = [
  ...Object.entries(plugins).map(([name, text]) => ({
    name: `nothing, where it is ${name}`,
    files: { 'src/server.js': server(''), 'src/users.js': text },
    verdicts: lost,
  })),
  ...Object.entries(plugins).map(([name, text]) => ({
    name: `its routes, where it is ${name} and registered`,
    files: {
      'src/server.js': `import more from './users.js'\n${server('app.register(more)\n')}`,
      'src/users.js': text,
    },
    verdicts: served,
  })),
  ...["require('./users')", "import('./users.js')", "await import('./users.js')"].map(given => ({
    name: `its routes, where ${given} is registered`,
    files: {
      'src/server.js': server(`app.register(${given}, { prefix: '/v1' })\n`),
      'src/users.js': given.startsWith('require') ? required : arrow,
    },
    verdicts: ['GET /v1/users: implemented', 'GET /users: missing'],
  })),
  {
    name: 'its routes, where the default of an awaited import is registered',
    files: {
      'src/server.js': server("app.register((await import('./users.js')).default)\n"),
      'src/users.js': arrow,
    },
    verdicts: served,
  },
  {
    name: 'its routes, where a file brings it in for whatever it does with it',
    files: {
      'src/server.js': `import more from './users.js'\n${server('plugins.push(more)\n')}`,
      'src/users.js': arrow,
    },
    verdicts: served,
  },
  ...[
    "join(here, 'routes')",
    `\`\${here}/routes\``,
    "new URL('./routes/', import.meta.url)",
    'dir',
  ].map(dir => ({
    name: `its routes, where autoload is given ${dir}`,
    files: { 'src/server.js': autoload(dir), 'src/routes/users.js': arrow },
    verdicts: served,
  })),
  {
    name: 'nothing, where autoload is given another folder',
    files: { 'src/server.js': autoload("join(here, 'plugins')"), 'src/routes/users.js': arrow },
    verdicts: lost,
  },
  {
    name: 'its routes, where a script starts its file',
    files: {
      'src/server.js': server(''),
      'package.json': '{"scripts": {"dev": "fastify start src/users.js"}}\n',
      'src/users.js': arrow,
    },
    verdicts: served,
  },
  {
    name: 'its routes, where no application is in its package',
    files: {
      'web/package.json': '{}\n',
      'web/src/server.js': server(''),
      'users/package.json': '{}\n',
      'users/src/plugin.js': arrow,
    },
    verdicts: served,
  },
]

describe('a plugin of Fastify that is the default of its file registers', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn({ ...manifest, ...each.files }, askedFor(each))).toEqual(each.verdicts)
  })
})
