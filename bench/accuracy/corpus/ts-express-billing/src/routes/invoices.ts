import { Router } from 'express'
import { z } from 'zod'
import { NotFound } from '../middleware/errors.js'
import { InvoiceService } from '../services/invoice-service.js'

const service = new InvoiceService()
const Draft = z.object({ customer: z.string(), lines: z.array(z.object({ sku: z.string(), cents: z.number().int() })) })

export const invoicesRouter = Router()

invoicesRouter
  .route('/')
  .get(async (req, res) => {
    res.json(await service.list(String(req.query.customer ?? '')))
  })
  .post(async (req, res) => {
    res.status(201).json(await service.create(Draft.parse(req.body)))
  })

invoicesRouter.get('/:invoiceId', async (req, res, next) => {
  const invoice = await service.find(req.params.invoiceId)
  if (!invoice) return next(new NotFound('invoice'))
  res.json(invoice)
})

invoicesRouter.post('/:invoiceId/send', async (req, res) => {
  await service.send(req.params.invoiceId)
  res.sendStatus(202)
})

// invoicesRouter.delete('/:invoiceId', async (req, res) => {
//   await service.remove(req.params.invoiceId)
//   res.sendStatus(204)
// })

invoicesRouter.get('/:invoiceId/pdf', (_req, res) => {
  res.status(501).end()
})
