// A state file from text to value and back. A text that is not a state is refused with its line, and never repaired.

import { DiagnosticError, error, type Location } from '../base/diagnostic.ts'
import { placeInJson } from '../base/json-place.ts'
import { sortedBy } from '../base/order.ts'
import { parseWith } from '../contract/parse.ts'
import { type StateEntry, type StateFile, stateSchema } from '../contract/state.ts'

export type State = StateFile

export const addressOf = (entry: StateEntry) => `${entry.type}.${entry.name}`

export function emptyState(lineage: string): State {
  return { version: '1', serial: 0, lineage, resources: [] }
}

export function readState(text: string, file: string): State {
  const data = parseJson(text.replace(/^\uFEFF/, ''), file)
  const { value, problems } = parseWith(stateSchema, data, {
    area: 'state',
    locate: path => ({ file, ...placeInJson(text, path) }),
  })
  if (!value) throw new DiagnosticError(problems)
  refuseTwins(value, text, file)
  return value
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = (cause as Error).message.replace(
      /,? (\.\.\.)?".*$|( in JSON)? at position .*$/s,
      '',
    )
    const at = { file, ...placeOf(faultIn(text), text) }
    const fix = 'restore it from version control or a backup; nothing was written'
    throw new DiagnosticError(
      [error('state/corrupt', `not a state file: ${reason}`, { at, fix })],
      { cause },
    )
  }
}

/** V8 names the place of some faults only; the shortest prefix that is wrong, and not just cut off, ends at the fault. */
function faultIn(text: string): number {
  let [low, high] = [0, text.length + 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (isWrong(text.slice(0, middle))) high = middle
    else low = middle
  }
  return high - 1
}

function isWrong(prefix: string): boolean {
  try {
    JSON.parse(prefix)
    return false
  } catch (cause) {
    const { message } = cause as Error
    const position = /at position (\d+)/.exec(message)?.[1]
    if (position !== undefined) return Number(position) < prefix.length
    return !/^(Unexpected end|Unterminated string)/.test(message)
  }
}

function placeOf(offset: number, text: string): Omit<Location, 'file'> {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

function refuseTwins(state: State, text: string, file: string): void {
  const seen = new Set<string>()
  for (const [index, entry] of state.resources.entries()) {
    const address = addressOf(entry)
    if (seen.has(address)) {
      const at = { file, ...placeInJson(text, ['resources', index]) }
      throw new DiagnosticError([
        error('state/duplicate', `${address} stands twice in the state`, { at }),
      ])
    }
    seen.add(address)
  }
}

/** The same bytes for the same state: entries by address, keys in a fixed order, a newline at the end. */
export function renderState(state: State): string {
  const { version, serial, lineage, last_updated, resources, ...rest } = state
  const ordered = {
    version,
    serial,
    lineage,
    last_updated,
    ...rest,
    resources: sortedBy(resources, addressOf).map(inOrder),
  }
  return `${JSON.stringify(ordered, null, 2)}\n`
}

/** As entries are validated, so that one that was just made and one that was read are written alike. */
const keys = [
  ...['type', 'name', 'status', 'locked', 'source', 'reason', 'agent', 'attributes', 'depends_on'],
  ...['files', 'tests', 'created_at', 'updated_at', 'symbols', 'level', 'evidence', 'stale'],
  ...['spec_digest', 'mark_digest', 'history'],
]
const noValues = Object.fromEntries(keys.map(key => [key, undefined]))

/** What has no value is not written. */
const inOrder = (entry: StateEntry): StateEntry => ({ ...noValues, ...entry })
