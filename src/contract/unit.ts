// The schema of a unit file's front matter: what one fresh agent session is asked to do, within which bounds, and how it is judged.
// Never a status: what became of a unit is told by events.

import * as z from 'zod/mini'
import { described } from './described.ts'

const text = () => z.string().check(z.minLength(1))
const words = () => z.array(text())
const oneOrMore = () => z.union([text(), words()])
const duration = () => z.union([text(), z.number().check(z.minimum(0))])
const count = () => z.number().check(z.int(), z.minimum(1))

const unitId = z.string().check(
  z.refine(id => /^(?:FEAT-\d{4}-\d{4}\/|INIT-\d{4}-\d{4}\/F\d+\/)?T\d+$/.test(id), {
    message: 'like FEAT-2026-0001/T01 or T01',
  }),
)

const criterion = z
  .strictObject({
    criterion: text().check(z.describe('What must hold, as a person says it.')),
    check: described(text(), 'The check that proves it.'),
    owner: described(text(), 'The person who attests it, where nothing can be observed.'),
  })
  .check(
    z.refine(({ check, owner }) => (check === undefined) !== (owner === undefined), {
      message: 'bound to one check or to one owner',
    }),
  )

const claims = z.strictObject({
  create: described(words(), 'Paths, folders or globs that the unit may create.'),
  edit: described(words(), 'What it may change; path#symbol claims one symbol.'),
  delete: described(words(), 'What it may delete.'),
  read: described(words(), 'What it relies on; read claims never conflict with each other.'),
})

const budget = z.strictObject({
  time: described(duration(), 'The most time that all attempts together may work: 30m, 2h.'),
  tokens: described(count(), 'The most tokens that all attempts together may use.'),
  usd: described(z.number().check(z.minimum(0)), 'The most money that all attempts may cost.'),
})

export const unitSchema = z.strictObject({
  id: described(unitId, 'FEAT-2026-0001/T01, or T01 inside its feature.'),
  title: described(text(), 'What the unit does, in one line.'),
  resource: described(text(), 'The resource that it brings nearer to the spec: type.name.'),
  depends_on: described(words(), 'Units that must have landed before it starts.'),
  priority: described(
    z.number().check(z.int()),
    'Higher starts first among units that are ready; 0 when absent.',
  ),
  context: described(text(), 'What the agent must know before it starts.'),
  acceptance: described(
    z.array(criterion),
    'Acceptance criteria, each bound to a check or to a person who attests it.',
  ),
  claims: described(claims, 'What the unit may create, edit, delete and read.'),
  do_not_touch: described(
    words(),
    'Paths and globs that stay as they are, whatever the claims say.',
  ),
  produces: described(oneOrMore(), 'Files that must exist and have changed when it is done.'),
  checks: described(words(), 'Names of the checks that judge it; all of them when absent.'),
  verification: described(oneOrMore(), 'How the agent can see for itself that it is done.'),
  escalation: described(oneOrMore(), 'When the agent must stop and ask a person.'),
  review: described(z.enum(['agent', 'human']), 'Who reads the change before it lands.'),
  agent: described(text(), 'The agent, or a chain of them: claude-code,codex.'),
  model: described(text(), 'The model, by the name that the agent knows it by.'),
  effort: described(
    z.enum(['low', 'medium', 'high', 'xhigh', 'max']),
    'How hard the model should think.',
  ),
  attempts: described(count(), 'How many fresh sessions it may take; 3 when absent.'),
  iterate: described(z.boolean(), 'Keep measurable progress of a failed attempt for the next one.'),
  budget: described(budget, 'Bounds on time, tokens and money.'),
})

export type UnitFrontMatter = z.infer<typeof unitSchema>
