'use strict'

const router = require('express').Router()
const warehouses = require('../lib/warehouses')

router.get('/warehouses', async (req, res, next) => {
  try {
    res.json(await warehouses.list())
  } catch (err) {
    next(err)
  }
})

router.get('/warehouses/:code', (req, res, next) => warehouses.find(req.params.code).then(w => res.json(w), next))

router.post('/warehouses', function createWarehouse(req, res) {
  throw new Error('not implemented')
})

/*
router.delete('/warehouses/:code', async (req, res) => {
  await warehouses.close(req.params.code)
  res.sendStatus(204)
})
*/

module.exports = router
