// `fixpoint watch`: a run as it happens, from any terminal. Reads what is written to the journal; ending it ends nothing else.

import type { ExitCode } from '../../contract/exit-codes.ts'
import { exitCode } from '../../contract/exit-codes.ts'
import type { Ledger } from '../../engine/ledger.ts'
import type { State } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { command } from '../command.ts'
import { canDraw } from '../live/screen.ts'
import { type Colour, paintFor, readColour } from '../paint.ts'
import { withLedger } from '../runs/act.ts'
import { isDriven, takeUpText, undrivenText } from '../runs/driving.ts'
import { eventText } from '../runs/event-text.ts'
import { findRun } from '../runs/find.ts'
import { runOf } from '../runs/of-run.ts'
import { exitOf, isOver } from '../runs/over.ts'
import { type RunView, runJson, runText, runView } from '../runs/run-view.ts'
import type { World } from '../world.ts'

interface Options {
  readonly run: string | undefined
  readonly isJson: boolean
  readonly colour: Colour
}

/** `undriven`: nobody drives, so that it would wait for ever. */
type End = 'over' | 'stopped' | 'undriven'

interface Watched {
  readonly view: RunView
  readonly end: End
  readonly code: ExitCode
}

export const watch = command<Options, Watched>({
  name: 'watch',
  summary: 'follow a run as it happens, until it is over',
  usage: '[RUN]',
  positionals: { min: 0, max: 1 },
  details: [
    'On a terminal it is a picture that moves; in a pipe, each event is a line. Ending it ends nothing else.',
    'A run that nobody drives (its process was killed, or stopped) does not move: a picture says so and stays, and',
    'in a pipe it ends with exit code 5 and says what to type.',
    'With --json each event is one line of JSON, and the last line is the run.',
  ],
  examples: ['fixpoint watch', 'fixpoint watch run:r1 --json'],
  read: args => ({
    run: args.positionals[0],
    isJson: args.flag('json'),
    colour: readColour(args),
  }),
  run: (options, world) =>
    withLedger(world, async ledger => {
      const { id } = findRun(ledger.state, options.run)
      const end = await follow(ledger, id, options, world)
      const run = findRow(ledger.state.runs, id)!
      const view = runView(ledger.state, run, world.now())
      return { view, end, code: end === 'stopped' ? exitCode.interrupted : exitOf(run) }
    }),
  view: ({ view, end, code }, { isJson }, paint) => ({
    text: isJson
      ? JSON.stringify({ version: '1', command: 'watch', ...runJson(view) })
      : runText(view, paint),
    json: runJson(view),
    isDocument: true,
    exitCode: code,
    notes: end === 'undriven' && view.undriven ? [takeUpText(view.undriven)] : [],
  }),
})

async function follow(ledger: Ledger, id: string, options: Options, world: World): Promise<End> {
  const stop = new AbortController()
  const deaf = world.onInterrupt(() => stop.abort())
  const isPicture = drawsPicture(options, world)
  const close = await openView(ledger, id, options, world, stop)
  try {
    while (!isOver(ledger.state, id)) {
      const before = ledger.state.seq
      await change(ledger, stop.signal)
      if (stop.signal.aborted) return 'stopped'
      await ledger.catchUp()
      // Between two drivers there is a moment without one: only a look at which nothing had moved tells that nobody comes.
      const isStill = ledger.state.seq === before
      if (isStill && !isPicture && !isDriven(ledger.state)) break
    }
    return isOver(ledger.state, id) ? 'over' : 'undriven'
  } finally {
    await close()
    deaf()
  }
}

/** A picture on a terminal, lines in a pipe, lines of JSON where asked. A run that is over needs no picture. Where nobody reads, it stops. */
async function openView(
  ledger: Ledger,
  id: string,
  options: Options,
  world: World,
  stop: AbortController,
): Promise<() => Promise<void>> {
  const { isJson, colour } = options
  const { stdout } = world
  if (drawsPicture(options, world) && !isOver(ledger.state, id)) {
    const { openLive } = await import('../live/live.ts')
    const paint = paintFor(colour, stdout, world)
    const hint = (state: State) => {
      const undriven = undrivenText(state)
      return undriven ? takeUpText(undriven) : 'Ctrl-C ends the watching; the run goes on.'
    }
    const live = await openLive(ledger, id, world, { sink: stdout, paint, hint })
    return () => live.close()
  }
  let trouble: unknown
  const say = (line: string) =>
    stdout.write(`${line}\n`).catch((cause: unknown) => {
      trouble ??= cause
      stop.abort()
    })
  const quiet = ledger.onChange(events => {
    for (const event of events.filter(each => runOf(ledger.state, each) === id)) {
      const text = eventText(event)
      void say(isJson ? JSON.stringify({ version: '1', ...event, text }) : text)
    }
  })
  return async () => {
    quiet()
    if (trouble !== undefined) throw trouble
  }
}

const drawsPicture = ({ isJson }: Options, { stdout, environment }: World) =>
  !isJson && canDraw(stdout, environment)

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
