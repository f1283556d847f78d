// `fixpoint replay`: what was decided in a run, in order, and the state that it led to, folded again from the beginning.

import { sha256 } from '../../base/hash.ts'
import { canonicalJson } from '../../base/json.ts'
import { readHistory } from '../../engine/history.ts'
import type { Entry } from '../../journal/model.ts'
import type { Event } from '../../kernel/event.ts'
import { violations } from '../../kernel/invariants.ts'
import type { State } from '../../kernel/model.ts'
import { command } from '../command.ts'
import { findRoot } from '../project-place.ts'
import { eventText } from '../runs/event-text.ts'
import { findRun } from '../runs/find.ts'
import { runOf } from '../runs/of-run.ts'
import { type RunView, runJson, runText, runView } from '../runs/run-view.ts'
import { UsageError } from '../usage.ts'
import { programName } from '../version.ts'

interface Options {
  readonly run: string
  readonly until: number | undefined
}

interface Replayed {
  readonly view: RunView
  readonly entries: readonly Entry<Event>[]
  readonly seq: number
  /** Of the whole state: two machines that fold the same journal print the same. */
  readonly digest: string
  /** Rules of SPEC.md that the state breaks. */
  readonly broken: readonly string[]
}

export const replay = command<Options, Replayed>({
  name: 'replay',
  summary: 'fold a run again from the journal and show what was decided',
  usage: 'RUN',
  positionals: { min: 1, max: 1 },
  options: {
    until: { type: 'string', value: 'SEQ', help: 'only up to this entry of the journal' },
  },
  examples: [
    'fixpoint replay run:r1',
    'fixpoint replay r1 --until 40',
    'fixpoint replay r1 --json',
  ],
  read: args => ({ run: args.positionals[0]!, until: readSeq(args.text('until')) }),
  async run({ run, until }, world) {
    const history = await readHistory(findRoot(world.cwd), { program: programName, until })
    return replayed(history, run)
  },
  view(result, _, paint) {
    const { view, entries, seq, digest, broken } = result
    const lines = entries.map(entry => entryText(entry))
    return {
      text: [
        ...lines,
        '',
        runText(view, paint),
        '',
        `state after ${seq}: ${digest.slice(0, 16)}`,
      ].join('\n'),
      json: { ...runJson(view), seq, digest, broken, events: entries.map(entryJson) },
      exitCode: broken.length === 0 ? 0 : 1,
      notes: broken.map(each => `The state breaks a rule: ${each}`),
    }
  },
})

function readSeq(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new UsageError(`--until takes the number of an entry, not "${text}"`, 'for example 40')
}

function replayed(
  { state, seq, entries }: { state: State; seq: number; entries: readonly Entry<Event>[] },
  word: string,
): Replayed {
  const run = findRun(state, word)
  return {
    // The past is told as it was: whether that driver lives today is no part of it.
    view: { ...runView(state, run, state.at), undriven: undefined },
    entries: entries.filter(({ event }) => runOf(state, event) === run.id),
    seq,
    digest: sha256(canonicalJson(state)),
    broken: violations(state),
  }
}

const entryText = ({ seq, event }: Entry<Event>) =>
  `${String(seq).padStart(5)}  ${event.at}  ${eventText(event)}`

const entryJson = ({ seq, event }: Entry<Event>) => ({ seq, ...event, text: eventText(event) })
