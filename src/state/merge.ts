// Two states that grew from one, as git meets them on a merge: entry by entry, the later word on each, and a serial above both.

import type { StateEntry } from '../contract/state.ts'
import { addressOf, type State } from './read.ts'

export interface MergedState {
  readonly state: State
  /** Entries that both sides changed, each in another way; the later `updated_at` was taken, or ours where they tie. */
  readonly contested: readonly string[]
}

export function mergeStates(base: State, ours: State, theirs: State): MergedState {
  const [old, mine, other] = [byAddress(base), byAddress(ours), byAddress(theirs)]
  const contested: string[] = []
  const addresses = [...new Set([...mine.keys(), ...other.keys()])].sort()
  const resources = addresses.flatMap(address => {
    const sides: Sides = {
      base: old.get(address),
      ours: mine.get(address),
      theirs: other.get(address),
    }
    const choice = chooseSide(sides)
    if (choice.isContested) contested.push(address)
    return choice.entry ?? []
  })
  const last_updated = later(ours.last_updated, theirs.last_updated)
  const serial = 1 + Math.max(ours.serial, theirs.serial)
  return { state: { ...ours, serial, last_updated, resources }, contested }
}

interface Sides {
  readonly base: StateEntry | undefined
  readonly ours: StateEntry | undefined
  readonly theirs: StateEntry | undefined
}

interface Choice {
  readonly entry: StateEntry | undefined
  readonly isContested: boolean
}

function chooseSide({ base, ours, theirs }: Sides): Choice {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { entry: ours, isContested: false }
  if (isSame(base, ours)) return { entry: theirs, isContested: false }
  const isTheirsLater = (theirs?.updated_at ?? '') > (ours?.updated_at ?? '')
  return { entry: isTheirsLater ? (theirs ?? ours) : (ours ?? theirs), isContested: true }
}

const isSame = (a: StateEntry | undefined, b: StateEntry | undefined) =>
  JSON.stringify(a) === JSON.stringify(b)

const byAddress = (state: State) => new Map(state.resources.map(each => [addressOf(each), each]))

const later = (a: string | null | undefined, b: string | null | undefined) =>
  (a ?? '') >= (b ?? '') ? a : b
