// Commands that are registered by a call with their name: argparse, commander, yargs, cac. One row each, and their reading.

import type { Named } from '../model.ts'
import type { Argument, Call } from './calls.ts'

interface CommandRule {
  readonly tools: string
  readonly languages: readonly string[]
  readonly imports: RegExp
  readonly call: string
}

const rules: readonly CommandRule[] = [
  { tools: 'argparse', languages: ['python'], imports: /^argparse$/, call: 'add_parser' },
  {
    tools: 'commander, yargs, cac, sade, oclif-like builders',
    languages: ['typescript', 'tsx', 'javascript'],
    imports: /^(commander|@commander-js\/extra-typings|yargs|cac|sade)(\/|$)/,
    call: 'command',
  },
]

export function calledCommands(
  calls: readonly Call[],
  language: string,
  modules: readonly string[],
): readonly Named[] {
  const fitting = rules.filter(
    each => each.languages.includes(language) && modules.some(module => each.imports.test(module)),
  )
  return calls
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ links, line }) => {
      const link = links.at(-1)!
      if (!fitting.some(each => each.call === link.name)) return []
      return namesOf(link.args[0]).map(name => ({ name, line }))
    })
}

/** `'build <src>'`, `['serve', 's']`, `{ command: 'serve' }`; `$0` and `*` are the program itself. */
function namesOf(first: Argument | undefined): readonly string[] {
  if (first?.kind === 'list') return first.items.flatMap(namesOf)
  if (first?.kind === 'object') return namesOf(first.items.find(each => each.key === 'command'))
  const name = first?.kind === 'string' ? /^[\w:-]+/.exec(first.value)?.[0] : undefined
  return name === undefined ? [] : [name]
}
