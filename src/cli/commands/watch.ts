// `fixpoint watch`: a run as it happens, from any terminal. Reads what is written to the journal; ending it ends nothing else.

import type { ExitCode } from '../../contract/exit-codes.ts'
import { exitCode } from '../../contract/exit-codes.ts'
import type { Ledger } from '../../engine/ledger.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { command } from '../command.ts'
import { withLedger } from '../runs/act.ts'
import { exitOf, isOver } from '../runs/engage.ts'
import { eventText } from '../runs/event-text.ts'
import { findRun } from '../runs/find.ts'
import { runOf } from '../runs/of-run.ts'
import { type RunView, runJson, runText, runView } from '../runs/run-view.ts'
import type { World } from '../world.ts'

interface Options {
  readonly run: string | undefined
  readonly isJson: boolean
}

interface Watched {
  readonly view: RunView
  readonly code: ExitCode
}

export const watch = command<Options, Watched>({
  name: 'watch',
  summary: 'follow a run as it happens, until it is over',
  usage: '[RUN]',
  positionals: { min: 0, max: 1 },
  details: ['With --json each event is one line of JSON, and the last line is the run.'],
  examples: ['fixpoint watch', 'fixpoint watch run:r1 --json'],
  read: args => ({ run: args.positionals[0], isJson: args.flag('json') }),
  run: (options, world) =>
    withLedger(world, async ledger => {
      const { id } = findRun(ledger.state, options.run)
      const isStopped = await follow(ledger, id, options.isJson, world)
      const run = findRow(ledger.state.runs, id)!
      const view = runView(ledger.state, run, world.now())
      return { view, code: isStopped ? exitCode.interrupted : exitOf(run) }
    }),
  view: ({ view, code }, { isJson }, paint) => ({
    text: isJson
      ? JSON.stringify({ version: '1', command: 'watch', ...runJson(view) })
      : runText(view, paint),
    json: runJson(view),
    isDocument: true,
    exitCode: code,
  }),
})

/** Answers whether a person ended it before the run was over. */
async function follow(ledger: Ledger, id: string, isJson: boolean, world: World): Promise<boolean> {
  const stop = new AbortController()
  const deaf = world.onInterrupt(() => stop.abort())
  const quiet = ledger.onChange(events => {
    for (const event of events.filter(each => runOf(ledger.state, each) === id))
      void world.stdout.write(
        `${isJson ? JSON.stringify({ version: '1', ...event, text: eventText(event) }) : eventText(event)}\n`,
      )
  })
  try {
    while (!isOver(ledger.state, id) && !stop.signal.aborted) {
      await change(ledger, stop.signal)
      await ledger.catchUp()
    }
    return stop.signal.aborted
  } finally {
    quiet()
    deaf()
  }
}

/** The journal tells of every change, also of other processes; a look now and then finds a driver that died. */
function change(ledger: Ledger, stop: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, LOOK_MS)
  const unwatch = ledger.journal.watch(() => resolve())
  stop.addEventListener('abort', () => resolve(), { once: true })
  return promise.finally(() => {
    clearTimeout(timer)
    unwatch()
  })
}

const LOOK_MS = 1_000
