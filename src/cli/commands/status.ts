// Bare `fixpoint`: one screen that says where the project stands, what is next, what needs a human, and what to type.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readState } from '../../engine/history.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import { type Mirror, readMirror } from '../../engine/mirror.ts'
import type { Run } from '../../kernel/model.ts'
import { rowsOf } from '../../kernel/structure/rows.ts'
import type { RunSummary } from '../../kernel/summary.ts'
import { countStatuses, staleChecks } from '../../plan/counts.ts'
import type { Plan, Verdict } from '../../plan/plan.ts'
import { planJson } from '../../plan/views/json.ts'
import { command, type View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { makeProjectPlan } from '../planning.ts'
import { openProject } from '../project.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { failedText, toTakeText } from '../runs/left-over.ts'
import { mirrorNotes, mirrorText } from '../runs/mirror-view.ts'
import { convergenceText, evaluationJson, headline, usedText } from '../runs/run-view.ts'
import {
  needTexts,
  nextAfterRuns,
  nextForRuns,
  type Standing,
  standingOf,
} from '../runs/standing.ts'
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
    if (!plan) return withLandings(withoutSpec(runs, mirror, paint), mirror, paint)
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

/** Who runs or lands without a spec has no need of one. */
function withoutSpec(runs: Omit<Progress, 'plan'>, mirror: Mirror | undefined, paint: Paint): View {
  const { standing, run } = runs
  const latest = standing.runs.find(each => each.run === run?.id && each.status === 'finished')
  const over = latest ? [`${latest.run}  ${headline(latest, undefined)}`] : []
  const lines = [
    ...runLines(standing, paint),
    ...section('Latest run', over, paint),
    ...leftLines(standing, paint),
  ]
  const isBegun = run !== undefined || (mirror?.landings.length ?? 0) > 0
  const next = nextOf(standing) ?? (isBegun ? 'fixpoint run UNIT.md' : 'fixpoint init')
  const json = { ...noSpec.json, next_command: next, ...runsJson(standing) }
  if (lines.length === 0 && !isBegun) return { ...noSpec, json }
  return { text: [...lines, `Next: ${next}`].join('\n'), json }
}

const nextOf = (standing: Standing) => nextForRuns(standing) ?? nextAfterRuns(standing)

/** The open runs: how far, and what waits for a person with the command to type. */
function runLines(standing: Standing, paint: Paint): string[] {
  const { runs, undriven } = standing
  const open = runs.filter(each => each.status === 'open')
  return [
    ...section(
      'Runs',
      open.map(each => `${each.run}  ${headline(each, undriven)}${wordsOf(standing, each)}`),
      paint,
    ),
    ...section('Waits for you', needTexts(standing), paint),
  ]
}

const wordsOf = ({ words }: Standing, { run }: RunSummary) => {
  const { delivery } = words[run]!
  return delivery === null ? '' : `; ${delivery}`
}

/** What runs that are over left behind: work to take, and what failed. */
const leftLines = ({ toTake, unseen, failed }: Standing, paint: Paint): string[] => [
  ...section(
    'Waits to be taken',
    [
      ...(unseen === undefined ? [] : [`could not be looked at: ${unseen}`]),
      ...toTake.map(toTakeText),
    ],
    paint,
  ),
  ...section(`Failed in ${failed?.run}`, failed?.units.map(failedText) ?? [], paint),
]

const runsJson = ({
  runs,
  needs,
  projectNeeds,
  undriven,
  words,
  toTake,
  unseen,
  failed,
}: Standing) => ({
  paused: projectNeeds.length > 0,
  driven: undriven === undefined,
  runs: runs
    .filter(each => each.status === 'open')
    .map(each => ({ ...each, delivery: words[each.run]!.delivery })),
  needs,
  to_take: toTake.map(each => ({ ...each, why: each.why ?? null })),
  to_take_unseen: unseen ?? null,
  failed: failed ?? null,
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
    ...section('Declared otherwise since verified', outdated(plan), paint),
    ...section('Stale: fixpoint refresh --run-checks', stale(plan), paint),
    ...section(
      'Next',
      nextUp(plan).map(each => `${each.address}  ${each.status}`),
      paint,
    ),
    ...section('Needs a human', human(plan), paint),
    ...runLines(standing, paint),
    ...section('Latest run', run ? [runLine(run)] : [], paint),
    ...leftLines(standing, paint),
    `Next: ${nextOf(standing) ?? nextCommand(plan)}`,
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

const stale = ({ verdicts }: Plan) =>
  verdicts.flatMap(each => staleChecks(each).map(text => `${each.address}  ${text}`))

const outdated = ({ verdicts }: Plan) =>
  verdicts.filter(each => each.isOutdated).map(each => `${each.address}  fixpoint refresh`)

function nextCommand(plan: Plan): string {
  const next = nextUp(plan)[0]
  if (plan.actions.length === 0) return 'nothing. No changes. State matches spec.'
  if (outdated(plan).length > 0) return 'fixpoint refresh'
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
  next_command: nextOf(standing) ?? nextCommand(plan),
  ...runsJson(standing),
})
