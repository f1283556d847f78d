// A view that was made before, where all that changed since are a few files on which nothing that it shows rests. Reads those files
// alone, each once: no spec, no state, no grammar. Whatever it is not sure of it leaves to who reads everything.

import { cacheFolder } from '../../base/cache-folder.ts'
import { type Changes, changesOf, holds } from '../../checks/evidence/changes.ts'
import type { Asked } from '../../checks/evidence/remembered.ts'
import { openCache } from '../../code/cache.ts'
import { isGitTree } from '../../code/git-tree.ts'
import { mayHaveChangedSince } from '../../code/limits.ts'
import type { View } from '../command.ts'
import type { World } from '../world.ts'
import {
  type EvidenceOnDisk,
  type EvidenceSlot,
  evidencePath,
  openEvidence,
} from './evidence-place.ts'
import type { Recall } from './recall.ts'
import { writeSealed } from './sealed.ts'
import { type Touched, touchedFiles } from './touched.ts'

export interface LookBack {
  /** The very view that would be made now. */
  readonly view: View | undefined
  /** What is known of the last time, for who reads on. */
  readonly before: EvidenceOnDisk | undefined
}

export async function lookBack(
  { tree, mark, known, digest, path, beganMs }: Recall,
  slot: EvidenceSlot,
  { environment }: World,
): Promise<LookBack> {
  const folder = cacheFolder(environment)
  const evidence = evidencePath(slot, folder)
  const before = evidence === undefined ? undefined : openEvidence(evidence)
  const asked = before?.asked
  const unknown = { view: undefined, before }
  // The view shows this very evidence, so that it is about the same resources of the same spec.
  if (!asked?.found || !known?.isQuiet || asked.found !== known.evidence) return unknown
  const answer = await tree
  if (!isGitTree(answer) || !mark) return unknown
  const outlines = openCache(folder, 'outlines', answer.repository)
  const files = await touchedFiles(asked, mark, slot.codeRoot, outlines)
  if (!files) return unknown
  const changes = changesIn(files, asked)
  if (!changes || ![...asked.resources.values()].every(each => holds(each, changes))) {
    // Whoever reads on finds them read.
    outlines.keep(new Map(files.flatMap(each => (each.record ? [each.record] : []))))
    return unknown
  }
  const isSettled = !files.some(each => mayHaveChangedSince(each.changedMs, beganMs))
  if (isSettled && digest !== undefined)
    writeSealed(path, JSON.stringify({ ...known, tree: digest }))
  return { view: known.view, before }
}

function changesIn(files: readonly Touched[], before: Asked): Changes | undefined {
  const byPath = new Map(files.map(each => [each.path, each]))
  const changed = files.filter(each => !each.isAsBefore)
  const codebase = {
    has: (path: string) => byPath.has(path),
    head: (path: string) => byPath.get(path)?.head,
    namesOf: (path: string) => byPath.get(path)?.namesBefore,
    outline: (path: string) => byPath.get(path)?.outline,
    isReadAlike: (path: string) => byPath.get(path)?.isReadAlike === true,
  }
  return changesOf(changed, before, codebase, '')
}
