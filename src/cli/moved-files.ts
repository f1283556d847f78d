// Where the files of resources have gone. A file is followed only where one place is certain; where several may be meant, or only part of
// what is declared is found again, that is said, and nothing is decided.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isGlob } from '../base/paths.ts'
import { expandPaths } from '../checks/evidence/select.ts'
import type { Codebase } from '../code/codebase.ts'
import type { Evidence } from '../evidence/weigh.ts'
import type { Resource } from '../spec/model.ts'
import { noChecks } from './check-options.ts'
import { candidatesFor, type Gone, placesOf } from './move-candidates.ts'
import type { SpecDesk } from './project.ts'
import { findInCode, plainRefresh } from './refreshing.ts'
import { isDeclarable } from './scanning.ts'
import type { World } from './world.ts'

export interface MovedFile {
  readonly address: string
  readonly from: string
  readonly to: string
}

export interface UnsureMove {
  readonly resource: Resource
  readonly mayBe: readonly string[]
}

export interface Moves {
  readonly moved: readonly MovedFile[]
  readonly unsure: readonly UnsureMove[]
  /** Files that resources are about which do not name them. */
  readonly held: readonly string[]
}

export async function findMoves(desk: SpecDesk, world: World): Promise<Moves> {
  const { spec, project } = desk
  const mayBeHomeless = ({ files }: Resource) =>
    files.every(each => isGlob(each) || !existsSync(join(project.root, each)))
  if (!spec.resources.some(mayBeHomeless)) return { moved: [], unsure: [], held: [] }
  const { codebase, wanted, evidence } = await findInCode(
    desk,
    plainRefresh,
    noChecks,
    world,
    mayBeHomeless,
  )
  const found = new Map(evidence().map(each => [each.address, each]))
  const homeless = wanted.filter(each => isHomeless(each, codebase))
  const held = wanted
    .filter(each => each.files.length === 0)
    .flatMap(each => foundFiles(found.get(each.address)))
  const free = freeFiles(desk, codebase, homeless, held)
  const gone = goneFiles(desk, homeless)
  const holders = await holdersOf(gone, free, { desk, codebase, world })
  const places = placesOf(gone, holders)
  const moved = gone.flatMap(each => {
    const { from, resources } = each
    const to = places.get(each)
    return to === undefined ? [] : resources.map(({ address }) => ({ address, from, to }))
  })
  const settled = new Set(moved.map(each => each.address))
  const taken = new Set(moved.map(each => each.to))
  const unsure = homeless
    .filter(each => !settled.has(each.address))
    .map(resource => {
      const whole = gone.find(each => each.resources.includes(resource))
      const mayBe = [
        ...(whole ? holders.get(whole)! : []),
        ...foundFiles(found.get(resource.address)),
      ]
      return {
        resource,
        mayBe: [...new Set(mayBe)].filter(path => free.has(path) && !taken.has(path)),
      }
    })
    .filter(each => each.mayBe.length > 0)
  return { moved, unsure, held }
}

const isHomeless = ({ files }: Resource, codebase: Codebase) =>
  files.length > 0 && !expandPaths(files, codebase).some(codebase.has)

const foundFiles = (evidence: Evidence | undefined): readonly string[] =>
  evidence && evidence.names.found.length > 0 ? evidence.files : []

/** What nobody holds, and a resource might. */
function freeFiles(
  { spec }: SpecDesk,
  codebase: Codebase,
  homeless: readonly Resource[],
  held: readonly string[],
): ReadonlySet<string> {
  const others = spec.resources.filter(each => !homeless.includes(each))
  const taken = new Set([
    ...held,
    ...expandPaths(
      others.flatMap(each => each.files),
      codebase,
    ),
  ])
  return new Set(codebase.files.filter(path => !taken.has(path) && isDeclarable(path, codebase)))
}

/** Of resources in the spec file itself that name one file: what an included file says is for who keeps that. */
function goneFiles({ spec }: SpecDesk, homeless: readonly Resource[]): readonly Gone[] {
  const single = homeless.filter(
    ({ files, at }) => files.length === 1 && !isGlob(files[0]!) && at.file === spec.file,
  )
  return [...Map.groupBy(single, each => each.files[0]!)].map(([from, resources]) => ({
    from,
    resources,
  }))
}

interface Surroundings {
  readonly desk: SpecDesk
  readonly codebase: Codebase
  readonly world: World
}

/** Free files in which everything is that the resources of a file declare. */
async function holdersOf(
  gone: readonly Gone[],
  free: ReadonlySet<string>,
  { desk, codebase, world }: Surroundings,
): Promise<ReadonlyMap<Gone, readonly string[]>> {
  if (gone.length === 0) return new Map()
  const candidates = candidatesFor(gone, free, codebase, desk.project.root)
  const holds = await trialOf(candidates, desk, world)
  return new Map(
    [...candidates].map(([each, paths]) => [
      each,
      paths.filter(path => each.resources.every(resource => holds(resource, path))),
    ]),
  )
}

/** Reads each resource as if it named the candidate: whether all that it declares is there. */
async function trialOf(
  candidates: ReadonlyMap<Gone, readonly string[]>,
  desk: SpecDesk,
  world: World,
): Promise<(resource: Resource, path: string) => boolean> {
  const trials = [...candidates].flatMap(([{ resources }, paths]) =>
    resources.flatMap(resource =>
      paths.map(path => ({
        key: `${resource.address} ${path}`,
        resource: { ...resource, address: `${resource.address} ${path}`, files: [path] },
      })),
    ),
  )
  const tried = new Set<Resource>(trials.map(each => each.resource))
  const resources = [...desk.spec.resources, ...tried]
  const { evidence } = await findInCode(
    { ...desk, spec: { ...desk.spec, resources } },
    plainRefresh,
    noChecks,
    world,
    each => tried.has(each),
  )
  const whole = new Set(
    evidence()
      .filter(({ names }) => names.found.length > 0 && names.missing.length === 0)
      .map(each => each.address),
  )
  return (resource, path) => whole.has(`${resource.address} ${path}`)
}
