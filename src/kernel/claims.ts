// Who is in the way of a claim. Read claims never conflict with each other; everything else does where it overlaps.

import { type Claim, claimsOverlap } from '../base/claims.ts'
import type { State, Unit } from './model.ts'
import { holdersNear } from './structure/claim-index.ts'
import { rowAt } from './structure/rows.ts'
import { isComputed } from './unit.ts'

export interface Conflict {
  readonly holder: string
  /** The holder's claim. */
  readonly held: string
  readonly wanted: string
}

type Claims = Unit['claims']

/**
 * The earliest unit whose held claims overlap these, or undefined. Two trees that git computes never wait for one another:
 * nobody writes them, and their merge on the line is what arbitrates.
 */
export function conflictFor(state: State, order: number, claims: Claims): Conflict | undefined {
  let first: number | undefined
  const isMerged = isComputed(rowAt(state.units, order))
  const isInTheWay = (unit: Unit) =>
    !(isMerged && isComputed(unit)) && overlap(unit.claims, claims) !== undefined
  for (const holder of holders(state, claims))
    if (holder !== order && (first === undefined || holder < first))
      if (isInTheWay(rowAt(state.units, holder))) first = holder
  if (first === undefined) return undefined
  const unit = rowAt(state.units, first)
  const [held, wanted] = overlap(unit.claims, claims)!
  return { holder: unit.id, held: held.text, wanted: wanted.text }
}

function holders(state: State, { write, read }: Claims): readonly number[] {
  return [...write, ...read].flatMap(claim => holdersNear(state.claims, claim.place))
}

/** The first pair of claims, one of them a write claim, that overlap. */
export function overlap(a: Claims, b: Claims): readonly [Claim, Claim] | undefined {
  return pair(a.write, b.write) ?? pair(a.write, b.read) ?? pair(a.read, b.write)
}

function pair(a: readonly Claim[], b: readonly Claim[]): readonly [Claim, Claim] | undefined {
  for (const one of a) for (const other of b) if (claimsOverlap(one, other)) return [one, other]
  return undefined
}
