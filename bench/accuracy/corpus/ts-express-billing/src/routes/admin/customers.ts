import { Router } from 'express'
import { pool } from '../../db/pool.js'

export const customersRouter = Router({ mergeParams: true })

customersRouter.get('/', async (_req, res) => {
  const { rows } = await pool.query('SELECT id, email FROM customers ORDER BY id')
  res.json(rows)
})

customersRouter.patch('/:id/credit-limit', async (req, res) => {
  await pool.query('UPDATE customers SET credit_limit = $2 WHERE id = $1', [req.params.id, req.body.cents])
  res.sendStatus(204)
})
