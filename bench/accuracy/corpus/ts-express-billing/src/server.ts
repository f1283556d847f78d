import express, { type Express } from 'express'
import { errorHandler } from './middleware/errors.js'
import { requireApiKey } from './middleware/auth.js'
import { adminRouter } from './routes/admin/index.js'
import { invoicesRouter } from './routes/invoices.js'
import webhooks from './routes/webhooks.js'

export function buildApp(): Express {
  const app = express()
  app.use('/webhooks', express.raw({ type: '*/*' }), webhooks)
  app.use(express.json())
  app.get('/status', (_req, res) => {
    res.json({ ok: true, uptime: process.uptime() })
  })
  app.use('/v1/invoices', requireApiKey, invoicesRouter)
  app.use('/v1/admin', requireApiKey, adminRouter)
  app.use(errorHandler)
  return app
}

if (process.argv[1]?.endsWith('server.js')) {
  buildApp().listen(Number(process.env.PORT ?? 8080))
}
