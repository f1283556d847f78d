// `fixpoint run`: performs units with agents in workspaces of their own and lands what is proved on a branch of the run. Never touches
// the checkout it is typed in.

import { type Diagnostic, DiagnosticError, renderDiagnostic } from '../../base/diagnostic.ts'
import { type ExitCode, exitCode } from '../../contract/exit-codes.ts'
import type { Engine } from '../../engine/engine.ts'
import { type RehearsedUnit, rehearse } from '../../engine/rehearsal.ts'
import { findRow, rowsOf } from '../../kernel/structure/rows.ts'
import { isTerminal } from '../../kernel/unit.ts'
import { command, type View } from '../command.ts'
import { refuseWithoutCheckout } from '../no-checkout.ts'
import type { Paint } from '../paint.ts'
import { openProject, type Project } from '../project.ts'
import { refuseWhatRunWould } from '../runs/base.ts'
import { limitDay, readBudgets } from '../runs/budgets.ts'
import { changedWarnings } from '../runs/changed-text.ts'
import { type Chosen, chooseUnits } from '../runs/chosen.ts'
import { type Continued, continueLatest, goesOnAlready } from '../runs/continuing.ts'
import { notifySettings, withEngine } from '../runs/engage.ts'
import { unitsOf } from '../runs/find.ts'
import { landedJson, landedNotes, openJson } from '../runs/landed-before.ts'
import { lookAhead } from '../runs/looking-ahead.ts'
import { refuseNothingOpen } from '../runs/nothing-open.ts'
import { judgingFiles, readOracle } from '../runs/oracle.ts'
import {
  follow,
  limitWorkers,
  performUnits,
  type Ran,
  type RunOptions,
  readRunOptions,
  runOptions,
  showRun,
} from '../runs/perform.ts'
import { reasonText } from '../runs/reason-text.ts'
import { refuseUnstartable } from '../runs/startable.ts'
import { readUnits } from '../runs/units.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'

interface Options extends RunOptions {
  readonly words: readonly string[]
  readonly only: readonly string[]
  readonly continues: boolean
  readonly overrides: boolean
  readonly again: boolean
  readonly isDry: boolean
  /** Options that were given and that a run keeps from its start. */
  readonly kept: readonly string[]
}

type Result =
  | { readonly kind: 'resumed'; readonly ran: Ran; readonly leftOut: readonly Diagnostic[] }
  | { readonly kind: 'performed'; readonly ran: Ran; readonly chosen: Chosen }
  | {
      readonly kind: 'rehearsed'
      readonly units: readonly RehearsedUnit[]
      readonly chosen: Chosen
    }
  | { readonly kind: 'nothing'; readonly chosen: Chosen }

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
    again: {
      type: 'boolean',
      help: 'also what landed in an earlier run and is in the base, or is under way',
    },
    continue: {
      type: 'boolean',
      help: 'give what ended without landing in the latest run another chance',
    },
    override: {
      type: 'boolean',
      help: 'with --continue: also what stopped because the same failure came twice',
    },
    'dry-run': { type: 'boolean', help: 'show what would be done, in order, and write nothing' },
    ...runOptions,
  },
  details: [
    'Without units it goes on with the runs that are open.',
    'What landed before, is in the base and was not edited since is there: it is left out, and what needs it starts.',
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
    overrides: args.flag('override'),
    again: args.flag('again'),
    isDry: args.flag('dry-run'),
    kept: ['deliver', 'oracle'].filter(each => args.text(each) !== undefined),
    ...readRunOptions(args),
  }),
  async run(options, world) {
    refuseWords(options)
    await refuseWithoutCheckout(world.cwd, world)
    const project = await openProject({}, world)
    if (options.words.length === 0) return resume(project, options, world)
    const read = readUnits(options.words, world.cwd, project.root)
    await warn(read.warnings, world)
    const chosen = await chooseUnits(project, read, options, world)
    const [under] = chosen.open.values()
    if (chosen.units.length === 0 && (options.isDry || under === undefined))
      return { kind: 'nothing', chosen }
    if (options.isDry) return rehearsed(project, chosen, options, world)
    for (const each of landedNotes(chosen)) await world.stderr.write(`${each}\n`)
    if (chosen.units.length === 0) return resume(project, options, world, under)
    return { kind: 'performed', chosen, ran: await performUnits(project, chosen, options, world) }
  },
  view(result, _, paint) {
    switch (result.kind) {
      case 'resumed':
        return showResumed(result, paint)
      case 'performed':
        return withLanded(showRun(result.ran, paint), result.chosen)
      case 'rehearsed':
        return {
          ...showRehearsal(result.units, result.chosen, paint),
          notes: landedNotes(result.chosen),
        }
      case 'nothing':
        return {
          ...withLanded({ text: 'Nothing to do.', json: { units: [] } }, result.chosen),
          notes: landedNotes(result.chosen),
        }
    }
  },
})

async function warn(warnings: readonly Diagnostic[], { stderr }: World): Promise<void> {
  for (const each of warnings) await stderr.write(`Warning: ${renderDiagnostic(each)}\n`)
}

