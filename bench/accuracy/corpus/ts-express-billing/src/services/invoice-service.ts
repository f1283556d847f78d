import { randomUUID } from 'node:crypto'
import { pool, transaction } from '../db/pool.js'
import type { Clock, Invoice, InvoiceDraft } from '../types.js'
import { totalCents } from './money.js'

export class InvoiceService {
  #clock: Clock

  constructor(clock: Clock = { now: () => new Date() }) {
    this.#clock = clock
  }

  list = async (customer: string): Promise<Invoice[]> => {
    const { rows } = await pool.query<Invoice>('SELECT * FROM invoices WHERE customer = $1', [customer])
    return rows
  }

  async find(id: string): Promise<Invoice | undefined> {
    const { rows } = await pool.query<Invoice>('SELECT * FROM invoices WHERE id = $1', [id])
    return rows[0]
  }

  async create(draft: InvoiceDraft): Promise<Invoice> {
    const invoice = { id: randomUUID(), customer: draft.customer, totalCents: totalCents(draft.lines) }
    await transaction(client =>
      client.query('INSERT INTO invoices VALUES ($1, $2, $3)', [invoice.id, invoice.customer, invoice.totalCents]),
    )
    return invoice
  }

  async send(id: string): Promise<void> {
    await pool.query('UPDATE invoices SET sent_at = $2 WHERE id = $1', [id, this.#clock.now()])
  }

  async void(id: string): Promise<void> {
    throw new Error('not implemented')
  }
}
