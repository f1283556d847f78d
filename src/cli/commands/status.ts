// Bare `fixpoint`: one screen that says where the project stands, what is next, what needs a human, and what to type.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readState } from '../../engine/history.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import { type Mirror, readMirror } from '../../engine/mirror.ts'
import type { Run } from '../../kernel/model.ts'
import { rowsOf } from '../../kernel/structure/rows.ts'
import { countStatuses } from '../../plan/counts.ts'
import type { Plan, Verdict } from '../../plan/plan.ts'
import { planJson } from '../../plan/views/json.ts'
import { command, type View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { makeProjectPlan } from '../planning.ts'
import { openProject } from '../project.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { mirrorNotes, mirrorText } from '../runs/mirror-view.ts'
import { convergenceText, evaluationJson, headline, usedText } from '../runs/run-view.ts'
import { needTexts, nextForRuns, type Standing, standingOf } from '../runs/standing.ts'
import { programName } from '../version.ts'

/** What fits on one screen beside everything else. */
const SHOWN = 5

const BAR_WIDTH = 30

/** Of a project that has a spec. */
interface Progress {
  readonly plan: Plan
  readonly standing: Standing
  /** The latest one, open or over. */
  readonly run: Run | undefined
}

interface Result extends Omit<Progress, 'plan'> {
  /** Undefined where there is no spec. */
  readonly plan: Plan | undefined
  readonly mirror: Mirror | undefined
}

export const status = command<{ flags: ProjectFlags }, Result>({
  name: 'status',
  summary: 'one screen: how far, what is next, what needs you',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: projectOptions,
  examples: ['fixpoint', 'fixpoint status --json'],
  read: args => ({ flags: projectFlags(args) }),
  async run({ flags }, world) {
    const { root, specFile } = await openProject(flags, world)
    const mirror = await readMirror(root, world.environment)
    const standing = await standingOf(world)
    const hasSpec = flags.spec !== undefined || existsSync(resolve(root, specFile))
    const plan = hasSpec ? (await makeProjectPlan(flags, [], world)).plan : undefined
    const run = await latestRun(root)
    return { plan, standing, run, mirror }
  },
  view: ({ plan, mirror, ...runs }, _, paint) => {
    if (!plan) return withLandings(withoutSpec(runs, paint), mirror, paint)
    const progress = { plan, ...runs }
    return withLandings(
      { text: screen(progress, paint), json: statusJson(progress) },
      mirror,
      paint,
    )
  },
})

/** What landed elsewhere is told where no journal says more. */
function withLandings(view: View, mirror: Mirror | undefined, paint: Paint): View {
  if (!mirror || mirror.landings.length === 0) return view
  return {
    ...view,
    text: `${view.text}\n\n${mirrorText(mirror, paint)}`,
    json: { ...view.json, from_log: mirror.landings },
    notes: mirrorNotes(mirror),
  }
}

const noSpec: View = {
  text: [
    'There is no spec here yet.',
    '',
    'Next: fixpoint init        write a spec to start from',
    '      fixpoint help        what else there is',
  ].join('\n'),
  json: { spec: null, next_command: 'fixpoint init' },
}

async function latestRun(root: string): Promise<Run | undefined> {
  if (!hasJournal(root)) return undefined
  return rowsOf((await readState(root, { program: programName })).runs).at(-1)
}

function withoutSpec(runs: Omit<Progress, 'plan'>, paint: Paint): View {
  const { standing, run } = runs
  const latest = standing.runs.find(each => each.run === run?.id && each.status === 'finished')
  const over = latest ? [`${latest.run}  ${headline(latest, undefined)}`] : []
  const lines = [...runLines(standing, paint), ...section('Latest run', over, paint)]
  const next = nextOf(runs) ?? 'fixpoint init'
  const json = { ...noSpec.json, next_command: next, ...runsJson(standing) }
  if (lines.length === 0) return { ...noSpec, json }
  return { text: [...lines, `Next: ${next}`].join('\n'), json }
}

/** What has landed is brought home before anything new is begun. */
const nextOf = ({ standing, run }: Omit<Progress, 'plan'>) =>
  nextForRuns(standing) ?? (run && standing.commands[run.id])

/** The open runs: how far, and what waits for a person with the command to type. */
function runLines(standing: Standing, paint: Paint): string[] {
  const { runs, undriven } = standing
  const open = runs.filter(each => each.status === 'open')
  return [
    ...section(
      'Runs',
      open.map(each => `${each.run}  ${headline(each, undriven)}`),
      paint,
    ),
    ...section('Waits for you', needTexts(standing), paint),
  ]
}

const runsJson = ({ runs, needs, projectNeeds, undriven }: Standing) => ({
  paused: projectNeeds.length > 0,
  driven: undriven === undefined,
  runs: runs.filter(each => each.status === 'open'),
  needs,
})

function screen(progress: Progress, paint: Paint): string {
  const { plan, standing, run } = progress
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
    ...runLines(standing, paint),
    ...section('Latest run', run ? [runLine(run)] : [], paint),
    `Next: ${nextOf(progress) ?? nextCommand(plan)}`,
  ].join('\n')
}

function runLine({ id, outcome, evaluation, usage }: Run): string {
  const found = evaluation ? `: ${convergenceText(evaluation)} on fixpoint/${id}` : ''
  const used = usage.timeMs > 0 ? `; ${usedText(usage)}` : ''
  return `${id}  ${outcome ?? 'open'}${found}${used}`
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

const statusJson = ({ plan, standing, run }: Progress) => ({
  ...planJson(plan),
  latest_run: run
    ? {
        run: run.id,
        outcome: run.outcome,
        evaluation: evaluationJson(run.evaluation),
        usage: run.usage,
      }
    : null,
  next: nextUp(plan).map(each => each.address),
  needs_human: human(plan),
  next_command: nextOf({ standing, run }) ?? nextCommand(plan),
  ...runsJson(standing),
})
