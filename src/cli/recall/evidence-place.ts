// Where the evidence of the last reading of a folder lies, and what it says. Only a built program remembers.

import { join } from 'node:path'
import { sha256 } from '../../base/hash.ts'
import { decodeRemembered, type Remembered } from '../../checks/evidence/remembered.ts'
import { behindAnalysis, hashesOf, programHash } from './program.ts'
import { readSealed } from './sealed.ts'

/** What decides, beside the content of files, which evidence is found. */
export interface EvidenceSlot {
  readonly codeRoot: string
  readonly sourceFolders: readonly string[]
  readonly isThorough: boolean
}

/** `folder` is the cache of the user; undefined where nothing is remembered. */
export function evidencePath(slot: EvidenceSlot, folder: string | undefined): string | undefined {
  if (folder === undefined || programHash === undefined) return undefined
  const { codeRoot, sourceFolders, isThorough } = slot
  const analysis = hashesOf(behindAnalysis(codeRoot, folder))
  const deciding = [programHash, process.version, codeRoot, sourceFolders, isThorough, analysis]
  return join(folder, 'evidence', `${sha256(JSON.stringify(deciding))}.evidence`)
}

export function readRemembered(path: string): Remembered | undefined {
  const kept = readSealed(path)
  return kept && decodeRemembered(kept)
}
