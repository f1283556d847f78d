// A text as a compiler reads it that takes the first branch of every `#if`: where directives cut a declaration into parts, no grammar takes
// all branches at once. Everything that stays keeps its place.

interface Branch {
  readonly isKept: boolean
  /** One of the branches of this `#if` is read. */
  readonly wasKept: boolean
}

const directive = /^[ \t]*#[ \t]*(\w+)(.*)\r?$/

export function firstBranches(text: string): string {
  const open: Branch[] = []
  return text
    .split('\n')
    .map(line => {
      const [, word, rest = ''] = directive.exec(line) ?? []
      const wasRead = open.every(each => each.isKept)
      if (word !== undefined) take(word, rest, open)
      return word === undefined && wasRead ? line : line.replace(/[^\r]/g, ' ')
    })
    .join('\n')
}

function take(word: string, rest: string, open: Branch[]): void {
  const isFalse = /^\(?\s*false(?:\s*\))?\s*(\/\/.*)?$/.test(rest.trim())
  const before = open.at(-1)
  if (word === 'if') open.push({ isKept: !isFalse, wasKept: !isFalse })
  else if (before && (word === 'elif' || word === 'else')) {
    const isKept = !before.wasKept && !(word === 'elif' && isFalse)
    open.splice(-1, 1, { isKept, wasKept: before.wasKept || isKept })
  } else if (word === 'endif') open.pop()
}
