// Keys of JSON, with the comments and trailing commas that configuration files allow themselves. Iterative: any nesting is read.

import type { SyntaxProblem } from '../../model.ts'
import { deepestKey, type Entries, type Entry, lineCounter } from './entries.ts'

const token =
  /"(?:[^"\\\n]|\\.)*"|[{}[\]:,]|\/\/[^\n]*|\/\*.*?\*\/|-?\d[\d.eE+-]*|true|false|null|[^\s]/gs

interface Level {
  readonly close: '}' | ']'
  readonly path: readonly string[]
  key: string | undefined
}

export function jsonEntries(text: string): Entries {
  const entries: Entry[] = []
  const levels: Level[] = []
  const lineOf = lineCounter(text)
  const at = (offset: number, message: string): Entries => ({
    entries,
    problems: [placed(text, offset, message)],
  })
  let previous = ''
  for (const { 0: part, index } of text.matchAll(token)) {
    if (part.startsWith('//') || part.startsWith('/*')) continue
    const level = levels.at(-1)
    if (part === '{' || part === '[') levels.push(open(level, part))
    else if (part === '}' || part === ']') {
      if (levels.pop()?.close !== part) return at(index, `unexpected ${part}`)
    } else if (part === ':') {
      if (!previous.startsWith('"') || level?.close !== '}') return at(index, 'unexpected :')
    } else if (part !== ',') {
      const isWord = part.startsWith('"') || /^(-?\d|true$|false$|null$)/.test(part)
      if (!isWord || /^["\w]/.test(previous)) return at(index, `unexpected ${part.slice(0, 20)}`)
      scalar(level, part, previous, entries, lineOf(index))
    }
    previous = part
  }
  if (levels.length > 0 || previous === '') return at(text.length, 'unexpected end of file')
  return { entries, problems: [] }
}

function open(outer: Level | undefined, part: string): Level {
  const path = outer === undefined ? [] : pathBelow(outer)
  if (outer?.close === '}') outer.key = undefined
  return { close: part === '{' ? '}' : ']', path, key: undefined }
}

function pathBelow({ path, key }: Level): readonly string[] {
  return key === undefined || path.length === deepestKey ? path : [...path, key]
}

/** A key, or the value of the key before it. */
function scalar(
  level: Level | undefined,
  part: string,
  previous: string,
  entries: Entry[],
  line: number,
): void {
  if (level?.close !== '}') return
  const isDeep = level.path.length === deepestKey
  const value = part.startsWith('"') ? unquote(part) : part
  const isKey = previous !== ':'
  if (isKey && !isDeep) entries.push({ path: [...level.path, value], value: '', line })
  if (!isKey && !isDeep) entries[entries.length - 1] = { ...entries.at(-1)!, value }
  level.key = isKey ? value : undefined
}

function unquote(literal: string): string {
  try {
    return JSON.parse(literal) as string
  } catch {
    return literal.slice(1, -1) // A wrong escape: what is written is the best name for it.
  }
}

function placed(text: string, offset: number, message: string): SyntaxProblem {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1, message }
}
