// A file is spared a tree for routes where nothing in it may be a router: not for the sake of a word that everything has.

import { expect, it } from 'vitest'
import { scriptRoutes } from '../depth/routes/route-tables/script.ts'
import { packFor } from '../languages/all.ts'
import { mayRoute } from './signs.ts'

const routes = (path: string, text: string) => mayRoute(path, packFor(path)!.language, () => text)

it.each([
  ['a.ts', 'const found = cache.get(key, load)\n'],
  ['a.ts', 'for (const [name, value] of map) Reflect.set(target, name, value)\n'],
  ['a.ts', 'events.on("change", redraw)\nthe.app = 1\n'],
  ['a.ts', 'app.render()\nconst instance = make()\n'],
])('%s registers nothing: %j', (path, text) => {
  expect(routes(path, text)).toBe(false)
})

it.each([
  'app.get("/users", list)',
  'this.app.get("/users", list)',
  'app\n  .route("/users")\n  .get(list)',
  'app /* of all */ .get("/users", list)',
  'app?.use("/users", users)',
  'app[method]("/users", list); app.use(users)',
  'export default async (f: FastifyInstance) => { f.get("/users", list) }',
  'new Hono().get("/users", list)',
])('a router may be in %j', text => {
  expect(routes('a.ts', text)).toBe(true)
})

it('every name that a row believes to be a router has a file read', () => {
  const names = ['app', 'router', 'server', 'fastify', 'instance', 'userRouter', 'r', 'api']
  const believed = names.filter(name => scriptRoutes.some(each => each.guess?.test(name)))
  expect(believed).toEqual(names.slice(0, -2))
  expect(believed.filter(name => !routes('a.js', `${name}.get('/users', list)\n`))).toEqual([])
})
