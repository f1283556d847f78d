import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const hono = (bringing: string, use: string) =>
  `import { Hono } from 'hono'\nimport { serve } from '@hono/node-server'\n${bringing}\nconst app = new Hono()\napp.get('/', c => c.json(all()))\n${use}\nserve(app)\n`
const express = (bringing: string, use: string) =>
  `import express from 'express'\n${bringing}\nconst app = express()\napp.get('/', (req, res) => res.json(all()))\n${use}\napp.listen(1)\n`
const offered = {
  hono: `import { Hono } from 'hono'\nexport const users = new Hono()\nusers.get('/users', c => c.json(all()))\nexport default users\n`,
  express: `import express from 'express'\nexport const users = express()\nusers.get('/users', (req, res) => res.json(all()))\nexport default users\n`,
  given: `export function users(app) {\n  app.get('/users', (req, res) => res.json(all()))\n}\n`,
}
const served = ['GET /: implemented', 'GET /users: implemented']
const lost = ['GET /: implemented', 'GET /users: missing']

type Server = typeof hono
const among = (
  server: Server,
  text: string,
  bringing: string,
  use: string,
  verdicts: string[],
) => ({
  name: `${use === '' ? 'nothing' : use} behind ${bringing} in a file of ${server.name}`,
  files: { 'src/index.js': server(bringing, use), 'src/users.js': text },
  verdicts,
})

const named = "import { users } from './users.js'"
const renamed = "import { users as people } from './users.js'"
const whole = "import people from './users.js'"
const spaced = "import * as people from './users.js'"
const required = "const { users } = require('./users')"
const uses = [
  'list.push(users)',
  'const all = { users }',
  'const all = [users]',
  'export { users }',
  'export const all = { ...users }',
  'mount(users as Hono)',
  'for (const each of [users, 1]) mount(each)',
]

const cases: readonly EndpointCase[] = [
  ...[named, renamed, whole, spaced, required].map(each =>
    among(hono, offered.hono, each, '', lost),
  ),
  ...[named, renamed, whole, spaced, required].map(each =>
    among(express, offered.express, each, '', lost),
  ),
  among(express, offered.given, named, '', lost),
  among(express, offered.given, renamed, "// people(app)\nlog('people')", lost),
  among(hono, offered.hono, named, "// app.route('/', users)", lost),
  ...uses.map(each => among(hono, offered.hono, named, each, served)),
  ...uses.map(each => among(express, offered.express, named, each, served)),
  among(hono, offered.hono, renamed, "app.route('/', people)", served),
  among(hono, offered.hono, spaced, "app.route('/', people.users)", served),
  among(hono, offered.hono, spaced, 'list.push(people.users)', served),
  among(hono, offered.hono, whole, 'list.push(people)', served),
  among(express, offered.express, whole, "app.use('/', people)", served),
  among(express, offered.express, required, 'http.createServer(users).listen(2)', served),
  among(hono, offered.hono, "import './users.js'", '', served),
  among(hono, offered.hono, '', "list.push(require('./users').users)", served),
  among(express, offered.express, '', "list.push(require('./users'))", served),
  among(express, offered.given, named, 'users(app)', served),
  among(express, offered.given, renamed, 'list.push(people)', served),
].map(each => ({
  ...each,
  files: Object.fromEntries(
    Object.entries(each.files).map(([path, text]) => [path.replace(/js$/, 'ts'), text]),
  ),
}))

const alone: readonly EndpointCase[] = [
  {
    name: 'in the only file',
    files: { 'src/users.ts': offered.express },
    verdicts: ['GET /users: implemented'],
  },
  {
    name: 'in a file that is called like an entry',
    files: { 'src/index.ts': express('', ''), 'src/worker.ts': offered.express },
    verdicts: served,
  },
  {
    name: 'where a function of a cloud takes it',
    files: {
      'src/index.ts': express('', ''),
      'src/users.ts': `${offered.express}export const people = onRequest(users)\n`,
    },
    verdicts: served,
  },
  {
    name: 'of a class',
    files: {
      'src/index.ts': express('', ''),
      'src/users.ts': `import express from 'express'\nexport class Users {\n  app = express()\n  constructor() { this.app.get('/users', (req, res) => res.json(all())) }\n}\n`,
    },
    verdicts: served,
  },
]

describe('what is brought in is mounted by what uses it', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})

describe('an application of Express serves', () => {
  it.each(alone)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
