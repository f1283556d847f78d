// The table of commands. Each is loaded only when it is called, so that starting costs what the command needs and no more.

import type { Command } from './command.ts'

type Load = () => Promise<Command>

export interface CommandRow {
  readonly group: 'see' | 'decide' | 'state' | 'set up'
  readonly load: Load
}

export const commandTable: Readonly<Record<string, CommandRow>> = {
  plan: { group: 'see', load: async () => (await import('./commands/plan.ts')).plan },
  init: { group: 'set up', load: async () => (await import('./commands/init.ts')).init },
  doctor: { group: 'set up', load: async () => (await import('./commands/doctor.ts')).doctor },
  'config show': {
    group: 'set up',
    load: async () => (await import('./commands/config.ts')).configShow,
  },
  schema: { group: 'set up', load: async () => (await import('./commands/schema.ts')).schema },
  completion: {
    group: 'set up',
    load: async () => (await import('./commands/completion.ts')).completion,
  },
  version: { group: 'set up', load: async () => (await import('./commands/version.ts')).version },
  help: { group: 'set up', load: async () => (await import('./commands/help.ts')).help },
}

/** Verbs that only lead to others: `state`, `config`. */
export function groupsOf(table: Readonly<Record<string, CommandRow>>): readonly string[] {
  return [
    ...new Set(
      Object.keys(table)
        .filter(each => each.includes(' '))
        .map(each => each.split(' ')[0]!),
    ),
  ]
}
