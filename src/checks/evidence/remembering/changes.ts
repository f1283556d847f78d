// What is different in a codebase from what was written down of it: files, their outlines and heads, and the names that came or went.

import type { FileHead, UnreadCodebase } from '../../../code/codebase.ts'
import { type Changed, changedFiles } from './changed-files.ts'
import type { Asked, Questions } from './remembered.ts'

export interface Changes {
  /** Of files that came, went or have another content, by their place among those that were written down. */
  readonly places: ReadonlySet<number>
  /** Of those that came, went, are empty or have another outline. */
  readonly outlines: ReadonlySet<number>
  /** Of those that came or went, or whose head says something else. */
  readonly heads: ReadonlySet<number>
  /** Declared in files that did not declare them before, or no longer. */
  readonly names: ReadonlySet<string>
  /** There are other files than there were. */
  readonly isListed: boolean
  /** Something changed that may have a say in anything. */
  readonly isWide: boolean
}

/** With more changes than this everything is read again. */
const MOST_CHANGED = 200

/**
 * Undefined where it cannot be told, or not at less cost than by reading everything. `aside` is the file that speaks of the code and
 * is no part of it.
 */
export function changesSince(
  before: Asked,
  codebase: UnreadCodebase,
  aside: string,
): Changes | undefined {
  const changed = changedFiles(before, codebase, MOST_CHANGED)
  return changed.length > MOST_CHANGED ? undefined : changesOf(changed, before, codebase, aside)
}

/** What is asked of a file that changed. */
export type Changeable = Pick<
  UnreadCodebase,
  'has' | 'head' | 'namesOf' | 'outline' | 'isReadAlike'
>

/** The same, where somebody knows already which files changed. */
export function changesOf(
  changed: readonly Changed[],
  before: Asked,
  codebase: Changeable,
  aside: string,
): Changes | undefined {
  const names = new Set<string>()
  const places = new Set<number>()
  const outlines = new Set<number>()
  const heads = new Set<number>()
  let isListed = false
  for (const { path, place } of changed) {
    const id = place === undefined ? null : before.ids[place]!
    const cameOrWent = (id !== null) !== codebase.has(path)
    const isAlike = !cameOrWent && id !== null && codebase.isReadAlike(path, id)
    const old = id === null || isAlike ? [] : codebase.namesOf(path, id)
    if (old === undefined) return undefined
    // A method away from its type is looked for by its own name, too.
    for (const name of isAlike ? [] : differing(old, namesNow(path, codebase)))
      names.add(name).add(name.slice(name.lastIndexOf('.') + 1))
    isListed ||= cameOrWent
    if (place === undefined) continue
    places.add(place)
    if (!isAlike) outlines.add(place)
    if (cameOrWent || headThen(before, place) !== codebase.head(path)) heads.add(place)
  }
  // A new file has no place, and is a change all the same.
  if (changed.length > 0 && places.size === 0) places.add(before.paths.length)
  return {
    places,
    outlines,
    heads,
    names,
    isListed,
    isWide: changed.some(each => each.path !== aside),
  }
}

const namesNow = (path: string, codebase: Changeable) =>
  codebase.has(path) ? (codebase.outline(path)?.declarations ?? []).map(each => each.name) : []

function differing(one: readonly string[], other: readonly string[]): readonly string[] {
  const [first, second] = [new Set(one), new Set(other)]
  return [...one.filter(each => !second.has(each)), ...other.filter(each => !first.has(each))]
}

/** Nothing that it rests on has another answer now. */
export function holds(known: Questions, changes: Changes): boolean {
  if (changes.places.size === 0) return true
  return (
    !(known.isWide && changes.isWide) &&
    !(known.readsList && changes.isListed) &&
    !known.paths.some(each => changes.places.has(each)) &&
    !known.outlines.some(each => changes.outlines.has(each)) &&
    !known.heads.some(each => changes.heads.has(each)) &&
    !known.names.some(each => changes.names.has(each))
  )
}

/** Of a file whose head was asked for. */
export function headThen({ oddHeads }: Asked, place: number): FileHead | undefined {
  const odd = oddHeads[place]
  return odd === null ? undefined : (odd ?? 'own')
}
