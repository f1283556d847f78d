// Results of checks on disk: by what they speak for, and the latest of each check for each thing that it was run for. Losing it costs
// time, never truth; a damaged entry is as good as none.

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { forgetOldest } from '../base/forget-oldest.ts'
import { sha256 } from '../base/hash.ts'
import { compareText } from '../base/order.ts'
import { type CheckResult, checkResultSchema } from '../contract/check-result.ts'

export const CHECKS_FOLDER = '.fixpoint/local/checks'

const MAX_RESULTS = 256
const MAX_POINTERS = 8_192

const resultPath = (folder: string, key: string) => join(folder, 'results', `${key}.json`)
const pointerPath = (folder: string, name: string, scope: string) =>
  join(folder, 'latest', `${sha256(`${name}\0${scope}`)}.txt`)

export function loadResult(folder: string, key: string): CheckResult | undefined {
  const text = /^[0-9a-f]{64}$/.test(key) ? readIfAny(resultPath(folder, key)) : undefined
  const parsed = text === undefined ? undefined : checkResultSchema.safeParse(asJson(text))
  return parsed?.success && parsed.data.key === key ? parsed.data : undefined
}

/** What a check found when it last ran for `scope`, whether or not that still holds. */
export function loadLatest(folder: string, name: string, scope: string): CheckResult | undefined {
  const key = readIfAny(pointerPath(folder, name, scope))
  return key === undefined ? undefined : loadResult(folder, key.trim())
}

/** Whole or not at all, also when several processes store at once. */
export function storeResult(folder: string, scope: string, result: CheckResult): void {
  write(resultPath(folder, result.key), JSON.stringify(result), MAX_RESULTS)
  pointTo(folder, scope, result)
}

/** Makes a stored result the latest of its check for `scope`. */
export function pointTo(folder: string, scope: string, { name, key }: CheckResult): void {
  const path = pointerPath(folder, name, scope)
  if (readIfAny(path) !== key) write(path, key, MAX_POINTERS)
}

/** Failing to store costs a run of the check and nothing else: a full disk or a read-only checkout still gets its answer. */
function write(path: string, content: string, limit: number): void {
  try {
    writeFileAtomic(path, content)
    forgetOldest(dirname(path), limit)
  } catch {
    // Nothing to keep it in: the check runs again next time.
  }
}

export interface StoredResult {
  readonly key: string
  readonly bytes: number
  /** By the clock of the file system. */
  readonly storedAt: string
}

/** Every stored result, by key. */
export function listResults(folder: string): readonly StoredResult[] {
  return namesIn(join(folder, 'results')).flatMap(name => {
    const stats = statSync(join(folder, 'results', name), { throwIfNoEntry: false })
    const key = /^([0-9a-f]{64})\.json$/.exec(name)?.[1]
    return stats && key ? [{ key, bytes: stats.size, storedAt: stats.mtime.toISOString() }] : []
  })
}

/** Forgets results, and what points at results that are gone. */
export function forgetResults(folder: string, keys: ReadonlySet<string>): void {
  for (const key of keys) rmSync(resultPath(folder, key), { force: true })
  const kept = new Set(listResults(folder).map(each => each.key))
  for (const name of namesIn(join(folder, 'latest'))) {
    const path = join(folder, 'latest', name)
    if (!kept.has(readIfAny(path)?.trim() ?? '')) rmSync(path, { force: true })
  }
}

const namesIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).sort(compareText) : []

function readIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // absent or unreadable: the check runs again
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // damaged: as good as none
  }
}
