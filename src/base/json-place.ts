// Where a value stands in a JSON text. Only a fault asks, so it is one plain walk from the start, over text that is known to parse.

export interface JsonPlace {
  readonly line: number
  readonly column: number
}

/** The place of the value at a path; of the nearest one around it where it is absent. */
export function placeInJson(text: string, path: readonly PropertyKey[]): JsonPlace {
  let at = skipSpace(text, 0)
  for (const step of path) {
    const next =
      typeof step === 'number' ? itemAt(text, at, step) : memberAt(text, at, String(step))
    if (next === undefined) break
    at = next
  }
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

function itemAt(text: string, start: number, wanted: number): number | undefined {
  if (text[start] !== '[') return undefined
  let at = skipSpace(text, start + 1)
  for (let index = 0; text[at] !== ']'; index++) {
    if (index === wanted) return at
    at = nextMember(text, endOf(text, at))
  }
  return undefined
}

function memberAt(text: string, start: number, wanted: string): number | undefined {
  if (text[start] !== '{') return undefined
  for (let at = skipSpace(text, start + 1); text[at] !== '}'; ) {
    const keyEnd = endOf(text, at)
    const value = skipSpace(text, text.indexOf(':', keyEnd) + 1)
    if (JSON.parse(text.slice(at, keyEnd)) === wanted) return value
    at = nextMember(text, endOf(text, value))
  }
  return undefined
}

function nextMember(text: string, end: number): number {
  const at = skipSpace(text, end)
  return text[at] === ',' ? skipSpace(text, at + 1) : at
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at++
  return at
}

/** Behind the value that starts here. */
function endOf(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start)
  if (text[start] !== '{' && text[start] !== '[')
    return start + /^[^\s,:\]}]*/.exec(text.slice(start, start + 64))![0].length
  let depth = 0
  let at = start
  do {
    const char = text[at]!
    if (char === '{' || char === '[') depth++
    if (char === '}' || char === ']') depth--
    at = char === '"' ? endOfString(text, at) : at + 1
  } while (depth > 0)
  return at
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}
