import { serve } from '@hono/node-server'
import { createApp } from './app'
import { openDatabase } from './db/client'

const port = Number(process.env.PORT ?? 8787)
const app = createApp(openDatabase(process.env.DATABASE_URL ?? ''))

serve({ fetch: app.fetch, port }, info => {
  console.log(`listening on http://localhost:${info.port}`)
})
