// `fixpoint revert`: takes back what a unit or a whole run landed. What git computes is judged, landed and delivered like any other change.

import { refuse } from '../../base/diagnostic.ts'
import type { Engine } from '../../engine/engine.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import { type Reverting, revertible, revertUnits } from '../../engine/revert.ts'
import type { Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { command } from '../command.ts'
import { type Refusal, refusalLines, refusalsOf } from '../landing/view.ts'
import { type Colour, readColour } from '../paint.ts'
import { openProject } from '../project.ts'
import { withEngine } from '../runs/engage.ts'
import { findRun, findUnit } from '../runs/find.ts'
import { follow, type Ran, showRun } from '../runs/perform.ts'

interface Options {
  readonly word: string
  readonly reason: string
  readonly colour: Colour
}

interface Reverted {
  readonly ran: Ran
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
    'What others put on the target meanwhile stays.',
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
      const reverting = await revertUnits(engine, { units, by: world.user, reason })
      const ran = await follow(engine, reverting.run, colour, world)
      const { ledger, house } = engine
      return { ran, reverting, refused: refusalsOf(ledger.state, reverting.run, house.artifacts) }
    })
  },
  view({ ran, reverting: { dependents }, refused }, _, paint) {
    const shown = showRun(ran, paint)
    return {
      ...shown,
      text: [shown.text, ...refusalLines(refused, paint)].join('\n'),
      json: { ...shown.json, refused, dependents },
      notes: [
        ...(shown.notes ?? []),
        ...(dependents.length > 0
          ? [`Still there, and built on what was taken back: ${dependents.join(', ')}`]
          : []),
      ],
    }
  },
})

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
