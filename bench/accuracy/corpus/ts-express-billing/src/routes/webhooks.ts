import { Router, type Request, type Response } from 'express'
import Stripe from 'stripe'

const stripe = new Stripe(process.env.STRIPE_KEY ?? '')
const router = Router()

async function receiveStripe(req: Request, res: Response): Promise<void> {
  const event = stripe.webhooks.constructEvent(req.body, req.header('stripe-signature') ?? '', process.env.STRIPE_SECRET ?? '')
  res.json({ received: event.id })
}

router.post('/stripe', receiveStripe)

export default router
