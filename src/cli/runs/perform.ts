// What `run` and `fix` share: their options, a run from its units to its end, and how it is shown.

import { DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { rewrittenText } from '../../checks/program/rewritten.ts'
import { type ExitCode, exitCode } from '../../contract/exit-codes.ts'
import type { Engine } from '../../engine/engine.ts'
import { startRun } from '../../engine/start.ts'
import type { Run, RunPolicy, State } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { runGit } from '../../workspace/git.ts'
import type { Args, OptionSpecs, View } from '../command.ts'
import { type Colour, type Paint, readColour } from '../paint.ts'
import type { Project } from '../project.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'
import { baseOf, refuseOtherOracle, refuseWithoutFolder, tellUncommitted } from './base.ts'
import { limitDay, readBudgets } from './budgets.ts'
import type { Chosen } from './chosen.ts'
import { otherDriver } from './driving.ts'
import { exitOf, followRun, withEngine } from './engage.ts'
import { unitsOf } from './find.ts'
import { chanceFor } from './going-on.ts'
import { type Need, needsOf } from './needs-person.ts'
import { evaluationBy, judgingFiles, readOracle } from './oracle.ts'
import { rewritesOfAll, type UnitRewrite } from './rewrites.ts'
import { type RunView, runJson, runText, runView } from './run-view.ts'
import { needText } from './standing.ts'

export interface RunOptions {
  readonly workers: number | undefined
  readonly deliver: RunPolicy['deliver']
  readonly acceptsWorking: boolean
  readonly colour: Colour
}

export interface Ran {
  readonly kind: 'ran'
  readonly view: RunView
  /** Why what landed is not where it was wanted, and what a person may type. */
  readonly undelivered: Undelivered | undefined
  /** The target, where it went on meanwhile. */
  readonly passedBy: string | undefined
  /** What waits for a person where the run is open, with what to type. */
  readonly needs: readonly Need[]
  /** What gives what ended without landing another chance. */
  readonly chance: string | undefined
  readonly how: 'over' | 'stopped'
  /** What units made of their own checks, because their claims allowed it. */
  readonly rewritten: readonly UnitRewrite[]
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
  return withEngine(project.root, world, async engine => {
    const base = await baseOf(engine.house)
    await refuseWithoutFolder(engine.house, base)
    if (!options.acceptsWorking)
      await refuseOtherOracle(engine.house, base, judgingFiles(project, oracle))
    await tellUncommitted(engine.house, base, world)
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
): Promise<Ran> {
  const how = await followRun(engine, name, colour, world)
  const { state } = engine.ledger
  const found = findRow(state.runs, name)!
  const undelivered = undeliveredOf(state, found)
  const ended = undelivered === undefined ? exitOf(found) : exitCode.blocked
  const code = how === 'stopped' ? exitCode.interrupted : ended
  const passedBy = await targetThatWentOn(engine, found)
  const view = runView(state, found, world.now())
  const chance = chanceFor(state, found)
  const drivenBy = otherDriver(state)
  const needs = found.status === 'open' ? needsOf(state, found, world.now()) : []
  const rewritten = await rewritesOfAll(engine.house, unitsOf(state, found))
  return { kind: 'ran', view, undelivered, passedBy, needs, chance, rewritten, how, drivenBy, code }
}

export function showRun(ran: Ran, paint: Paint): View {
  const { view, code, rewritten } = ran
  return {
    text: runText(view, paint),
    json: { ...runJson(view), rewritten },
    exitCode: code,
    notes: [...rewritten.map(rewriteNote), ...nextSteps(ran)],
  }
}

const rewriteNote = (each: UnitRewrite) =>
  `${each.unit} changed ${rewrittenText(each)}, as its claims allow.`

/** The branch that was to take it, where it has commits by now that the line does not hold: no fast-forward is possible. */
async function targetThatWentOn({ house }: Engine, { policy, tip }: Run) {
  const { target } = policy
  if (target === undefined) return undefined
  const words = ['merge-base', '--is-ancestor', `refs/heads/${target}`, tip]
  const { code } = await runGit(house.repository.refs, words, { accepts: [0, 1, 128] })
  return code === 1 ? target : undefined
}

interface Undelivered {
  readonly why: string
  readonly command: string
}

function undeliveredOf(
  { deliveries }: State,
  { id, policy, deliveries: own }: Run,
): Undelivered | undefined {
  const last = own.length === 0 ? undefined : findRow(deliveries, own.at(-1)!)
  if (last?.status !== 'conflicted') return undefined
  return {
    why: last.why ?? 'it could not be brought there',
    command: last.command ?? `git switch ${policy.target ?? 'TARGET'} && git merge fixpoint/${id}`,
  }
}

function nextSteps({
  view,
  how,
  drivenBy,
  undelivered,
  passedBy,
  needs,
  chance,
}: Ran): readonly string[] {
  const { summary: found } = view
  if (how === 'stopped' && drivenBy !== undefined)
    return [
      `Not watched any more; ${drivenBy} goes on. Look again: fixpoint watch run:${found.run}`,
    ]
  if (how === 'stopped') return ['Stopped. Go on with: fixpoint run']
  const landed = found.counts.landed ?? 0
  const branch = `fixpoint/${found.run}`
  const isTaken = view.deliveries.some(each => each.how === 'ff' && each.status === 'merged')
  return [
    ...(landed > 0 && undelivered === undefined
      ? [`Landed on ${branch}${isTaken ? ', and delivered.' : `. ${takeText(branch, passedBy)}`}`]
      : []),
    ...(undelivered
      ? [
          `Landed on ${branch}, and not delivered: ${undelivered.why}`,
          `Then: ${undelivered.command}`,
        ]
      : []),
    ...(found.status === 'open' ? waitsText(found.run, needs) : []),
    ...(found.outcome === 'failed' || found.outcome === 'partial'
      ? chance === undefined
        ? []
        : [`Another chance for what failed: ${chance}`]
      : []),
  ]
}

const MOST_NEEDS = 8

const waitsText = (run: string, needs: readonly Need[]) => [
  `It waits for a person: fixpoint show run:${run}`,
  ...needs.slice(0, MOST_NEEDS).map(each => `  ${needText(each)}`),
]

/** What went on meanwhile was never proved together with what landed. */
const takeText = (branch: string, passedBy: string | undefined) =>
  passedBy === undefined
    ? `Take it: git merge --ff-only ${branch}`
    : `${passedBy} went on meanwhile; prove it on top and take it: fixpoint land ${branch} --into ${passedBy}`
