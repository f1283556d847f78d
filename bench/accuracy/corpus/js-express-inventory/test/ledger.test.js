const assert = require('assert')
const request = require('supertest')
const app = require('../app')
const { Ledger, InsufficientStock } = require('../lib/stock/ledger')

const stockedLedger = (sku, quantity) => {
  const ledger = new Ledger()
  ledger.post(sku, quantity, 'opening')
  return ledger
}

describe('Ledger', () => {
  it('refuses to go below zero', () => {
    assert.throws(() => stockedLedger('bolt', 2).post('bolt', -3), InsufficientStock)
  })

  it('answers over HTTP', () => request(app).get('/api/stock/bolt').expect(200))
})
