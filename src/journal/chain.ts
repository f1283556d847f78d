// The hash chain: what an entry's hash covers, and the text of a payload that is hashed.
// It covers the payload's hash and not the payload, so that a payload can be erased and the chain still verifies.

import { sha256 } from '../base/hash.ts'
import { canonicalJson } from '../base/json.ts'
import type { JournalEvent } from './model.ts'

export interface Link {
  readonly seq: number
  readonly type: string
  readonly at: string
  readonly batch: string
  readonly part: number
  readonly payloadHash: string
}

/** What the first entry of a project links to. */
export function genesisHash(project: string): string {
  return sha256(`fixpoint journal of ${project}`)
}

export function linkHash(previous: string, link: Link): string {
  const { seq, type, at, batch, part, payloadHash } = link
  return sha256(JSON.stringify([previous, seq, type, at, batch, part, payloadHash]))
}

export function payloadText(event: JournalEvent): string {
  return canonicalJson(event)
}

export function payloadHash(text: string): string {
  return sha256(text)
}
