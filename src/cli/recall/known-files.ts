// The files of a codebase as they are written down, with those few in their place that are different now: enough to read a resource
// again that rests on its files alone, and to write down what was found. Lists nothing and parses nothing.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { KnownFiles } from '../../checks/evidence/narrow.ts'
import { headThen } from '../../checks/evidence/remembering/changes.ts'
import type { Watched } from '../../checks/evidence/remembering/memory.ts'
import type { Asked } from '../../checks/evidence/remembering/remembered.ts'
import type { FactCache } from '../../code/cache.ts'
import type { TreeMark } from '../../code/git-tree.ts'
import { decodeOutline } from '../../code/outline-codec.ts'
import type { Touched } from './touched.ts'

export interface FilesNow {
  readonly asked: Asked
  readonly touched: readonly Touched[]
  readonly outlines: FactCache
  readonly root: string
  readonly mark: TreeMark
}

/** For few questions. */
export function knownFiles({ asked, touched, outlines, root }: FilesNow): KnownFiles {
  const changed = new Map(touched.map(each => [each.path, each]))
  const placeOf = (path: string) => {
    const place = asked.paths.indexOf(path)
    return place < asked.count ? place : -1
  }
  return {
    has: path => placeOf(path) >= 0,
    isEmpty: path => !statSync(join(root, path), { throwIfNoEntry: false })?.size,
    outline(path) {
      const now = changed.get(path)
      const record = now?.record?.[1] ?? outlines.find(now?.id ?? asked.ids[placeOf(path)] ?? '')
      return record && decodeOutline(record)
    },
  }
}

/** Of all files. */
export function watchedFiles({ asked, touched, mark }: FilesNow): Watched {
  const files = asked.paths.slice(0, asked.count)
  const places = new Map(files.map((path, place) => [path, place]))
  const changed = new Map(touched.map(each => [each.path, each]))
  return {
    files,
    idOf: path => changed.get(path)?.id ?? asked.ids[places.get(path) ?? -1] ?? undefined,
    head(path) {
      const place = places.get(path)
      return changed.get(path)?.head ?? (place === undefined ? undefined : headThen(asked, place))
    },
    mark: () => mark,
  }
}

/** What was read of those that are different, for the next time. */
export const keepOutlines = ({ touched, outlines }: FilesNow) =>
  outlines.keep(new Map(touched.flatMap(each => (each.record ? [each.record] : []))))
