import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const fastapi = (bringing: string, use: string) =>
  `from fastapi import FastAPI\n${bringing}\napp = FastAPI()\n${use}\n`
const flask = (bringing: string, use: string) =>
  `from flask import Flask\n${bringing}\ndef create_app():\n    app = Flask(__name__)\n    ${use}\n    return app\n`
const decorated = (words: string, parameters = 'app') =>
  `def register(${parameters}):\n    @app.${words}("/users")\n    def users():\n        return all()\n`
const added = (call: string) =>
  `def register(app):\n    app.${call}\ndef users():\n    return all()\n`
const served = ['GET /users: implemented']
const lost = ['GET /users: missing']

const cases: readonly EndpointCase[] = [
  ...[
    decorated('get'),
    decorated('get', 'settings, app, *, name=None'),
    decorated('get', 'app: "App" = None'),
    added('add_api_route("/users", users, methods=["GET"])'),
    added('add_api_route("/users", endpoint=users)'),
  ].map((text, index) => ({
    name: `of FastAPI, ${index}`,
    files: {
      'main.py': fastapi('from users import register', 'register(app)'),
      'users.py': text,
    },
    verdicts: served,
  })),
  ...[decorated('route'), decorated('get'), added('add_url_rule("/users", view_func=users)')].map(
    (text, index) => ({
      name: `of Flask, ${index}`,
      files: {
        'shop/__init__.py': flask('from shop.users import register', 'register(app)'),
        'shop/users.py': text,
      },
      verdicts: served,
    }),
  ),
  {
    name: 'by the name of the module',
    files: {
      'main.py': fastapi('import users', 'users.register(app)'),
      'users.py': decorated('get'),
    },
    verdicts: served,
  },
  {
    name: 'under another name, and under a keyword',
    files: {
      'main.py': fastapi('from users import register as more', 'more(app=app)'),
      'users.py': decorated('get'),
    },
    verdicts: served,
  },
  {
    name: 'with a router below a path',
    files: {
      'main.py':
        'from fastapi import APIRouter, FastAPI\nfrom users import register\napp = FastAPI()\nrouter = APIRouter(prefix="/api")\nregister(router)\napp.include_router(router)\n',
      'users.py': decorated('get'),
    },
    verdicts: ['GET /api/users: implemented', 'GET /users: missing'],
  },
  {
    name: 'by nobody',
    files: { 'main.py': fastapi('', ''), 'users.py': decorated('get') },
    verdicts: lost,
  },
  {
    name: 'by nobody, where it is brought in',
    files: { 'main.py': fastapi('from users import register', ''), 'users.py': decorated('get') },
    verdicts: lost,
  },
  {
    name: 'with something else',
    files: {
      'main.py': fastapi('from users import register', 'register(client)'),
      'users.py': decorated('get'),
    },
    verdicts: lost,
  },
  {
    name: 'and only looks something up',
    files: {
      'main.py': fastapi('from users import register', 'register(app)'),
      'users.py': 'def register(app):\n    return app.get("/users", default())\n',
    },
    verdicts: lost,
  },
]

describe('a function of Python that is given an application without a type registers where it is called', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})

const express = (bringing: string, use: string) =>
  `import express from 'express'\n${bringing}\nconst app = express()\napp.get('/', (req, res) => res.json(all()))\n${use}\napp.listen(1)\n`
const registers = "register(app) { app.get('/users', (req, res) => res.json(all())) }"
const other = `export function ${registers.replace('/users', '/lost')}\n`
const home = 'GET /: implemented'
const scripts: readonly EndpointCase[] = [
  {
    name: 'of a module',
    files: {
      'src/index.js': express("import * as users from './users.js'", 'users.register(app)'),
      'src/users.js': `export function ${registers}\n`,
      'src/lost.js': other,
    },
    verdicts: [home, ...served, 'GET /lost: missing'],
  },
  {
    name: 'of a module that is required',
    files: {
      'src/index.js': express("const users = require('./users')", 'users.register(app)'),
      'src/users.js': `exports.register = function ${registers.replace('register', '')}\n`,
      'src/lost.js': other,
    },
    verdicts: [home, ...served, 'GET /lost: missing'],
  },
  {
    name: 'of an object',
    files: {
      'src/index.js': express("import users from './users.js'", 'users.register(app)'),
      'src/users.js': `export default { ${registers} }\n`,
    },
    verdicts: [home, ...served],
  },
  {
    name: 'below a path',
    files: {
      'src/index.js': express(
        "import * as users from './users.js'",
        "const api = express.Router()\nusers.register(api)\napp.use('/api', api)",
      ),
      'src/users.js': `export function ${registers}\n`,
    },
    verdicts: [home, 'GET /api/users: implemented', 'GET /users: missing'],
  },
  {
    name: 'and an instance of Fastify that another file makes takes a plugin',
    files: {
      'src/index.js':
        "import { server } from './server.js'\nimport users from './users.js'\nserver.register(users, { prefix: '/v1' })\nserver.listen({ port: 1 })\n",
      'src/server.js': "import Fastify from 'fastify'\nexport const server = Fastify()\n",
      'src/users.js':
        "export default async function users(instance) {\n  instance.get('/users', async () => all())\n}\n",
    },
    verdicts: ['GET /v1/users: implemented'],
  },
]

describe('register of another file is called, with an application of Express,', () => {
  it.each(scripts)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
