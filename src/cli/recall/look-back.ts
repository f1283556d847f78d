// A view that was made before, where all that changed since are a few files. Reads those files alone, each once: no spec, no state, no
// grammar. Where nothing that the view shows rests on what is different in them, it is that very view; where some resources may, these
// are read again by their files. Whatever it is not sure of it leaves to who reads everything.

import { cacheFolder } from '../../base/cache-folder.ts'
import { type Changes, changesOf, holds } from '../../checks/evidence/remembering/changes.ts'
import type { Asked } from '../../checks/evidence/remembering/remembered.ts'
import { openCache } from '../../code/cache.ts'
import { isGitTree } from '../../code/git-tree.ts'
import { mayHaveChangedSince } from '../../code/limits.ts'
import type { View } from '../command.ts'
import type { World } from '../world.ts'
import type { Rereading } from './anew.ts'
import { writeEntry } from './entry.ts'
import {
  type EvidenceOnDisk,
  type EvidenceSlot,
  evidencePath,
  openEvidence,
} from './evidence-place.ts'
import type { Recall } from './recall.ts'
import { type Touched, touchedFiles } from './touched.ts'

export interface LookBack {
  /** The very view that would be made now. */
  readonly view?: View
  /** What has to be read again, where all else is as it was. */
  readonly open?: Rereading
  /** What is known of the last time, for who reads on. */
  readonly before: EvidenceOnDisk | undefined
}

export async function lookBack(
  recall: Recall,
  slot: EvidenceSlot,
  { environment }: World,
): Promise<LookBack> {
  const { tree, mark, known, digest, path, beganMs } = recall
  const folder = cacheFolder(environment)
  const place = evidencePath(slot, folder)
  const before = place === undefined ? undefined : openEvidence(place)
  if (!place || !before || !known?.isQuiet) return { before }
  const { asked } = before
  // The view shows this very evidence, so that it is about the same resources of the same spec.
  if (!asked.found || asked.found !== known.evidence) return { before }
  const answer = await tree
  if (!isGitTree(answer) || !mark) return { before }
  const root = slot.codeRoot
  const outlines = openCache(folder, 'outlines', answer.repository)
  const touched = await touchedFiles(asked, mark, root, outlines)
  const changes = touched && changesIn(touched, asked)
  if (!changes) return { before }
  const isSettled = !touched.some(each => mayHaveChangedSince(each.changedMs, beganMs))
  const addresses = openAddresses(asked, changes)
  if (addresses.length === 0) {
    if (isSettled && digest !== undefined)
      writeEntry(path, { ...known, tree: digest }, recall.rows())
    return { view: known.view, before }
  }
  return {
    open: { addresses, files: { asked, touched, outlines, root, mark }, place, before, isSettled },
    before,
  }
}

/** Of resources that may have other evidence now. */
const openAddresses = ({ resources }: Asked, changes: Changes) =>
  [...resources].flatMap(([address, each]) => (holds(each, changes) ? [] : [address]))

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
