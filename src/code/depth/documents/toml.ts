// Keys of TOML: smol-toml says whether it parses, lines say where keys stand.

import { parse, TomlError } from 'smol-toml'
import type { SyntaxProblem } from '../../model.ts'
import type { Entries, Entry } from './entries.ts'

const header = /^\s*\[\[?([^\]]+)\]\]?\s*(?:#.*)?$/
const pair = /^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*(.*)$/

export function tomlEntries(text: string): Entries {
  return { entries: readLines(text), problems: problemsOf(text) }
}

function problemsOf(text: string): SyntaxProblem[] {
  try {
    parse(text)
    return []
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    const message = cause.message.replace('Invalid TOML document: ', '').split('\n', 1)[0]!
    return [{ line: cause.line, column: cause.column, message }]
  }
}

function readLines(text: string): Entry[] {
  const entries: Entry[] = []
  let table: readonly string[] = []
  let until: string | undefined
  text.split('\n').forEach((each, index) => {
    if (until !== undefined) {
      if (each.includes(until)) until = undefined
      return
    }
    const name = header.exec(each)?.[1]?.trim()
    const [, key, value] = pair.exec(each) ?? []
    if (name !== undefined) table = parts(name)
    if (name === undefined && key === undefined) return
    const path = name === undefined ? [...table, ...parts(key!)] : table
    entries.push({ path, value: plain(value ?? ''), line: index + 1 })
    if (value?.startsWith('{')) entries.push(...inlineEntries(value, path, index + 1))
    until = openString(value ?? '')
  })
  return entries
}

/** `serde = { version = "1" }`, on one line. */
function inlineEntries(value: string, path: readonly string[], line: number): readonly Entry[] {
  const open = (table: unknown, above: readonly string[]): readonly Entry[] =>
    table === null || typeof table !== 'object' || Array.isArray(table)
      ? []
      : Object.entries(table).flatMap(([key, each]) => {
          const own = [...above, key]
          const shown = typeof each === 'object' ? '' : String(each)
          return [{ path: own, value: shown, line }, ...open(each, own)]
        })
  try {
    return open(parse(`x = ${value}`).x, path)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    return [] // It goes on in the next line, or is told as a problem of the file.
  }
}

function parts(key: string): string[] {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|[\w-]+/g)].map(each => each[1] ?? each[2] ?? each[0])
}

/** The quotes of a string that goes on in the next line. */
function openString(value: string): string | undefined {
  const quotes = /^("""|''')/.exec(value)?.[1]
  return quotes !== undefined && !value.slice(3).includes(quotes) ? quotes : undefined
}

const plain = (value: string) =>
  value
    .replace(/\s+#.*$/, '')
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim()
