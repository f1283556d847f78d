// Help of one command: what it does, how it is typed, every option, examples.

import { globalOptions } from '../arguments.ts'
import type { Command } from '../command.ts'
import { columns, optionRows } from './columns.ts'

export function commandHelp({ name, summary, usage, options, details, examples }: Command): string {
  const own = optionRows(options)
  return [
    `fixpoint ${name}: ${summary}`,
    '',
    `Usage: ${['fixpoint', name, usage, '[options]'].filter(each => each !== '').join(' ')}`,
    ...(details.length > 0 ? ['', ...details] : []),
    ...(own.length > 0 ? ['', 'Options', ...columns(own)] : []),
    '',
    'Options of every command',
    ...columns(optionRows(globalOptions)),
    '',
    'Examples',
    ...examples.map(each => `  ${each}`),
  ].join('\n')
}
