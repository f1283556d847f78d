// Runs the engine for a command: opens it on the project, shows what happens, listens for interrupts, and says how it ended.

import { join } from 'node:path'
import { cacheFolder, hideCache } from '../../base/cache-folder.ts'
import {
  type Diagnostic,
  DiagnosticError,
  refuse,
  renderDiagnostic,
} from '../../base/diagnostic.ts'
import { bestLauncher } from '../../base/launcher.ts'
import { makeFolder } from '../../base/make-folder.ts'
import { killOwnContainers } from '../../base/orphans.ts'
import { readConfig } from '../../config/read.ts'
import { exitCode } from '../../contract/exit-codes.ts'
import { type Engine, openEngine } from '../../engine/engine.ts'
import { inspect } from '../../engine/house.ts'
import { type NotifySettings, readNotify } from '../../engine/notify/settings.ts'
import { LINE_GONE } from '../../engine/recognise.ts'
import { GONE } from '../../journal/presence.ts'
import type { State } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { closeRepository, openRepository, type Repository } from '../../workspace/open.ts'
import type { Live } from '../live/live.ts'
import { canDraw } from '../live/screen.ts'
import { type Colour, paintFor } from '../paint.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'
import { otherDriver } from './driving.ts'
import { unitsOf } from './find.ts'
import { tellMending } from './mending.ts'
import { isOver } from './over.ts'
import { besideText, tellSteps, tellWhenOthersGoOn } from './telling.ts'

/** Judges are as many as the kernel lets run at once; more would only wait in line. */
const JUDGES = 8

export async function withEngine<T>(
  root: string,
  world: World,
  use: (engine: Engine) => Promise<T>,
): Promise<T> {
  const { environment, now, newId } = world
  const cache = cacheOf(world)
  const { facts, warnings } = await inspect(root, { cache, environment })
  await tell(warnings, world)
  const engine = await openEngine({
    root,
    cache,
    environment,
    facts,
    now,
    judges: JUDGES,
    program: programName,
    writer: newId(),
    notify: await notifySettings(root),
    voice: { say: text => void say(text, world) },
  })
  try {
    return await use(engine)
  } finally {
    await engine.close()
  }
}

export async function notifySettings(root: string): Promise<NotifySettings> {
  const config = await readConfig(root)
  const { settings, problems } = readNotify(config.file, config.placeOf)
  if (problems.length > 0) throw new DiagnosticError(problems)
  return settings
}

/** The repository of a project alone, for commands that drive nothing. */
export async function openProjectRepository<T>(
  root: string,
  world: World,
  use: (repository: Repository) => Promise<T>,
): Promise<T> {
  const { environment } = world
  const cache = cacheOf(world)
  const { facts } = await inspect(root, { cache, environment })
  const repository = openRepository(facts, { cache, environment })
  try {
    return await use(repository)
  } finally {
    closeRepository(repository)
  }
}

export function cacheOf({ environment }: World): string {
  const cache = cacheFolder(environment)
  if (cache !== undefined) {
    // Before the first workspace: a run may take hours, and be killed.
    makeFolder(cache)
    hideCache(environment)
    return join(cache, 'workspaces')
  }
  return refuse('run/cache', 'there is no folder for workspaces: this user has no home', {
    fix: 'set FIXPOINT_CACHE_DIR',
  })
}

async function tell(warnings: readonly Diagnostic[], { stderr }: World): Promise<void> {
  for (const each of warnings) await stderr.write(`Warning: ${renderDiagnostic(each)}\n`)
}

const lost: ReadonlySet<string> = new Set([GONE, LINE_GONE])

/** How long a second interrupt leaves to what is being ended; with the killing of what does not end it is under ten seconds. */
const FORCED_MS = 6_000

/** Drives until the run is over or waits for a person, and all others too; the first interrupt drains, the second gives up on what does not end. */
export async function followRun(
  engine: Engine,
  run: string,
  { colour, told }: { readonly colour: Colour; readonly told: readonly Diagnostic[] },
  world: World,
): Promise<'over' | 'stopped'> {
  const { drive, voice } = engine
  const stop = new AbortController()
  const { state } = engine.ledger
  const other = otherDriver(state)
  if (other !== undefined)
    await say(`${other} drives this project: ${run} is handed to it, and watched from here.`, world)
  else {
    const beside = besideText(state, run, world.now())
    if (beside !== undefined) await say(beside, world)
    if (hasAgents(state, run)) await say(await tierText(), world)
  }
  const progress = await openProgress(engine, run, colour, world)
  voice.say = text => progress.say(text)
  const quiet = [
    tellWhenOthersGoOn(engine.ledger, run, voice.say),
    tellMending(engine.ledger, engine.house.root, told, voice.say),
  ]
  const deaf = world.onInterrupt(() => {
    if (stop.signal.aborted) setTimeout(() => void force(progress, world), FORCED_MS).unref()
    else if (otherDriver(engine.ledger.state) === undefined)
      progress.say('Stopping: what runs is ended in good order. Again to force it.')
    stop.abort()
  })
  try {
    return await drive(state => isOver(state, run), stop.signal)
  } catch (cause) {
    // What is wrong is the error of the command; what became of the run is not in it, unless that is what is wrong.
    const isElsewhere = cause instanceof DiagnosticError && !lost.has(cause.diagnostics[0]!.code)
    if (isElsewhere && !isOver(engine.ledger.state, run))
      progress.say(`${run} is open, and nothing of it is lost. When that is mended: fixpoint run`)
    throw cause
  } finally {
    for (const each of quiet) each()
    await progress.close()
    deaf()
  }
}

/** The live view where stderr is a terminal, else a line for each step that people care for. */
async function openProgress(
  { ledger }: Engine,
  run: string,
  colour: Colour,
  world: World,
): Promise<Live> {
  const { stderr, environment } = world
  if (canDraw(stderr, environment)) {
    const { openLive } = await import('../live/live.ts')
    const paint = paintFor(colour, stderr, world)
    const hint = (state: State) =>
      otherDriver(state) === undefined
        ? 'Ctrl-C ends what runs in good order; fixpoint run goes on from there.'
        : 'Ctrl-C ends the watching; the run goes on.'
    return openLive(ledger, run, world, { sink: stderr, paint, hint })
  }
  const quiet = tellSteps(ledger, run, text => void say(text, world))
  return { say: text => void say(text, world), close: async () => quiet() }
}

/** Ends this process with all that it started. It is as if it were killed: the next start goes on from the journal. */
async function force(progress: Live, world: World): Promise<void> {
  await killOwnContainers()
  await progress.close()
  await say('Stopped by force. Go on with: fixpoint run', world)
  world.exit(exitCode.interrupted)
}

const hasAgents = (state: State, run: string) =>
  unitsOf(state, findRow(state.runs, run)!).some(each => each.spec.agents.length > 0)

/** What becomes of an agent's processes when this one is killed depends on the machine. */
async function tierText(): Promise<string> {
  const { tier, name } = await bestLauncher()
  return tier === 'pid-namespace'
    ? `Agents run in process namespaces of their own (${name}) and die with this process.`
    : 'Agents run in process groups: if this process is killed, the next start ends what they left.'
}

/** Progress is for whoever looks: where nobody does any more (a closed pipe, a terminal that is gone) the run goes on. */
async function say(text: string, { stderr }: World): Promise<void> {
  await stderr.write(`${text}\n`).catch(() => undefined)
}
