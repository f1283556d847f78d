// Keys of YAML by its events, which carry offsets. Builds no values; an alias has the keys of what it names, once.

import { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml'
import { deepestKey, type Entries, type Entry, lineCounter } from './entries.ts'

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
  const anchors = new Map<string, Anchor>()
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
    } else if (event.type === EVENT_ID.ALIAS) {
      const anchor = anchors.get(text.slice(event.anchorStart, event.anchorEnd))
      if (anchor && level.key !== undefined) entries.push(...namedBy(anchor, level, entries))
      passValue(level)
    } else {
      const inner = open(level, event.type === EVENT_ID.MAPPING)
      if (level.isMapping && event.type === EVENT_ID.MAPPING && event.anchorStart >= 0)
        anchors.set(text.slice(event.anchorStart, event.anchorEnd), {
          path: inner.path,
          from: entries.length,
        })
      levels.push(inner)
    }
  }
  return entries
}

/** A mapping with a name: its path, and where its entries begin. */
interface Anchor {
  readonly path: readonly string[]
  readonly from: number
}

/** What is merged belongs to the mapping itself, any other alias to its key. Hostile files name one another: an end to that. */
const mostNamed = 2000

function namedBy(
  { path, from }: Anchor,
  level: Level,
  entries: readonly Entry[],
): readonly Entry[] {
  const above = level.key === '<<' ? level.path : [...level.path, level.key!]
  const { line } = entries.at(-1)!
  if (entries.length > mostNamed) return []
  return entries
    .slice(from)
    .filter(
      each => each.path.length > path.length && path.every((part, at) => each.path[at] === part),
    )
    .filter(each => each.path.length - path.length + above.length <= deepestKey)
    .map(each => ({ ...each, path: [...above, ...each.path.slice(path.length)], line }))
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
