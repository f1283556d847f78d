// What `run` and `fix` share: their options, a run from its units to its end, and how it is shown.

import { type Diagnostic, DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { rewrittenText } from '../../checks/program/rewritten.ts'
import { type ExitCode, exitCode } from '../../contract/exit-codes.ts'
import type { Engine } from '../../engine/engine.ts'
import { startRun } from '../../engine/start.ts'
import type { RunPolicy } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import type { Args, OptionSpecs, View } from '../command.ts'
import { type Colour, type Paint, readColour } from '../paint.ts'
import type { Project } from '../project.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'
import { baseOf, refuseOtherOracle, refuseWithoutFolder, tellUncommitted } from './base.ts'
import { limitDay, readBudgets } from './budgets.ts'
import type { Chosen } from './chosen.ts'
import { otherDriver } from './driving.ts'
import { followRun, withEngine } from './engage.ts'
import { unitsOf } from './find.ts'
import { chanceFor } from './going-on.ts'
import { type Need, needsOf } from './needs-person.ts'
import { evaluationBy, judgingFiles, readOracle } from './oracle.ts'
import { noteOpenRuns, type OtherRun, otherJson, otherLines, othersOf } from './others.ts'
import { exitOf } from './over.ts'
import { wayInstead } from './pinned-conflict.ts'
import { rewritesOfAll, type UnitRewrite } from './rewrites.ts'
import { type RunView, runJson, runText, runView } from './run-view.ts'
import { needText } from './standing.ts'
import { refuseUnstartable } from './startable.ts'
import { lastDelivery, takeNotes, takings } from './taking.ts'
import { type UnprovedOf, unprovedJson, unprovedNotes, unprovedOfAll } from './unproved.ts'

export interface RunOptions {
  readonly workers: number | undefined
  readonly deliver: RunPolicy['deliver']
  readonly acceptsWorking: boolean
  readonly colour: Colour
}

export interface Ran {
  readonly kind: 'ran'
  readonly view: RunView
  /** Whether what landed is not where it was wanted. */
  readonly isUndelivered: boolean
  /** What waits for a person where the run is open, with what to type. */
  readonly needs: readonly Need[]
  /** What became of the other runs that were open beside it. */
  readonly others: readonly OtherRun[]
  /** What gives what ended without landing another chance. */
  readonly chance: string | undefined
  /** What helps where another attempt would conflict again. */
  readonly again: readonly string[]
  readonly how: 'over' | 'stopped'
  /** What units made of their own checks, because their claims allowed it. */
  readonly rewritten: readonly UnitRewrite[]
  /** What no check proved, because the checks fail on the base already. */
  readonly unproved: readonly UnprovedOf[]
  /** Who else drives, where this process only watched. */
  readonly drivenBy: string | undefined
  readonly code: ExitCode
}

export const runOptions: OptionSpecs = {
  'max-workers': { type: 'string', value: 'N', help: 'how many agents may work at once (4)' },
  deliver: {
    type: 'string',
    value: 'HOW',
    choices: ['none', 'branch', 'ff', 'pr'],
    help: 'bring what landed to its branch, or forward the one checked out: none, branch, ff, pr',
  },
  oracle: {
    type: 'string',
    value: 'WHICH',
    choices: ['base', 'working'],
    help: 'judge by the config and spec of the base, or by what is here',
  },
}

export const readRunOptions = (args: Args): RunOptions => ({
  workers: readWorkers(args.text('max-workers')),
  deliver: readDeliver(args.text('deliver')),
  acceptsWorking: args.text('oracle') === 'working',
  colour: readColour(args),
})

function readWorkers(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d*$/.test(text))
    return text === undefined ? undefined : Number(text)
  throw new UsageError(`--max-workers takes a whole number, not "${text}"`, 'for example 4')
}

export function readDeliver(text: string | undefined): RunPolicy['deliver'] {
  if (text === 'pr')
    refuse('run/deliver', 'this version opens no pull requests yet', {
      fix: 'use --deliver branch, and push the branch yourself',
    })
  return (text ?? 'none') as RunPolicy['deliver']
}

export async function performUnits(
  project: Project,
  { units }: Pick<Chosen, 'units'>,
  options: RunOptions,
  world: World,
): Promise<Ran> {
  const oracle = await readOracle(project, world)
  const budgets = await readBudgets(project.root)
  await refuseUnstartable(project.root, units, world)
  return withEngine(project.root, world, async engine => {
    const base = await baseOf(engine.house)
    await refuseWithoutFolder(engine.house, base)
    if (!options.acceptsWorking)
      await refuseOtherOracle(engine.house, base, judgingFiles(project, oracle))
    await tellUncommitted(engine.house, base, world)
    const warning = unjudged(units)
    if (warning !== undefined) engine.voice.say(warning)
    await limitWorkers(engine, options, world)
    await limitDay(engine, budgets.day, world)
    // The branch that is checked out now takes it, whichever is when it comes to that.
    const { branch: target } = engine.house.repository.facts
    const policy = {
      deliver: options.deliver,
      ...(target !== undefined && { target }),
      budget: budgets.run,
      ...evaluationBy(oracle, engine),
    }
    const name = await startRun(engine, { base, units, policy })
    return follow(engine, name, options.colour, world)
  })
}

