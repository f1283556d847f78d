'use strict'

const knex = require('knex')(require('../config/knexfile'))

const warehouses = {
  list: () => knex('warehouses').select(),
  find(code) {
    return knex('warehouses').where({ code }).first()
  },
  async rename(code, name) {
    await knex('warehouses').where({ code }).update({ name })
  },
}

warehouses.count = async function countWarehouses() {
  const [{ n }] = await knex('warehouses').count({ n: '*' })
  return Number(n)
}

module.exports = warehouses
