import { Router } from 'express'
import { customersRouter } from './customers.js'

const adminRouter = Router()
adminRouter.use('/customers', customersRouter)
adminRouter.all('/ping', (_req, res) => void res.send('pong'))

export { adminRouter }
