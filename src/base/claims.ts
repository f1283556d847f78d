// What a unit may touch, as text: a path, a folder, a glob, or `path#symbol`. One normaliser for conflict check, tool-time
// enforcement and settlement, so that the three agree. Touches no disk: a path that could be a folder covers what lies below it.

import { expandBraces, isWild, matchesPath, patternsMeet, reachesInto } from './claim-pattern.ts'
import { normalisePath } from './paths.ts'

export interface Claim {
  /** As it is shown: normalised, with its symbol. */
  readonly text: string
  /** Segments up to the first wildcard: where the claim lies in the tree. Empty means the whole repository. */
  readonly place: readonly string[]
  /** Segments from the first wildcard on; empty for a path or folder. */
  readonly pattern: readonly string[]
  readonly symbol?: string
}

export type ClaimProblem = { readonly problem: string }

/** The claims that a text stands for: more than one where braces list alternatives. */
export function parseClaim(text: string): readonly Claim[] | ClaimProblem {
  const hash = text.indexOf('#')
  const symbol = hash < 0 ? undefined : text.slice(hash + 1).trim()
  const claims = readClaim((hash < 0 ? text : text.slice(0, hash)).trim(), symbol)
  if ('problem' in claims || symbol === undefined) return claims
  if (symbol === '') return { problem: 'the name after # is empty' }
  const isFolder = /\/\s*$/.test(text.slice(0, hash))
  if (isFolder || claims.some(each => each.pattern.length > 0 || each.place.length === 0))
    return { problem: 'a symbol lies in one file, so its path takes no wildcard and no folder' }
  return claims
}

function readClaim(text: string, symbol: string | undefined): readonly Claim[] | ClaimProblem {
  const alternatives = expandBraces(text)
  if (alternatives === undefined) return { problem: 'braces list more alternatives than 64' }
  const claims: Claim[] = []
  for (const each of alternatives) {
    const normal = normalisePath(each)
    if ('problem' in normal) return { problem: pathProblems[normal.problem] }
    claims.push(claimOf(normal.path, symbol))
  }
  return claims
}

const pathProblems = {
  empty: 'the path is empty',
  absolute: 'the path is absolute; claims are relative to the repository',
  escapes: 'the path leaves the repository',
  'null byte': 'the path holds a null byte',
} as const

function claimOf(path: string, symbol: string | undefined): Claim {
  const segments = path === '.' ? [] : path.split('/')
  while (segments.at(-1) === '**') segments.pop()
  const wild = segments.findIndex(isWild)
  const at = wild < 0 ? segments.length : wild
  const text = segments.join('/') || '.'
  return {
    text: symbol === undefined ? text : `${text}#${symbol}`,
    place: segments.slice(0, at),
    pattern: segments.slice(at),
    ...(symbol !== undefined && { symbol }),
  }
}

/** Whether two claims could mean the same place in the same file. */
export function claimsOverlap(a: Claim, b: Claim): boolean {
  if (!placesFit(a.place, b.place) || !pathsOverlap(a, b)) return false
  if (a.symbol === undefined || b.symbol === undefined) return true
  return holdsSymbol(a.symbol, b.symbol) || holdsSymbol(b.symbol, a.symbol)
}

function placesFit(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index++) if (a[index] !== b[index]) return false
  return true
}

function pathsOverlap(a: Claim, b: Claim): boolean {
  if (a.text === b.text) return true
  const [whole, other] = [segmentsOf(a), segmentsOf(b)]
  if (a.pattern.length === 0 && b.pattern.length === 0) return true
  if (a.pattern.length === 0) return reachesInto(other, whole)
  if (b.pattern.length === 0) return reachesInto(whole, other)
  return patternsMeet(whole, other)
}

const segmentsOf = (claim: Claim): readonly string[] => [...claim.place, ...claim.pattern]

/** `A` holds `A.run`; names are compared as written. */
const holdsSymbol = (outer: string, inner: string) =>
  inner === outer || inner.startsWith(`${outer}.`)

/** Whether a claim allows this file. A claim on a symbol allows the file that holds it; the symbol is judged by its range. */
export function claimCovers(claim: Claim, path: string): boolean {
  const normal = normalisePath(path)
  if ('problem' in normal) return false
  const segments = normal.path.split('/')
  if (claim.pattern.length > 0)
    return normal.path === claim.text || matchesPath(segmentsOf(claim), segments)
  return claim.place.length <= segments.length && placesFit(claim.place, segments)
}
