'use strict'

module.exports = {
  ...require('./stock/reservations'),
  Ledger: require('./stock/ledger').Ledger,
  findWarehouse: require('./warehouses').find,
}
