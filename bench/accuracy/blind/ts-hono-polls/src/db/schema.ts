import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const polls = pgTable('polls', {
  id: uuid('id').primaryKey().defaultRandom(),
  slug: text('slug').notNull().unique(),
  question: text('question').notNull(),
  closesAt: timestamp('closes_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})

export const options = pgTable('poll_options', {
  id: uuid('id').primaryKey().defaultRandom(),
  pollId: uuid('poll_id').notNull().references(() => polls.id, { onDelete: 'cascade' }),
  label: text('label').notNull(),
  rank: integer('rank').notNull(),
})

export const votes = pgTable(
  'votes',
  {
    pollId: uuid('poll_id').notNull().references(() => polls.id, { onDelete: 'cascade' }),
    voterId: text('voter_id').notNull(),
    optionId: uuid('option_id').notNull().references(() => options.id),
  },
  table => [primaryKey({ columns: [table.pollId, table.voterId] })],
)

export type Poll = typeof polls.$inferSelect
export type Vote = typeof votes.$inferSelect
