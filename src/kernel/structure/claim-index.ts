// Held claims by their place in the tree, so that asking who is in the way costs the depth of a path and not the number of holders.

import type { Claim } from '../../base/claims.ts'
import { type Draft, ownArray, ownObject } from './draft.ts'

export interface ClaimNode {
  /** Orders of the units that hold a claim here; a unit stands once for each of its claims. */
  readonly holders: readonly number[]
  readonly below: { readonly [segment: string]: ClaimNode }
}

export const noClaims: ClaimNode = { holders: [], below: {} }

export function addClaim(draft: Draft, node: ClaimNode, claim: Claim, order: number): ClaimNode {
  return change(draft, node, claim.place, 0, holders => {
    holders.push(order)
  })
}

export function removeClaim(draft: Draft, node: ClaimNode, claim: Claim, order: number): ClaimNode {
  return change(draft, node, claim.place, 0, holders => {
    const at = holders.indexOf(order)
    if (at >= 0) holders.splice(at, 1)
  })
}

function change(
  draft: Draft,
  node: ClaimNode,
  place: readonly string[],
  depth: number,
  edit: (holders: number[]) => void,
): ClaimNode {
  const own = ownObject(draft, node)
  const segment = place[depth]
  if (segment === undefined) {
    const holders = ownArray(draft, own.holders)
    edit(holders)
    own.holders = holders
    return own
  }
  const below = ownObject(draft, own.below) as Record<string, ClaimNode>
  own.below = below
  const key = keyOf(segment)
  const changed = change(draft, below[key] ?? noClaims, place, depth + 1, edit)
  if (isEmpty(changed)) delete below[key]
  else below[key] = changed
  return own
}

/** A slash in front keeps a folder called `__proto__` an ordinary name. */
const keyOf = (segment: string) => `/${segment}`

function isEmpty(node: ClaimNode): boolean {
  if (node.holders.length > 0) return false
  for (const _ in node.below) return false
  return true
}

/** Units that hold a claim at, above or below the place: the only ones that can be in the way. */
export function holdersNear(node: ClaimNode, place: readonly string[]): readonly number[] {
  const found: number[] = []
  let at: ClaimNode | undefined = node
  for (const segment of place) {
    found.push(...at.holders)
    at = at.below[keyOf(segment)]
    if (at === undefined) return found
  }
  collectWithin(at, found)
  return found
}

function collectWithin(node: ClaimNode, found: number[]): void {
  for (const holder of node.holders) found.push(holder)
  for (const key in node.below) collectWithin(node.below[key]!, found)
}
