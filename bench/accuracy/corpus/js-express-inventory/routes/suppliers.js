'use strict'

const router = require('express').Router()

router.get('/suppliers', (req, res) => res.json([]))

module.exports = router
