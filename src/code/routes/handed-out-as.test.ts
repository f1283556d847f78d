import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const app = (use: string) => `import users from './users'\n${use}`
const express = app(
  `import express from 'express'\nconst app = express()\napp.use('/users', users)\napp.listen(1)\n`,
)
const chain = `.get('/x', show).post('/y', show)\n`

const cases: readonly RegisteredCase[] = [
  {
    name: 'Hono, where it is made, given its routes and handed out at once',
    files: {
      'index.ts': app(
        `import { Hono } from 'hono'\nexport default new Hono().route('/users', users).get('/z', show)\n`,
      ),
      'users.ts': `import { Hono } from 'hono'\nexport default new Hono<Env>().basePath('/v1')${chain}`,
    },
    routes: ['GET /users/v1/x', 'GET /z', 'POST /users/v1/y'],
  },
  {
    name: 'Elysia, of a chain with a prefix',
    files: {
      'index.ts': app(`import { Elysia } from 'elysia'\nnew Elysia().use(users).listen(1)\n`),
      'users.ts': `import { Elysia } from 'elysia'\nexport default new Elysia({ prefix: '/users' })${chain}`,
    },
    routes: ['GET /users/x', 'POST /users/y'],
  },
  ...[
    `import { Router } from 'express'\nexport default Router()`,
    `import express from 'express'\nexport default express.Router()\n  `,
    `module.exports = require('express').Router()`,
    `const express = require('express')\nmodule.exports = express.Router()`,
  ].map(made => ({
    name: `Express, of ${made.split('\n').at(-1)!.trim() || 'a chain of lines'}`,
    files: { 'index.js': express, 'users.js': `${made}${chain}` },
    routes: ['GET /users/x', 'POST /users/y'],
  })),
  {
    name: 'Koa, of a chain with a prefix',
    files: {
      'index.js': app(
        `import Koa from 'koa'\nconst app = new Koa()\napp.use(users.routes())\napp.listen(1)\n`,
      ),
      'users.js': `const Router = require('@koa/router')\nmodule.exports = new Router({ prefix: '/users' })${chain}`,
    },
    routes: ['GET /users/x', 'POST /users/y'],
  },
  {
    name: 'Express, of routers that the getters of an object bring',
    files: {
      'index.js': `const express = require('express')
const routes = require('./routes')
const { posts } = require('./routes')
const app = express()
app.use('/users', routes.users)
app.use('/posts', posts)
app.listen(1)
`,
      'routes/index.js': `module.exports = {
  get users() { return require('./users') },
  get posts() {
    return require('./posts');
  },
}
`,
      'routes/users.js': `const router = require('express').Router()\nrouter.get('/a', list)\nmodule.exports = router\n`,
      'routes/posts.js': `const router = require('express').Router()\nrouter.get('/b', list)\nmodule.exports = router\n`,
    },
    routes: ['GET /posts/b', 'GET /users/a'],
  },
]

describe('the routes of what a file hands out without a name', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
