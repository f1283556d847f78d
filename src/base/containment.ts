// Runs a foreign command line so that nothing of it outlives the call: its own group, its own process namespace where the machine
// allows it, its own TMPDIR, a given environment, limits on time, silence and memory. Expected trouble is in the result, never thrown.

import { setTimeout as pause } from 'node:timers/promises'
import { makeContainerFolder, removeContainerFolder } from './container-folder.ts'
import { newContainerId } from './container-id.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { ExitStatus } from './exit-status.ts'
import { type KeptOutput, noOutput, OutputKeeper } from './kept-output.ts'
import { bestLauncher, type ContainmentTier, type Launcher } from './launcher.ts'
import { type Listener, type OutputPump, pumpOutput } from './output-pump.ts'
import { killTree, type ProcessTree, terminateTree } from './process-tree.ts'
import { programLine, type Started, startProcess } from './start-process.ts'

export interface ContainedCommand {
  /** A list is a program and its arguments; a text is a line for `/bin/sh`. */
  readonly command: string | readonly string[]
  readonly cwd: string
  /** All that the command sees, apart from TMPDIR and the container's marker. */
  readonly environment: Readonly<Record<string, string>>
  /** Closed when absent. */
  readonly stdin?: string | Uint8Array
  readonly timeoutMs: number
  /** How long it may print nothing. */
  readonly silenceMs?: number
  /** How much of the output the result keeps, head and tail together. */
  readonly keepBytes?: number
  /** Sees every byte in order of arrival; the command waits while a promise of it is pending. */
  readonly onOutput?: (bytes: Uint8Array, from: 'stdout' | 'stderr') => void | Promise<void>
  readonly signal?: AbortSignal
  /** The best one of this machine when absent. */
  readonly launcher?: Launcher
}

export type Ending =
  | ({ readonly kind: 'exit' } & ExitStatus)
  | { readonly kind: 'timeout'; readonly limitMs: number }
  | { readonly kind: 'silence'; readonly limitMs: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-started'; readonly problem: Diagnostic }

export interface ContainedResult {
  readonly ending: Ending
  readonly durationMs: number
  readonly output: KeptOutput
  readonly tier: ContainmentTier
  /** Processes that did not die of SIGKILL in time; empty but for a machine in trouble. */
  readonly survivors: readonly number[]
}

const KEEP_BYTES = 64 * 1024
/** From SIGTERM to SIGKILL, and from SIGKILL to giving up: together under five seconds. */
const GRACE_MS = 2_000
const KILL_LIMIT_MS = 2_500

/** Answers when the command and all that it started are dead. Throws only what `onOutput` throws. */
export async function runContained(command: ContainedCommand): Promise<ContainedResult> {
  const launcher = command.launcher ?? (await bestLauncher())
  const begin = performance.now()
  const outcome = await runWith(launcher, command)
  return { ...outcome, durationMs: Math.round(performance.now() - begin), tier: launcher.tier }
}

type Outcome = Pick<ContainedResult, 'ending' | 'output' | 'survivors'>

const unstarted = (ending: Ending): Outcome => ({ ending, output: noOutput, survivors: [] })

async function runWith(launcher: Launcher, command: ContainedCommand): Promise<Outcome> {
  if (command.signal?.aborted) return unstarted({ kind: 'cancelled' })
  const line = programLine(command)
  if ('problem' in line) return unstarted({ kind: 'not-started', problem: line.problem })
  const container = newContainerId()
  const folder = makeContainerFolder(container)
  try {
    const started = await startProcess(launcher.wrap(line.words), { ...command, container, folder })
    if ('problem' in started) return unstarted({ kind: 'not-started', problem: started.problem })
    return await attend(started, command, { container, leader: started.pid }, launcher)
  } finally {
    removeContainerFolder(folder)
  }
}

/** From the start to the death of the last process. Whatever strikes first, its exit or a limit, names the ending. */
async function attend(
  { streams, exited }: Started,
  command: ContainedCommand,
  tree: ProcessTree,
  { tier }: Launcher,
): Promise<Outcome> {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<Ending>()
  const kept = new OutputKeeper(command.keepBytes ?? KEEP_BYTES)
  const pump = pumpOutput(streams, listener(kept, command))
  pump.finished.catch(() => stop({ kind: 'cancelled' }))
  const release = armLimits(command, pump, stop)
  const ending = await Promise.race([exited.then(asEnding), stopped])
  release()
  if (ending.kind !== 'exit') {
    // Whoever holds up a namespace ends with its last process; asked to end itself, it would take the others down ungently.
    terminateTree(tree, tier === 'pid-namespace' ? tree.leader : undefined)
    await within(GRACE_MS, exited)
  }
  const survivors = await killTree(tree, KILL_LIMIT_MS)
  await pump.drain()
  return { ending, output: kept.result(), survivors }
}

const asEnding = (status: ExitStatus): Ending => ({ kind: 'exit', ...status })

function listener(kept: OutputKeeper, { onOutput }: ContainedCommand): Listener {
  return (bytes, from) => {
    kept.take(bytes)
    return onOutput?.(bytes, from)
  }
}

type Stop = (ending: Ending) => void

/** Node fires a longer timer at once. */
const MAX_TIMER_MS = 2 ** 31 - 1

/** Answers how to disarm those of time and cancellation; silence is watched to the end, where it means something else. */
function armLimits(
  { timeoutMs, silenceMs, signal }: ContainedCommand,
  pump: OutputPump,
  stop: Stop,
): () => void {
  const cancel = () => stop({ kind: 'cancelled' })
  const late = () => stop({ kind: 'timeout', limitMs: timeoutMs })
  const timer = setTimeout(late, Math.min(timeoutMs, MAX_TIMER_MS))
  if (silenceMs !== undefined) {
    const silent = () => stop({ kind: 'silence', limitMs: silenceMs })
    pump.limitSilence(Math.min(silenceMs, MAX_TIMER_MS), silent)
  }
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted) cancel()
  return () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

async function within(limitMs: number, awaited: Promise<unknown>): Promise<void> {
  const enough = new AbortController()
  const timer = pause(limitMs, undefined, { signal: enough.signal }).catch(() => undefined)
  await Promise.race([awaited, timer])
  enough.abort()
}
