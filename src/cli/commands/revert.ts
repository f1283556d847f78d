// `fixpoint revert`: takes back what a unit or a whole run landed. What git computes is judged, landed and delivered like any other change.

import { refuse } from '../../base/diagnostic.ts'
import { type ExitCode, exitCode } from '../../contract/exit-codes.ts'
import { sightOf, stillHas } from '../../engine/came-otherwise.ts'
import type { Engine } from '../../engine/engine.ts'
import { type House, unitOf } from '../../engine/house.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import { type ByHand, type Reverting, revertible, revertUnits } from '../../engine/revert.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { command } from '../command.ts'
import { type Refusal, refusalLines, refusalsOf } from '../landing/view.ts'
import { type Colour, readColour } from '../paint.ts'
import { openProject } from '../project.ts'
import { withEngine } from '../runs/engage.ts'
import { findRun, findUnit } from '../runs/find.ts'
import { undeliveredReverts } from '../runs/held-reverts.ts'
import { linesNow } from '../runs/lines-now.ts'
import { refuseStalled } from '../runs/looking-ahead.ts'
import { follow, type Ran, showRun } from '../runs/perform.ts'
import { revertByHand } from '../runs/revert-by-hand.ts'
import { takings } from '../runs/taking.ts'
import type { World } from '../world.ts'

interface Options {
  readonly word: string
  readonly reason: string
  readonly colour: Colour
}

interface Reverted {
  readonly ran: Ran
  /** Units that were to be taken back. */
  readonly taken: readonly string[]
  /** Units that are taken back on the line of their run, and that its target has. */
  readonly held: { readonly target: string; readonly units: readonly string[] }
  readonly left: readonly string[]
  /** Of those left, what takes back the ones that were taken back on the line, and that the target got once more meanwhile. */
  readonly still: ReadonlyMap<string, string>
  readonly reverting: Reverting
  readonly refused: readonly Refusal[]
}

export const revert = command<Options, Reverted>({
  name: 'revert',
  summary: 'take back what a unit or a run landed, and land that when it is proved',
  usage: 'UNIT|run:ID',
  positionals: { min: 1, max: 1 },
  options: {
    reason: {
      type: 'string',
      short: 'm',
      value: 'TEXT',
      help: 'why, for the commit and whoever reads it later',
    },
  },
  details: [
    'A run is taken back unit by unit, the newest first. It is delivered as the run was.',
    'What others put on the target meanwhile stays. The exit code tells of what was to be taken back: 0 for all of it,',
    '3 for some, 1 for nothing; what else failed in that run does not count.',
  ],
  examples: ['fixpoint revert T02 -m "breaks the import"', 'fixpoint revert run:r1'],
  read: args => ({
    word: args.positionals[0]!,
    reason: args.text('reason') ?? `fixpoint revert ${args.positionals[0]!}`,
    colour: readColour(args),
  }),
  async run({ word, reason, colour }, world) {
    const { root } = await openProject({}, world)
    if (!hasJournal(root))
      refuse('journal/missing', 'nothing has run in this project yet', {
        fix: 'git revert takes back a commit that Fixpoint did not land',
      })
    return withEngine(root, world, async engine => {
      const units = unitsNamed(engine, word)
      await refuseTakenBackOnLine(engine, units, world)
      await refuseStalled(root, engine.ledger.state, units, world)
      const byHand = revertByHand(root, world.environment)
      const reverting = await revertUnits(engine, { units, by: world.user, reason, byHand })
      const ran = await follow(engine, reverting.run, colour, world)
      const { ledger, house } = engine
      const { state } = ledger
      const ids = units.map(each => each.id)
      const still = await stillThere(house, ids, byHand)
      const onLine = ids.filter(each => isTakenBack(state, each) && !still.has(each))
      const waiting = (await undeliveredOf(engine, units[0]!, world)).map(each => each.reverted.id)
      const taken = onLine.filter(each => !waiting.includes(each))
      const left = ids.filter(each => !onLine.includes(each))
      const own = left.map(each => findRow(state.units, each)!.revertedBy)
      const refused = refusalsOf(state, reverting.run, house.artifacts).filter(each =>
        own.includes(each.id),
      )
      const { target } = findRow(state.runs, reverting.run)!.policy
      const held = { target: target ?? '', units: onLine.filter(each => waiting.includes(each)) }
      return { ran, taken, held, left, still, reverting, refused }
    })
  },
  view(
    { ran, taken, held, left, still, reverting: { run, dependents }, refused },
    { word },
    paint,
  ) {
    const isOver = ran.how === 'over' && ran.view.summary.status === 'finished'
    // What else failed in that run, now or long ago, is no matter of this revert.
    const shown = showRun({ ...ran, chance: undefined, again: [] }, paint)
    const isOwn = isOver && !ran.isUndelivered
    const open = left.filter(each => !still.has(each))
    const again = `Not taken back: ${open.join(', ')}. When what stands in the way is gone: fixpoint revert ${word}`
    return {
      ...shown,
      text: [
        shown.text,
        ...(taken.length > 0 ? [`Taken back: ${taken.join(', ')}`] : []),
        ...(held.units.length > 0
          ? [`Taken back on fixpoint/${run}, not on ${held.target}: ${held.units.join(', ')}`]
          : []),
        ...refusalLines(refused, paint),
      ].join('\n'),
      json: {
        ...shown.json,
        taken_back: taken,
        taken_back_on_line: held.units,
        left,
        refused,
        dependents,
      },
      exitCode: isOwn ? exitOfRevert(ran, taken, left) : ran.code,
      notes: [
        ...(isOwn && taken.length + held.units.length === 0 ? [] : (shown.notes ?? [])),
        ...(isOver && open.length > 0 ? [again] : []),
        ...still.values(),
        ...(dependents.length > 0
          ? [`Still there, and built on what was taken back: ${dependents.join(', ')}`]
          : []),
      ],
    }
  },
})

