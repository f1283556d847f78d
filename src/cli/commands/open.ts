// `fixpoint open`: a person takes a unit over: a shell or an editor in a workspace with what its attempts have kept. What they changed is
// handed back when they leave, and judged like any attempt.

import { DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { shellWord } from '../../base/shell-word.ts'
import {
  enterWorkspace,
  findWorkspace,
  type HandWorkspace,
  placeOfHand,
  refuseInside,
  takeHandMade,
} from '../../engine/by-hand.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Request } from '../../engine/ledger.ts'
import type { Unit } from '../../kernel/model.ts'
import { leftRunning } from '../../workspace/left-running.ts'
import { leaveWorkspace, releaseWorkspace, type Workspace } from '../../workspace/pool.ts'
import { command, type View } from '../command.ts'
import { findRoot } from '../project-place.ts'
import { refuseClosed } from '../runs/closed-meanwhile.ts'
import { withEngine } from '../runs/engage.ts'
import { findUnit } from '../runs/find.ts'
import { goOnNotes } from '../runs/going-on.ts'
import { UsageError } from '../usage.ts'
import { visibleName } from '../visible.ts'
import type { World } from '../world.ts'

type Way = 'enter' | 'print' | 'take' | 'drop'

interface Options {
  readonly word: string
  readonly way: Way
  readonly editor: string | undefined
  readonly reason: string
}

type Result = { readonly unit: string; readonly next: readonly string[] } & (
  | {
      readonly kind: 'prepared'
      readonly path: string
      readonly start: HandWorkspace['start']
      readonly environment: Readonly<Record<string, string>>
    }
  | { readonly kind: 'submitted'; readonly tree: string; readonly paths: readonly string[] }
  | { readonly kind: 'unchanged' | 'dropped' }
)

export const open = command<Options, Result>({
  name: 'open',
  summary: 'take a unit over: a shell or editor in its workspace; what you change is handed back',
  usage: 'UNIT',
  positionals: { min: 1, max: 1 },
  options: {
    editor: { type: 'string', value: 'CMD', help: 'run this instead of a shell, with the folder' },
    print: { type: 'boolean', help: 'start nothing: prepare the workspace and print its path' },
    take: { type: 'boolean', help: 'hand back what was made in a workspace that was printed' },
    drop: { type: 'boolean', help: 'hand nothing back, and leave the unit as it was' },
    reason: { type: 'string', short: 'm', value: 'TEXT', help: 'why, for whoever reads it later' },
  },
  details: [
    'For units that no agent works on: blocked, failed, under review, or waiting for their turn. The workspace holds',
    'what the last attempt left. While it is open the unit holds its claims and nothing of it starts.',
    'When you leave, what you changed becomes an attempt in your name: its scope and its checks are judged as for any',
    'agent. Leaving without a change hands nothing back. Processes that you leave running there are named, and go on.',
    'The shell has ports of its own, as an agent there would: PORT, FIXPOINT_PORT_FIRST and FIXPOINT_PORT_COUNT.',
    'The shell is $SHELL. An editor must stay until it is closed: --editor "code --wait". Without a terminal, for a',
    'shell: --print, and then --take or --drop.',
  ],
  examples: [
    'fixpoint open T02',
    'fixpoint open T02 --editor "code --wait" -m "the agent cannot see the fixture"',
    'fixpoint open r1/T02 --print',
    'fixpoint open T02 --take',
  ],
  read: (args, world) => ({
    word: args.positionals[0]!,
    way: readWay(['print', 'take', 'drop'].filter(args.flag) as Way[], args.text('editor'), world),
    editor: args.text('editor'),
    reason: args.text('reason') ?? 'fixpoint open',
  }),
  run: (options, world) =>
    withEngine(findRoot(world.cwd), world, engine => perform(engine, options, world)),
  view: viewOf,
})

function readWay(ways: readonly Way[], editor: string | undefined, { stdout, stderr }: World): Way {
  if (ways.length > 1)
    throw new UsageError('--print, --take and --drop exclude each other', 'give one of them')
  if (ways.length === 1) return ways[0]!
  // Whether an editor needs a terminal, only the editor knows.
  if (editor !== undefined || (stdout.isTTY && stderr.isTTY)) return 'enter'
  return refuse('open/terminal', 'there is no terminal for a shell', {
    fix: 'fixpoint open UNIT --print prepares the workspace, fixpoint open UNIT --take hands it back',
  })
}

async function perform(engine: Engine, options: Options, world: World): Promise<Result> {
  const unit = findUnit(engine.ledger.state, options.word)
  const result = await performOn(engine, unit, options, world)
  const about = { kind: 'unit', unit: unit.id } as const
  return {
    ...result,
    unit: unit.id,
    next: goOnNotes(engine.house.root, engine.ledger.state, about, world.now()),
  }
}

type Done = Result extends infer R ? (R extends Result ? Omit<R, 'unit' | 'next'> : never) : never

async function performOn(
  engine: Engine,
  unit: Unit,
  options: Options,
  world: World,
): Promise<Done> {
  if (options.way === 'take')
    return handBack(engine, unit, await workspaceOf(engine, unit), options, world)
  if (options.way === 'drop') return drop(engine, unit, options, world)
  const { workspace, start } = await enter(engine, unit, options, world)
  const { folder, environment } = await placeOfHand(engine.house, unit, workspace)
  if (options.way === 'print') {
    leaveWorkspace(workspace)
    return { kind: 'prepared', path: folder, start, environment }
  }
  await tellStart(unit, start, world)
  const code = await world.attach({
    command: programFor(options, folder, world),
    cwd: folder,
    environment: { ...world.environment, ...environment },
  })
  await tellLeftRunning(workspace, world)
  await refuseClosed(engine, unit, workspace)
  // A shell ends with what its last command ended with, which says nothing of what was made there.
  if (options.editor !== undefined && code !== 0)
    return refuseEditor(
      engine,
      unit,
      workspace,
      { ...options, editor: options.editor, code },
      world,
    )
  return handBack(engine, unit, workspace, options, world)
}

/** The claims first, then the workspace; where there can be none the unit is as it was. */
async function enter(
  engine: Engine,
  unit: Unit,
  options: Options,
  world: World,
): Promise<HandWorkspace> {
  const { id, opened } = unit
  refuseInside(engine.house, unit)
  if (!opened) await say(engine, { type: 'open', unit: id, ...signed(options, world) })
  const stop = new AbortController()
  const deaf = world.onInterrupt(() => stop.abort())
  try {
    return await enterWorkspace(engine.house, findUnit(engine.ledger.state, id), stop.signal)
  } catch (cause) {
    if (!opened) await say(engine, { type: 'close', unit: id, ...signed(options, world) })
    throw cause
  } finally {
    deaf()
  }
}

const signed = ({ reason }: Options, { user: by }: World) => ({ by, reason })

async function say({ ledger }: Engine, request: Request): Promise<void> {
  const sent = await ledger.send(request)
  if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
}

function programFor({ editor }: Options, folder: string, { environment }: World): string {
  if (editor === undefined) return environment.SHELL || 'sh'
  return `${editor} ${shellWord(folder)}`
}

async function tellStart(unit: Unit, start: HandWorkspace['start'], { stderr }: World) {
  const lines = [
    `${unit.id} is yours: ${startWords[start]}`,
    'Leave the shell or close the editor, and what you changed is handed back.',
  ]
  for (const each of lines) await stderr.write(`${each}\n`)
}

/** They may be meant, and they may be what was forgotten: whoever left them is told, and nobody ends them. */
async function tellLeftRunning({ path }: Workspace, { stderr }: World) {
  for (const { pid, command } of leftRunning(path))
    await stderr.write(
      `Process ${pid} goes on in the workspace: ${visibleName(command)}. If that is not meant: kill ${pid}\n`,
    )
}

const startWords = {
  kept: 'the workspace holds what its last attempt left.',
  fresh:
    'the workspace is fresh: nothing is here of its attempts that goes together with what has landed.',
  'as-left': 'the workspace is as it was left the last time.',
} as const

async function workspaceOf({ house }: Engine, unit: Unit): Promise<Workspace> {
  if (!unit.opened)
    throw new UsageError(`nobody has ${unit.id} open`, `fixpoint open ${unit.id} --print opens it`)
  refuseInside(house, unit)
  const found = await findWorkspace(house, unit)
  if (found) return found
  throw new UsageError(
    `the workspace of ${unit.id} is gone`,
    `give it up: fixpoint open ${unit.id} --drop`,
  )
}

/** Where it cannot be taken the workspace stays as it was left. */
async function handBack(
  engine: Engine,
  unit: Unit,
  workspace: Workspace,
  options: Options,
  world: World,
): Promise<Done> {
  try {
    const made = await takeHandMade(engine.house, unit, workspace)
    const words = { unit: unit.id, ...signed(options, world) }
    await say(
      engine,
      made ? { type: 'submit', tree: made.tree, ...words } : { type: 'close', ...words },
    )
    releaseWorkspace(workspace)
    return made ? { kind: 'submitted', ...made } : { kind: 'unchanged' }
  } catch (cause) {
    leaveWorkspace(workspace)
    throw cause
  }
}

/** What it changed stays for the person to look at; where that is nothing the unit is as it was. */
async function refuseEditor(
  engine: Engine,
  unit: Unit,
  workspace: Workspace,
  options: Options & { readonly editor: string; readonly code: number },
  world: World,
): Promise<never> {
  const { id } = unit
  const said = `${options.editor} ended with exit code ${options.code}`
  if (await takeHandMade(engine.house, unit, workspace)) {
    leaveWorkspace(workspace)
    return refuse('open/editor', `${said}, so what it changed in ${id} is not handed back`, {
      fix: `fixpoint open ${id} --take hands it back, fixpoint open ${id} --drop gives it up`,
    })
  }
  await say(engine, { type: 'close', unit: id, ...signed(options, world) })
  releaseWorkspace(workspace)
  return refuse('open/editor', `${said} and changed nothing, so ${id} is as it was`, {
    fix: 'see that the program is there; it gets the folder as its last argument',
  })
}

async function drop(engine: Engine, unit: Unit, options: Options, world: World): Promise<Done> {
  await say(engine, { type: 'close', unit: unit.id, ...signed(options, world) })
  const left = await findWorkspace(engine.house, unit)
  if (left) releaseWorkspace(left)
  return { kind: 'dropped' }
}

function viewOf(result: Result): View {
  const { next, ...json } = result
  const { unit } = result
  switch (result.kind) {
    case 'prepared':
      return {
        text: result.path,
        json,
        notes: [
          `${unit} is yours: ${startWords[result.start]}`,
          `Hand it back: fixpoint open ${unit} --take. Leave it as it was: fixpoint open ${unit} --drop.`,
        ],
      }
    case 'submitted':
      return {
        text: `${unit} is handed back: ${result.paths.join(', ') || 'as its base'}`,
        json,
        notes: next,
      }
    case 'unchanged':
      return { text: `Nothing was changed, so nothing of ${unit} is handed back.`, json }
    case 'dropped':
      return { text: `${unit} is as it was before it was opened.`, json }
  }
}
