// Commands that are registered by a call with their name: argparse, commander, yargs, cac, rake. One row each, and their reading.

import type { Command } from '../model.ts'
import type { Argument, Call, Link } from './calls.ts'
import { isHollowText } from './hollow.ts'

interface CommandRule {
  readonly tools: string
  readonly languages: readonly string[]
  /** Some import of the file must match, */
  readonly imports?: RegExp
  /** or its path. */
  readonly files?: RegExp
  readonly call: string
  /** The call in the same chain that takes the handler; else it is the last argument. */
  readonly action?: string
  /** Calls whose first argument stands in front of the names in their block. */
  readonly group?: string
}

const rules: readonly CommandRule[] = [
  { tools: 'argparse', languages: ['python'], imports: /^argparse$/, call: 'add_parser' },
  {
    tools: 'commander, yargs, cac, sade, oclif-like builders',
    languages: ['typescript', 'tsx', 'javascript'],
    imports: /^(commander|@commander-js\/extra-typings|yargs|cac|sade)(\/|$)/,
    call: 'command',
    action: 'action',
  },
  {
    tools: 'rake',
    languages: ['ruby'],
    files: /(^|\/)Rakefile$|\.rake$/,
    call: 'task',
    group: 'namespace',
  },
]

export interface CommandFile {
  readonly path: string
  readonly language: string
  readonly source: string
  readonly modules: readonly string[]
}

export function calledCommands(calls: readonly Call[], file: CommandFile): readonly Command[] {
  const fitting = rules.filter(each => applies(each, file))
  return calls
    .toSorted((a, b) => a.at - b.at)
    .flatMap(call => {
      const link = call.links.at(-1)!
      const rule = fitting.find(each => each.call === link.name)
      if (!rule) return []
      const handler = handlerOf(call, rule, calls, file)
      const group = groupOf(call, rule, calls)
      return namesIn(link.args[0], rule).map(name => ({
        name: group + name,
        line: call.line,
        ...handler,
      }))
    })
}

function applies({ languages, imports, files }: CommandRule, file: CommandFile): boolean {
  const isNamed = files?.test(file.path) === true
  const isImported = imports !== undefined && file.modules.some(each => imports.test(each))
  return languages.includes(file.language) && (isNamed || isImported)
}

/** Where names are grouped, `remind: :environment` has the name in front. */
function namesIn(first: Argument | undefined, { group }: CommandRule): readonly string[] {
  return group !== undefined && first && first.key !== '' ? [first.key] : namesOf(first)
}

/** `'build <src>'`, `['serve', 's']`, `{ command: 'serve' }`; `$0` and `*` are the program itself. */
function namesOf(first: Argument | undefined): readonly string[] {
  if (first?.kind === 'list') return first.items.flatMap(namesOf)
  if (first?.kind === 'object') return namesOf(first.items.find(each => each.key === 'command'))
  const name = first?.kind === 'string' ? /^[\w:-]+/.exec(first.value)?.[0] : undefined
  return name === undefined ? [] : [name]
}

function groupOf(call: Call, { group }: CommandRule, calls: readonly Call[]): string {
  const around = calls.filter(
    ({ links, start, end }) =>
      group !== undefined && links.at(-1)!.name === group && start < call.start && call.end <= end,
  )
  return around
    .flatMap(each => namesOf(each.links.at(-1)!.args[0]))
    .map(each => `${each}:`)
    .join('')
}

function handlerOf(
  call: Call,
  rule: CommandRule,
  calls: readonly Call[],
  { source, language }: CommandFile,
): Pick<Command, 'handler' | 'isStub'> {
  const last = actionOf(call, rule, calls)
  if (last?.kind === 'function') {
    const text = source.slice(last.start, last.end)
    return { handler: '', isStub: isHollowText(text, language) }
  }
  return { handler: last?.kind === 'other' ? last.value : '', isStub: false }
}

/** Of a chain that goes on to another command, the part up to that. */
function actionOf(
  call: Call,
  { action, call: word, group }: CommandRule,
  calls: readonly Call[],
): Argument | undefined {
  const own = call.links.at(-1)!
  if (action === undefined) return group === undefined ? undefined : own.args.at(-1)
  const [longest] = calls
    .filter(each => each.start === call.start)
    .toSorted((a, b) => b.links.length - a.links.length)
  const later: readonly Link[] = longest?.links.slice(call.links.length) ?? []
  const next = later.findIndex(each => each.name === word)
  const chained = (next < 0 ? later : later.slice(0, next)).find(each => each.name === action)
  return chained?.args[0] ?? own.args.slice(2).findLast(each => each.kind === 'function')
}
