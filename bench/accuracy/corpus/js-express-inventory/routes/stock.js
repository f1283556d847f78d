'use strict'

const express = require('express')
const { Ledger } = require('../lib/stock/ledger')
const { reserve, release } = require('../lib/stock/reservations')

const ledger = new Ledger()
const router = express.Router()

function handleReserve(req, res) {
  const reservation = reserve(ledger, req.body.sku, req.body.quantity)
  res.status(201).json(reservation)
}

router.post('/reservations', handleReserve)
router.delete('/reservations/:id', (req, res) => {
  release(ledger, req.params.id)
  res.sendStatus(204)
})
router.route('/:sku').get((req, res) => res.json({ sku: req.params.sku, available: ledger.available(req.params.sku) }))

module.exports = router
