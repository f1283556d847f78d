// Whether a recorded verdict is still about what the spec declares: each verified entry carries a digest of what was declared then. An
// entry without one is taken as it is, and so is one that a person decided.

import { canonicalJson } from '../base/json.ts'
import type { Level } from '../contract/level.ts'
import type { StateEntry } from '../contract/state.ts'
import type { Resource } from '../spec/model.ts'

type Digest = (text: string) => string

/** Of what evidence weighs. Names, prose, weights and what is needed first may change without any verdict changing. */
export function specDigest(resource: Resource, required: Level, digest: Digest): string {
  const { files, tests, checks } = resource
  const { description: _, ...attributes } = resource.attributes
  return digest(canonicalJson({ required, attributes, files, tests, checks }))
}

/** Of all that was declared, as earlier versions recorded it. */
const wholeDigest = ({ at, ...declared }: Resource, digest: Digest) =>
  digest(canonicalJson(declared))

export function isDeclaredOtherwise(
  entry: StateEntry | undefined,
  resource: Resource,
  required: Level,
  digest: Digest,
): boolean {
  const verified = entry?.spec_digest
  if (verified === undefined || entry?.locked || entry?.source === 'manual') return false
  return (
    verified !== specDigest(resource, required, digest) &&
    verified !== wholeDigest(resource, digest)
  )
}
