// From argv to checked arguments. Strict: an unknown word is an error with the nearest known one.
// Terraform's one-dash long flags (`-out FILE`, `-json`) are understood for every long option.

import { parseArgs } from 'node:util'
import { didYouMean } from '../base/nearest.ts'
import type { Args, Command, OptionSpecs, Positionals } from './command.ts'
import { UsageError } from './usage.ts'

export const globalOptions: OptionSpecs = {
  json: { type: 'boolean', help: 'print one JSON document on stdout' },
  'no-color': { type: 'boolean', help: 'never colour the output' },
  color: {
    type: 'string',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    help: 'colour the output',
  },
  chdir: { type: 'string', value: 'DIR', help: 'work as if started in DIR' },
  help: { type: 'boolean', short: 'h', help: 'show help for the command' },
}

export interface SplitLine {
  /** Options that stood before the verb. */
  readonly before: readonly string[]
  readonly words: readonly string[]
}

/** Global options may stand before the verb; everything from the verb on belongs to the command. */
export function splitLine(argv: readonly string[]): SplitLine {
  let at = 0
  while (at < argv.length && argv[at]!.startsWith('-') && argv[at] !== '--') {
    const name = longName(argv[at]!)
    const spec = globalOptions[name]
    const takesValue = spec?.type === 'string' && !argv[at]!.includes('=')
    at += takesValue ? 2 : 1
  }
  return { before: argv.slice(0, at), words: argv.slice(at) }
}

const longName = (word: string) => word.replace(/^--?/, '').replace(/=.*$/s, '')

export function readArguments(
  line: readonly string[],
  {
    name,
    options,
    positionals: bounds,
    usage,
  }: Pick<Command, 'name' | 'options' | 'positionals' | 'usage'>,
): Args {
  const specs: OptionSpecs = { ...globalOptions, ...options }
  const { values, positionals } = parse(oneDash(line, specs), specs, name)
  refuseForeignChoices(values, specs)
  refuseTwoFormats(values)
  if (positionals.length < bounds.min)
    throw new UsageError(`${name} needs ${usage}`, helpHint(name))
  if (positionals.length > bounds.max)
    throw new UsageError(`${name} does not take "${positionals[bounds.max]}"`, helpHint(name))
  refuseForeignWords(positionals, bounds, name)
  return {
    positionals,
    text: option => last(values[option]),
    list: option => {
      const given = [values[option] ?? []].flat().map(each => splitList(String(each)))
      if (given.some(each => each.length === 0)) refuseEmpty(option, specs, name)
      return given.flat()
    },
    flag: option => values[option] === true,
  }
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

const last = (value: Values[string]) => {
  const one = Array.isArray(value) ? value.at(-1) : value
  return typeof one === 'string' ? one : undefined
}

/** `a, b` and repeated options mean the same. */
const splitList = (text: string) =>
  text
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '')

/** Of a variable that was never set; what is left out means something else, often everything. */
function refuseEmpty(option: string, specs: OptionSpecs, name: string): never {
  const value = specs[option]?.value
  const wanted = value === undefined ? '' : ` (${value})`
  throw new UsageError(
    `--${option} needs a value${wanted}, and an empty word is none`,
    helpHint(name),
  )
}

function oneDash(line: readonly string[], specs: OptionSpecs): string[] {
  const end = line.indexOf('--')
  return line.map((word, index) => {
    const isLate = end !== -1 && index > end
    const isLongName = /^-[a-z][a-z-]+(=|$)/.test(word) && longName(word) in specs
    return isLongName && !isLate ? `-${word}` : word
  })
}

function parse(args: string[], specs: OptionSpecs, name: string) {
  try {
    const options = Object.fromEntries(
      Object.entries(specs).map(([key, spec]) => [key, parserOption(spec)]),
    )
    const parsed = parseArgs({ args, options, allowPositionals: true, strict: true })
    return { values: parsed.values as Values, positionals: parsed.positionals }
  } catch (cause) {
    throw explain(cause as Error & { code?: string }, args, specs, name)
  }
}

const parserOption = ({ type, short, multiple }: OptionSpecs[string]) => ({
  type,
  multiple: multiple ?? false,
  ...(short !== undefined && { short }),
})

function explain(
  cause: Error & { code?: string },
  args: readonly string[],
  specs: OptionSpecs,
  name: string,
): Error {
  if (!cause.code?.startsWith('ERR_PARSE_ARGS')) return cause
  const word =
    /--[\w-]+/.exec(cause.message)?.[0] ??
    /'(-[^' ]*)/.exec(cause.message)?.[1] ??
    args.find(each => each.startsWith('-')) ??
    ''
  const known = Object.keys(specs).map(each => `--${each}`)
  if (cause.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new UsageError(
      `${name} has no option ${word}`,
      didYouMean(word, known) ?? helpHint(name),
    )
  const option =
    specs[longName(word.replace(/,$/, ''))] ??
    Object.values(specs).find(each => `-${each.short}` === word.replace(/,$/, ''))
  const wants =
    option?.type === 'string'
      ? `needs a value${option.value ? ` (${option.value})` : ''}`
      : 'takes no value'
  return new UsageError(`${word.replace(/,$/, '')} ${wants}`, helpHint(name))
}

function refuseForeignChoices(values: Values, specs: OptionSpecs): void {
  for (const [key, { choices }] of Object.entries(specs)) {
    const value = values[key]
    if (!choices || value === undefined) continue
    const foreign = [value]
      .flat()
      .map(String)
      .find(each => !choices.includes(each))
    if (foreign === undefined) continue
    const fix = didYouMean(foreign, choices) ?? `one of ${choices.join(', ')}`
    throw new UsageError(`--${key} cannot be "${foreign}"`, fix)
  }
}

function refuseTwoFormats({ json, format }: Values): void {
  if (json === true && format !== undefined && format !== 'json')
    throw new UsageError(`--json and --format ${format} ask for two formats`, 'leave one out')
}

function refuseForeignWords(
  words: readonly string[],
  { choices }: Positionals,
  name: string,
): void {
  const foreign = choices && words.find(each => !choices.includes(each))
  if (foreign === undefined) return
  const fix = didYouMean(foreign, choices!) ?? `one of ${choices!.join(', ')}`
  throw new UsageError(`${name} does not know "${foreign}"`, fix)
}

export const helpHint = (name: string) => `see ${`fixpoint ${name}`.trim()} --help`
