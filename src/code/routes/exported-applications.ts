// Applications that their file does nothing with but export them: a runtime may be started with that file, or else nobody serves them.
// Told only where another application of the same package is the one that serves.

import { folderOf, foldersAbove } from '../resolving/paths.ts'
import type { Repository } from './look-up.ts'
import type { PlacedRouter } from './routed-file.ts'

export interface Starting {
  /** Another file that is no test brings in something of this one, or all of it. */
  readonly isTaken: (file: string) => boolean
  /** A runtime may be started with this file, as far as its place, its name and the manifests tell. */
  readonly mayBeStarted: (file: string) => boolean
  /** Some file loads others without naming them. */
  readonly loadsComputed: () => boolean
}

export function isServedByNobody(below: PlacedRouter, around: Repository & Starting): boolean {
  const { isTaken, mayBeStarted, loadsComputed } = around
  const { file, router } = below
  if (!router.isOnlyExported || mayBeStarted(file) || isTaken(file)) return false
  return hasServer(below, around) && !loadsComputed()
}

/** Another file of the same package makes an application of the framework, and serves it. */
export function hasServer(
  { file, router }: PlacedRouter,
  { files, resolution, mayBeStarted }: Repository & Starting,
): boolean {
  const packageOf = (path: string) =>
    foldersAbove(folderOf(path)).find(each => resolution.packages.byFolder.has(each))
  return [...files.values()].some(
    ({ path, depth }) =>
      path !== file &&
      packageOf(path) === packageOf(file) &&
      depth.routers.some(
        each =>
          each.framework === router.framework &&
          each.kind === 'application' &&
          (!each.isOnlyExported || mayBeStarted(path)),
      ),
  )
}
