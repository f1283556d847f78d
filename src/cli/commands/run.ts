// `fixpoint run`: performs units with agents in workspaces of their own and lands what is proved on a branch of the run. Never touches
// the checkout it is typed in.

import { DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { exitCode } from '../../contract/exit-codes.ts'
import type { Engine } from '../../engine/engine.ts'
import { type RehearsedUnit, rehearse } from '../../engine/rehearsal.ts'
import { startRun } from '../../engine/start.ts'
import type { RunPolicy } from '../../kernel/model.ts'
import { findRow, rowsOf } from '../../kernel/structure/rows.ts'
import { type CompiledUnit, compileUnits } from '../../work/compile.ts'
import { command, type View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { openProject, type Project } from '../project.ts'
import { baseOf, refuseOtherOracle } from '../runs/base.ts'
import { exitOf, followRun, withEngine } from '../runs/engage.ts'
import { findRun } from '../runs/find.ts'
import { oracleFiles, readOffer } from '../runs/offer.ts'
import { reasonText } from '../runs/reason-text.ts'
import { type RunView, runJson, runText, runView } from '../runs/run-view.ts'
import { readUnits } from '../runs/units.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'

interface Options {
  readonly words: readonly string[]
  readonly only: readonly string[]
  readonly continues: boolean
  readonly isDry: boolean
  readonly workers: number | undefined
  readonly deliver: RunPolicy['deliver']
  readonly acceptsWorking: boolean
}

export type Result =
  | {
      readonly kind: 'ran'
      readonly view: RunView
      readonly how: 'over' | 'stopped'
      readonly code: number
    }
  | { readonly kind: 'rehearsed'; readonly units: readonly RehearsedUnit[] }

export const run = command<Options, Result>({
  name: 'run',
  summary: 'perform units with agents, and land what is proved',
  usage: '[UNIT.md|DIR]…',
  positionals: { min: 0, max: 1_000 },
  options: {
    only: {
      type: 'string',
      multiple: true,
      value: 'UNIT',
      help: 'only this unit and what it depends on; repeatable',
    },
    continue: {
      type: 'boolean',
      help: 'give what ended without landing in the latest run another chance',
    },
    'dry-run': { type: 'boolean', help: 'show what would be done, in order, and write nothing' },
    'max-workers': { type: 'string', value: 'N', help: 'how many agents may work at once (4)' },
    deliver: {
      type: 'string',
      value: 'HOW',
      choices: ['none', 'branch', 'ff', 'pr'],
      help: 'what to do with what landed; pr comes in a later version',
    },
    oracle: {
      type: 'string',
      value: 'WHICH',
      choices: ['base', 'working'],
      help: 'judge by the config and spec of the base, or by what is here',
    },
  },
  details: [
    'Without units it goes on with the runs that are open.',
    'A second run in the same project hands its units to the one that drives it, and watches.',
    'Interrupted once it ends what runs in good order, twice at once; fixpoint run goes on from there.',
  ],
  examples: [
    'fixpoint run units/T01.md',
    'fixpoint run units --dry-run',
    'fixpoint run units --max-workers 2 --deliver ff',
    'fixpoint run --continue',
  ],
  read: args => ({
    words: args.positionals,
    only: args.list('only'),
    continues: args.flag('continue'),
    isDry: args.flag('dry-run'),
    workers: readWorkers(args.text('max-workers')),
    deliver: readDeliver(args.text('deliver')),
    acceptsWorking: args.text('oracle') === 'working',
  }),
  async run(options, world) {
    const project = await openProject({}, world)
    if (options.words.length === 0) return resume(project, options, world)
    const units = await compiled(project, options, world)
    if (options.isDry) return rehearsed(units, options, world)
    return withEngine(project.root, world, engine =>
      perform(engine, project, units, options, world),
    )
  },
  view: showResult,
})

function readWorkers(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d*$/.test(text))
    return text === undefined ? undefined : Number(text)
  throw new UsageError(`--max-workers takes a whole number, not "${text}"`, 'for example 4')
}

function readDeliver(text: string | undefined): RunPolicy['deliver'] {
  if (text === 'pr')
    refuse('run/deliver', 'this version opens no pull requests yet', {
      fix: 'use --deliver branch, and push the branch yourself',
    })
  return (text ?? 'none') as RunPolicy['deliver']
}

async function compiled(
  project: Project,
  { words, only }: Options,
  world: World,
): Promise<readonly CompiledUnit[]> {
  const { units, problems } = compileUnits(
    readUnits(words, world.cwd, project.root),
    await readOffer(project),
  )
  if (problems.length > 0) throw new DiagnosticError(problems)
  return only.length === 0 ? units : chosen(units, only)
}

/** The named units with everything that they depend on. */
function chosen(units: readonly CompiledUnit[], only: readonly string[]): readonly CompiledUnit[] {
  const names = units.map(each => each.plan.name)
  const wanted = new Set<string>()
  const want = (name: string) => {
    if (wanted.has(name)) return
    wanted.add(name)
    for (const each of units.find(({ plan }) => plan.name === name)?.plan.after ?? []) want(each)
  }
  for (const name of only) {
    if (!names.includes(name))
      refuse('unit/unknown', `there is no unit ${name} among these`, {
        fix: didYouMean(name, names),
      })
    want(name)
  }
  return units.filter(({ plan }) => wanted.has(plan.name))
}

function rehearsed(units: readonly CompiledUnit[], { workers }: Options, world: World): Result {
  const requests = units.map(each => each.plan)
  const played = rehearse({ run: 'run', base: 'base', units: requests }, workers, world.now())
  if (played.kind === 'refused') throw new DiagnosticError(played.problems)
  return { kind: 'rehearsed', units: played.units }
}

async function perform(
  engine: Engine,
  project: Project,
  units: readonly CompiledUnit[],
  options: Options,
  world: World,
): Promise<Result> {
  const base = await baseOf(engine.house)
  if (!options.acceptsWorking) await refuseOtherOracle(engine.house, base, oracleFiles(project))
  await limit(engine, options, world)
  const name = await startRun(engine, { base, units, policy: { deliver: options.deliver } })
  return follow(engine, name, world)
}

/** Goes on with what is open; `--continue` first gives the latest run another chance. */
async function resume(project: Project, options: Options, world: World): Promise<Result> {
  if (options.isDry || options.only.length > 0)
    throw new UsageError('name the unit files', 'for example fixpoint run units --dry-run')
  return withEngine(project.root, world, async engine => {
    await limit(engine, options, world)
    const name = options.continues ? await again(engine, world) : openRun(engine)
    return follow(engine, name, world)
  })
}

async function again({ ledger }: Engine, world: World): Promise<string> {
  const { id } = findRun(ledger.state, undefined)
  const reason = 'fixpoint run --continue'
  const sent = await ledger.send({ type: 'continue', run: id, by: world.user, reason })
  if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
  return id
}

function openRun({ ledger }: Engine): string {
  const open = rowsOf(ledger.state.runs).find(each => each.status === 'open')
  if (open) return open.id
  throw new UsageError('no run is open, and no units are named', 'for example fixpoint run units')
}

async function limit({ ledger }: Engine, { workers }: Options, world: World): Promise<void> {
  if (workers === undefined) return
  const limits = { prepare: workers, work: workers }
  const reason = `--max-workers ${workers}`
  const sent = await ledger.send({ type: 'configure', by: world.user, reason, limits })
  if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
}

async function follow(engine: Engine, name: string, world: World): Promise<Result> {
  const how = await followRun(engine, name, world)
  const { state } = engine.ledger
  const found = findRow(state.runs, name)!
  const code = how === 'stopped' ? exitCode.interrupted : exitOf(found)
  return { kind: 'ran', view: runView(state, found, world.now()), how, code }
}

function showResult(result: Result, _: Options, paint: Paint): View {
  if (result.kind === 'rehearsed') return showRehearsal(result.units, paint)
  const { view, code } = result
  return {
    text: runText(view, paint),
    json: runJson(view),
    exitCode: code as NonNullable<View['exitCode']>,
    notes: nextSteps(result),
  }
}

function nextSteps({ view, how }: Extract<Result, { kind: 'ran' }>): readonly string[] {
  const { summary: found } = view
  if (how === 'stopped') return ['Stopped. Go on with: fixpoint run']
  const landed = found.counts.landed ?? 0
  const branch = `fixpoint/${found.run}`
  const isTaken = found.deliveries.some(each => each.status === 'merged')
  return [
    ...(landed > 0
      ? [`Landed on ${branch}.${isTaken ? '' : ` Take it: git merge --ff-only ${branch}`}`]
      : []),
    ...(found.status === 'open' ? [`It waits for a person: fixpoint show run:${found.run}`] : []),
    ...(found.outcome === 'failed' || found.outcome === 'partial'
      ? ['Another chance for what failed: fixpoint run --continue']
      : []),
  ]
}

function showRehearsal(units: readonly RehearsedUnit[], paint: Paint): View {
  const lines = units.map(({ unit, wave, reason }) => {
    const name = unit.slice(unit.indexOf('/') + 1)
    const why =
      reason === null ? '' : paint('dim', `  # ${reasonText(reason).replaceAll('run/', '')}`)
    return `  ${wave}. ${name}${why}`
  })
  return {
    text: [
      'fixpoint would perform, in this order (one number: at the same time):',
      '',
      ...lines,
    ].join('\n'),
    json: {
      units: units.map(each => ({ ...each, unit: each.unit.slice(each.unit.indexOf('/') + 1) })),
    },
  }
}
