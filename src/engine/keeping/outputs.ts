// What runs left beside the journal, judged and removed: transcripts, artifacts that no entry refers to, old results of checks. Whatever is
// written while this looks is left alone.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS_FOLDER, forgetResults, listResults } from '../../checks/cache.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { payloadHash, payloadText } from '../../journal/chain.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Entry } from '../../journal/model.ts'
import { openTranscripts, type RemovedTranscript } from '../../journal/transcripts.ts'
import type { Event } from '../../kernel/event.ts'
import { journalFolder } from '../journal-place.ts'
import type { Settled } from './settled.ts'

export type OutputKind = 'transcript' | 'artifact' | 'check'

export interface Output {
  readonly kind: OutputKind
  readonly name: string
  readonly reason: string
  readonly bytes: number
  readonly isRemoved: boolean
}

/** An artifact is put before the entry that refers to it is written: this long nobody takes it for forgotten. */
const GRACE_MS = 3_600_000

export interface OutputFacts {
  readonly root: string
  readonly now: string
  readonly entries: readonly Entry<Event>[]
  readonly settled: Settled
  readonly checksMs: number
}

export async function judgeOutputs(facts: OutputFacts): Promise<readonly Output[]> {
  return [...(await transcripts(facts)), ...artifacts(facts), ...checks(facts)]
}

async function transcripts({ root, settled }: OutputFacts): Promise<Output[]> {
  const folder = journalFolder(root)
  if (!existsSync(layoutOf(folder).transcripts)) return []
  const store = openTranscripts(folder)
  try {
    return (await store.list()).map(({ attempt, lastAt, bytes }) => {
      const { isSettled, reason } = settled.transcript(attempt, lastAt)
      return { kind: 'transcript', name: attempt, reason, bytes, isRemoved: isSettled }
    })
  } finally {
    await store.close()
  }
}

function artifacts({ root, now, entries }: OutputFacts): Output[] {
  const store = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const referred = references(entries)
  return store.list().flatMap(hash => {
    const found = store.stat(hash)
    if (!found || referred.has(hash)) return []
    const isRemoved = found.putAt < graceOf(now)
    const reason = isRemoved ? 'no entry refers to it' : 'it was put only now'
    return [{ kind: 'artifact' as const, name: hash, reason, bytes: found.bytes, isRemoved }]
  })
}

const graceOf = (now: string) => new Date(Date.parse(now) - GRACE_MS).toISOString()

/** Everything in an entry that looks like the name of an artifact, and the entry itself where it lies in one. */
function references(entries: readonly Entry<Event>[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { event } of entries) {
    const text = payloadText(event)
    found.add(payloadHash(text))
    for (const [hash] of text.matchAll(/\b[0-9a-f]{64}\b/g)) found.add(hash)
  }
  return found
}

function checks({ root, now, checksMs }: OutputFacts): Output[] {
  return listResults(join(root, CHECKS_FOLDER)).map(({ key, bytes, storedAt }) => {
    const isRemoved = Date.parse(now) - Date.parse(storedAt) >= checksMs
    const reason = `its result is of ${storedAt.slice(0, 10)}`
    return { kind: 'check', name: key, reason, bytes, isRemoved }
  })
}

/** Under which name it is remembered why the tree of an attempt, or of a turn in it, is not here any more. */
export const treeKey = (attempt: string): string => `tree ${attempt}`

/** By the names of attempts, with the reason. */
export async function rememberTrees(
  root: string,
  at: string,
  removed: readonly { readonly attempt: string; readonly why: string }[],
): Promise<void> {
  if (removed.length === 0) return
  const store = openTranscripts(journalFolder(root))
  try {
    for (const { attempt, why } of removed) await store.recordAbsence(treeKey(attempt), { at, why })
  } finally {
    await store.close()
  }
}

/** Answers what is gone now: less only where somebody wanted a thing again meanwhile. */
export async function removeOutputs(
  root: string,
  now: string,
  outputs: readonly Output[],
  why: string,
): Promise<readonly Output[]> {
  const of = (kind: OutputKind) => outputs.filter(each => each.kind === kind)
  await removeTranscripts(
    root,
    of('transcript').map(each => each.name),
    { at: now, why },
  )
  forgetResults(join(root, CHECKS_FOLDER), new Set(of('check').map(each => each.name)))
  const store = openArtifacts(layoutOf(journalFolder(root)).artifacts)
  const kept = new Set(
    of('artifact').filter(({ name }) => !store.removeUnlessPutSince(name, graceOf(now))),
  )
  return outputs.filter(each => !kept.has(each))
}

async function removeTranscripts(
  root: string,
  attempts: readonly string[],
  removal: RemovedTranscript,
): Promise<void> {
  if (attempts.length === 0) return
  const store = openTranscripts(journalFolder(root))
  try {
    for (const attempt of attempts) await store.remove(attempt, removal)
    await store.compact()
  } finally {
    await store.close()
  }
}
