// The live view of a run on a terminal: redraws when something happened, when the terminal changed its size, and each second for the
// clocks. Decides nothing and changes nothing; closing it leaves the terminal as it was.

import { lifeOfHolder, ownHolder } from '../../engine/holder.ts'
import type { Ledger } from '../../engine/ledger.ts'
import type { State } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import type { Paint } from '../paint.ts'
import { holderText } from '../runs/driving.ts'
import type { Sink, World } from '../world.ts'
import { renderLive } from './render.ts'
import { openScreen } from './screen.ts'
import { addTimes, readTimers } from './timers.ts'
import { liveView } from './view.ts'

export interface LiveOptions {
  readonly sink: Sink
  readonly paint: Paint
  /** What Ctrl-C does here, or what is to be typed. */
  readonly hint: (state: State) => string
}

export interface Live {
  /** A word of the program that must not be lost between two frames; told again when the view is closed. */
  say(text: string): void
  close(): Promise<void>
}

const CLOCK_MS = 1_000
/** Many events of one moment are one frame. */
const GATHER_MS = 50
const NOTES_MOST = 3

export async function openLive(
  ledger: Ledger,
  run: string,
  world: World,
  { sink, paint, hint }: LiveOptions,
): Promise<Live> {
  let timers = await readTimers(ledger.journal, run)
  const said: string[] = []
  const screen = openScreen(sink)
  const draw = () => {
    const found = findRow(ledger.state.runs, run)
    if (!found) return
    const notes = [...said.slice(-NOTES_MOST), hint(ledger.state)]
    const driver = driverText(ledger.state)
    const view = liveView(ledger.state, found, { now: ledger.now(), timers, driver, notes })
    // Erasing behind a line that fills the last column would take its last letter.
    const size = { columns: sink.columns - 1, rows: sink.rows }
    screen.draw(renderLive(view, size, paint))
  }
  let gathering: NodeJS.Timeout | undefined
  const soon = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      draw()
    }, GATHER_MS)
  }
  const clock = setInterval(draw, CLOCK_MS)
  const deaf = [
    ledger.onChange(events => {
      timers = addTimes(timers, events)
      soon()
    }),
    sink.onResize(draw),
  ]
  draw()
  return {
    say(text) {
      said.push(text)
      soon()
    },
    async close() {
      clearInterval(clock)
      clearTimeout(gathering)
      for (const each of deaf) each()
      await screen.close()
      for (const each of said) await world.stderr.write(`${each}\n`).catch(() => undefined)
    },
  }
}

function driverText({ driver }: State): string {
  if (driver === null) return 'nobody drives'
  const life = lifeOfHolder(driver.name)
  const who = holderText(driver.name)
  if (life === 'dead') return `${who} drove and is dead`
  return driver.name === ownHolder() ? 'driven here' : `driven by ${who}`
}
