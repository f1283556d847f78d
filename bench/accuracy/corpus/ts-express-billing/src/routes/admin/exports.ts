import { Router } from 'express'

// Mounted by the nightly job in the old repository; here nothing uses it.
const exportsRouter = Router()

exportsRouter.get('/exports/ledger', (_req, res) => {
  res.type('csv').send('date,account,cents\n')
})
