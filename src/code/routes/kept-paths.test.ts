import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const hono = "import { Hono } from 'hono'\n"

const cases: readonly RegisteredCase[] = [
  {
    name: 'behind a route that has it',
    files: {
      'src/index.ts': `${hono}const app = new Hono()
app.get('/x', c => c.json(list())).post(c => c.json(add())).put(auth(), update)
app.get('/y', show)
  .delete(remove)
app.on(['LINK'], '/z', link).get(show)
export default app
`,
    },
    routes: ['DELETE /y', 'GET /x', 'GET /y', 'GET /z', 'LINK /z', 'POST /x', 'PUT /x'],
  },
  {
    name: 'of the application, where the chain begins with it',
    files: {
      'src/index.ts': `${hono}import users from './users'
const app = new Hono().basePath('/api').get(c => c.json(list())).post('/x', add).put(update)
app.route('/users', users)
export default app
`,
      'src/users.ts': `${hono}const users = new Hono().get(list).use('/:id/*', auth).patch(update)
export default users
`,
    },
    routes: ['GET /api', 'GET /api/users', 'PATCH /api/users/{id}/*', 'POST /api/x', 'PUT /api/x'],
  },
  {
    name: 'that nobody can tell is none',
    files: {
      'src/index.ts': `${hono}const app = new Hono()
app.get(paths.users, list).post(add)
app.get(name)
const known = cache.get('/x').get(c => c)
app.get('/y', show, remember)
export default app
`,
    },
    routes: ['GET /y'],
  },
]

describe('a route of Hono without a path has the one', () => {
  it.each(cases)('$name', ({ files, routes }) => {
    expect(registeredIn(files)).toEqual(routes)
  })
})
