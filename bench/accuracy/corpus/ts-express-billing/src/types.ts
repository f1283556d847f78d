export type Line = { sku: string; cents: number }

export interface InvoiceDraft {
  customer: string
  lines: Line[]
}

export interface Invoice {
  id: string
  customer: string
  totalCents: number
}

export interface Clock {
  now(): Date
}

export enum Currency {
  EUR = 'EUR',
  USD = 'USD',
}
