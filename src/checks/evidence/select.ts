// Which files a resource is about: the declared ones; where none are declared, those that declare its names; where the declared
// ones are gone, those that its names have moved to. The same tree always gives the same files.

import picomatch from 'picomatch'
import { isGlob } from '../../base/paths.ts'
import type { Codebase } from '../../code/codebase.ts'
import { isForeignPath, isOwnCode } from '../../code/own-code.ts'
import { isTestFile } from '../../code/test-files.ts'
import { type Expectation, expectationsOf } from '../../evidence/expectations.ts'
import type { Resource } from '../../spec/model.ts'
import { holdersOf, isQualified, type ReadFiles } from './holders.ts'
import type { Selection } from './subject.ts'

/** Files where a name that only bodies hold is registered: an endpoint, a command, a table, an operation. */
export type FilesRegistering = (expectation: Expectation) => readonly string[]

interface Finding {
  readonly stems: Stems
  readonly read: ReadFiles
  readonly registering: FilesRegistering
}

export function selectFiles(resource: Resource, codebase: Codebase, finding: Finding): Selection {
  const declared = expandPaths(resource.files, codebase)
  if (declared.some(path => codebase.has(path))) return { origin: 'declared', files: declared }
  const found = discover(resource, codebase, finding)
  if (resource.files.length === 0) return { origin: 'found', files: found }
  return found.length > 0
    ? { origin: 'moved', files: found }
    : { origin: 'declared', files: declared }
}

/** Globs become what they match; a glob that matches nothing stays, so that it is told as absent. */
export function expandPaths(paths: readonly string[], codebase: Codebase): readonly string[] {
  const expand = (path: string) => {
    if (!isGlob(path) || codebase.has(path)) return [path]
    const matches = matching(path, codebase.files)
    return matches.length > 0 ? matches : [path]
  }
  return [...new Set(paths.flatMap(expand))]
}

/** Files stand in order, so only those below the fixed part of the glob are looked at. */
function matching(glob: string, files: readonly string[]): string[] {
  const { base } = picomatch.scan(glob)
  const prefix = base === '' || base === '.' ? '' : `${base}/`
  const isMatch = picomatch(glob, { dot: true })
  const found: string[] = []
  for (let at = lowerBound(files, prefix); at < files.length && files[at]!.startsWith(prefix); at++)
    if (isMatch(files[at]!)) found.push(files[at]!)
  return found
}

function lowerBound(files: readonly string[], prefix: string): number {
  let [low, high] = [0, files.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (files[middle]! < prefix) low = middle + 1
    else high = middle
  }
  return low
}

function discover(
  resource: Resource,
  codebase: Codebase,
  { stems, registering, read }: Finding,
): readonly string[] {
  const expectations = expectationsOf(resource).filter(each => !isDefault(each.name))
  if (expectations.length === 0) return filesCalled(resource.name, codebase, stems)
  const registered = expectations.flatMap(registering)
  return [...new Set([...byNames(resource, expectations, codebase, read), ...registered])].sort()
}

/** Any file may have one. */
const isDefault = (name: string) => /^default(\.|$)/.test(name)

/** A name alone proves nothing, so a handful of files is enough to look at. */
const MOST_BY_NAME = 10

const declaring = /^(class|classes|functions|entities|exports)$/

/**
 * The fewest files that together declare the names: first the one that declares the most, then only files of its
 * neighbourhood and those that alone declare a name of several words. Names strewn over unrelated places are not one resource.
 */
function byNames(
  resource: Resource,
  expectations: readonly Expectation[],
  codebase: Codebase,
  read: ReadFiles,
): readonly string[] {
  const wanted = expectations.filter(each => declaring.test(each.attribute))
  const holders = new Map<string, Set<string>>()
  const unmistakable = new Set<string>()
  for (const each of wanted) {
    const { paths, isSure } = holdersOf(each, codebase, read)
    for (const path of paths) holders.set(path, (holders.get(path) ?? new Set()).add(each.name))
    const isTold = isCompound(each.name) || (isSure && isQualified(each.name))
    if (paths.length === 1 && isTold) unmistakable.add(each.name)
  }
  const chosen: string[] = []
  const open = new Set(wanted.map(each => each.name))
  for (let anchor: string | undefined; open.size > 0; ) {
    const best = bestHolder(holders, open, { name: resource.name, anchor, unmistakable })
    if (best === undefined) break
    anchor ??= best
    chosen.push(best)
    for (const name of holders.get(best)!) open.delete(name)
  }
  return chosen
}

/** Two words or more: where one file alone declares it, nothing else can be meant, wherever that lies. */
function isCompound(name: string): boolean {
  const word = name.split(/::|[.#]/).at(-1)!
  return /[a-z0-9]_[a-z0-9]/i.test(word) || /[a-z][A-Z]/.test(word)
}

interface Wanted {
  readonly name: string
  readonly anchor: string | undefined
  readonly unmistakable: ReadonlySet<string>
}

function bestHolder(
  holders: ReadonlyMap<string, ReadonlySet<string>>,
  open: ReadonlySet<string>,
  { name, anchor, unmistakable }: Wanted,
): string | undefined {
  const scored = [...holders]
    .map(([path, names]) => ({
      path,
      covers: [...names].filter(each => open.has(each)).length,
      isNamed: isRelated(path, name),
      isSure: [...names].some(each => open.has(each) && unmistakable.has(each)),
    }))
    .filter(
      each =>
        each.covers > 0 &&
        (anchor === undefined || each.isNamed || each.isSure || isNear(each.path, anchor)),
    )
  scored.sort(
    (a, b) =>
      b.covers - a.covers ||
      Number(b.isNamed) - Number(a.isNamed) ||
      a.path.length - b.path.length ||
      (a.path < b.path ? -1 : 1),
  )
  return scored[0]?.path
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/** In the same folder, or one below the other. */
function isNear(path: string, anchor: string): boolean {
  const [one, other] = [folderOf(path), folderOf(anchor)]
  return one.startsWith(other) || other.startsWith(one)
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

const isRelated = (path: string, name: string) => plain(path).includes(plain(name))

/** Files by their plain name. */
export type Stems = (files: readonly string[]) => ReadonlyMap<string, readonly string[]>

/** `user_profile` is the name of userProfile.ts, user-profile.py and user_profile/index.js. */
function filesCalled(name: string, codebase: Codebase, stems: Stems): readonly string[] {
  return (stems(codebase.files).get(plain(name)) ?? [])
    .slice(0, MOST_BY_NAME)
    .filter(path => isOwnCode(path, codebase))
}

/** Made once for a codebase, when somebody asks. */
export function findStems(): Stems {
  let known: ReadonlyMap<string, readonly string[]> | undefined
  return files => {
    known ??= stemsOf(files)
    return known
  }
}

function stemsOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, string[]>()
  for (const path of files) {
    if (isTestFile(path) || isForeignPath(path)) continue
    const parts = path.split('/')
    const stem = parts.at(-1)!.replace(/\..*$/, '')
    const isIndex = /^(index|__init__|mod|main)$/.test(stem)
    const key = plain(isIndex ? (parts.at(-2) ?? '') : stem)
    if (!made.get(key)?.push(path)) made.set(key, [path])
  }
  return made
}
