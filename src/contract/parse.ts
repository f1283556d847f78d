// From outside data to a typed value: every problem with its place and the nearest valid name, never just the first.

import type * as z from 'zod/v4/core'
import { type Diagnostic, error, type Location, warning } from '../base/diagnostic.ts'
import { didYouMean, nearest } from '../base/nearest.ts'

export type Locate = (path: readonly PropertyKey[], of?: 'key' | 'value') => Location

export interface ParseOptions {
  /** First part of the codes: `spec/unknown-key`. */
  readonly area: string
  readonly locate: Locate
  /** A key that resembles no valid key is tolerated with a warning, and left out of the value. */
  readonly toleratesForeignKeys?: boolean
  /** What is wrong is left out of the value, so that a later reader can tell of the rest too. The caller refuses by the problems. */
  readonly goesOn?: boolean
}

export interface Parsed<T> {
  readonly value: T | undefined
  readonly problems: readonly Diagnostic[]
}

export function parseWith<S extends z.$ZodType>(
  schema: S,
  data: unknown,
  options: ParseOptions,
): Parsed<z.output<S>> {
  const result = safeParse(schema, data)
  if (result.success) return { value: result.data, problems: [] }
  const problems = result.error.issues.flatMap(issue => describe(issue, schema, data, options))
  if (!canGoOn(result.error.issues, problems, options)) return { value: undefined, problems }
  for (const issue of result.error.issues) forget(data, issue, options)
  const again = parseWith(schema, data, options)
  return { value: again.value, problems: [...problems, ...again.problems] }
}

/** A misspelt key inside of something hides nothing else; at the top a whole section may be what is missing. */
const canGoOn = (
  issues: readonly z.$ZodIssue[],
  problems: readonly Diagnostic[],
  { toleratesForeignKeys, goesOn }: ParseOptions,
) =>
  problems.every(each => each.severity === 'warning') ||
  (goesOn === true && issues.every(isInside)) ||
  (toleratesForeignKeys === true &&
    issues.every(each => each.code === 'unrecognized_keys' && each.path.length > 0))

/** Not the whole document is what is wrong. */
const isInside = ({ code, path }: z.$ZodIssue) => code === 'unrecognized_keys' || path.length > 0

function safeParse<S extends z.$ZodType>(schema: S, data: unknown) {
  return (schema as unknown as { safeParse(data: unknown): SafeResult<z.output<S>> }).safeParse(
    data,
  )
}

type SafeResult<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: z.$ZodIssue[] } }

function describe(
  issue: z.$ZodIssue,
  schema: z.$ZodType,
  data: unknown,
  options: ParseOptions,
): Diagnostic[] {
  const { area, locate, toleratesForeignKeys } = options
  const where = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const valid = keysAt(schema, issue.path)
    return issue.keys.map(key => {
      const at = locate([...issue.path, key], 'key')
      const fix = didYouMean(key, valid)
      const message = `unknown key ${key}${where && ` in ${where}`}`
      if (toleratesForeignKeys && nearest(key, valid) === undefined)
        return warning(`${area}/unknown-key`, `${message}, ignored`, { at })
      return error(`${area}/unknown-key`, message, { at, fix: fix ?? `valid: ${valid.join(', ')}` })
    })
  }
  const within = issuesWithin(issue)
  if (within.length > 0) return within.flatMap(each => describe(each, schema, data, options))
  const found = dataAt(data, issue.path)
  const at = locate(issue.path)
  const wanted = expectation(issue)
  const subject = where || 'the document'
  if (issue.code === 'invalid_key')
    return [error(`${area}/key`, `${subject} is not a valid key`, { at })]
  return [
    error(`${area}/type`, `${subject} must be ${wanted.text}, not ${shown(found)}`, {
      at,
      fix: typeof found === 'string' ? didYouMean(found, wanted.words) : quoted(found, wanted.text),
    }),
  ]
}