/** What was changed would be left out again, and goes by the old text where it is retried: the end names the command for the new one. */
function showResumed({ ran, leftOut }: Extract<Result, { kind: 'resumed' }>, paint: Paint): View {
  const changed = leftOut.filter(each => each.code === 'run/changed')
  const shown = showRun(changed.length > 0 ? { ...ran, chance: undefined } : ran, paint)
  return {
    ...shown,
    json: leftOut.length > 0 ? { ...shown.json, leftOut } : shown.json,
    notes: [...(shown.notes ?? []), ...changed.map(renderDiagnostic)],
  }
}

const withLanded = (view: View, chosen: Chosen): View => ({
  ...view,
  json: { ...view.json, landedBefore: landedJson(chosen), underWay: openJson(chosen) },
})

/** Refused where the run would be. */
async function rehearsed(
  project: Project,
  chosen: Chosen,
  options: Options,
  world: World,
): Promise<Result> {
  const oracle = await readOracle(project, world, false)
  await readBudgets(project.root)
  await notifySettings(project.root)
  const judging = options.acceptsWorking ? [] : judgingFiles(project, oracle)
  await refuseWhatRunWould(project.root, judging, world)
  await refuseUnstartable(project.root, chosen.units, world)
  const units = chosen.units.map(each => each.plan)
  const played = rehearse({ run: 'run', base: 'base', units }, options.workers, world.now())
  if (played.kind === 'refused') throw new DiagnosticError(played.problems)
  return { kind: 'rehearsed', units: played.units, chosen }
}

/** An empty word, of a variable that was never set, would name the folder it is typed in. */
function refuseWords({ words, only, continues, overrides, again, isDry, kept }: Options): void {
  const example = 'for example fixpoint run units'
  if (words.includes('')) throw new UsageError('an empty word names no unit file', example)
  if (continues && words.length > 0)
    throw new UsageError('--continue takes no units', 'fixpoint run --continue')
  if (overrides && !continues)
    throw new UsageError('--override goes with --continue', 'fixpoint run --continue --override')
  if (continues && isDry)
    throw new UsageError(
      'another chance cannot be previewed',
      'fixpoint show tells what did not land; fixpoint run --continue goes on with it',
    )
  if (words.length === 0 && kept.length > 0)
    throw new UsageError(
      `--${kept[0]} goes with units that start: an open run keeps what it was started with`,
      'fixpoint run, which ends with how its work is taken',
    )
  if (words.length === 0 && (isDry || again || only.length > 0))
    throw new UsageError('name the unit files', `${example} --dry-run`)
}

/** Goes on with what is open, of which `run` is followed where one is named; `--continue` first gives the latest run another chance. */
async function resume(
  project: Project,
  options: Options,
  world: World,
  run?: string,
): Promise<Result> {
  const { day } = await readBudgets(project.root)
  return withEngine(project.root, world, async engine => {
    for (const each of options.kept)
      await world.stderr.write(
        `Warning: ${run} keeps what it was started with; --${each} changes nothing\n`,
      )
    const {
      run: name,
      leftOut,
      told,
    } = options.continues ? await continued(engine, options, world) : await goOn(engine, run, world)
    await limitWorkers(engine, options, world)
    await limitDay(engine, day, world)
    const found = await follow(engine, name, options.colour, world, told)
    const ran = options.continues ? found : { ...found, code: worstOf(found) }
    return { kind: 'resumed', leftOut, ran }
  })
}

/** A chance that `retry` gave is not given twice, and what is typed next goes on with it. */
async function continued(engine: Engine, { overrides }: Options, world: World): Promise<Continued> {
  const open = goesOnAlready(engine, world.now())
  if (open === undefined) return continueLatest(engine, overrides, world)
  await world.stderr.write(`Nothing of ${open} ended without landing; it is open, and goes on.\n`)
  return goOn(engine, open, world)
}

async function goOn(engine: Engine, run: string | undefined, world: World): Promise<Continued> {
  const { house, ledger } = engine
  const name = run ?? openRun(engine) ?? (await refuseNothingOpen(engine, world))
  const { state } = ledger
  const open = unitsOf(state, findRow(state.runs, name)!).filter(each => !isTerminal(each))
  await warn(await changedWarnings(house.root, state, open, world), world)
  return { run: name, leftOut: [], told: await lookAhead(house.root, state, [], world) }
}

/** Every open run was asked for, so that of the first alone would hide what became of the rest. */
const worstOf = ({ code, others }: Ran): ExitCode =>
  [code, ...others.map(each => each.code)].find(each => each !== exitCode.ok) ?? exitCode.ok

const openRun = ({ ledger: { state } }: Engine): string | undefined =>
  rowsOf(state.runs).find(each => each.status === 'open')?.id

function showRehearsal(units: readonly RehearsedUnit[], chosen: Chosen, paint: Paint): View {
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
      landedBefore: landedJson(chosen),
    },
  }
}
