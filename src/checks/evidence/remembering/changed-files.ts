// Files of a codebase that came, went or have another content than was written down of them. Looks only at what git calls touched,
// where git tracks the same as then.

import type { UnreadCodebase } from '../../../code/codebase.ts'
import { type Asked, digestOfNamed } from './remembered.ts'

export interface Changed {
  readonly path: string
  /** Undefined for what was not written down. */
  readonly place: number | undefined
}

/** `mostTouched` files are looked up one by one; where more of them may differ, all are compared. */
export function changedFiles(
  before: Asked,
  codebase: UnreadCodebase,
  mostTouched: number,
): readonly Changed[] {
  const { paths, count } = before
  const others: Others = new Map(paths.slice(count).map((path, index) => [path, count + index]))
  const touched = touchedSince(before, codebase)
  const isFew = touched && touched.length <= mostTouched
  const changed = isFew
    ? touched.flatMap(path => changedFile(path, before, codebase, others))
    : comparedFiles(before, codebase, others)
  // What was asked for and is no file of the codebase may lie there all the same.
  const there = [...others]
    .filter(([path]) => !codebase.has(path) && codebase.head(path) !== undefined)
    .map(([path, place]) => ({ path, place }))
  return [...changed, ...there]
}

/** The only files that may differ; undefined where git does not tell. */
function touchedSince(before: Asked, codebase: UnreadCodebase): readonly string[] | undefined {
  const [then, now] = [before.mark, codebase.mark()]
  if (!then || then.index !== now?.index) return undefined
  if (before.named !== digestOfNamed(codebase.named)) return undefined
  return [...new Set([...then.touched, ...now.touched])]
}

/** Places of what was asked for and was no file of the codebase. */
type Others = ReadonlyMap<string, number>

function changedFile(
  path: string,
  { paths, ids, count }: Asked,
  codebase: UnreadCodebase,
  others: Others,
): readonly Changed[] {
  const found = paths.indexOf(path)
  const place = found < count && found >= 0 ? found : undefined
  if (!codebase.has(path)) return place === undefined ? [] : [{ path, place }]
  if (place === undefined) return [{ path, place: others.get(path) }]
  const id = codebase.idOf(path)
  return id === undefined || ids[place] !== id ? [{ path, place }] : []
}

/** Files of then and of now stand in the same order, so that both are gone through side by side and nothing is looked up. */
function comparedFiles(
  before: Asked,
  codebase: UnreadCodebase,
  others: Others,
): readonly Changed[] {
  const { paths, ids, count } = before
  const changed: Changed[] = []
  const gone: Changed[] = []
  let place = 0
  for (const path of codebase.files) {
    while (place < count && paths[place] !== path && paths[place]! < path)
      gone.push({ path: paths[place]!, place: place++ })
    if (place === count || paths[place] !== path) changed.push({ path, place: others.get(path) })
    else {
      const id = codebase.idOf(path)
      if (id === undefined || ids[place] !== id) changed.push({ path, place })
      place++
    }
  }
  for (; place < count; place++) gone.push({ path: paths[place]!, place })
  return [...changed, ...gone]
}
