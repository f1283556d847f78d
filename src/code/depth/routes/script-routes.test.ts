import { describe, expect, it } from 'vitest'
import { type RouteCase, routesOf } from '../../../../test/routes.ts'

const registered: readonly RouteCase[] = [
  {
    name: 'express, with routers mounted here and elsewhere',
    path: 'src/server.ts',
    text: `
import express, { Router } from 'express'
import orders from './orders.js'
const app = express()
const users = Router()
app.get('/health', (req, res) => res.send('ok'))
users.route('/:id').get(show).put(auth, update)
users.post('/', async (req, res) => {})
app.use('/api/users', users)
app.use('/api/orders', auth, orders)
app.all('*', notFound)
`,
    routes: [
      'GET /health 6',
      'GET /api/users/{id} show 7',
      'PUT /api/users/{id} update 7',
      'POST /api/users 8',
      'USE /api/orders auth 10',
      'USE /api/orders orders 10',
      'ANY /* notFound 11',
    ],
  },
  {
    name: 'express, an app that a function is given',
    path: 'src/routes.js',
    text: `module.exports = function (app) {
  app.post('/auth/login', login)
}
`,
    routes: ['POST /auth/login login 2'],
  },
  {
    name: 'fastify, with plugins and route objects',
    path: 'src/app.ts',
    text: `
import Fastify from 'fastify'
import users from './users.js'
const fastify = Fastify({ logger: true })
fastify.get('/ping', async () => 'pong')
fastify.route({ method: ['PUT', 'PATCH'], url: '/items/:id', handler: change })
fastify.register(users, { prefix: '/users' })
fastify.register(async app => {
  app.delete('/old', remove)
}, { prefix: '/v1' })
`,
    routes: [
      'GET /ping 5',
      'PUT /items/{id} change 6',
      'PATCH /items/{id} change 6',
      'USE /users users 7',
      'DELETE /v1/old remove 9',
    ],
  },
  {
    name: 'hono, chained and nested',
    path: 'src/index.ts',
    text: `
import { Hono } from 'hono'
const books = new Hono<Env>().get('/', list).post('/', c => c.text('ok'))
const app = new Hono().basePath('/api')
app.route('/books', books)
app.on('PURGE', '/cache', purge)
export default app
`,
    routes: ['GET /api/books list 3', 'POST /api/books 3', 'PURGE /api/cache purge 6'],
  },
  {
    name: 'koa',
    path: 'src/routes.ts',
    text: `
import Router from '@koa/router'
const router = new Router({ prefix: '/v2' })
router.get('/users/:id', show).del('/users/:id', remove)
`,
    routes: ['GET /v2/users/{id} show 4', 'DELETE /v2/users/{id} remove 4'],
  },
  {
    name: 'nest',
    path: 'src/cats.controller.ts',
    text: `
import { Controller, Get, Post } from '@nestjs/common'

@Controller('cats')
export class CatsController {
  @Get()
  list() { return [] }

  @Post(':id/pat')
  @UseGuards(Guard)
  async pat(@Param('id') id: string) { return id }

  helper() { return 1 }
}
`,
    routes: ['GET /cats CatsController.list 6', 'POST /cats/{id}/pat CatsController.pat 9'],
  },
  {
    name: 'next, the app router',
    path: 'web/app/(shop)/api/orders/[id]/route.ts',
    text: `export async function GET(request: Request) { return Response.json({}) }
const remove = async () => new Response()
export { remove as DELETE }
export const dynamic = 'force-dynamic'
`,
    routes: ['GET /api/orders/{id} GET 1', 'DELETE /api/orders/{id} remove 3'],
  },
  {
    name: 'next, a page of the app router',
    path: 'app/page.tsx',
    text: 'export default function Home() { return <main /> }\n',
    routes: ['GET / Home 1'],
  },
  {
    name: 'next, the pages router',
    path: 'pages/api/users/[...slug].ts',
    text: 'export default function handler(req, res) { res.end() }\n',
    routes: ['ANY /api/users/{slug} handler 1'],
  },
]

describe('the routes of a script', () => {
  it.each(registered)('are those that $name registers', ({ path, text, routes }) => {
    expect(routesOf(path, text)).toEqual(routes)
  })

  it('survive routers that are mounted in a circle', () => {
    const text = `import { Router } from 'express'
const a = Router(), b = Router()
a.use('/b', b)
b.use('/a', a)
a.get('/x', show)
`
    expect(routesOf('a.ts', text)).toHaveLength(1)
  })
})
