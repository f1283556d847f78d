// Evidence of the last reading of a folder, for the next one by whatever command: only what may have changed is read and weighed
// again. Holds by content alone, and is not kept while anything that was read is as young as the command.

import { relative } from 'node:path'
import { cacheFolder } from '../../base/cache-folder.ts'
import { noMemory } from '../../checks/evidence/read.ts'
import { type OpenMemory, openMemory } from '../../checks/evidence/remembering/memory.ts'
import type { UnreadCodebase } from '../../code/codebase.ts'
import { mayHaveChangedSince } from '../../code/limits.ts'
import { readConfig } from '../../config/read.ts'
import type { World } from '../world.ts'
import {
  type EvidenceOnDisk,
  type EvidenceSlot,
  evidencePath,
  openEvidence,
  writeEvidence,
} from './evidence-place.ts'

export interface EvidenceRequest extends EvidenceSlot {
  /** Of the project, whose settings may bring reports in. */
  readonly root: string
  /** Where the state lies, if it is a file. */
  readonly stateFile: string
  /** What is known of the last time, where it has been opened already. */
  readonly before: EvidenceOnDisk | undefined
  /** When the command began, before git was asked; by the clock of file systems. */
  readonly beganMs: number
}

export interface KeptEvidence {
  readonly memory: Omit<OpenMemory, 'isNew' | 'remembered'>
  /**
   * For the next reading, where all of the spec was read. Answers the digest of what was found, and undefined where that is not
   * written down.
   */
  readonly keep: () => string | undefined
}

export async function recallEvidence(
  request: EvidenceRequest,
  codebase: UnreadCodebase,
  world: World,
): Promise<KeptEvidence> {
  const path = await placeOf(request, world)
  if (path === undefined || !codebase.isGit) return { memory: unknown, keep: () => undefined }
  const memory = openMemory(
    (request.before ?? openEvidence(path))?.whole(),
    codebase,
    relative(request.codeRoot, request.stateFile).replaceAll('\\', '/'),
  )
  return {
    memory,
    keep() {
      const isSettled =
        codebase.diagnostics.every(each => each.code === 'code/strange-name') &&
        !mayHaveChangedSince(codebase.changedMs(), request.beganMs)
      if (!isSettled) return undefined
      if (!memory.isNew()) return memory.foundAgain()
      const remembered = memory.remembered()
      writeEvidence(path, remembered)
      return remembered.found ?? undefined
    },
  }
}

const unknown = { ...noMemory, isEmpty: true, foundAgain: () => undefined }

/** Undefined where nothing can be kept: reports lie anywhere and are no part of the code. */
async function placeOf(request: EvidenceRequest, world: World): Promise<string | undefined> {
  const { file } = await readConfig(request.root)
  return file.reports === undefined
    ? evidencePath(request, cacheFolder(world.environment))
    : undefined
}
