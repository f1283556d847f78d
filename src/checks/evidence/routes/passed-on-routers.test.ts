import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const mounting = (clause: string, mounted: string) =>
  `import express from 'express'\nimport ${clause} from './users'\nconst app = express()\napp.use('/users', ${mounted})\n`
const made = `import { Router } from 'express'\nexport const router = Router()\nrouter.get('/x', (req, res) => res.json(1))\n`
const madeDefault = `${made.replace('export const', 'const')}export default router\n`

const barrel = (name: string, passing: string, mounted = 'router', routes = made) => ({
  name,
  files: {
    'src/server.ts': mounting(`{ ${mounted.split('.')[0]} }`, mounted),
    'src/users/index.ts': passing,
    'src/users/routes.ts': routes,
  },
  verdicts: ['GET /users/x: implemented', 'GET /x: missing'],
})

const required = (name: string, passing: string, mounted: string) => ({
  name,
  files: {
    'server.js': `const express = require('express')\nconst routes = require('./routes')\nconst app = express()\napp.use('/users', ${mounted})\n`,
    'routes/index.js': passing,
    'routes/users.js': `const router = require('express').Router()\nrouter.get('/x', (req, res) => res.json(1))\nmodule.exports = router\n`,
    'routes/old.js': `const router = require('express').Router()\nrouter.get('/old', (req, res) => res.json(1))\nmodule.exports = router\n`,
  },
  verdicts: ['GET /users/x: implemented', 'GET /x: missing', 'GET /users/old: missing'],
})

const python = (name: string, passing: string, brought: string, given: string) => ({
  name,
  files: {
    'app/main.py': `from fastapi import FastAPI\n${brought}\napp = FastAPI()\napp.include_router(${given}, prefix="/users")\n`,
    'app/users/__init__.py': passing,
    'app/users/routes.py': `from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/x")\ndef x():\n    return 1\n`,
  },
  verdicts: ['GET /users/x: implemented', 'GET /x: missing'],
})

const cases: readonly EndpointCase[] = [
  barrel('by its name', `export { router } from './routes'\n`),
  barrel('with everything', `export * from './routes'\n`),
  barrel(
    'as what was the default',
    `export { default as users } from './routes'\n`,
    'users',
    madeDefault,
  ),
  barrel('after an import', `import { router } from './routes'\nexport { router }\n`),
  barrel('in a namespace', `export * as all from './routes'\n`, 'all.router'),
  required('in an object', `module.exports = { users: require('./users') }\n`, 'routes.users'),
  required(
    'in an object, asked for in place',
    `module.exports = {\n  // old: require('./old'),\n  users: require('./users'),\n}\n`,
    `require('./routes').users`,
  ),
  required('under a name', `exports.users = require('./users')\n`, 'routes.users'),
  required('as a whole', `module.exports = require('./users')\n`, 'routes'),
  python(
    'FastAPI, by __init__.py',
    'from .routes import router\n',
    'from app.users import router as users',
    'users',
  ),
  python(
    'FastAPI, by __init__.py under another name',
    'from .routes import router as users_router\n',
    'from app import users',
    'users.users_router',
  ),
  python(
    'FastAPI, by a star',
    'from .routes import *\n',
    'from app.users import router as users',
    'users',
  ),
  {
    name: 'Flask, by __init__.py',
    files: {
      'app.py': `from flask import Flask\nfrom parts import users\napp = Flask(__name__)\napp.register_blueprint(users, url_prefix="/u")\n`,
      'parts/__init__.py': `from .users import users\n`,
      'parts/users.py': `from flask import Blueprint\nusers = Blueprint("users", __name__)\n@users.get("/x")\ndef x():\n    return "1"\n`,
      'parts/old.py': `from flask import Blueprint\nold = Blueprint("old", __name__)\n@old.get("/old")\ndef y():\n    return "1"\n`,
    },
    verdicts: ['GET /u/x: implemented', 'GET /old: missing', 'GET /u/old: missing'],
  },
  {
    name: 'Hono and Fastify',
    files: {
      'src/web.ts': `import { Hono } from 'hono'\nimport { books } from './routes'\nconst app = new Hono()\napp.route('/books', books)\nexport default app\n`,
      'src/fast.ts': `import Fastify from 'fastify'\nimport { plug } from './routes'\nconst app = Fastify()\napp.register(plug, { prefix: '/v1' })\napp.listen({ port: 1 })\n`,
      'src/routes/index.ts': `export { books } from './books'\nexport { default as plug } from './plug'\n`,
      'src/routes/books.ts': `import { Hono } from 'hono'\nexport const books = new Hono()\nbooks.get('/x', c => c.json(1))\n`,
      'src/routes/plug.ts': `import type { FastifyInstance } from 'fastify'\nexport default async function plug(f: FastifyInstance) {\n  f.get('/p', async () => ({ a: 1 }))\n}\n`,
    },
    verdicts: ['GET /books/x: implemented', 'GET /v1/p: implemented', 'GET /p: missing'],
  },
  {
    ...required(
      'not at all, under another name',
      `module.exports = { user: require('./users') }\n`,
      'routes.users',
    ),
    verdicts: ['GET /users/x: missing'],
  },
  {
    name: 'not at all, where the barrels ask each other',
    files: {
      'src/server.ts': mounting('{ router }', 'router'),
      'src/users/index.ts': `export * from './more'\n`,
      'src/users/more.ts': `export * from './index'\n`,
      'src/users/routes.ts': made,
      'src/other.ts': `import express from 'express'\nconst app = express()\n`,
    },
    verdicts: ['GET /users/x: missing'],
  },
]

describe('a router is mounted that another file passes on', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
