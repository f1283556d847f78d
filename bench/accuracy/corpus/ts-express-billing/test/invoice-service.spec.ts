import assert from 'node:assert/strict'
import { InvoiceService } from '../src/services/invoice-service.js'
import { formatCents, taxCents } from '../src/services/money.js'

function seedInvoices(count: number) {
  return Array.from({ length: count }, (_, n) => ({ sku: `sku-${n}`, cents: 100 * n }))
}

describe('InvoiceService', () => {
  it('adds up the lines', async () => {
    const service = new InvoiceService({ now: () => new Date(0) })
    const invoice = await service.create({ customer: 'c-9', lines: seedInvoices(3) })
    assert.equal(invoice.totalCents, 300)
    assert.deepEqual(await service.find(invoice.id), invoice)
  })

  it('formats money', () => {
    assert.equal(formatCents(1999, 'USD'), '$19.99')
    assert.equal(taxCents(1000, 0.2), 200)
  })
})
