// Bare `fixpoint`: one screen that says where the project stands, what is next, what needs a human, and what to type.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { countStatuses } from '../../plan/counts.ts'
import type { Plan, Verdict } from '../../plan/plan.ts'
import { planJson } from '../../plan/views/json.ts'
import { command, type View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { makeProjectPlan } from '../planning.ts'
import { openProject } from '../project.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'

/** What fits on one screen beside everything else. */
const SHOWN = 5

const BAR_WIDTH = 30

export const status = command<{ flags: ProjectFlags }, Plan | undefined>({
  name: 'status',
  summary: 'one screen: how far, what is next, what needs you',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: projectOptions,
  examples: ['fixpoint', 'fixpoint status --json'],
  read: args => ({ flags: projectFlags(args) }),
  async run({ flags }, world) {
    const { root, specFile } = await openProject(flags, world)
    if (flags.spec === undefined && !existsSync(resolve(root, specFile))) return undefined
    return (await makeProjectPlan(flags, [], world)).plan
  },
  view: (plan, _, paint) => (plan ? { text: screen(plan, paint), json: statusJson(plan) } : noSpec),
})

const noSpec: View = {
  text: [
    'There is no spec here yet.',
    '',
    'Next: fixpoint init        write a spec to start from',
    '      fixpoint help        what else there is',
  ].join('\n'),
  json: { spec: null, next_command: 'fixpoint init' },
}

function screen(plan: Plan, paint: Paint): string {
  const { implemented, partial, missing, broken } = countStatuses(plan)
  const done = plan.convergence
  const filled = Math.floor((done / 100) * BAR_WIDTH)
  const bar = `${paint('good', '█'.repeat(filled))}${paint('dim', '░'.repeat(BAR_WIDTH - filled))}`
  return [
    `${paint('strong', plan.specFile)}  ${bar} ${done.toFixed(1)}%`,
    `${implemented} implemented, ${partial} partial, ${missing} missing, ${broken} broken`,
    '',
    ...section(
      'Next',
      nextUp(plan).map(each => `${each.address}  ${each.status}`),
      paint,
    ),
    ...section('Needs a human', human(plan), paint),
    `Next: ${nextCommand(plan)}`,
  ].join('\n')
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  if (lines.length === 0) return []
  const more = lines.length > SHOWN ? [paint('dim', `  and ${lines.length - SHOWN} more`)] : []
  return [paint('strong', title), ...lines.slice(0, SHOWN).map(each => `  ${each}`), ...more, '']
}

/** What can be worked on now: not done, nothing in the way; what is begun or broken first. */
function nextUp({ verdicts }: Plan): readonly Verdict[] {
  const open = verdicts.filter(
    ({ status, waitsFor, resource }) =>
      /^(missing|partial|broken)$/.test(status) && waitsFor.length === 0 && !resource.blocked,
  )
  return ['broken', 'partial', 'missing'].flatMap(status =>
    open.filter(each => each.status === status),
  )
}

function human({ verdicts }: Plan): string[] {
  return verdicts.flatMap(({ address, resource, status }) =>
    resource.blocked && status !== 'implemented'
      ? [`${address}  blocked since ${resource.blocked.since} by ${resource.blocked.by}`]
      : [],
  )
}

function nextCommand(plan: Plan): string {
  const next = nextUp(plan)[0]
  if (plan.actions.length === 0) return 'nothing. No changes. State matches spec.'
  if (!next) return 'fixpoint plan --check-deps'
  return next.status === 'missing' ? 'fixpoint plan -v' : `fixpoint show ${next.address}`
}

const statusJson = (plan: Plan) => ({
  ...planJson(plan),
  next: nextUp(plan).map(each => each.address),
  needs_human: human(plan),
  next_command: nextCommand(plan),
})
