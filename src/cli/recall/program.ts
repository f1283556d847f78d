// What decides an answer beside the project: this very program, and what a user adds to it. Only a built program knows itself, so
// only a built one remembers.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../base/hash.ts'
import { packFiles } from '../../code/languages/pack-files.ts'

/** The hash of all sources, put in by the build. */
declare const PROGRAM_HASH: string | undefined

/** Undefined where the program runs from its sources. */
export const programHash = typeof PROGRAM_HASH === 'string' ? PROGRAM_HASH : undefined

/** Files that decide how code is read: grammars that a user installed, languages that the project describes. */
export const behindAnalysis = (codeRoot: string, cacheFolder: string): string[] => [
  join(cacheFolder, 'grammars/node_modules/.package-lock.json'),
  ...packFiles(codeRoot).map(each => join(codeRoot, each)),
]

export function hashesOf(paths: readonly string[]): Record<string, string | null> {
  return Object.fromEntries([...new Set(paths)].map(path => [path, hashOf(path)]))
}

function hashOf(path: string): string | null {
  try {
    return statSync(path).isFile() ? sha256(readFileSync(path)) : null
  } catch {
    return null // not there, or not to be read: the same to whoever reads it
  }
}
