// One command line from argv to exit code: find the command, check its arguments, perform it, print what it answers.

import { statSync } from 'node:fs'
import { resolve as joinPath } from 'node:path'
import { hideCache } from '../base/cache-folder.ts'
import {
  type Diagnostic,
  DiagnosticError,
  renderDiagnostic,
  sortDiagnostics,
} from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { systemTrouble } from '../base/system-trouble.ts'
import { type ExitCode, exitCode } from '../contract/exit-codes.ts'
import { globalOptions, helpHint, readArguments, splitLine } from './arguments.ts'
import type { Args, Command, View } from './command.ts'
import { type Colour, paintFor, plain, readColour } from './paint.ts'
import { commandTable, groupsOf } from './table.ts'
import { UsageError } from './usage.ts'
import { guarded } from './visible.ts'
import { type Sink, UnreadError, type World } from './world.ts'

export const JSON_VERSION = '1'

export async function runCommandLine(argv: readonly string[], world: World): Promise<ExitCode> {
  const isJson = argv.some(each => each === '--json' || each === '-json')
  try {
    return await perform(argv, world)
  } catch (cause) {
    if (cause instanceof UnreadError) return exitCode.unread
    const { diagnostics, code } = explain(cause)
    await complain(diagnostics, { ...world, stderr: guarded(world.stderr, false) })
    if (isJson) await unlessUnread(world.stdout.write(`${errorDocument(diagnostics)}\n`))
    return code
  }
}

/** Answers whether all of it was read. */
const unlessUnread = (written: Promise<void>): Promise<boolean> =>
  written.then(
    () => true,
    (cause: unknown) => {
      if (cause instanceof UnreadError) return false
      throw cause
    },
  )

async function perform(argv: readonly string[], world: World): Promise<ExitCode> {
  const { before, words } = splitLine(argv)
  const early = readArguments(before, { ...nameless, options: { version: versionOption } })
  const { name, rest } = findCommand(words, early)
  const command = await commandTable[name]!.load()
  const line = [...before.filter(each => !/^(--?version|-V)$/.test(each)), ...rest]
  if (line.some(each => each === '--help' || each === '-h' || each === '-help'))
    return showHelp(name, world)
  const args = readArguments(line, command)
  const placed = inFolder(args, safely(world, readColour(args)))
  const view = await command.perform(args, placed, paintFor(readColour(args), world.stdout, world))
  hideCache(world.environment)
  return print(command, args, view, placed)
}

const versionOption = { type: 'boolean', short: 'V', help: 'print the version' } as const
const nameless = { name: '', options: globalOptions, positionals: { min: 0, max: 0 }, usage: '' }

interface Found {
  readonly name: string
  readonly rest: readonly string[]
}

function findCommand(words: readonly string[], early: Args): Found {
  const [first, second] = words
  if (early.flag('version')) return { name: 'version', rest: [] }
  if (first === undefined) return { name: early.flag('help') ? 'help' : 'status', rest: [] }
  if (groupsOf(commandTable).includes(first)) return findInGroup(first, second, words)
  if (Object.hasOwn(commandTable, first)) return { name: first, rest: words.slice(1) }
  throw new UsageError(
    `there is no command ${first}`,
    didYouMean(first, Object.keys(commandTable)) ?? helpHint(''),
  )
}

function findInGroup(group: string, verb: string | undefined, words: readonly string[]): Found {
  const verbs = Object.keys(commandTable)
    .filter(each => each.startsWith(`${group} `))
    .map(each => each.slice(group.length + 1))
  if (verb === undefined || verb.startsWith('-')) return { name: 'help', rest: [group] }
  if (verbs.includes(verb)) return { name: `${group} ${verb}`, rest: words.slice(2) }
  throw new UsageError(
    `there is no command ${group} ${verb}`,
    didYouMean(verb, verbs) ?? `one of ${verbs.join(', ')}`,
  )
}

async function showHelp(name: string, world: World): Promise<ExitCode> {
  const help = await commandTable.help!.load()
  const args = readArguments(name === 'help' ? [] : name.split(' '), help)
  const { text } = await help.perform(args, world, plain)
  await world.stdout.write(`${text}\n`)
  return exitCode.ok
}

/** Nothing that a command says steers the terminal it is said on. */
function safely(world: World, colour: Colour): World {
  const safe = (sink: Sink) => guarded(sink, paintFor(colour, sink, world) !== plain)
  return { ...world, stdout: safe(world.stdout), stderr: safe(world.stderr) }
}

function inFolder(args: Args, world: World): World {
  const folder = args.text('chdir')
  if (folder === undefined) return world
  const cwd = joinPath(world.cwd, folder)
  if (!statSync(cwd, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--chdir cannot be "${folder}"`, 'there is no such folder')
  return { ...world, cwd }
}

async function print(command: Command, args: Args, view: View, world: World): Promise<ExitCode> {
  await complain(view.warnings ?? [], world)
  const isJson = args.flag('json') && !view.isDocument
  const document = { version: JSON_VERSION, command: command.name, ...view.json }
  const text = isJson ? JSON.stringify(document, null, 2) : view.text
  const { stdout } = world
  const piped = isJson || stdout.isTTY ? undefined : view.piped
  const write = () => (piped === undefined ? stdout.write(`${text}\n`) : stdout.raw(piped))
  const isRead = text === '' || (await unlessUnread(write()))
  for (const note of view.notes ?? []) await world.stderr.write(`${note}\n`)
  // A command that answers by its exit code has answered, also where nobody reads on.
  return view.exitCode ?? (isRead ? exitCode.ok : exitCode.unread)
}

function explain(cause: unknown): { diagnostics: readonly Diagnostic[]; code: ExitCode } {
  if (cause instanceof UsageError) return { diagnostics: cause.diagnostics, code: exitCode.usage }
  if (cause instanceof DiagnosticError)
    return { diagnostics: cause.diagnostics, code: exitCode.failed }
  const trouble = systemTrouble(cause)
  if (trouble) return { diagnostics: [trouble], code: exitCode.failed }
  throw cause
}

async function complain(diagnostics: readonly Diagnostic[], { stderr }: World): Promise<void> {
  for (const each of sortDiagnostics(diagnostics)) {
    const word = each.severity === 'error' ? 'Error' : 'Warning'
    await stderr.write(`${word}: ${renderDiagnostic(each)}\n`)
  }
}

function errorDocument(diagnostics: readonly Diagnostic[]): string {
  const sorted = sortDiagnostics(diagnostics)
  // One line, so that it is also the last word of a stream of lines.
  return JSON.stringify({
    version: JSON_VERSION,
    error: sorted[0]?.message ?? 'failed',
    diagnostics: sorted,
  })
}
