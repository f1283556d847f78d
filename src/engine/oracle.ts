// What a run judges the tip of its line by, as it stood when the run began: the spec, what people decided of its resources, and the checks.
// Kept by the hash of its content, so that nothing that happens later can change what counts.

import { canonicalJson } from '../base/json.ts'
import type { CheckOrder } from '../contract/order.ts'
import type { Artifacts } from '../journal/artifacts.ts'
import type { Spec } from '../spec/model.ts'
import type { State } from '../state/read.ts'

export interface Oracle {
  readonly version: 1
  readonly spec: Spec
  readonly state: State
  readonly checks: readonly CheckOrder[]
}

export const keepOracle = (artifacts: Artifacts, oracle: Oracle): string =>
  artifacts.put(canonicalJson(oracle))

/** Checked against its hash. */
export const oracleAt = (artifacts: Artifacts, hash: string): Oracle =>
  JSON.parse(artifacts.read(hash).toString('utf8')) as Oracle
