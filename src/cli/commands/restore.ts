// `fixpoint restore`: a journal from its backup, or the tree of an earlier turn that the next attempt of a unit goes on from.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { refuse } from '../../base/diagnostic.ts'
import { readState } from '../../engine/history.ts'
import { type RestoredHere, restore as restoreJournal } from '../../engine/keeping/journal-care.ts'
import { readTurns, type Turn } from '../../engine/turns.ts'
import { command, type View } from '../command.ts'
import { findRoot } from '../project-place.ts'
import { type Act, act } from '../runs/act.ts'
import { findUnit } from '../runs/find.ts'
import { goOnNotes } from '../runs/going-on.ts'
import { refuseTurn } from '../runs/gone.ts'
import { namedUnit } from '../runs/named-unit.ts'
import { UsageError } from '../usage.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'

interface Options {
  readonly word: string
  readonly replaces: boolean
  readonly turn: number | undefined
  readonly attempt: number | undefined
  readonly reason: string
}

type Result =
  | ({ readonly kind: 'journal' } & RestoredHere)
  | {
      readonly kind: 'turn'
      readonly unit: string
      readonly turn: Turn
      readonly act: Act
      readonly next: readonly string[]
    }

export const restore = command<Options, Result>({
  name: 'restore',
  summary: 'put the journal back from a backup, or let a unit go on from an earlier turn',
  usage: 'DIR|UNIT',
  positionals: { min: 1, max: 1 },
  options: {
    turn: {
      type: 'string',
      value: 'N',
      help: 'of a unit: the turn that its next attempt goes on from',
    },
    attempt: { type: 'string', value: 'N', help: 'whose turn (the last attempt that has turns)' },
    reason: { type: 'string', short: 'm', value: 'TEXT', help: 'why, for whoever reads it later' },
    force: { type: 'boolean', help: 'also where there is a journal; that one is set aside' },
  },
  details: [
    'The backup is verified before anything is touched: each file by its hash, and each entry by the chain. One of',
    'another project than the journal that is here, or from a newer program, is refused.',
  ],
  examples: [
    'fixpoint restore ../backups/monday',
    'fixpoint restore ../backups/monday --force',
    'fixpoint restore T02 --turn 3 -m "the fourth went astray"',
  ],
  read: args => ({
    word: args.positionals[0]!,
    replaces: args.flag('force'),
    turn: readNumber('turn', args.text('turn')),
    attempt: readNumber('attempt', args.text('attempt')),
    reason: args.text('reason') ?? 'fixpoint restore',
  }),
  async run(options, world) {
    if (options.turn !== undefined) return toTurn(options, options.turn, world)
    return { kind: 'journal', ...(await fromBackup(options, world)) }
  },
  view: result => (result.kind === 'turn' ? turnView(result) : journalView(result)),
})

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d*$/.test(text))
    return text === undefined ? undefined : Number(text)
  throw new UsageError(`--${name} takes a number, not "${text}"`, 'for example 1')
}

const journalView = ({
  manifest: { seq, at, program, transcripts },
  aside,
  parted,
}: RestoredHere): View => ({
  text: `The journal is back as it was on ${at}, up to entry ${seq}, by ${program}.`,
  json: { seq, at, program, transcripts, aside: aside ?? null, parted: parted ?? null },
  notes: [
    ...(aside === undefined ? [] : [`The journal that was here lies in ${aside}.`]),
    ...(transcripts
      ? []
      : ['What attempts were told and said is not in the backup, so logs cannot show it.']),
    ...(parted === undefined
      ? []
      : [
          `${parted} drove the project when the backup was made, and does not drive it here: what it had begun is begun again by the next fixpoint run.`,
        ]),
    'What landed since in a run that is open is read back from its branch by the next: fixpoint run',
  ],
})

const turnView = ({ unit, turn, act, next }: Extract<Result, { kind: 'turn' }>): View => ({
  text: `The next attempt of ${unit} goes on from turn ${turn.turn} of attempt ${turn.attempt}.`,
  json: { unit, ...turn, driven: act.isDriven },
  notes: next,
})

async function toTurn(options: Options, turn: number, world: World): Promise<Result> {
  const root = findRoot(world.cwd)
  const unit = findUnit(await readState(root, { program: programName }), options.word)
  const turns = await readTurns(root, unit.id, world.environment)
  const attempt = options.attempt ?? turns.at(-1)?.attempt
  const found = turns.find(each => each.attempt === attempt && each.turn === turn)
  if (!found) return refuseTurn(root, unit, turn, { attempt: options.attempt, kept: turns })
  const { reason } = options
  const request = {
    type: 'rewind',
    unit: unit.id,
    tree: found.commit,
    by: world.user,
    reason,
  } as const
  const acted = await act(world, () => request)
  const next = goOnNotes(root, acted.state, { kind: 'unit', unit: unit.id }, world.now())
  return { kind: 'turn', unit: unit.id, turn: found, act: acted, next }
}

/** A word that is a folder and a unit is neither without more words. */
async function fromBackup({ word, replaces }: Options, world: World): Promise<RestoredHere> {
  const path = resolve(world.cwd, word)
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  // A journal that is to be replaced may be one that nobody can read: a path that is written as one is not looked up there.
  const isPath = /[/\\]/.test(word) && isFolder
  const unit = isPath || replaces ? undefined : await namedUnit(word, findRoot(world.cwd))
  if (unit && isFolder)
    refuse(
      'address/ambiguous',
      `"${word}" can mean the folder ${word} or the unit ${unit.unit.id}`,
      {
        fix: `write ./${word} for the backup, or --turn N for the unit`,
      },
    )
  if (unit)
    refuse('restore/turn', `${unit.unit.id} is a unit, and no turn of it is named`, {
      fix: `fixpoint restore ${word} --turn N; fixpoint show ${word} lists them`,
    })
  if (!isFolder)
    refuse('backup/none', `there is no folder ${word}`, {
      fix: 'name the folder that fixpoint backup made',
    })
  return restoreJournal(path, {
    root: findRoot(world.cwd),
    program: programName,
    replaces,
    at: new Date(world.now()).toISOString(),
    writer: world.newId(),
  })
}