/** Of units that no check will judge: because there is none, or because their files say so. */
function unjudged(units: Chosen['units']): string | undefined {
  const bare = units.filter(({ order }) => order.checks.length === 0)
  if (bare.length === 0) return undefined
  if (bare.every(({ order }) => (order.otherChecks ?? []).length === 0))
    return 'Warning: no check is configured, so nothing but its claims is proved (add checks: to .fixpoint/config.yaml)'
  const names = bare.map(each => each.plan.name).join(', ')
  return `Warning: no check judges ${names}, as checks: [] asks, so nothing but its claims is proved`
}

export async function limitWorkers(
  { ledger }: Engine,
  { workers }: RunOptions,
  world: World,
): Promise<void> {
  if (workers === undefined) return
  const limits = { prepare: workers, work: workers }
  const reason = `--max-workers ${workers}`
  const sent = await ledger.send({ type: 'configure', by: world.user, reason, limits })
  if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
}

export async function follow(
  engine: Engine,
  name: string,
  colour: Colour,
  world: World,
  told: readonly Diagnostic[] = [],
): Promise<Ran> {
  const open = noteOpenRuns(engine.ledger)
  const how = await followRun(engine, name, { colour, told }, world).finally(open.close)
  const { state } = engine.ledger
  const { root } = engine.house
  const found = findRow(state.runs, name)!
  const isUndelivered = lastDelivery(state, found)?.status === 'conflicted'
  const ended = isUndelivered ? exitCode.blocked : exitOf(found)
  const code = how === 'stopped' ? exitCode.interrupted : ended
  const taken = await takings(root, world.environment, state, [found])
  const view = runView(state, found, world.now(), taken.get(name))
  const chance = chanceFor(root, state, found)
  // How a delivery that waits is taken is told with it.
  const again = unitsOf(state, found)
    .filter(each => each.spec.brings === undefined)
    .flatMap(each => wayInstead(root, state, each, engine.house.artifacts) ?? [])
  const drivenBy = otherDriver(state)
  const needs = found.status === 'open' ? needsOf(state, found, world.now()) : []
  // Whoever drives them says what becomes of them.
  const others = drivenBy === undefined ? othersOf(state, name, open.names, world.now()) : []
  const rewritten = await rewritesOfAll(engine.house, unitsOf(state, found))
  const unproved = unprovedOfAll(root, unitsOf(state, found))
  const drives = { how, drivenBy, code }
  return {
    kind: 'ran',
    view,
    isUndelivered,
    needs,
    others,
    chance,
    again,
    rewritten,
    unproved,
    ...drives,
  }
}

export function showRun(ran: Ran, paint: Paint): View {
  const { view, code, rewritten, unproved } = ran
  return {
    text: runText(view, paint),
    json: {
      ...runJson(view),
      rewritten,
      unproved: unprovedJson(unproved),
      others: ran.others.map(otherJson),
    },
    exitCode: code,
    notes: [
      ...unprovedNotes(unproved),
      ...rewritten.map(rewriteNote),
      ...nextSteps(ran),
      ...ran.others.flatMap(otherLines),
    ],
  }
}

const rewriteNote = (each: UnitRewrite) =>
  `${each.unit} changed ${rewrittenText(each)}, as its claims allow.`

function nextSteps(ran: Ran): readonly string[] {
  const { view, how, drivenBy, chance, again, needs } = ran
  const { summary: found } = view
  if (how === 'stopped' && drivenBy !== undefined)
    return [
      `Not watched any more; ${drivenBy} goes on. Look again: fixpoint watch run:${found.run}`,
    ]
  if (how === 'stopped') return ['Stopped. Go on with: fixpoint run']
  return [
    ...takeNotes(view.taking, { id: found.run }),
    ...(found.status === 'open' ? waitsText(found.run, needs) : []),
    ...(found.outcome === 'failed' || found.outcome === 'partial'
      ? chance === undefined
        ? []
        : [`Another chance for what failed: ${chance}`]
      : []),
    ...again.map(each => `It conflicts, and would again: ${each}`),
  ]
}

const MOST_NEEDS = 8

const waitsText = (run: string, needs: readonly Need[]) => [
  `It waits for a person: fixpoint show run:${run}`,
  ...needs.slice(0, MOST_NEEDS).map(each => `  ${needText(each)}`),
]
