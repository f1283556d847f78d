// Which files a file that is gone may be now, and which of them it is.

import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { askGit } from '../base/git.ts'
import type { Codebase } from '../code/codebase.ts'
import { expectationsOf } from '../evidence/expectations.ts'
import type { Resource } from '../spec/model.ts'

/** A file that is not there any more, and the resources that name it alone. */
export interface Gone {
  readonly from: string
  readonly resources: readonly Resource[]
}

/** More than these are no hint. */
const MOST_CANDIDATES = 24

/** Files with the content that the last commit had there, with its name, or with one of its names in them. */
export function candidatesFor(
  gone: readonly Gone[],
  free: ReadonlySet<string>,
  codebase: Codebase,
  root: string,
): ReadonlyMap<Gone, readonly string[]> {
  const before = committed(
    gone.map(each => each.from),
    root,
  )
  const sizes = new Set([...before.values()].map(each => each.size))
  const byContent =
    before.size === 0 ? new Map<string, string[]>() : contentsOf(free, sizes, codebase)
  const byName = Map.groupBy(free, path => basename(path))
  return new Map(
    gone.map(each => {
      const same = byContent.get(before.get(each.from)?.blob ?? '') ?? []
      if (same.length === 1) return [each, same]
      const declaring = namesOf(each.resources).flatMap(codebase.declaring)
      const found = [...same, ...(byName.get(basename(each.from)) ?? []), ...declaring]
      return [each, [...new Set(found)].filter(path => free.has(path)).slice(0, MOST_CANDIDATES)]
    }),
  )
}

/** One place for each file, and no place for two of them; what one has taken is none for the others. */
export function placesOf(
  gone: readonly Gone[],
  holders: ReadonlyMap<Gone, readonly string[]>,
): ReadonlyMap<Gone, string> {
  const places = new Map<Gone, string>()
  for (;;) {
    const taken = new Set(places.values())
    const found = gone
      .filter(each => !places.has(each))
      .flatMap(each => {
        const place = placeOf(
          each.from,
          holders.get(each)!.filter(path => !taken.has(path)),
        )
        return place === undefined ? [] : [[each, place] as const]
      })
    const claims = Map.groupBy(found, ([, place]) => place)
    const certain = found.filter(([, place]) => claims.get(place)!.length === 1)
    if (certain.length === 0) return places
    for (const [each, place] of certain) places.set(each, place)
  }
}

/** The only one; of several the only one of its name, or the only one in its folder. */
function placeOf(from: string, holders: readonly string[]): string | undefined {
  const named = holders.filter(path => basename(path) === basename(from))
  const beside = holders.filter(path => dirname(path) === dirname(from))
  return [holders, named, beside].find(each => each.length === 1)?.[0]
}

const namesOf = (resources: readonly Resource[]) =>
  resources
    .flatMap(expectationsOf)
    .map(each => each.name.split(/::|[.#]/).at(-1)!)
    .slice(0, MOST_CANDIDATES)

interface Blob {
  readonly blob: string
  readonly size: number
}

/** What the last commit has at these paths; nothing where there is no git. */
function committed(paths: readonly string[], root: string): ReadonlyMap<string, Blob> {
  const answer = askGit(root, 'ls-tree', '-z', '-l', 'HEAD', '--', ...paths)
  if (!answer?.isOk) return new Map()
  const rows = answer.text.matchAll(/\d+ blob ([0-9a-f]+) +(\d+)\t([^\0]*)/g)
  return new Map(
    [...rows].map(([, blob, size, path]) => [path!, { blob: blob!, size: Number(size) }]),
  )
}

function contentsOf(
  paths: ReadonlySet<string>,
  sizes: ReadonlySet<number>,
  codebase: Codebase,
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const path of paths) {
    const bytes = codebase.bytes(path)
    if (!bytes || !sizes.has(bytes.length)) continue
    const blob = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
    found.set(blob, [...(found.get(blob) ?? []), path])
  }
  return found
}
