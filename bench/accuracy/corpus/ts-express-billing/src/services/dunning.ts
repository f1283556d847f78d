import type { Invoice } from '../types.js'

export abstract class DunningStep {
  abstract readonly afterDays: number
  abstract message(invoice: Invoice): string

  isDue(ageDays: number): boolean {
    return ageDays >= this.afterDays
  }
}

export class FriendlyReminder extends DunningStep {
  readonly afterDays = 7

  message(invoice: Invoice): string {
    return `Invoice ${invoice.id} is waiting for you.`
  }
}

export class FinalNotice extends DunningStep {
  readonly afterDays = 30

  message(_invoice: Invoice): string {
    // FIXME legal has to write this text
    return ''
  }
}

export const scheduleDunning = async (invoices: Invoice[]) => {}
