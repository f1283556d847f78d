// Results of checks on disk: by what they speak for, and the latest of each check for each thing that it was run for. Losing it costs
// time, never truth; a damaged entry is as good as none.

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../base/hash.ts'
import { compareText } from '../base/order.ts'
import { type CheckResult, checkResultSchema } from '../contract/check-result.ts'
import { keepFile, keptJson, keptText } from './kept-files.ts'

export const CHECKS_FOLDER = '.fixpoint/local/checks'

const MAX_RESULTS = 256
const MAX_POINTERS = 8_192

const resultPath = (folder: string, key: string) => join(folder, 'results', `${key}.json`)
const pointerPath = (folder: string, name: string, scope: string) =>
  join(folder, 'latest', `${sha256(`${name}\0${scope}`)}.txt`)

export function loadResult(folder: string, key: string): CheckResult | undefined {
  const kept = /^[0-9a-f]{64}$/.test(key) ? keptJson(resultPath(folder, key)) : undefined
  const parsed = kept === undefined ? undefined : checkResultSchema.safeParse(kept)
  return parsed?.success && parsed.data.key === key ? parsed.data : undefined
}

/** What a check found when it last ran for `scope`, whether or not that still holds. */
export function loadLatest(folder: string, name: string, scope: string): CheckResult | undefined {
  const key = keptText(pointerPath(folder, name, scope))
  return key === undefined ? undefined : loadResult(folder, key.trim())
}

/** Whole or not at all, also when several processes store at once. */
export function storeResult(folder: string, scope: string, result: CheckResult): void {
  keepFile(resultPath(folder, result.key), JSON.stringify(result), MAX_RESULTS)
  pointTo(folder, scope, result)
}

/** Makes a stored result the latest of its check for `scope`. */
export function pointTo(folder: string, scope: string, { name, key }: CheckResult): void {
  const path = pointerPath(folder, name, scope)
  if (keptText(path) !== key) keepFile(path, key, MAX_POINTERS)
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
    if (!kept.has(keptText(path)?.trim() ?? '')) rmSync(path, { force: true })
  }
}

const namesIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).sort(compareText) : []
