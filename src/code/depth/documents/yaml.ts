// Keys of YAML by its events, which carry offsets. Builds no values, follows no alias.

import { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml'
import { type Entries, type Entry, lineCounter } from './entries.ts'

/** A mapping waits for a key or for the value of `key`; a list passes its own key on. */
interface Level {
  readonly isMapping: boolean
  readonly path: readonly string[]
  key: string | undefined
}

const root: Level = { isMapping: false, path: [], key: undefined }

export function yamlEntries(text: string): Entries {
  try {
    return { entries: readEvents(parseEvents(text, { maxDepth: 100 }), text), problems: [] }
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause
    const { line = 0, column = 0 } = cause.mark ?? {}
    return {
      entries: [],
      problems: [{ line: line + 1, column: column + 1, message: cause.reason }],
    }
  }
}

function readEvents(events: readonly Event[], text: string): Entry[] {
  const entries: Entry[] = []
  const levels: Level[] = []
  const lineOf = lineCounter(text)
  for (const event of events) {
    const level = levels.at(-1) ?? root
    if (event.type === EVENT_ID.POP) levels.pop()
    else if (event.type === EVENT_ID.DOCUMENT) levels.push(root)
    else if (event.type === EVENT_ID.SCALAR) {
      const value = getScalarValue(text, event)
      if (!level.isMapping) continue
      if (level.key === undefined)
        openKey(level, value, entries, lineOf(Math.max(0, event.valueStart)))
      else closeKey(level, value, entries)
    } else if (event.type === EVENT_ID.ALIAS) passValue(level)
    else levels.push(open(level, event.type === EVENT_ID.MAPPING))
  }
  return entries
}

function openKey(level: Level, key: string, entries: Entry[], line: number): void {
  level.key = key
  entries.push({ path: [...level.path, key], value: '', line })
}

function closeKey(level: Level, value: string, entries: Entry[]): void {
  const last = entries.at(-1)!
  entries[entries.length - 1] = { ...last, value }
  level.key = undefined
}

/** An alias is a value, or a key without a name. */
function passValue(level: Level): void {
  if (level.isMapping) level.key = level.key === undefined ? '*' : undefined
}

function open(outer: Level, isMapping: boolean): Level {
  const path = outer.isMapping ? [...outer.path, outer.key ?? '?'] : outer.path
  if (outer.isMapping) outer.key = outer.key === undefined ? '?' : undefined
  return { isMapping, path, key: undefined }
}