/** One of several forms fits as a whole, and something in it is wrong: that is what there is to tell. */
function issuesWithin(issue: z.$ZodIssue): readonly z.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return []
  const fitting = issue.errors.find(
    errors => errors.length > 0 && errors.every(each => each.path.length > 0),
  )
  return (fitting ?? []).map(each => ({ ...each, path: [...issue.path, ...each.path] }))
}

const quoted = (found: unknown, wanted: string) =>
  wanted === 'text' && /^(number|boolean)$/.test(typeof found)
    ? `write it in quotes: "${String(found)}"`
    : undefined

interface Expectation {
  readonly text: string
  readonly words: readonly string[]
}

const none: readonly string[] = []

function expectation(issue: z.$ZodIssue): Expectation {
  switch (issue.code) {
    case 'invalid_type':
      return { text: nounOf(issue.expected), words: none }
    case 'invalid_value': {
      const words = issue.values.map(String)
      return { text: words.length === 1 ? words[0]! : `one of ${words.join(', ')}`, words }
    }
    case 'invalid_union': {
      const parts = issue.errors.map(errors =>
        expectation(errors.find(each => each.path.length === 0) ?? errors[0]!),
      )
      return {
        text: [...new Set(parts.map(each => each.text))].join(' or '),
        words: parts.flatMap(each => each.words),
      }
    }
    case 'too_small':
      return {
        text: issue.origin === 'string' ? 'text that is not empty' : `at least ${issue.minimum}`,
        words: none,
      }
    case 'too_big':
      return { text: `at most ${issue.maximum}`, words: none }
    case 'invalid_format':
      return { text: saidBySchema(issue) ?? `like ${issue.pattern ?? issue.format}`, words: none }
    default:
      return { text: issue.message ?? 'something else', words: none }
  }
}

/** A schema may say in words what it wants; without words the library says only that the input is invalid. */
const saidBySchema = ({ message }: z.$ZodIssue) =>
  message === undefined || message.startsWith('Invalid') ? undefined : message

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'empty',
}

const nounOf = (kind: string) => nouns[kind] ?? kind

function shown(value: unknown): string {
  if (value === undefined) return 'absent'
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  return typeof value === 'string'
    ? value === ''
      ? 'empty text'
      : `"${clip(value)}"`
    : String(value)
}

const clip = (value: string) => (value.length > 40 ? `${value.slice(0, 40)}…` : value)

function dataAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object'
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    data,
  )
}

/** The valid keys of the object that a schema describes at a path. */
function keysAt(schema: z.$ZodType, path: readonly PropertyKey[]): string[] {
  let current: z.$ZodType | undefined = unwrap(schema)
  for (const step of path) {
    const def = current?._zod.def as unknown as Record<string, unknown> | undefined
    const shape = def?.shape as Record<PropertyKey, z.$ZodType> | undefined
    current = unwrap((shape?.[step] ?? def?.valueType ?? def?.element) as z.$ZodType | undefined)
  }
  const shape = (current?._zod.def as unknown as { shape?: object } | undefined)?.shape
  return Object.keys(shape ?? {})
}

function unwrap(schema: z.$ZodType | undefined): z.$ZodType | undefined {
  const def = schema?._zod.def as unknown as
    | {
        innerType?: z.$ZodType
        options?: z.$ZodType[]
        shape?: object
        getter?: () => z.$ZodType
      }
    | undefined
  if (def?.innerType) return unwrap(def.innerType)
  if (def?.getter) return unwrap(def.getter())
  return def?.options
    ? (def.options.map(unwrap).find(each => each && 'shape' in each._zod.def) ?? schema)
    : schema
}

function forget(data: unknown, issue: z.$ZodIssue, { goesOn }: ParseOptions): void {
  if (issue.code !== 'unrecognized_keys') {
    if (goesOn) delete (data as Record<PropertyKey, unknown>)[issue.path[0]!]
    return
  }
  // Another issue may have taken the holder away already.
  const holder = dataAt(data, issue.path) as Record<string, unknown> | undefined
  for (const key of issue.keys) delete holder?.[key]
}

export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
}
