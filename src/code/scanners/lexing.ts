// What every scanner needs of its text: character classes, steps over what stands in it, names as people read them.
// The text is one-byte ("latin1"), so that an offset is a byte offset and a character costs one byte; only names are decoded.

/** Character codes that scanners ask for by name. */
export const TAB = 9
export const NEWLINE = 10
export const FORM_FEED = 12
export const RETURN = 13
export const SPACE = 32
export const DOUBLE_QUOTE = 34
export const HASH = 35
export const DOLLAR = 36
export const SINGLE_QUOTE = 39
export const OPEN_PAREN = 40
export const CLOSE_PAREN = 41
export const STAR = 42
export const COMMA = 44
export const DOT = 46
export const SLASH = 47
export const COLON = 58
export const SEMICOLON = 59
export const LESS = 60
export const EQUALS = 61
export const GREATER = 62
export const QUESTION = 63
export const AT = 64
export const OPEN_BRACKET = 91
export const BACKSLASH = 92
export const CLOSE_BRACKET = 93
export const UNDERSCORE = 95
export const BACKTICK = 96
export const OPEN_BRACE = 123
export const BAR = 124
export const CLOSE_BRACE = 125

/** 1 for each of these characters, 0 for the rest: the one test that inner loops make per character. */
export function classOf(characters: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const each of characters) table[each.charCodeAt(0)] = 1
  return table
}

/** A class of its own for each of these groups of characters, 0 for the rest. */
export function classes(
  groups: readonly (readonly [is: number, characters: string])[],
): Uint8Array {
  const table = new Uint8Array(256)
  for (const [is, characters] of groups)
    for (const each of characters) table[each.charCodeAt(0)] = is
  return table
}

/** The same for `nextStop`, which has to stop at the end of the text. */
export const stopsAt = (characters: string): Uint8Array => classOf(`${characters}\0`)

/** Letters, digits, `_`, `$` and every byte of a character beyond ASCII. */
export const isNamePart = Uint8Array.from({ length: 256 }, (_, code) =>
  code >= 128 || /[\w$]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** What `\w` stands for. */
export const isWordPart = Uint8Array.from({ length: 256 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
)

/** Where spaces end. */
export const isOtherThanSpace = Uint8Array.from({ length: 256 }, (_, code) =>
  code === SPACE ? 0 : 1,
)

/** Where the indentation of a line ends. */
export const isOtherThanIndent = Uint8Array.from({ length: 256 }, (_, code) =>
  code === SPACE || code === TAB ? 0 : 1,
)

/** Where the spacing between words ends. */
export const isOtherThanSpacingOfLine = classOf(' \t\f').map(is => 1 - is)

export const isSpacing = classOf(' \t\r\n\f\v')
export const isOtherThanSpacing = isSpacing.map(is => 1 - is)

/** What stands behind the bytes of a text. No text holds it: `outlineOf` turns such files away. */
export const END = 0

/** The offset of the first byte at or behind `from` that is one of the stops. */
export function nextStop(bytes: Uint8Array, stops: Uint8Array, from: number): number {
  let at = from
  while (stops[bytes[at]!] === 0) at++
  return at
}

/**
 * The character at an offset, or 0, which no text holds, beyond either end. To ask a string itself beyond its ends
 * is right too, but every later question at that place of the program is then several times as slow.
 */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0
}

/** The offset after the name that begins at `from`. */
export function endOfName(text: string, from: number): number {
  let end = from
  while (isNamePart[codeAt(text, end)] === 1) end++
  return end
}

/** The offset where the name begins that ends before `end`. */
export function startOfName(text: string, end: number): number {
  let start = end
  while (isNamePart[codeAt(text, start - 1)] === 1) start--
  return start
}

/** Behind spaces, tabs and form feeds; stays on the line. */
export function afterSpacing(text: string, from: number): number {
  let at = from
  let code = codeAt(text, at)
  while (code === SPACE || code === TAB || code === FORM_FEED) code = codeAt(text, ++at)
  return at
}

/** The offset of the next `target`, or the end of the text. */
export function find(text: string, target: string, from: number): number {
  const found = text.indexOf(target, from)
  return found === -1 ? text.length : found
}

/** The offset where the text begins, after a byte order mark. */
export function afterByteOrderMark(text: string): number {
  return text.startsWith('\xef\xbb\xbf') ? 3 : 0
}

/** One-byte text to the characters that its bytes spell; what is plain ASCII already stays itself. */
export function decodeBytes(text: string): string {
  for (let at = 0; at < text.length; at++)
    if (text.charCodeAt(at) >= 128) return Buffer.from(text, 'latin1').toString('utf8')
  return text
}
