// The comments that belong to a declaration by where they stand: in the lines directly above it, over its decorators, and the
// docstring at the head of a body. Works on lines alone, so that every language is read alike.

/** Lines above a declaration that are looked at. */
const MOST_LINES = 60

const lineComment =
  /^(\/\/|\/\*|\*|#(?![[!]|\s*(if|ifdef|ifndef|include|define|pragma|region|endif|else)\b)|--)/
const decorator = /^(@|\[|#\[)/

/** Nobody writes longer lines of comments, nor longer blocks of them: whatever is longer says nothing of what stands below it. */
const LONGEST_LINE = 2_000
const LONGEST_BLOCK = 20_000

export function commentsAbove(text: string, start: number): string {
  const found: string[] = []
  let end = lastBefore(text, '\n', start, LONGEST_LINE)
  for (let count = 0; count < MOST_LINES && end > 0; count++) {
    const lineStart = lastBefore(text, '\n', end, LONGEST_LINE) + 1
    if (lineStart === 0 && end > LONGEST_LINE) break
    const line = text.slice(lineStart, end).trim()
    if (line.endsWith('*/') && !line.includes('/*')) {
      const opening = Math.max(0, lastBefore(text, '/*', end, LONGEST_BLOCK))
      found.unshift(text.slice(opening, end))
      end = lastBefore(text, '\n', opening, LONGEST_LINE)
      continue
    }
    if (lineComment.test(line)) found.unshift(line)
    else if (!decorator.test(line)) break
    end = lineStart - 1
  }
  return found.join('\n')
}

/** A declaration with the comments above it, and to the end of its last line. */
export function wholeText(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): string {
  const lineEnd = text.indexOf('\n', end)
  const last = lineEnd === -1 ? text.length : lineEnd
  return `${commentsAbove(text, start)}\n${text.slice(start, Math.min(last, end + LONGEST_LINE))}`
}

/** Before `at`, and no further back than `reach`; -1 where it is not there. */
function lastBefore(text: string, what: string, at: number, reach: number): number {
  const from = Math.max(0, at - reach)
  const found = text.slice(from, at).lastIndexOf(what)
  return found === -1 ? -1 : from + found
}

/** One that stands by itself between empty lines right before a declaration, or at the head of a file. */
export function commentsApart(text: string, start: number): string {
  const lineStart = lastBefore(text, '\n', start, LONGEST_LINE)
  const before = text.slice(Math.max(0, lineStart - LONGEST_APART), Math.max(0, lineStart))
  return mayStandApart(before) ? (standingApart.exec(before)?.[1] ?? '') : ''
}

/** An empty line ends it, and a comment the one before that. */
function mayStandApart(before: string): boolean {
  const blank = before.lastIndexOf('\n')
  if (blank <= 0 || before.slice(blank).trim() !== '') return false
  const above = before.slice(before.lastIndexOf('\n', blank - 1) + 1, blank)
  return /^[ \t]*(?:\/\/|#)|\*\/[ \t\r]*$/.test(above)
}

const LONGEST_APART = 600
const standingApart =
  /(?:^|\n[ \t\r]*\n)((?:[ \t]*(?:\/\/|#(?!!)).*\r?\n)+|[ \t]*\/\*(?:(?!\*\/)[\s\S])*\*\/[ \t\r]*\n)[ \t\r]*$/

const docstring = /^\s*(?:[rRuU]?("""|''')([\s\S]{0,2000}?)\1|[rRuU]?"([^"\n]*)")/

/** The string that a Python body begins with. */
export function docstringAt(text: string, bodyStart: number): string {
  const match = docstring.exec(text.slice(bodyStart, bodyStart + 2100))
  return match?.[2] ?? match?.[3] ?? ''
}
