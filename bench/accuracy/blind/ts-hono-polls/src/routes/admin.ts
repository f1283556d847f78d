import { lt } from 'drizzle-orm'
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import type { Env } from '../app'
import { polls } from '../db/schema'

const admin = new Hono<Env>()

admin.use(bearerAuth({ token: process.env.ADMIN_TOKEN ?? 'dev' }))

admin.post('/purge', async c => {
  const before = new Date(Date.now() - 90 * 24 * 3600 * 1000)
  const gone = await c.var.db.delete(polls).where(lt(polls.closesAt, before)).returning({ id: polls.id })
  return c.json({ purged: gone.length })
})

admin.on(['GET', 'HEAD'], '/stats', async c => {
  const rows = await c.var.db.select().from(polls)
  return c.json({ polls: rows.length, open: rows.filter(p => !p.closesAt || p.closesAt > new Date()).length })
})

export { admin as adminRoutes }
