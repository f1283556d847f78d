// What a list or an object that a text writes out holds, item by item: `[{ path: '/a', route: a }]`, `{ '/a': a }`, `(users.router, posts.router)`.
// A look at the text, whoever walks it; what is computed holds nothing that is known.

export type Item =
  | { readonly whole: string }
  /** Of an object, by key. */
  | { readonly members: ReadonlyMap<string, string> }
  /** Of a list in the list, and key and value of an entry. */
  | { readonly parts: readonly string[] }

/** Of a list as it is written, of its name, or of what takes its entries: `Object.entries(routers)`, `ROUTERS.items()`. */
export type ItemsOf = (list: string) => readonly Item[]

/** A longer list is data. */
const MOST_ITEMS = 100
export const LONGEST_LIST = 8_000

/** The text is gone through once, whoever asks, and a list is read when somebody walks it. */
export function readLists(source: string, isPython: boolean): ItemsOf {
  let starts: ReadonlyMap<string, number> | undefined
  const read = new Map<string, readonly Item[]>()
  const literal = (name: string): string => {
    if (/^[[{(]/.test(name)) return name
    starts ??= startsOf(source, isPython)
    const start = starts.get(name)
    const end = start === undefined ? 0 : closing(source, start)
    return start !== undefined && end - start <= LONGEST_LIST ? source.slice(start, end) : ''
  }
  return list => {
    const items = read.get(list) ?? itemsIn(literal(nameOf(list)), takes(list), isPython)
    read.set(list, items)
    return items
  }
}

type Taken = 'items' | 'entries' | 'values'

const takes = (list: string): Taken => {
  const word = /^Object\.(entries|values)\(|\.(items|values)\(\)$/.exec(list)
  if (!word) return 'items'
  return (word[1] ?? word[2]) === 'values' ? 'values' : 'entries'
}

/** The list or object itself. */
export const nameOf = (list: string) =>
  list
    .replace(/^Object\.(?:entries|values)\((.*)\)$/s, (_, held: string) => held.trim())
    .replace(/\.(items|values)\(\)$/, '')

const scriptLists =
  /\b(?:const|let|var)\s+([\w$]+)\b[^=;\n]*=\s*(?=[[{])|\b(?:export\s+(default)|module\s*\.\s*(exports)\s*=)\s*(?=[[{])/g
const pythonLists = /^([^\W\d]\w*)\s*(?::[^=\n]+)?=\s*(?=[[({])|^[ \t]+(\w+)\s*=\s*(?=[[({])/gm

/** Of several lists of one name the first. */
function startsOf(source: string, isPython: boolean): ReadonlyMap<string, number> {
  const starts = new Map<string, number>()
  const lists = isPython ? pythonLists : scriptLists
  for (const { 0: head, 1: name, 2: other, 3: whole, index } of source.matchAll(lists)) {
    const key = name ?? (whole ? 'default' : other!)
    if (!starts.has(key)) starts.set(key, index + head.length)
  }
  return starts
}

/** The bracket that closes the one at `start`; the end of the text where none does, or only far away. */
export function closing(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length && at - start < LONGEST_LIST; at++) {
    if (/[[{(]/.test(source[at]!)) depth++
    else if (/[\]})]/.test(source[at]!) && --depth === 0) return at + 1
  }
  return source.length
}

const comment = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g
const pythonComment = /(?<=^|\s)#.*/gm

function itemsIn(written: string, taken: Taken, isPython: boolean): readonly Item[] {
  const text = written.replace(isPython ? pythonComment : comment, '').trim()
  const isObject = text.startsWith('{')
  if (text === '' || isObject !== (taken !== 'items')) return []
  const pieces = piecesOf(text)
  if (pieces.length > MOST_ITEMS) return []
  if (!isObject) return pieces.map(itemOf)
  return [...membersOf(text)].map(([key, value]) =>
    taken === 'values' ? { whole: value } : { parts: [`'${key}'`, value] },
  )
}

function itemOf(text: string): Item {
  if (text.startsWith('{')) return { members: membersOf(text) }
  return /^[[(]/.test(text) ? { parts: piecesOf(text) } : { whole: text }
}

/** An entry that is computed, spread or a method is none that is known. */
function membersOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    piecesOf(text).flatMap(each => {
      const found = /^(?:([\w$]+)|(["'])([^"']*)\2)\s*(?::\s*([\s\S]+))?$/.exec(each)
      const key = found?.[1] ?? found?.[3]
      return key === undefined ? [] : [[key, found![4] ?? key] as const]
    }),
  )
}

/** What commas part between the outermost brackets. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let depth = 0
  let quote = ''
  let start = 1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quote !== '') quote = sign === quote && text[at - 1] !== '\\' ? '' : quote
    else if (/["'`]/.test(sign)) quote = sign
    else if (/[[{(]/.test(sign)) depth++
    else if (/[\]})]/.test(sign)) depth--
    if ((sign === ',' && depth === 1 && quote === '') || (depth === 0 && at > 0)) {
      pieces.push(text.slice(start, at).trim())
      start = at + 1
      if (depth === 0) break
    }
  }
  return pieces.filter(each => each !== '')
}
