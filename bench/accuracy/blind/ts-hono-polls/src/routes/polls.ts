import { zValidator } from '@hono/zod-validator'
import { desc, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../app'
import { options, polls } from '../db/schema'
import { NotFoundProblem } from '../lib/problem'
import { slugFor } from '../lib/slug'

const NewPoll = z.object({
  question: z.string().min(5).max(200),
  options: z.array(z.string().min(1)).min(2).max(12),
  closesAt: z.coerce.date().optional(),
})

export const pollRoutes = new Hono<Env>()
  .get('/', async c => {
    const rows = await c.var.db.select().from(polls).orderBy(desc(polls.createdAt)).limit(50)
    return c.json({ polls: rows })
  })
  .post('/', zValidator('json', NewPoll), async c => {
    const input = c.req.valid('json')
    const created = await c.var.db.transaction(async tx => {
      const [poll] = await tx
        .insert(polls)
        .values({ question: input.question, slug: slugFor(input.question), closesAt: input.closesAt })
        .returning()
      await tx.insert(options).values(input.options.map((label, i) => ({ pollId: poll.id, label, rank: i })))
      return poll
    })
    return c.json(created, 201)
  })
  .get('/:pollId', async c => {
    const [poll] = await c.var.db.select().from(polls).where(eq(polls.slug, c.req.param('pollId')))
    if (!poll) throw new NotFoundProblem('poll')
    return c.json(poll)
  })
  .post('/:pollId/close', c => c.json({ error: 'not implemented' }, 501))
