// Evidence of an earlier reading, each with the questions that it rests on: it holds where none of them has another answer now. Pure
// but for what it asks of the codebase; where it lies, and whether it may be kept at all, is somebody else's to say.

import { sha256 } from '../../../base/hash.ts'
import { compareText } from '../../../base/order.ts'
import type { UnreadCodebase } from '../../../code/codebase.ts'
import type { Trace } from '../../../code/trace.ts'
import type { Level } from '../../../contract/level.ts'
import type { Evidence } from '../../../evidence/weigh.ts'
import type { Resource } from '../../../spec/model.ts'
import type { EvidenceMemory } from '../read.ts'
import { changesSince, holds } from './changes.ts'
import {
  digestOfFound,
  digestOfNamed,
  type Remembered,
  type RememberedEvidence,
} from './remembered.ts'

export interface OpenMemory extends EvidenceMemory {
  /** Nothing of before can be used: every file will be read. */
  readonly isEmpty: boolean
  /** What holds now is not what is written down. */
  readonly isNew: () => boolean
  /** Digest of what was found before, where everything that was asked for since is the same again. */
  readonly foundAgain: () => string | undefined
  /** All that holds now. */
  readonly remembered: () => Remembered
}

/** `aside` is the file of the state: it says what was found, and nothing is found in it unless a resource names it. */
export function openMemory(
  before: Remembered | undefined,
  codebase: UnreadCodebase,
  aside = '',
): OpenMemory {
  const changes = before && changesSince(before, codebase, aside)
  const kept = new Map<string, RememberedEvidence>()
  const found = new Map<string, Found>()
  const asked = new Set<string>()
  const isAgain = ([address, { key, text }]: [string, Found]) => {
    const known = before?.resources.get(address)
    return known?.key === key && known.evidence === text()
  }
  const isAllAgain = () =>
    asked.size === before?.resources.size &&
    asked.size === kept.size + found.size &&
    [...found].every(isAgain)
  return {
    isEmpty: changes === undefined,
    recall(resource, required) {
      asked.add(resource.address)
      const known = before?.resources.get(resource.address)
      if (isApart(resource, codebase)) return undefined
      if (!known || !changes || known.key !== keyOf(resource, required)) return undefined
      if (!holds(known, changes)) return undefined
      kept.set(resource.address, known)
      return () => JSON.parse(known.evidence) as Evidence
    },
    note(resource, evidence, trace) {
      if (resource.checks.length > 0 || isApart(resource, codebase)) return
      const key = keyOf(resource, evidence.required)
      // Once, because it may look for heirs that nobody has asked for yet: what it rests on is told afterwards.
      let text: string | undefined
      const textOnce = () => {
        text ??= JSON.stringify(evidence)
        return text
      }
      found.set(resource.address, { key, text: textOnce, trace })
    },
    isNew: () =>
      found.size > 0 ||
      changes === undefined ||
      changes.places.size > 0 ||
      JSON.stringify(before?.mark) !== JSON.stringify(codebase.mark() ?? null) ||
      kept.size < (before?.resources.size ?? 0),
    foundAgain: () => (before?.found && isAllAgain() ? before.found : undefined),
    remembered: () => {
      const named = digestOfNamed(codebase.named)
      return rememberedOf(before, { asked, kept, found, named }, codebase)
    },
  }
}

/** What git tracks and does not check out says so in ways that no listing of files tells. */
const isApart = ({ files, tests }: Resource, { apart }: UnreadCodebase) =>
  [...files, ...tests].some(path => apart?.(path) !== undefined)

/** Evidence that was found anew, in place of what was found before of the same resources; all else holds. */
export function withFoundAnew(
  before: Remembered,
  anew: readonly FoundAnew[],
  watched: Watched,
): Remembered {
  const found = new Map(
    anew.map(({ resource, required, text, trace }) => [
      resource.address,
      { key: keyOf(resource, required), text: () => text, trace },
    ]),
  )
  const kept = new Map([...before.resources].filter(([address]) => !found.has(address)))
  const asked = new Set(before.resources.keys())
  return rememberedOf(before, { asked, kept, found, named: before.named }, watched)
}

export interface FoundAnew {
  readonly resource: Resource
  readonly required: Level
  /** The evidence as JSON. */
  readonly text: string
  readonly trace: Trace
}

/** What is written down of the files themselves. */
export type Watched = Pick<UnreadCodebase, 'files' | 'idOf' | 'head' | 'mark'>

/** Results of checks come and go without any change to a file. */
function keyOf(resource: Resource, required: Level): string {
  const { address, type, name, attributes, files, tests, checks } = resource
  return sha256(JSON.stringify([required, address, type, name, attributes, files, tests, checks]))
}

interface Found {
  readonly key: string
  /** The evidence as JSON. */
  readonly text: () => string
  readonly trace: Trace
}

interface Answered {
  /** Addresses of all that was asked for. */
  readonly asked: ReadonlySet<string>
  readonly kept: ReadonlyMap<string, RememberedEvidence>
  readonly found: ReadonlyMap<string, Found>
  /** Digest of what the spec names. */
  readonly named: string
}

function rememberedOf(
  before: Remembered | undefined,
  { asked, kept, found, named }: Answered,
  codebase: Watched,
): Remembered {
  const places = new Map(codebase.files.map((path, place) => [path, place]))
  const placeOf = (path: string) => {
    const place = places.get(path) ?? places.size
    places.set(path, place)
    return place
  }
  const moved = (place: number) => placeOf(before!.paths[place]!)
  const resources = [
    ...[...kept].map(([address, known]) => {
      const { paths, outlines, heads } = known
      const places = {
        paths: paths.map(moved),
        outlines: outlines.map(moved),
        heads: heads.map(moved),
      }
      return [address, { ...known, ...places }] as const
    }),
    ...[...found].flatMap(([address, each]) => {
      const written = writtenOf(each, codebase, placeOf)
      return written ? [[address, written] as const] : []
    }),
  ].sort(([a], [b]) => compareText(a, b))
  const written = new Map(resources)
  const paths = [...places.keys()]
  const heads = new Set(resources.flatMap(([, each]) => each.heads))
  return {
    paths,
    count: codebase.files.length,
    ids: paths.map(path => codebase.idOf(path) ?? null),
    oddHeads: Object.fromEntries(
      [...heads]
        .map(place => [place, codebase.head(paths[place]!) ?? null] as const)
        .filter(([, head]) => head !== 'own'),
    ),
    named,
    mark: codebase.mark() ?? null,
    found: written.size === asked.size ? digestOfFound(written) : null,
    resources: written,
  }
}

/** Undefined where it rests on a file that nobody watches. */
function writtenOf(
  { key, text, trace }: Found,
  codebase: Watched,
  placeOf: (path: string) => number,
): RememberedEvidence | undefined {
  const evidence = text()
  if ([...trace.outside].some(path => codebase.head(path) !== undefined)) return undefined
  return {
    key,
    evidence,
    paths: [...trace.paths].map(placeOf),
    outlines: [...trace.outlines].map(placeOf),
    heads: [...trace.heads].map(placeOf),
    names: [...trace.names],
    readsList: trace.readsList,
    isWide: trace.isWide,
  }
}
