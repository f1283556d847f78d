import { expect, it } from 'vitest'
import { endpointsIn } from '../../../../test/endpoints.ts'

it('a route of hono that is described stands in its own file, below the place that mounts it', async () => {
  const files = {
    'src/index.ts': `import { Hono } from 'hono'
import { auth } from './auth'
const app = new Hono()
app.route('/auth', auth)
export default app
`,
    'src/auth.ts': `import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
const login = createRoute({ method: 'post', path: '/login', responses: {} })
const later = createRoute({ method: 'put', path: '/later', responses: {} })
export const auth = new OpenAPIHono()
auth.openapi(login, async c => c.json(await signIn(c)))
auth.openapi(later, c => {
  throw new Error('not implemented')
})
`,
  }
  expect(await endpointsIn(files, ['POST /auth/login', 'PUT /auth/later', 'POST /login'])).toEqual([
    'POST /auth/login: implemented',
    'PUT /auth/later: partial',
    'POST /login: missing',
  ])
})
