import { and, count, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Env } from '../app'
import type { Database } from '../db/client'
import { options, polls, votes } from '../db/schema'
import { NotFoundProblem } from '../lib/problem'
import { publish } from '../realtime/hub'

export const voteRoutes = new Hono<Env>()

voteRoutes.get('/', async c => {
  const poll = await findPoll(c.var.db, c.req.param('pollId') ?? '')
  return c.json({ tally: await tally(c.var.db, poll.id) })
})

voteRoutes.put('/mine', async c => {
  const { optionId } = await c.req.json<{ optionId: string }>()
  const poll = await findPoll(c.var.db, c.req.param('pollId') ?? '')
  await c.var.db
    .insert(votes)
    .values({ pollId: poll.id, voterId: c.var.voterId, optionId })
    .onConflictDoUpdate({ target: [votes.pollId, votes.voterId], set: { optionId } })
  publish(poll.id, await tally(c.var.db, poll.id))
  return c.body(null, 204)
})

voteRoutes.delete('/mine', async c => {
  const poll = await findPoll(c.var.db, c.req.param('pollId') ?? '')
  await c.var.db.delete(votes).where(and(eq(votes.pollId, poll.id), eq(votes.voterId, c.var.voterId)))
  return c.body(null, 204)
})

async function findPoll(db: Database, slug: string) {
  const [poll] = await db.select().from(polls).where(eq(polls.slug, slug))
  if (!poll) throw new NotFoundProblem('poll')
  return poll
}

export async function tally(db: Database, pollId: string) {
  const rows = await db
    .select({ label: options.label, votes: count(votes.voterId) })
    .from(options)
    .leftJoin(votes, eq(votes.optionId, options.id))
    .where(eq(options.pollId, pollId))
    .groupBy(options.id)
  return Object.fromEntries(rows.map(row => [row.label, row.votes]))
}

export function weightedTally(_rows: { label: string; votes: number }[]): Record<string, number> {
  // TODO: weight by membership tier once the tiers are decided
  return {}
}
