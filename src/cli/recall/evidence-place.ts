// Where the evidence of the last reading of a folder lies, and what it says. Only a built program remembers.

import { join } from 'node:path'
import { sha256 } from '../../base/hash.ts'
import {
  type Asked,
  decodeAsked,
  encodeRemembered,
  type Remembered,
  withFound,
} from '../../checks/evidence/remembering/remembered.ts'
import { behindAnalysis, hashesOf, programHash } from './program.ts'
import { readSealedParts, writeSealedParts } from './sealed.ts'

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

/** What was asked is known already; what was found is read when somebody wants it. */
export interface EvidenceOnDisk {
  readonly asked: Asked
  /** Undefined where it is not there any more, or damaged. */
  readonly whole: () => Remembered | undefined
}

export function openEvidence(path: string): EvidenceOnDisk | undefined {
  const parts = readSealedParts(path)
  if (!parts) return undefined
  const asked = decodeAsked(parts.first.toString())
  return {
    asked,
    whole() {
      const found = parts.second()
      return found && withFound(asked, found.toString())
    },
  }
}

export function writeEvidence(path: string, remembered: Remembered): void {
  const { asked, found } = encodeRemembered(remembered)
  writeSealedParts(path, asked, found)
}
