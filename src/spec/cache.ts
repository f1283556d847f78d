// Parsed specs in the user's cache folder, by the hash of what was read. Only valid specs get in; a damaged entry is read again from the source.

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import { forgetOldest } from '../base/forget-oldest.ts'
import { sha256 } from '../base/hash.ts'
import { makeFolder } from '../base/make-folder.ts'
import type { Spec } from './model.ts'
import type { Source } from './text.ts'

export interface SpecCache {
  readonly folder: string
  /** Entries of another version of the program are never read. */
  readonly version: string
}

export interface CachedSpec {
  readonly spec: Spec
  readonly warnings: readonly Diagnostic[]
}

interface Entry {
  /** Hashes of the included files, by path. */
  readonly included: Readonly<Record<string, string>>
  readonly value: CachedSpec
}

const MAX_ENTRIES = 64

const keyOf = ({ version }: SpecCache, main: Source) =>
  sha256(`${version}\0${main.file}\0${main.text}`)

export function loadSpec(
  cache: SpecCache,
  main: Source,
  readText: (file: string) => string,
): Entry | undefined {
  try {
    const entry = JSON.parse(
      readFileSync(join(cache.folder, `${keyOf(cache, main)}.json`), 'utf8'),
    ) as Entry
    const isFresh = Object.entries(entry.included).every(
      ([file, hash]) => sha256(readText(file)) === hash,
    )
    return isFresh ? entry : undefined
  } catch {
    return undefined // absent or damaged: the source tells
  }
}

export const hashesOf = (sources: readonly Source[]) =>
  Object.fromEntries(sources.map(({ file, text }) => [file, sha256(text)]))

/** Failing to store costs time at the next start and nothing else: a machine without a home or with a full disk still plans. */
export function storeSpec(
  cache: SpecCache,
  [main, ...included]: readonly Source[],
  value: CachedSpec,
): void {
  const hashes = hashesOf(included)
  const path = join(cache.folder, `${keyOf(cache, main!)}.json`)
  const temporary = `${path}.${process.pid}.tmp`
  try {
    makeFolder(cache.folder)
    writeFileSync(temporary, JSON.stringify({ included: hashes, value } satisfies Entry))
    renameSync(temporary, path)
    forgetOldest(cache.folder, MAX_ENTRIES)
  } catch {
    // Nothing to cache in: the next start parses again. A half-written temporary goes with the oldest.
  }
}
