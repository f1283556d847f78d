// What every store of the journal must do, whatever it keeps its rows in: the same tests run over each of them.
// A store passes by answering one function; the rules are numbered in SPEC.md.

import { describe } from 'vitest'
import { describeBatches } from './suite/batches.ts'
import { describeEffects } from './suite/effects.ts'
import { describeEntries } from './suite/entries.ts'
import { describeErasure } from './suite/erasure.ts'
import type { StoreUnderTest } from './suite/fixture.ts'
import { describeSnapshots } from './suite/snapshots.ts'

export function describeStore(name: string, store: StoreUnderTest): void {
  describe(`${name}: entries`, () => describeEntries(store))
  describe(`${name}: batches`, () => describeBatches(store))
  describe(`${name}: effects and leases`, () => describeEffects(store))
  describe(`${name}: snapshots and watching`, () => describeSnapshots(store))
  describe(`${name}: erasure`, () => describeErasure(store))
}
