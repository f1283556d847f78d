// The texts that a name stands for where it is handed to a database: `SCHEMA = """CREATE TABLE …"""`, a list of them, what a loop takes
// from such a list. Reads the source alone, every language alike, and only what the same file writes out.

/** A text with its offset. */
export interface PlacedText {
  readonly text: string
  readonly at: number
}

/** `sql`, `m.up`, `Self::SCHEMA`, `text(SCHEMA)`, `PARTS.join(';')`. */
const handed =
  /^(?:[\w.]*\b(?:text|raw|sql|unsafe)\(\s*)?&?\*?([$@]?\w+(?:(?:\.|::|->)[$@]?\w+)*)(?:\.join\([^()]*\))?\s*\)*$/

/** What an argument stands for. Looks through the source once, whatever is asked. */
export function namedTexts(source: string): (argument: string) => readonly PlacedText[] {
  const values = valuesIn(source)
  const heads = (source.match(loopHead) ?? []).slice(0, MOST_LOOPS)
  const known = new Map<string, readonly PlacedText[]>()
  const textsOf = (name: string) => {
    const texts = known.get(name) ?? firstTexts(values.get(name) ?? [], source)
    known.set(name, texts)
    return texts
  }
  return function textsHanded(argument) {
    const words = handed.exec(argument)?.[1]?.split(/\.|::|->/) ?? []
    const own = textsOf(words.at(-1) ?? '')
    if (own.length > 0 || words.length === 0) return own
    const list = listWalked(words[0]!, heads)
    if (list !== undefined) return [list, `$${list}`].flatMap(textsOf)
    const entry = new RegExp(
      String.raw`(?<![\w$])${words.at(-1)!.replace('$', '')}["']?\s*(?::|=>?)\s*\W{1,4}$`,
    )
    return textsOf(words[0]!).filter(({ at }) => entry.test(source.slice(Math.max(0, at - 80), at)))
  }
}

/** The beginning of a line that is no comment, up to the `=` that gives something a value. */
const giving = /(?:^|\n)(?![ \t]*(?:\/\/|#|\*))((?:[^\n=;()"'`]|&'){1,140}?):?=(?![=>])\s*/g
const MOST_VALUES = 8

/** Where values begin, by each word in front. */
function valuesIn(source: string): ReadonlyMap<string, readonly number[]> {
  const values = new Map<string, number[]>()
  for (const { 0: whole, 1: front, index } of source.matchAll(giving))
    for (const word of front!.match(/[$@]?\w+/g) ?? []) {
      const places = values.get(word) ?? []
      if (places.length < MOST_VALUES) places.push(index + whole.length)
      values.set(word, places)
    }
  return values
}

function firstTexts(places: readonly number[], source: string): readonly PlacedText[] {
  for (const place of places) {
    const texts = textsFrom(source, place)
    if (texts.length > 0) return texts
  }
  return []
}

/** `for (const [i, sql] of STEPS.entries())`, `STEPS.forEach(sql => …)`. */
const loopHead =
  /\bfor(?:each)?\b[^\n{;]{1,120}|[$@]?\w{1,80}\.(?:forEach|each|each_with_index|map|iter\(\)\.for_each)\b[^\n;]{1,60}/g
const MOST_LOOPS = 200

const list = String.raw`(?:enumerate\(|Object\.\w+\(|&)?\s*(?:\$?(?:self|this|cls|Self)\b(?:\.|::|->))?([$@]?\w+)`

/** The list that a loop takes the name from. */
function listWalked(name: string, heads: readonly string[]): string | undefined {
  const word = String.raw`(?<![\w$.])${name.replace('$', String.raw`\$`)}(?![\w$])`
  const walking = new RegExp(
    [
      String.raw`^for(?:each)?\b.*?${word}.*?(?:\bof\b|\bin\b|:=\s*range\b|:)\s*${list}`,
      String.raw`^foreach\s*\(\s*${list}\s+as\b.*?${word}`,
      String.raw`^([$@]?\w+)\.(?:forEach|each|each_with_index|map|iter)\b.*?${word}`,
    ].join('|'),
  )
  for (const head of heads) {
    const found = walking.exec(head)
    if (found) return found.slice(1).find(each => each !== undefined)
  }
  return undefined
}

const spacing = /(?:\s|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/|#(?!")[^\n]*)+/y
const literals = [
  /[rRbBfFuU]{0,2}("""|''')(?<text>[\s\S]*?)\1/y,
  /(?:r|br)(#+)"(?<text>[\s\S]*?)"\1/y,
  /<<[~-]?["']?(\w+)["']?[^\n]*\n(?<text>[\s\S]*?)\n\s*\1\b/y,
  /(?:\w{1,20}\.)?\w{0,20}(`)(?<text>(?:\\.|[^`\\])*)`/y,
  /[$@]*[rRbBfFuU]{0,2}(")(?<text>(?:\\.|[^"\\])*)"/y,
  /[rRbBfFuU]{0,2}(')(?<text>(?:\\.|[^'\\])*)'/y,
]
/** No list of migrations is longer. */
const LONGEST = 60_000

interface Piece extends PlacedText {
  readonly end: number
}

/** The literals of the value that begins at `from`, up to where its statement ends. Pieces of one text come as one. */
function textsFrom(source: string, from: number): readonly PlacedText[] {
  const found: PlacedText[] = []
  let depth = 0
  let isJoined = false
  /** An operator was read last: the statement goes on behind the line. */
  let isOpen = false
  for (let at = from; at < source.length && at - from < LONGEST; ) {
    const next = endOf(spacing, source, at)
    const isNewLine = source.slice(at, next).includes('\n')
    const code = source.charAt(next)
    if (depth === 0 && isNewLine && at > from && !isOpen && !joining.has(code)) break
    if (code === '' || code === ';') break
    const piece = literalAt(source, next)
    if (piece) {
      if (!isWayBack.test(source.slice(Math.max(0, next - 20), next))) add(found, piece, isJoined)
      isJoined = true
      isOpen = false
      at = piece.end
      continue
    }
    if ('([{'.includes(code)) depth++
    if (')]}'.includes(code) && --depth < 0) break
    isOpen = joining.has(code)
    isJoined &&= isOpen
    at = next + 1
  }
  return found
}

const joining = new Set(['+', '.', '\\'])
const isWayBack = /\b(?:down|rollback|revert)\b['"]?\s*[:=]\s*$/i

function add(found: PlacedText[], { text, at }: PlacedText, isJoined: boolean): void {
  const last = isJoined ? found.pop() : undefined
  found.push(last ? { text: `${last.text}${text}`, at: last.at } : { text, at })
}

function literalAt(source: string, at: number): Piece | undefined {
  for (const each of literals) {
    each.lastIndex = at
    const found = each.exec(source)
    const text = found?.groups?.text
    if (text !== undefined)
      return { text, at: found!.index + found![0].indexOf(text), end: each.lastIndex }
  }
  return undefined
}

function endOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : at
}
