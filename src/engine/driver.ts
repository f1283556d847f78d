// Drives a project: takes it, lets the runner do what is due, sends the tick when time has passed, and leaves when nothing of any run moves
// by itself any more, never before. Recovery is the same loop. Another process that drives already keeps the project; this one waits until
// what it waits for is over, or until the other one died.

import { once } from 'node:events'
import { DiagnosticError } from '../base/diagnostic.ts'
import { due } from '../kernel/due.ts'
import type { State } from '../kernel/model.ts'
import { isAtRest } from '../kernel/standstill.ts'
import { removeDriverWord, writeDriverWord } from './driver-word.ts'
import { lifeOfHolder } from './holder.ts'
import type { Ledger } from './ledger.ts'
import type { Notifier } from './notify/notifier.ts'
import { giveUpTheDead } from './recovery.ts'
import type { Runner } from './runner.ts'

export interface DriveOptions {
  readonly root: string
  readonly ledger: Ledger
  /** Made once this process drives. */
  readonly openRunner: () => Runner
  /** Frees what dead processes held in the world; called when what they held in the ledger was given up. */
  readonly clearAfterTheDead: () => Promise<void>
  /** Made once this process drives: finds on the lines what the journal has forgotten. */
  readonly openLineReader: () => () => Promise<void>
  readonly holder: string
  readonly openNotifier: () => Notifier
  /** Whether what this process waits for has come. Who drives stays for the rest too. */
  readonly isOver: (state: State) => boolean
  /** Aborted when a person wants the engine to end. */
  readonly stop: AbortSignal
}

/** The longest that a death, an expired lease or another process's word goes unseen. */
const LOOK_MS = 500

/** `over`: what was waited for has come; `stopped`: a person asked for it, and everything can be resumed. */
export async function drive(options: DriveOptions): Promise<'over' | 'stopped'> {
  const { ledger, isOver, stop } = options
  const wake = openWake(ledger)
  try {
    while (true) {
      await ledger.catchUp()
      const isLeft = isDrivenByOther(options) || isAtRest(ledger.state, ledger.now())
      if (isLeft && isOver(ledger.state)) return 'over'
      if (stop.aborted) return 'stopped'
      const fence = await takeProject(options)
      if (fence !== undefined) return await driveAs(fence, options, wake)
      await wake.next(LOOK_MS, stop)
    }
  } finally {
    wake.close()
  }
}

async function driveAs(
  fence: number,
  options: DriveOptions,
  wake: Wake,
): Promise<'over' | 'stopped'> {
  const { ledger, root, holder, isOver, stop } = options
  const isDone = () => isAtRest(ledger.state, ledger.now())
  writeDriverWord(root, { holder, fence, since: ledger.now() })
  const runner = options.openRunner()
  const readLines = options.openLineReader()
  const notifier = options.openNotifier()
  try {
    await options.clearAfterTheDead()
    while (!stop.aborted && !isDone()) {
      notifier.turn()
      await turn(fence, options, runner, readLines)
      if (stop.aborted || isDone()) break
      await wake.next(waitMs(ledger), stop)
    }
    return isOver(ledger.state) ? 'over' : 'stopped'
  } finally {
    runner.close()
    await runner.idle()
    removeDriverWord(root)
    await ledger.send({ type: 'leave', fence })
    // The project is free already; only this process waits.
    await notifier.close()
  }
}

async function turn(
  fence: number,
  { ledger, clearAfterTheDead }: DriveOptions,
  runner: Runner,
  readLines: () => Promise<void>,
): Promise<void> {
  await ledger.catchUp()
  await readLines()
  if ((await giveUpTheDead(ledger)) > 0) await clearAfterTheDead()
  const { wakeAt } = due(ledger.state, ledger.now())
  if (wakeAt !== null && wakeAt <= ledger.now()) await tick(fence, ledger)
  await runner.turn()
}

async function tick(fence: number, ledger: Ledger): Promise<void> {
  const sent = await ledger.send({ type: 'tick', driver: fence })
  if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
}

const isDrivenByOther = ({ ledger: { state } }: DriveOptions): boolean =>
  state.driver !== null && lifeOfHolder(state.driver.name) !== 'dead'

/** The fence under which this process drives; undefined while somebody else does. */
async function takeProject(options: DriveOptions): Promise<number | undefined> {
  const { ledger, holder } = options
  if (isDrivenByOther(options)) return undefined
  const { driver } = ledger.state
  const over = driver === null ? {} : { over: driver.fence }
  const sent = await ledger.send({ type: 'drive', name: holder, ...over })
  const now = ledger.state.driver
  return sent.kind === 'done' && now?.name === holder ? now.fence : undefined
}

function waitMs(ledger: Ledger): number {
  const { wakeAt } = due(ledger.state, ledger.now())
  if (wakeAt === null) return LOOK_MS
  return Math.max(1, Math.min(LOOK_MS, Date.parse(wakeAt) - Date.parse(ledger.now())))
}

interface Wake {
  /** Resolves at a change, at the time, or at the stop. */
  readonly next: (ms: number, stop: AbortSignal) => Promise<void>
  readonly close: () => void
}

/** Remembers a change that came while nobody waited. */
function openWake(ledger: Ledger): Wake {
  const target = new EventTarget()
  let isPending = false
  const changed = () => {
    isPending = true
    target.dispatchEvent(new Event('wake'))
  }
  const closers = [ledger.onChange(changed), ledger.journal.watch(changed)]
  return {
    next: async (ms, stop) => {
      if (!isPending && !stop.aborted) await firstOf(target, ms, stop)
      isPending = false
    },
    close: () => {
      for (const each of closers) each()
    },
  }
}

async function firstOf(target: EventTarget, ms: number, stop: AbortSignal): Promise<void> {
  const over = new AbortController()
  const timer = setTimeout(() => over.abort(), ms)
  const signal = AbortSignal.any([over.signal, stop])
  await once(target, 'wake', { signal }).catch(() => undefined)
  clearTimeout(timer)
}
