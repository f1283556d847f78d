// From events to rows ready to be linked. Payloads over 64 KB go to an artifact first, durably,
// so that no entry ever names content that is not on the disk.

import assert from 'node:assert/strict'
import type { Artifacts } from './artifacts.ts'
import { payloadHash, payloadText } from './chain.ts'
import type { Batch, JournalEvent } from './model.ts'

export interface EncodedEvent {
  readonly type: string
  readonly at: string
  readonly payload: string | null
  readonly payloadHash: string
}

export type EncodedBatch = Batch & { readonly encoded: readonly EncodedEvent[] }

export const largestInlineBytes = 64 * 1024

export function encodeBatch(batch: Batch, artifacts: Artifacts): EncodedBatch {
  return { ...batch, encoded: batch.events.map(event => encode(event, artifacts)) }
}

function encode(event: JournalEvent, artifacts: Artifacts): EncodedEvent {
  assert(event.type !== '' && !Number.isNaN(Date.parse(event.at)), 'an event has a type and a time')
  const text = payloadText(event)
  const { type, at } = event
  if (Buffer.byteLength(text) <= largestInlineBytes)
    return { type, at, payload: text, payloadHash: payloadHash(text) }
  return { type, at, payload: null, payloadHash: artifacts.put(text) }
}
