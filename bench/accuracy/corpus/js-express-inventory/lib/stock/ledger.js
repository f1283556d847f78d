'use strict'

class InsufficientStock extends Error {
  constructor(sku) {
    super(`not enough ${sku}`)
    this.sku = sku
  }
}

class Ledger {
  static #instances = 0

  entries = []

  constructor() {
    Ledger.#instances++
  }

  get size() {
    return this.entries.length
  }

  post(sku, delta, reason) {
    if (this.available(sku) + delta < 0) throw new InsufficientStock(sku)
    this.entries.push({ sku, delta, reason })
  }

  available = sku => this.entries.filter(e => e.sku === sku).reduce((sum, e) => sum + e.delta, 0)

  compact() {
    // TODO: fold old entries into one opening balance
    return []
  }
}

module.exports = { InsufficientStock, Ledger }
