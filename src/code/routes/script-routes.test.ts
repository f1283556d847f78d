import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const cases: readonly RegisteredCase[] = [
  {
    name: 'Koa, of prefixes, nested routers and koa-mount',
    files: {
      'app.js': `const Koa = require('koa')
const Router = require('@koa/router')
const mount = require('koa-mount')
const users = require('./users')
const sub = require('./sub')
const app = new Koa()
const router = new Router({ prefix: '/api' })
router.get('named', '/n/:id', show)
router.register('/reg', ['get', 'POST'], show)
const nested = new Router()
nested.del('/x', rm)
router.use('/nested', nested.routes(), nested.allowedMethods())
router.use(users.routes())
app.use(router.routes()).use(router.allowedMethods())
app.use(mount('/sub', sub.routes()))
`,
      'users.js': `const Router = require('koa-router')
const router = new Router()
router.prefix('/users')
router.get('/', list)
module.exports = router
`,
      'sub.js': `const Router = require('koa-router')
const router = new Router()
router.get('/s', list)
module.exports = router
`,
      'lost.js': `const Router = require('koa-router')
const router = new Router()
router.get('/lost', list)
module.exports = router
`,
    },
    routes: [
      'DELETE /api/nested/x',
      'GET /api/n/{id}',
      'GET /api/reg',
      'GET /api/users',
      'GET /sub/s',
      'POST /api/reg',
    ],
  },
  {
    name: 'hapi, of lists and plugins',
    files: {
      'server.js': `const Hapi = require('@hapi/hapi')
const users = require('./users')
const init = async () => {
  const server = Hapi.server({ port: 3000 })
  server.route({ method: 'GET', path: '/', handler: (request, h) => 'x' })
  server.route([
    { method: ['PUT', 'POST'], path: '/hello/{user?}', handler: hello },
    { method: '*', path: '/{any*}', handler(request, h) { return h.response().code(501) } },
    { method: 'DELETE', path: '/o', options: { auth: false, handler: remove } },
  ])
  await server.register({ plugin: users, routes: { prefix: '/users' } })
  await server.register(require('./more'), { routes: { prefix: '/more' } })
}
`,
      'users.js': `exports.plugin = { name: 'users', register: async function (server, options) {
  server.route({ method: 'GET', path: '/list', handler: list })
} }
`,
      'more.js': `module.exports = { name: 'more', register: async (server) => {
  server.route({ method: 'GET', path: '/m', handler: list })
} }
`,
    },
    routes: [
      'ANY /{any*} (stub)',
      'DELETE /o',
      'GET /',
      'GET /more/m',
      'GET /users/list',
      'POST /hello',
      'POST /hello/{user}',
      'PUT /hello',
      'PUT /hello/{user}',
    ],
  },
  {
    name: 'restify',
    files: {
      'a.js': `const restify = require('restify')
const server = restify.createServer()
server.get('/hello/:name', respond)
server.del('/x', rm)
server.listen(8080)
`,
    },
    routes: ['DELETE /x', 'GET /hello/{name}'],
  },
  {
    name: 'Elysia, of groups and plugins',
    files: {
      'index.ts': `import { Elysia } from 'elysia'
import { users } from './users'
const app = new Elysia({ prefix: '/v1' })
  .get('/', () => 'x')
  .use(users)
  .group('/g', app => app.post('/in', handler))
  .listen(3000)
`,
      'users.ts': `import { Elysia } from 'elysia'
export const users = new Elysia({ prefix: '/users' }).get('/:id', show).delete('/:id', rm)
export const lost = new Elysia({ prefix: '/lost' }).get('/:id', show)
`,
    },
    routes: ['DELETE /v1/users/{id}', 'GET /v1', 'GET /v1/users/{id}', 'POST /v1/g/in'],
  },
  {
    name: 'Fastify, of plugins and options',
    files: {
      'app.ts': `import Fastify from 'fastify'
const fastify = Fastify()
fastify.get('/opts', { schema: {}, handler: show })
fastify.get('/opts2', { schema }, async function (req, reply) { return 1 })
fastify.route({ method: ['GET', 'HEAD'], url: '/r', handler })
fastify.register(require('./users'), { prefix: '/users' })
fastify.register((instance, opts, done) => {
  instance.get('/inner', show)
  done()
}, { prefix: '/in' })
`,
      'users.ts': `import type { FastifyInstance } from 'fastify'
export default async function (fastify: FastifyInstance) {
  fastify.get('/:id', show)
}
`,
    },
    routes: ['GET /in/inner', 'GET /opts', 'GET /opts2', 'GET /r', 'GET /users/{id}', 'HEAD /r'],
  },
  {
    name: 'Nest, of what the global prefix leaves out',
    files: {
      'main.ts': `import { NestFactory } from '@nestjs/core'
import { M } from './m'
async function start() {
  const app = await NestFactory.create(M)
  app.setGlobalPrefix('api', { exclude: ['health', { path: 'users/:id', method: RequestMethod.GET }, 'docs/(.*)'] })
  await app.listen(1)
}
start()
`,
      'm.ts': `import { Module, Controller, Get, Delete } from '@nestjs/common'
@Controller('health')
export class Health {
  @Get() check() { return 1 }
  @Get('deep') deep() { return 1 }
}
@Controller('users')
export class Users {
  @Get(':id') one() { return 1 }
  @Delete(':id') remove() { return 1 }
}
@Controller('docs')
export class Docs {
  @Get('a') one() { return 1 }
}
@Module({ controllers: [Health, Users, Docs] })
export class M {}
`,
    },
    routes: [
      'DELETE /api/users/{id}',
      'GET /api/health/deep',
      'GET /docs/a',
      'GET /health',
      'GET /users/{id}',
    ],
  },
  {
    name: 'Nest, of what constants say that the global prefix leaves out',
    files: {
      'main.ts': `import { NestFactory } from '@nestjs/core'
import { M } from './m'
import { DOCS, paths, OPEN } from './paths'
const HEALTH = 'health'
async function start() {
  const app = await NestFactory.create(M)
  app.setGlobalPrefix('api', { exclude: [HEALTH, { path: DOCS, method: RequestMethod.GET }, paths.ready, UNKNOWN, ...OPEN] })
  await app.listen(1)
}
start()
`,
      'admin.ts': `import { NestFactory } from '@nestjs/core'
import { Admin } from './m'
import { OPEN } from './paths'
const app = await NestFactory.create(Admin)
app.setGlobalPrefix('admin', { exclude: OPEN })
`,
      'paths.ts': `export const DOCS = 'docs/:id'
export const paths = { ready: '/ready' } as const
export const OPEN = ['open', { path: 'half', method: RequestMethod.GET }]
`,
      'm.ts': `import { Module, Controller, Get, Delete } from '@nestjs/common'
@Controller()
export class One {
  @Get('health') check() { return 1 }
  @Get('docs/:id') docs() { return 1 }
  @Delete('docs/:id') remove() { return 1 }
  @Get('ready') ready() { return 1 }
  @Get('open') open() { return 1 }
}
@Controller()
export class Two {
  @Get('open') open() { return 1 }
  @Get('half') half() { return 1 }
  @Delete('half') remove() { return 1 }
}
@Module({ controllers: [One] })
export class M {}
@Module({ controllers: [Two] })
export class Admin {}
`,
    },
    routes: [
      'DELETE /admin/half',
      'DELETE /api/docs/{id}',
      'GET /docs/{id}',
      'GET /half',
      'GET /health',
      'GET /open',
      'GET /open',
      'GET /ready',
    ],
  },
  {
    name: 'Express, of classes that keep their path',
    files: {
      'app.ts': `import express from 'express'
import { Posts } from './posts'
const app = express()
app.use('/api', new Posts().router)
app.listen(1)
`,
      'posts.ts': `import { Router } from 'express'
export class Posts {
  public readonly path = '/posts'
  router = Router()
  constructor() {
    this.deep = '/deep'
    this.router.get(this.path, this.all)
    this.router.get(\`\${this.path}/:id\`, this.one)
    this.router.put(this.path + this.deep, this.one)
  }
}
`,
    },
    routes: ['GET /api/posts', 'GET /api/posts/{id}', 'PUT /api/posts/deep'],
  },
  {
    name: 'Fastify, of a route in one line behind one with a name',
    files: {
      'app.ts': `import Fastify from 'fastify'
import { items } from './items'
const app = Fastify()
app.register(items, { prefix: '/v1' })
app.listen({ port: 3000 })
`,
      'items.ts': `import { FastifyInstance } from 'fastify'
export async function items(app: FastifyInstance) {
  app.get('/items', listItems)
  app.route({ method: 'GET', url: '/items/:id', handler: async () => ({ a: 1 }) })
  app.route({ method: 'PUT', url: '/items/:id', handler: listItems })
}
`,
    },
    routes: ['GET /v1/items', 'GET /v1/items/{id}', 'PUT /v1/items/{id}'],
  },
  {
    name: 'Fastify, of a name for the same application with types',
    files: {
      'app.ts': `import Fastify from 'fastify'
const app = Fastify()
const typed = app.withTypeProvider<Zod>()
typed.get('/items', listItems)
typed.route({ method: 'GET', url: '/items/:id', handler: listItems })
app.listen({ port: 3000 })
`,
    },
    routes: ['GET /items', 'GET /items/{id}'],
  },
  {
    name: 'Elysia, of a plugin that is used within a group',
    files: {
      'app.ts': `import { Elysia } from 'elysia'
const users = new Elysia({ prefix: '/users' }).get('/', () => all())
const app = new Elysia()
  .group('/v1', app => app.use(users).get('/p', () => 'pong'))
  .listen(3000)
`,
    },
    routes: ['GET /v1/p', 'GET /v1/users'],
  },
  {
    name: 'Hono, of routes that are described for OpenAPI',
    files: {
      'app.ts': `import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
const login = createRoute({ method: 'post', path: '/login', responses: {} })
const unused = createRoute({ method: 'post', path: '/unused', responses: {} })
const app = new OpenAPIHono()
app.openapi(login, async c => c.json(await signIn(c)))
app.openapi(createRoute({ method: 'get', path: '/users/{id}', responses: {} }), show)
app.openapi(createRoute({ method: 'put', path: '/later', responses: {} }), c => { throw new Error('not implemented') })
app.openapi(imported, show)
export default app
`,
    },
    routes: ['GET /users/{id}', 'POST /login', 'PUT /later (stub)'],
  },
  {
    name: 'Hono, of routes that another file describes for OpenAPI',
    files: {
      'app.ts': `import { OpenAPIHono } from '@hono/zod-openapi'
import { login } from './routes/login'
import * as users from './routes/users'
import { listPets, missing, later as postponed } from './routes'
const app = new OpenAPIHono()
app.openapi(login, async c => c.json(await signIn(c)))
app.openapi(users.show, show)
app.openapi(users.remove, show)
app.openapi(listPets, show).openapi(postponed, c => { throw new Error('not implemented') })
app.openapi(missing, show)
export default app
`,
      'routes/login.ts': `import { createRoute } from '@hono/zod-openapi'
export const login = createRoute({ method: 'post', path: '/login', responses: {} })
export const unused = createRoute({ method: 'post', path: '/unused', responses: {} })
`,
      'routes/users.ts': `import { createRoute } from '@hono/zod-openapi'
const BASE = '/users'
export const show = createRoute({ method: 'get', path: '/users/{id}', tags: ['Users'], responses: {} })
export const remove = createRoute({ method: 'delete', path: BASE, responses: {} })
`,
      'routes/index.ts': `export * from './pets'
`,
      'routes/pets.ts': `import { createRoute } from '@hono/zod-openapi'
export const listPets = createRoute({ method: 'get', path: '/pets', responses: {} })
export const later = createRoute({ method: 'put', path: '/later', responses: {} })
`,
    },
    routes: ['DELETE /users', 'GET /pets', 'GET /users/{id}', 'POST /login', 'PUT /later (stub)'],
  },
  {
    name: 'Express, of a router below several paths, and below one that is an expression',
    files: {
      'app.js': `const express = require('express')
const users = require('./users')
const versions = require('./versions')
const app = express()
app.use(['/v1', '/v2'], auth, users)
app.use(['/a', BASE], versions)
app.use(/^\\/w\\d+/, require('./wild'))
app.listen(1)
`,
      'users.js': `const router = require('express').Router()
router.get('/users', list)
module.exports = router
`,
      'versions.js': `const router = require('express').Router()
router.get('/version', show)
module.exports = router
`,
      'wild.js': `const router = require('express').Router()
router.get('/wild', show)
module.exports = router
`,
    },
    routes: ['GET /a/version', 'GET /v1/users', 'GET /v2/users', 'GET /⟨⟩/version', 'GET /⟨⟩/wild'],
  },
]

describe('the routes that the frameworks of JavaScript and TypeScript register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
