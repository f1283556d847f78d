'use strict'

const express = require('express')
const { requestId, notFound } = require('./middleware')
const stockRoutes = require('./routes/stock')

const app = express()

app.use(express.json(), requestId)
app.use('/api', require('./routes'))
app.use('/api/stock', stockRoutes)
app.get(['/health', '/healthz'], (req, res) => res.json({ ok: true }))
app.use(notFound)

module.exports = app
