'use strict'

const cron = require('node-cron')
const { expireReservations } = require('../lib')

function recountStock() {
  expireReservations(30)
}

exports.startJobs = () => {
  cron.schedule('0 3 * * *', recountStock)
  cron.schedule('0 4 * * *', () => sendDigest())
}
