// Every setting once: where it may come from, what it means, and what it is when nobody says. Flag beats environment beats file.

import { type Diagnostic, error, type Location } from '../base/diagnostic.ts'
import { parseDuration } from '../base/duration.ts'
import { didYouMean } from '../base/nearest.ts'
import { normalisePath } from '../base/paths.ts'
import type { ConfigFile } from '../contract/config.ts'

export interface Settings {
  readonly spec: string | undefined
  readonly state: string | undefined
  readonly lockTimeoutMs: number
  readonly agent: string | undefined
  readonly failUnder: number | undefined
  readonly failOnIncomplete: boolean
}

type Source = 'flag' | 'environment' | 'file' | 'default'

export interface SettingOrigin {
  readonly key: string
  readonly value: string
  readonly source: Source
  /** `--lock-timeout`, `FIXPOINT_LOCK_TIMEOUT` or `.fixpoint/config.yaml:4:1`. */
  readonly from: string
}

/** A reader answers undefined for text that it does not understand. */
export interface SettingRow {
  readonly name: keyof Settings
  readonly key: string
  readonly environment: string
  readonly flag: string
  readonly read: (text: string) => unknown
  readonly wanted: string
  readonly isPath?: boolean
  readonly words?: readonly string[]
  readonly otherwise: unknown
  /** A value as a person would write it, for the commented file that `init` writes. */
  readonly example: string
}

const text = (value: string) => value
const truth: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  false: false,
  '0': false,
  no: false,
}

export const settingRows: readonly SettingRow[] = [
  {
    name: 'spec',
    key: 'spec',
    environment: 'FIXPOINT_SPEC',
    flag: 'spec',
    read: text,
    wanted: 'a path inside the repository',
    isPath: true,
    otherwise: undefined,
    example: 'fixpoint.spec.yaml',
  },
  {
    name: 'state',
    key: 'state',
    environment: 'FIXPOINT_STATE',
    flag: 'state',
    read: text,
    wanted: 'a path inside the repository',
    isPath: true,
    otherwise: undefined,
    example: 'fixpoint.state.json',
  },
  {
    name: 'lockTimeoutMs',
    key: 'lock_timeout',
    environment: 'FIXPOINT_LOCK_TIMEOUT',
    flag: 'lock-timeout',
    read: parseDuration,
    wanted: 'a duration such as 30s or 2m',
    otherwise: 30_000,
    example: '30s',
  },
  {
    name: 'agent',
    key: 'agent',
    environment: 'FIXPOINT_AGENT',
    flag: 'agent',
    read: text,
    wanted: 'a name',
    otherwise: undefined,
    example: 'claude-code',
  },
  {
    name: 'failUnder',
    key: 'ci.fail_under',
    environment: 'FIXPOINT_FAIL_UNDER',
    flag: 'fail-under',
    read: readPercent,
    wanted: 'a percentage from 0 to 100',
    otherwise: undefined,
    example: '80',
  },
  {
    name: 'failOnIncomplete',
    key: 'ci.fail_on_incomplete',
    environment: 'FIXPOINT_FAIL_ON_INCOMPLETE',
    flag: 'fail-on-incomplete',
    read: value => truth[value.toLowerCase()],
    wanted: 'true or false',
    words: Object.keys(truth),
    otherwise: false,
    example: 'false',
  },
]

function readPercent(value: string): number | undefined {
  const number = Number(value.replace(/%$/, ''))
  return value.trim() !== '' && number >= 0 && number <= 100 ? number : undefined
}

export interface SettingSources {
  readonly flags: Readonly<Record<string, string | undefined>>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly file: ConfigFile
  readonly placeOf: (key: string) => Location
}

export interface Resolved {
  readonly settings: Settings
  readonly origins: readonly SettingOrigin[]
  readonly problems: readonly Diagnostic[]
}

export function resolveSettings(sources: SettingSources): Resolved {
  const found = settingRows.map(row => ({ row, ...lookUp(row, sources) }))
  const values = found.map(({ row, value }) => [row.name, value] as const)
  return {
    settings: Object.fromEntries(values) as unknown as Settings,
    origins: found.map(({ origin }) => origin),
    problems: found.flatMap(({ problem }) => problem ?? []),
  }
}

interface Found {
  readonly value: unknown
  readonly origin: SettingOrigin
  readonly problem?: Diagnostic
}

function lookUp(row: SettingRow, sources: SettingSources): Found {
  const given = candidates(row, sources).find(each => each.text !== undefined)
  if (!given) {
    const origin: SettingOrigin = {
      key: row.key,
      value: defaultText(row),
      source: 'default',
      from: '',
    }
    return { value: row.otherwise, origin }
  }
  const { source, from, at } = given
  // The file comes with a clone: it never points out of the repository. A person's flag or environment may.
  const value = source === 'file' && row.isPath ? pathInside(given.text!) : row.read(given.text!)
  const origin: SettingOrigin = { key: row.key, value: given.text!, source, from }
  if (value !== undefined) return { value, origin }
  const message = `${source === 'file' ? row.key : from} must be ${row.wanted}, not "${given.text}"`
  const fix = didYouMean(given.text!, row.words ?? [])
  return {
    value: row.otherwise,
    origin,
    problem: error(source === 'flag' ? 'config/flag' : 'config/value', message, { at, fix }),
  }
}

export const defaultText = ({ name, otherwise }: SettingRow): string =>
  otherwise === undefined ? '' : shown(name, otherwise)

const shown = (name: keyof Settings, value: unknown) =>
  name === 'lockTimeoutMs' ? `${Number(value) / 1000}s` : String(value)

function pathInside(text: string): string | undefined {
  const result = normalisePath(text)
  return 'path' in result ? result.path : undefined
}

interface Candidate {
  readonly source: Source
  readonly from: string
  readonly text: string | undefined
  readonly at?: Location
}

function candidates(
  row: SettingRow,
  { flags, environment, file, placeOf }: SettingSources,
): Candidate[] {
  const at = placeOf(row.key)
  const fromFile = row.key
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], file)
  const place = [at.file, at.line, at.column].filter(each => each !== undefined).join(':')
  return [
    { source: 'flag', from: `--${row.flag}`, text: flags[row.flag] },
    {
      source: 'environment',
      from: row.environment,
      text: environment[row.environment] || undefined,
    },
    {
      source: 'file',
      from: place,
      text: fromFile === undefined ? undefined : String(fromFile),
      at,
    },
  ]
}
