// `fixpoint ci`: the plan as a gate. Pending changes alone never fail it; a threshold that was asked for does.

import { warning } from '../../base/diagnostic.ts'
import type { Settings } from '../../config/settings.ts'
import { type ExitCode, exitCode } from '../../contract/exit-codes.ts'
import type { Plan } from '../../plan/plan.ts'
import { badge } from '../../plan/views/badge.ts'
import { planJson } from '../../plan/views/json.ts'
import { planJunit } from '../../plan/views/junit.ts'
import { planMarkdown } from '../../plan/views/markdown.ts'
import { planSarif } from '../../plan/views/sarif.ts'
import { planText } from '../../plan/views/text.ts'
import type { Kept } from '../../state/record.ts'
import { type CheckOptions, checkOptions, readCheckOptions } from '../check-options.ts'
import { command, type View } from '../command.ts'
import { writeOutput } from '../output-file.ts'
import { plain } from '../paint.ts'
import { parallelismOption, readParallelism } from '../parallelism.ts'
import { type Planned, planOf } from '../planning.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { plainRefresh, refreshProject } from '../refreshing.ts'
import { programVersion } from '../version.ts'
import type { World } from '../world.ts'

const formats = ['json', 'markdown', 'text', 'junit', 'sarif'] as const

interface Options {
  readonly checks: CheckOptions
  readonly parallelism: number
  readonly countsAttested: boolean
  readonly flags: ProjectFlags
  readonly format: (typeof formats)[number]
  readonly output: string | undefined
  readonly comment: string | undefined
  readonly badge: string | undefined
}

export const ci = command<Options, Planned>({
  name: 'ci',
  summary: 'report for a pipeline, and fail where a threshold is missed',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    ...projectOptions,
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: formats,
      help: 'json (default), markdown, text, junit or sarif',
    },
    output: { type: 'string', value: 'FILE', help: 'also write the report to FILE' },
    comment: { type: 'string', value: 'FILE', help: 'also write a markdown comment to FILE' },
    badge: { type: 'string', value: 'FILE', help: 'also write a shields.io endpoint to FILE' },
    'fail-under': { type: 'string', value: 'PCT', help: 'exit 2 when convergence is below PCT' },
    ...checkOptions,
    ...parallelismOption,
    'no-attested': {
      type: 'boolean',
      help: 'leave out what people marked or locked: only evidence counts',
    },
    'fail-on-incomplete': {
      type: 'boolean',
      help: 'exit 2 while a required resource is not implemented',
    },
  },
  details: [
    'Verdicts are read from the code as it is; marks and locks of the state stand over them.',
    'Nothing is written but the files that were asked for.',
  ],
  examples: [
    'fixpoint ci --format json',
    'fixpoint ci --format markdown --comment pr-comment.md',
    'fixpoint ci --fail-under 80',
  ],
  read: args => ({
    flags: {
      ...projectFlags(args, 'fail-under'),
      'fail-on-incomplete': args.flag('fail-on-incomplete') ? 'true' : undefined,
    },
    checks: readCheckOptions(args),
    parallelism: readParallelism(args),
    countsAttested: !args.flag('no-attested'),
    format: (args.flag('json') ? 'json' : (args.text('format') ?? 'json')) as Options['format'],
    output: args.text('output'),
    comment: args.text('comment'),
    badge: args.text('badge'),
  }),
  async run(options, world) {
    const planned = await readAndPlan(options, world)
    const write = (file: string | undefined, text: () => string) => {
      if (file !== undefined) writeOutput(file, `${text()}\n`, planned.desk.project, world)
    }
    write(options.output, () => report(planned.plan, options.format))
    write(options.comment, () => planMarkdown(planned.plan))
    write(options.badge, () => badge(planned.plan.convergence))
    return planned
  },
  view({ desk, plan }, { format }): View {
    const missed = missedThresholds(plan, desk.project.settings)
    return {
      text: report(plan, format),
      json: planJson(plan),
      isDocument: true,
      exitCode: exitFor(missed),
      notes: missed,
      warnings: desk.warnings,
    }
  },
})

/** The verdicts of this very tree; the state on disk is read for what people decided, and not written. */
async function readAndPlan(
  { flags, checks, countsAttested, parallelism }: Options,
  world: World,
): Promise<Planned> {
  const { desk, recorded } = await refreshProject(
    flags,
    { ...plainRefresh, countsAttested, parallelism },
    checks,
    world,
  )
  const plan = planOf({ ...desk, state: recorded.state }, [])
  return {
    desk: { ...desk, warnings: [...desk.warnings, ...recorded.kept.flatMap(contradiction)] },
    plan,
  }
}

/** Where evidence contradicts a mark or a lock, the report stands and says so. */
const contradiction = ({ address, by, status, evidence, isContradicted }: Kept) =>
  by !== 'unread' && isContradicted && !evidence.needsAttestation
    ? [
        warning(
          'state/contradicted',
          `${address} is ${status} by a ${by}, and evidence says ${evidence.status}`,
          { fix: `see fixpoint why ${address}` },
        ),
      ]
    : []

const exitFor = (missed: readonly string[]): ExitCode =>
  missed.length > 0 ? exitCode.changes : exitCode.ok

function report(plan: Plan, format: Options['format']): string {
  switch (format) {
    case 'json':
      return JSON.stringify({ version: '1', command: 'ci', ...planJson(plan) }, null, 2)
    case 'markdown':
      return planMarkdown(plan)
    case 'text':
      return `${planText(plan, { isVerbose: false, showsBlocked: false }, plain)}\nConvergence: ${plan.convergence.toFixed(1)}%`
    case 'junit':
      return planJunit(plan)
    case 'sarif':
      return planSarif(plan, programVersion)
  }
}

function missedThresholds(plan: Plan, { failUnder, failOnIncomplete }: Settings): string[] {
  const missed: string[] = []
  if (failUnder !== undefined && plan.convergence < failUnder)
    missed.push(
      `Convergence ${plan.convergence.toFixed(1)}% is below the threshold of ${failUnder}%.`,
    )
  const incomplete = plan.verdicts.filter(
    ({ status, resource }) =>
      !resource.isOptional && status !== 'implemented' && status !== 'deprecated',
  )
  if (failOnIncomplete && incomplete.length > 0)
    missed.push(
      `${incomplete.length} required resources are not implemented: ${incomplete.map(each => each.address).join(', ')}`,
    )
  return missed
}
