import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../../test/registered.ts'

const server = `const fastify = require('fastify')()
fastify.register(require('./routes'), { prefix: '/v1' })
fastify.listen({ port: 1 })
`
const bed = `from flask import Blueprint, jsonify
from . import users as u
@u.route('/a')
def a():
    return jsonify(load())
`
const made = `from flask import Blueprint\nusers = Blueprint('users', __name__, url_prefix='/users')\n`

const cases: readonly RegisteredCase[] = [
  {
    name: 'Flask, on a blueprint that is brought in under any word',
    files: {
      'app.py': `from flask import Flask\nfrom shop.views import users as them\napp = Flask(__name__)\napp.register_blueprint(them)\n`,
      'shop/views/__init__.py': `${made}from . import routes\n`,
      'shop/views/routes.py': bed,
    },
    routes: ['GET /users/a'],
  },
  {
    name: 'Flask, on nothing where the word is no blueprint',
    files: {
      'app.py': `from flask import Flask\napp = Flask(__name__)\n`,
      'shop/views/__init__.py': `users = Registry()\n`,
      'shop/views/routes.py': bed,
    },
    routes: [],
  },
  {
    name: 'Fastify, of a plugin with any word for its instance',
    files: {
      'server.js': server,
      'routes.js': `async function routes (f, opts) {
  f.register(require('./users'), { prefix: '/users' })
  f.route({ method: 'POST', url: '/y', handler: show })
  f.get('/x', show)
}
module.exports = routes
`,
      'users.js': `module.exports = (i, _opts, done) => {\n  i.get('/', list)\n  done()\n}\n`,
    },
    routes: ['GET /v1/users', 'GET /v1/x', 'POST /v1/y'],
  },
  {
    name: 'Fastify, of no plugin that nobody registers, and of no second parameter',
    files: {
      'server.js': server,
      'routes.js': `module.exports = async (instance, cache) => {
  cache.get('/cached', fill)
  if (cache) { cache.get('/more', fill) }
}
`,
      'stray.js': `module.exports = async (f) => {\n  f.get('/stray', show)\n}\n`,
      'client.js': `const api = require('./api')\nexports.load = then => api.get('/users', then)\n`,
      'api.js': `exports.get = (path, then) => send(path).then(then)\n`,
    },
    routes: [],
  },
  {
    name: 'Express, on an application that another file makes under any word',
    files: {
      'web.js': `const express = require('express')\nconst web = express()\nmodule.exports = web\n`,
      'routes.js': `const web = require('./web')\nweb.get('/x', show)\nweb.use('/users', require('./users'))\nweb.listen(1)\n`,
      'users.js': `const router = require('express').Router()\nrouter.get('/', list)\nmodule.exports = router\n`,
    },
    routes: ['GET /users', 'GET /x'],
  },
]

describe('routes of names that do not read like routers', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
