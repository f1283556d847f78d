// What a shell can complete, read from the table of commands: every command with its options and the words that may follow it.

import { globalOptions } from '../arguments.ts'
import type { OptionSpec, OptionSpecs } from '../command.ts'
import type { NamedCommand } from '../help/overview.ts'
import { topics } from '../help/topics.ts'
import { kindsIn, type NameKind } from './names.ts'

export interface Entry {
  /** `plan`, `state list`. */
  readonly path: string
  readonly summary: string
  readonly options: readonly OptionEntry[]
  /** The only words that may follow; names of the project or files when empty. */
  readonly words: readonly string[]
  /** Names of the project that may follow. */
  readonly names: readonly NameKind[]
}

export interface OptionEntry {
  readonly name: string
  readonly short: string | undefined
  readonly help: string
  readonly value: Value
}

/** What follows an option: nothing, a file, a folder, one of some words, or something that no shell can know. */
export type Value =
  | { readonly kind: 'none' | 'file' | 'folder' | 'free' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'names'; readonly names: readonly NameKind[] }

export interface Group {
  readonly word: string
  readonly verbs: readonly Entry[]
}

export const sharedOptions: readonly OptionEntry[] = optionEntries(globalOptions)

export function readEntries(commands: readonly NamedCommand[]): Entry[] {
  return commands.map(({ name, command: { summary, options, positionals, usage } }) => ({
    path: name,
    summary,
    options: [...optionEntries(options), ...sharedOptions],
    words: name === 'help' ? helpWords(commands) : (positionals.choices ?? []),
    names: kindsIn(usage),
  }))
}

const helpWords = (commands: readonly NamedCommand[]) => [
  ...new Set(commands.map(({ name }) => name.split(' ')[0]!)),
  ...topics.map(({ name }) => name),
]

/** `state` and its verbs. */
export function groupsIn(entries: readonly Entry[]): Group[] {
  const verbs = entries.filter(({ path }) => path.includes(' '))
  return [...Map.groupBy(verbs, ({ path }) => path.split(' ')[0]!)].map(([word, found]) => ({
    word,
    verbs: found,
  }))
}

export const verbOf = ({ path }: Entry) => path.slice(path.indexOf(' ') + 1)

function optionEntries(options: OptionSpecs): OptionEntry[] {
  return Object.entries(options).map(([name, spec]) => ({
    name,
    short: spec.short,
    help: spec.help,
    value: valueKind(spec),
  }))
}

function valueKind({ type, value, choices }: OptionSpec): Value {
  if (type === 'boolean') return { kind: 'none' }
  if (choices) return { kind: 'words', words: choices }
  const names = kindsIn(value ?? '')
  if (names.length > 0) return { kind: 'names', names }
  if (value === 'FILE') return { kind: 'file' }
  return { kind: value === 'DIR' ? 'folder' : 'free' }
}
