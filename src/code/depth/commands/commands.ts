// Commands that are registered by a call with their name: argparse, commander, yargs, cac, rake. One row each, and their reading.

import type { Command } from '../../model.ts'
import type { Argument, Call, Link } from '../calls/calls.ts'
import { isHollowText } from '../hollow.ts'

interface CommandRule {
  readonly tools: string
  readonly languages: readonly string[]
  /** Some import of the file must match, */
  readonly imports?: RegExp
  /** or its path. */
  readonly files?: RegExp
  readonly call: string
  /** What it is called on, where the file imports nothing of the tool because a caller hands that in. */
  readonly given?: RegExp
  /** The call in the same chain that takes the handler; else it is the last argument. */
  readonly action?: string
  /** Calls whose first argument stands in front of the names in their block. */
  readonly group?: string
  /** It is a decorator that is called with the handler: `app.command("sync")(sync_all)`. */
  readonly isApplied?: true
}

const rules: readonly CommandRule[] = [
  { tools: 'argparse', languages: ['python'], imports: /^argparse$/, call: 'add_parser' },
  {
    tools: 'argparse, handed to a function',
    languages: ['python'],
    call: 'add_parser',
    given: /^_?(sub_?)?(parsers?|commands)$|^_?subs?$|sub_?parsers?(_action)?$/i,
  },
  {
    tools: 'typer and click, applied',
    languages: ['python'],
    imports: /^(click|typer|rich_click|\.)/,
    call: 'command',
    isApplied: true,
  },
  {
    tools: 'commander, yargs, cac, sade, oclif-like builders',
    languages: ['typescript', 'tsx', 'javascript'],
    imports: /^(commander|@commander-js\/extra-typings|yargs|cac|sade)(\/|$)/,
    call: 'command',
    action: 'action',
  },
  {
    tools: 'commander and yargs, handed to a function',
    languages: ['typescript', 'tsx', 'javascript'],
    call: 'command',
    given: /^(program|cli|yargs|prog|commander)$|(Program|Cli|Commands?|Yargs)$/,
    action: 'action',
  },
  {
    tools: 'commander, built',
    languages: ['typescript', 'tsx', 'javascript'],
    imports: /^(commander|@commander-js\/extra-typings)$/,
    call: 'new Command',
    action: 'action',
  },
  ...['task', 'multitask'].map(call => ({
    tools: 'rake',
    languages: ['ruby'],
    files: /(^|\/)Rakefile$|\.rake$/,
    call,
    group: 'namespace',
  })),
]

export interface CommandFile {
  readonly path: string
  readonly language: string
  readonly source: string
  readonly modules: readonly string[]
  /** The declaration at the top of the file around a line, where a program does not start with it. */
  readonly ownerAt: (line: number) => readonly string[]
  /** The same, where what it gives is kept by nobody. */
  readonly runnerAt: (line: number) => readonly string[]
}

export function calledCommands(calls: readonly Call[], file: CommandFile): readonly Command[] {
  const fitting = rules.filter(each => applies(each, file))
  const isGiven = givenIn(calls)
  return calls
    .toSorted((a, b) => a.at - b.at)
    .flatMap(call => {
      const link = call.links.at(-1)!
      const rule = fitting.find(each => each.call === link.name && isGiven(call.root, each))
      if (!rule) return []
      if (rule.isApplied) return appliedCommand(call, calls)
      const handler = handlerOf(call, rule, calls, file)
      const group = groupOf(call, rule, calls)
      return namesIn(link.args[0], rule).map(name => ({
        name: group + name,
        line: call.line,
        ...handler,
        carriers:
          link.name.startsWith('new ') && call.assigned !== ''
            ? [...new Set([call.assigned, ...file.ownerAt(call.line)])]
            : link.name.startsWith('new ')
              ? file.ownerAt(call.line)
              : file.runnerAt(call.line),
      }))
    })
}

/** What a command is added to: that itself, or a command of it that has a name. */
function givenIn(calls: readonly Call[]): (root: string, rule: CommandRule) => boolean {
  const makerOf = new Map(
    calls.filter(each => each.assigned !== '').map(each => [each.assigned, each]),
  )
  return function isGiven(root, rule) {
    if (rule.given?.test(root) !== false) return true
    const maker = makerOf.get(root)
    return maker?.links[0]?.name === rule.call && rule.given.test(maker.root)
  }
}

/** Without a name of its own it is called like the function. */
function appliedCommand(call: Call, calls: readonly Call[]): readonly Command[] {
  const around = calls.find(
    each => each.start === call.start && each.end > call.end && each.links.length === 1,
  )
  const [given, ...more] = around?.links.at(-1)?.args ?? []
  if (call.isAnnotation || more.length > 0 || given?.kind !== 'other') return []
  if (!/^[\w.]+$/.test(given.value)) return []
  const told = call.links
    .at(-1)!
    .args.find((each, at) => each.key === 'name' || (at === 0 && each.key === ''))
  const own = given.value.split('.').at(-1)!.replaceAll('_', '-')
  const names = told ? namesOf(told) : [own]
  return names.map(name => ({ name, line: call.line, handler: given.value, isStub: false }))
}

function applies({ languages, imports, files, given }: CommandRule, file: CommandFile): boolean {
  const isNamed = files?.test(file.path) === true
  const isImported = imports !== undefined && file.modules.some(each => imports.test(each))
  return languages.includes(file.language) && (isNamed || isImported || given !== undefined)
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
  if (action === undefined) return group === undefined ? defaultOf(call, calls) : own.args.at(-1)
  if (own.args[0]?.kind === 'object') return handlerIn(own.args[0].items)
  const [longest] = calls
    .filter(each => each.start === call.start)
    .toSorted((a, b) => b.links.length - a.links.length)
  const later: readonly Link[] = longest?.links.slice(call.links.length) ?? []
  const next = later.findIndex(each => each.name === word)
  const chained = (next < 0 ? later : later.slice(0, next)).find(each => each.name === action)
  return chained?.args[0] ?? own.args.slice(2).findLast(isHandler)
}

/** A builder may stand before it; options are objects. */
const isHandler = ({ kind, value }: Argument, index: number) =>
  kind === 'function' || (index > 0 && kind === 'other' && /^[\w$.]+$/.test(value))

/** `{ command: 'serve', handler: serve }`, or the handler as a method. */
function handlerIn(entries: readonly Argument[]): Argument | undefined {
  const method = entries.find(each => /^(async\s+)?handler\s*\(/.test(each.value))
  return entries.find(each => each.key === 'handler') ?? (method && { ...method, kind: 'function' })
}

/** `serve = sub.add_parser('serve')`, `serve.set_defaults(func=run)`, in one chain or in two statements. */
function defaultOf(call: Call, calls: readonly Call[]): Argument | undefined {
  const own = calls
    .filter(each => each.links.at(-1)!.name === 'set_defaults' && each.at > call.at)
    .filter(
      each => each.start === call.start || (call.assigned !== '' && each.root === call.assigned),
    )
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 1)
  return own
    .flatMap(each => each.links.at(-1)!.args)
    .find(each => each.kind === 'other' && /^[a-z_][\w.]*$/.test(each.value))
}
