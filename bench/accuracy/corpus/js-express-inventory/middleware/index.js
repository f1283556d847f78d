'use strict'

const { randomUUID } = require('crypto')

exports.requestId = function requestId(req, res, next) {
  req.id = req.get('x-request-id') || randomUUID()
  res.set('x-request-id', req.id)
  next()
}

exports.notFound = (req, res) => res.status(404).json({ error: `no ${req.path}` })

exports.audit = (req, res, next) => next()

// exports.csrf = function csrf(req, res, next) { next() }
