'use strict'

let sequence = 0
const open = new Map()

function reserve(ledger, sku, quantity) {
  ledger.post(sku, -quantity, 'reservation')
  const reservation = { id: String(++sequence), sku, quantity }
  open.set(reservation.id, reservation)
  return reservation
}

function release(ledger, id) {
  const { sku, quantity } = open.get(id)
  ledger.post(sku, quantity, 'release')
  open.delete(id)
}

const expireOlderThan = function (minutes) {}

module.exports.reserve = reserve
module.exports.release = release
module.exports.expireReservations = expireOlderThan
