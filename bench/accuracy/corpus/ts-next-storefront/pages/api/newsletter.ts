import type { NextApiRequest, NextApiResponse } from 'next'

const subscribers = new Set<string>()

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') {
    res.setHeader('Allow', 'POST').status(405).end()
    return
  }
  subscribers.add(String(req.body.email))
  res.status(202).end()
}
