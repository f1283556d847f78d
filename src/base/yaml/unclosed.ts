// Where a bracket was opened that YAML waits for in vain: the parser names the place at which it lost patience, which may be far below.
// Only for text that has failed to parse; judges nothing.

export interface Unclosed {
  readonly offset: number
  readonly bracket: '[' | '{'
}

/** Quoted text, a comment, an opening bracket where a value may begin, a comma or bracket inside of one. */
const token = /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|(?<=^|\s)#.*|[[\]{}]/gm

/** The innermost one that is open at the end of the text. */
export function unclosedIn(text: string): Unclosed | undefined {
  const open: Unclosed[] = []
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '[' || found === '{') {
      if (open.length > 0 || mayBegin(text, index)) open.push({ offset: index, bracket: found })
    } else if (found === ']' || found === '}') open.pop()
  }
  return open.at(-1)
}

/** Inside of a word, as in `a[0`, a bracket is a letter like any other. */
const mayBegin = (text: string, index: number) =>
  /(?:^|[:\-?]\s+|^\s+)(?:[&!]\S*\s+)*$/.test(
    text.slice(text.lastIndexOf('\n', index - 1) + 1, index),
  )