/** Asked once more, a revert that is not delivered would do nothing: what is in the way has to go first. */
async function refuseTakenBackOnLine(
  engine: Engine,
  units: readonly Unit[],
  world: World,
): Promise<void> {
  const { state } = engine.ledger
  for (const unit of units) {
    const by = findRow(state.units, unit.revertedBy ?? '')
    const run = findRow(state.runs, unit.run)!
    const { target } = run.policy
    if (by?.status !== 'landed' || target === undefined) continue
    const undone = findRow(state.units, by.revertedBy ?? '')
    if (undone?.status === 'landed')
      refuse('revert/undone', `${by.id} took ${unit.id} back, and ${undone.id} undid that`, {
        fix: await revertByHand(engine.house.root, world.environment)(run, [unit.commit!]),
      })
    const waiting = await undeliveredOf(engine, unit, world)
    if (!waiting.some(each => each.reverted === unit)) continue
    const taking = (await takings(engine.house.root, world.environment, state, [run])).get(run.id)
    const message = `${unit.id} is taken back on fixpoint/${run.id} by ${by.id}, and that waits to be delivered: ${target} still has it`
    const { why, command } = taking?.kind === 'open' ? taking : {}
    refuse('revert/undelivered', why === undefined ? message : `${message}; ${why}`, {
      fix: command ?? `fixpoint show run:${run.id}`,
    })
  }
}

async function undeliveredOf({ ledger: { state }, house }: Engine, unit: Unit, world: World) {
  const run = findRow(state.runs, unit.run)!
  const { target } = run.policy
  // Where no delivery is wanted the line is where it was to be taken back.
  if (target === undefined || run.policy.deliver === 'none') return []
  const now = await linesNow(house.root, world.environment, [run])
  return undeliveredReverts(now, state, run, target)
}

function isTakenBack({ units }: State, id: string): boolean {
  const { revertedBy } = findRow(units, id)!
  return revertedBy !== null && findRow(units, revertedBy)?.status === 'landed'
}

/** By the name of the unit, as it is told. */
async function stillThere(
  house: House,
  ids: readonly string[],
  byHand: ByHand,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const id of ids) {
    const unit = unitOf(house, id)
    const target = await stillHas(sightOf(house), unit)
    if (target === undefined) continue
    const way = await byHand(findRow(house.state().runs, unit.run)!, [unit.commit!])
    found.set(
      id,
      `Not taken back: ${id}. ${target} still has it, for it came there once more; ${way}`,
    )
  }
  return found
}

function exitOfRevert({ view }: Ran, taken: readonly string[], left: readonly string[]): ExitCode {
  if (taken.length === 0) return exitCode.failed
  if (left.length > 0) return exitCode.partial
  return view.evaluation && view.evaluation.fallen.length > 0 ? exitCode.degraded : exitCode.ok
}

function unitsNamed({ ledger: { state }, house }: Engine, word: string): readonly Unit[] {
  if (!word.startsWith('run:') && !findRow(state.runs, word)) return [findUnit(state, word)]
  const { id } = findRun(state, word)
  const units = revertible(house, id)
  return units.length > 0
    ? units
    : refuse('revert/nothing', `nothing that ${id} landed is there to be taken back`, {
        fix: `fixpoint show run:${id}`,
      })
}
