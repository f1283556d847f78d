// Whether anything may stand behind a `return`, `throw` or `raise` of its block: a look at the lines of a file, which spares nearly every
// file a parse. Sought is a line that begins with such a word, and below it another one that begins in the same column with anything
// but a part of the same statement or of the construct around; or one that has both, `{ return; run() }`.

export const jumpWords = (language: string) => ['return', ending[language] ?? 'throw']

/** What ends a block with an error. */
const ending: Readonly<Record<string, string>> = {
  python: 'raise',
  ruby: 'raise',
  solidity: 'revert',
}

export function mayFollowJump(text: Buffer, language: string): boolean {
  return jumpWords(language).some(word => {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
      if (isFollowed(text, at, at + word.length, language)) return true
    return false
  })
}

function isFollowed(text: Buffer, at: number, end: number, language: string): boolean {
  if (isPartOfName(text[end])) return false
  const indent = indentBefore(text, at)
  if (indent < 0) return isFollowedInLine(text, at, end)
  let lineEnd = text.indexOf(LINE, end)
  if (language === 'ruby' && / (if|unless) /.test(text.toString('latin1', end, lineEnd)))
    return false
  for (let lines = 0; lineEnd !== -1 && lines < MOST_LINES; lines++) {
    const start = lineEnd + 1
    let first = start
    while (text[first] === SPACE || text[first] === TAB) first++
    lineEnd = text.indexOf(LINE, first)
    const column = first - start
    const code = text[first]
    if (code === LINE || code === RETURN || column > indent) continue
    if (code === undefined || column < indent) return false
    if (isNoStatement(code)) continue
    return !otherPart.test(text.toString('latin1', first, first + 10))
  }
  return false
}

/** At the head of a block or behind another statement, and a semicolon later more than the end of the block. */
function isFollowedInLine(text: Buffer, at: number, end: number): boolean {
  let before = at - 1
  while (text[before] === SPACE) before--
  if (text[before] !== OPEN && text[before] !== SEMICOLON) return false
  let next = end
  while (text[next] !== SEMICOLON) {
    const code = text[next++]
    if (code === undefined || code === LINE || code === OPEN || code === CLOSE) return false
  }
  do next++
  while (text[next] === SPACE)
  const code = text[next]
  if (code === undefined || code === LINE || code === RETURN || isNoStatement(code)) return false
  return !otherPart.test(text.toString('latin1', next, next + 10))
}

/** The column where only blanks are before it in its line, else -1. */
function indentBefore(text: Buffer, at: number): number {
  let start = at
  while (start > 0 && (text[start - 1] === SPACE || text[start - 1] === TAB)) start--
  return start === 0 || text[start - 1] === LINE ? at - start : -1
}

/** A longer statement than this is not looked through. */
const MOST_LINES = 400

const LINE = 10
const RETURN = 13
const SPACE = 32
const TAB = 9
const OPEN = 123
const CLOSE = 125
const SEMICOLON = 59

/** Closing brackets, operators and comments continue what stands above them. */
const continuing = new Set([...')]}.?:|&+-*/<,=#%^'].map(each => each.charCodeAt(0)))
const isNoStatement = (code: number) => continuing.has(code)

const isPartOfName = (code = 0) =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 95 ||
  code === 36

const otherPart = /^(case|default|else|elif|elsif|except|finally|catch|rescue|ensure|when|end)\b/
