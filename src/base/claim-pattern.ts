// Globs of claims, segment by segment: does a pattern match a path, may it match something below one, and can two patterns meet.
// Where two wildcards cannot be told apart the answer is yes: a claim too many waits, a claim too few loses work.

/** One segment of a pattern: text with `*`, `?` or `[…]`, or the segment `**`. */
export type Segments = readonly string[]

const alternativesMost = 64

/** `{a,b}/c` → `a/c`, `b/c`. Answers undefined when there are more than anyone would write. */
export function expandBraces(pattern: string): readonly string[] | undefined {
  let todo = [pattern]
  for (;;) {
    const next = [...new Set(todo.flatMap(expandFirst))]
    if (next.length > alternativesMost) return undefined
    if (next.length === todo.length && next.every((each, index) => each === todo[index]))
      return next
    todo = next
  }
}

function expandFirst(pattern: string): readonly string[] {
  const found = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(pattern)
  if (!found) return [pattern]
  return found[2]!.split(',').map(each => `${found[1]}${each}${found[3]}`)
}

export const isWild = (segment: string): boolean => /[*?[]/.test(segment)

/** Whether the pattern matches exactly this path. */
export function matchesPath(pattern: Segments, path: Segments): boolean {
  const reached = advance(pattern, path)
  return reached.has(pattern.length)
}

/** Whether the pattern matches this path or anything that may lie below it. */
export function reachesInto(pattern: Segments, path: Segments): boolean {
  return advance(pattern, path).size > 0
}

/** Whether some path could match both patterns. */
export function patternsMeet(a: Segments, b: Segments): boolean {
  const seen = new Set<number>()
  const visit = (i: number, j: number): boolean => {
    const key = i * (b.length + 1) + j
    if (seen.has(key)) return false
    seen.add(key)
    if (i === a.length && j === b.length) return true
    if (a[i] === '**') return visit(i + 1, j) || (j < b.length && visit(i, j + 1))
    if (b[j] === '**') return visit(i, j + 1) || (i < a.length && visit(i + 1, j))
    if (i === a.length || j === b.length) return false
    return segmentsMeet(a[i]!, b[j]!) && visit(i + 1, j + 1)
  }
  return visit(0, 0)
}

/** Positions of the pattern that may stand after the path was read; the pattern's length means a full match. */
function advance(pattern: Segments, path: Segments): Set<number> {
  let at = closure(pattern, new Set([0]))
  for (const segment of path) {
    const next = new Set<number>()
    for (const position of at) {
      if (position === pattern.length) continue
      if (pattern[position] === '**') next.add(position)
      else if (segmentMatches(pattern[position]!, segment)) next.add(position + 1)
    }
    at = closure(pattern, next)
  }
  return at
}

function closure(pattern: Segments, positions: Set<number>): Set<number> {
  for (const position of positions) if (pattern[position] === '**') positions.add(position + 1)
  return positions
}

function segmentMatches(pattern: string, segment: string): boolean {
  if (pattern === segment || pattern === '*') return true
  if (!isWild(pattern)) return false
  return pattern.includes('[') ? toRegExp(pattern).test(segment) : starMatches(pattern, segment)
}

/** `*` and `?` without a regular expression: the last star takes one more character each time what follows it fails. */
function starMatches(pattern: string, segment: string): boolean {
  let [at, star, mark] = [0, -1, 0]
  for (let index = 0; index < segment.length; ) {
    if (pattern[at] === '*') {
      star = at++
      mark = index
    } else if (pattern[at] === '?' || pattern[at] === segment[index]) {
      at += 1
      index += 1
    } else if (star >= 0) {
      at = star + 1
      index = ++mark
    } else return false
  }
  while (pattern[at] === '*') at += 1
  return at === pattern.length
}

function toRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\[!?[^\]]*\]|[*?]|[^*?[]+|\[/g, part => {
    if (part === '*') return '.*'
    if (part === '?') return '.'
    if (part.length > 1 && part.startsWith('[') && part.endsWith(']')) return classOf(part)
    return part.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
  })
  return new RegExp(`^${source}$`, 's')
}

function classOf(part: string): string {
  const isNegated = part[1] === '!'
  const members = part.slice(isNegated ? 2 : 1, -1).replace(/[\\\]^[]/g, '\\$&')
  if (members === '' || !isOrdered(members)) return '.'
  return `[${isNegated ? '^' : ''}${members}]`
}

/** A class such as `[z-a]` is no class for a regular expression; it is read as any character. */
function isOrdered(members: string): boolean {
  return [...members.matchAll(/(.)-(.)/gs)].every(range => range[1]! <= range[2]!)
}

/** Two segments with wildcards are told apart by what stands fixed at their ends. */
function segmentsMeet(a: string, b: string): boolean {
  if (!isWild(a)) return segmentMatches(b, a)
  if (!isWild(b)) return segmentMatches(a, b)
  const [headA, headB] = [a.split(/[*?[]/)[0]!, b.split(/[*?[]/)[0]!]
  const [tailA, tailB] = [a.split(/[*?\]]/).at(-1)!, b.split(/[*?\]]/).at(-1)!]
  const headsFit = headA.startsWith(headB) || headB.startsWith(headA)
  return headsFit && (tailA.endsWith(tailB) || tailB.endsWith(tailA))
}
