import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const router = (path: string) =>
  `const router = require('express').Router()\nrouter.get('${path}', show)\nmodule.exports = router\n`
const app = (loop: string) =>
  `const express = require('express')\nconst app = express()\n${loop}\napp.listen(1)\n`
const api = (path: string) =>
  `from fastapi import APIRouter\nrouter = APIRouter()\n@router.get('${path}')\ndef show():\n    return load()\n`
const fast = (rest: string) => `from fastapi import FastAPI\n${rest}`
const written = "{ '/users': require('./users'), posts: require('./posts') }"
const beside = { 'users.js': router('/a'), 'posts.js': router('/b') }
const besidePython = {
  'routers/__init__.py': '',
  'routers/users.py': api('/a'),
  'routers/posts.py': api('/b'),
}

const cases: readonly RegisteredCase[] = [
  {
    name: 'a tuple in the loop itself',
    files: {
      ...besidePython,
      'main.py': fast(
        'from routers import posts, users\napp = FastAPI()\nfor each in (users.router, posts.router):\n    app.include_router(each)\n',
      ),
    },
    routes: ['GET /a', 'GET /b'],
  },
  {
    name: 'an object, walked by forEach',
    files: {
      ...beside,
      'app.js': app(
        `const routers = ${written}\nObject.entries(routers).forEach(([path, r]) => app.use(\`/v1/\${path}\`, r))`,
      ),
    },
    routes: ['GET /v1/posts/b', 'GET /v1/users/a'],
  },
  {
    name: 'an object, walked by a loop',
    files: {
      ...beside,
      'app.js': app(
        `const routers = ${written}\nfor (const [path, r] of Object.entries(routers)) {\n  app.use(\`/\${path}\`, r)\n}`,
      ),
    },
    routes: ['GET /posts/b', 'GET /users/a'],
  },
  {
    name: 'an object that another file hands out',
    files: {
      ...beside,
      'app.js': app(
        `const routers = require('./routers')\nfor (const [path, r] of Object.entries(routers)) app.use(\`/\${path}\`, r)`,
      ),
      'routers.js': `module.exports = ${written}\n`,
    },
    routes: ['GET /posts/b', 'GET /users/a'],
  },
  {
    name: 'a list of objects behind a barrel',
    files: {
      ...beside,
      'app.js': `import { routes as all } from './routes'\n${app("all.forEach(({ path, router: r }) => { app.use('/v1' + path, r) })")}`,
      'routes/index.js': `export * from './all'\n`,
      'routes/all.js': `import users from '../users'\nexport const routes = [{ path: '/users', router: users }, { path: '/posts', router: require('../posts') }]\n`,
    },
    routes: ['GET /v1/posts/b', 'GET /v1/users/a'],
  },
  {
    name: 'an object that is computed, of which nothing is known',
    files: {
      ...beside,
      'app.js': app(
        `const routers = load()\nfor (const [path, r] of Object.entries(routers)) app.use(path, r)\napp.get('/', show)`,
      ),
    },
    routes: ['GET /'],
  },
  {
    name: 'a list of Python, beside one that is mounted by itself',
    files: {
      ...besidePython,
      'main.py': fast(`from routers import users, posts
app = FastAPI()
app.include_router(users.router)
ROUTERS = (
    users.router,  # first
    posts.router,
)
for each in ROUTERS:
    app.include_router(each, prefix='/api')
`),
    },
    routes: ['GET /a', 'GET /api/a', 'GET /api/b'],
  },
  {
    name: 'pairs, modules and a dict of Python',
    files: {
      ...besidePython,
      'main.py': fast(`from routers import users, posts
from paths import MORE
app = FastAPI()
for prefix, module in [('/u', users), ('/p', posts)]:
    app.include_router(module.router, prefix=prefix)
for name, each in MORE.items():
    app.include_router(each, prefix=f'/more/{name}')
app.include_router(posts.router)
`),
      'paths.py': `from routers import users\nMORE = {'users': users.router}\n`,
    },
    routes: ['GET /b', 'GET /more/users/a', 'GET /p/b', 'GET /u/a'],
  },
  {
    name: 'a folder of modules of Python',
    files: {
      'app.py': `import importlib
import pkgutil
from flask import Flask
import parts
from health import health
app = Flask(__name__)
app.register_blueprint(health)
for each in pkgutil.iter_modules(parts.__path__):
    module = importlib.import_module(f'parts.{each.name}')
    app.register_blueprint(getattr(module, 'bp'))
`,
      'health.py': `from flask import Blueprint\nhealth = Blueprint('health', __name__)\n@health.get('/ok')\ndef ok():\n    return load()\n`,
      'parts/__init__.py': '',
      'parts/users.py': `from flask import Blueprint\nbp = Blueprint('users', __name__, url_prefix='/users')\n@bp.get('/')\ndef users():\n    return load()\n`,
    },
    routes: ['GET /ok', 'GET /users'],
  },
]

describe('routers that a loop mounts', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
