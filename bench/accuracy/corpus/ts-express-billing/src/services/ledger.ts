import type { Invoice } from '../types.js'

const helpText = `
export function closeMonth(month) { ... }
Run it on the first working day.
`

export interface LedgerEntry {
  account: string
  cents: number
}

export function toEntries(invoice: Invoice): LedgerEntry[] {
  return [
    { account: 'receivable', cents: invoice.totalCents },
    { account: 'revenue', cents: -invoice.totalCents },
  ]
}

export { toEntries as entriesOf, helpText }
