// The first screen of help: every command in its group with one line each, the options that all share, and the topics.

import { globalOptions } from '../arguments.ts'
import type { Command } from '../command.ts'
import { type CommandRow, commandTable } from '../table.ts'
import { columns, optionRows } from './columns.ts'
import { topics } from './topics.ts'

export type Group = CommandRow['group']

export const groupTitles: Readonly<Record<Group, string>> = {
  see: 'See what is missing',
  run: 'Run units of work',
  decide: 'Decide about resources',
  state: 'Look after the state',
  'set up': 'Set up',
}

export interface NamedCommand {
  readonly name: string
  readonly group: Group
  readonly command: Command
}

/** Loads commands; help and completion are the only ones that want all of them. */
export async function loadCommands(wanted: (name: string) => boolean): Promise<NamedCommand[]> {
  const rows = Object.entries(commandTable).filter(([name]) => wanted(name))
  return Promise.all(
    rows.map(async ([name, { group, load }]) => ({ name, group, command: await load() })),
  )
}

export function overviewText(commands: readonly NamedCommand[]): string {
  return [
    'fixpoint: declare what a codebase must contain, see what it contains, land only what evidence proves.',
    '',
    'Usage: fixpoint [options] COMMAND [options]',
    ...Object.entries(groupTitles).flatMap(([group, title]) =>
      section(
        title,
        commands.filter(each => each.group === group),
      ),
    ),
    '',
    'Options of every command',
    ...columns(optionRows(globalOptions)),
    '',
    'Topics',
    ...columns(topics.map(({ name, summary }) => [`help ${name}`, summary])),
    '',
    'More about one of them: fixpoint help COMMAND or TOPIC',
  ].join('\n')
}

/** `fixpoint help state`: the verbs of one group word. */
export function verbsText(word: string, commands: readonly NamedCommand[]): string {
  return [`Usage: fixpoint ${word} VERB [options]`, ...section('Verbs', commands)].join('\n')
}

const section = (title: string, commands: readonly NamedCommand[]) =>
  commands.length === 0
    ? []
    : ['', title, ...columns(commands.map(({ name, command }) => [name, command.summary]))]
