import { Hono } from 'hono'
import { logger } from 'hono/logger'
import type { Database } from './db/client'
import { problem } from './lib/problem'
import { sessionGuard } from './middleware/session'
import { adminRoutes } from './routes/admin'
import { pollRoutes } from './routes/polls'
import { voteRoutes } from './routes/votes'

export type Env = { Variables: { db: Database; voterId: string } }

export function createApp(db: Database) {
  const app = new Hono<Env>()

  app.use(logger())
  app.use('*', async (c, next) => {
    c.set('db', db)
    await next()
  })

  app.get('/healthz', c => c.text('ok'))

  const v1 = new Hono<Env>().basePath('/v1')
  v1.use('*', sessionGuard())
  v1.route('/polls', pollRoutes)
  v1.route('/polls/:pollId/votes', voteRoutes)
  // v1.route('/webhooks', webhookRoutes)
  app.route('/', v1)
  app.route('/admin', adminRoutes)

  app.onError((err, c) => problem(c, err))
  return app
}
