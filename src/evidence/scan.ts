// A spec from code: what each source file offers, as resources that hold today. A proposal for a person to accept, never a verdict.

import { stronglyConnected } from '../base/cycles.ts'
import { compareText } from '../base/order.ts'
import { hasMark, marks } from '../code/depth/routers/mark.ts'
import type { Depth, Outline } from '../code/model.ts'
import { isResourceName } from '../contract/address.ts'
import type { Place } from './facts.ts'
import { type Offered, offeredOf } from './offered.ts'

export interface ScannedFile {
  readonly path: string
  readonly outline: Outline | undefined
  readonly offers: Pick<Depth, 'commands' | 'tables'>
  /** Registered in this file, each with every prefix under which it is served. */
  readonly routes: readonly ScannedRoute[]
  /** Source files that it imports. */
  readonly imports: readonly string[]
}

interface ScannedRoute {
  readonly method: string
  readonly path: string
  /** Where a text of its path is written that nobody can read. */
  readonly unread?: Place | undefined
}

export interface Proposal {
  readonly address: string
  readonly type: string
  readonly name: string
  readonly comment: string
  readonly body: ProposedBody
}

export type ProposedBody = {
  readonly attributes: Readonly<Record<string, readonly string[]>>
  readonly files: readonly string[]
  readonly depends_on?: readonly string[]
}

/** `taken` are addresses that something else has already. */
export function proposeSpec(
  files: readonly ScannedFile[],
  taken: ReadonlySet<string>,
): readonly Proposal[] {
  const drafts = files
    .flatMap(draftsOf)
    .sort((a, b) => compareText(a.type, b.type) || compareText(a.path, b.path))
  const named = withNames(drafts, taken)
  const owners = new Map(
    named.filter(each => each.type === 'module').map(each => [each.path, each.address]),
  )
  return withoutCircles(named.map(each => proposalOf(each, owners)))
}

/** Files that import each other become dependencies one way only: a spec has no circles. */
function withoutCircles(proposals: readonly Proposal[]): readonly Proposal[] {
  const edges = new Map(proposals.map(each => [each.address, each.body.depends_on ?? []]))
  const groupOf = new Map(
    stronglyConnected(edges).flatMap((group, index) =>
      group.map(address => [address, index] as const),
    ),
  )
  return proposals.map(each => {
    const kept = (each.body.depends_on ?? []).filter(
      to => groupOf.get(to) !== groupOf.get(each.address) || to < each.address,
    )
    const { depends_on, ...body } = each.body
    return { ...each, body: kept.length > 0 ? { ...body, depends_on: kept } : body }
  })
}

interface Draft {
  readonly type: string
  readonly path: string
  readonly comment: string
  readonly attributes: ProposedBody['attributes']
  readonly imports: readonly string[]
}

interface NamedDraft extends Draft {
  readonly name: string
  readonly address: string
}

function draftsOf(file: ScannedFile): Draft[] {
  const { path, outline, offers, imports } = file
  const draft = (type: string, comment: string, attributes: ProposedBody['attributes']): Draft => ({
    type,
    path,
    comment,
    attributes,
    imports,
  })
  const read = file.routes.filter(each => !each.unread && !hasMark(each.path))
  const routes = [...new Set(read.map(each => `${each.method} ${each.path}`))]
  const names = outline ? offeredOf(path, outline) : []
  const drafts = [
    ...(routes.length > 0
      ? [
          draft('endpoint', `${count(routes.length, 'route')} registered in ${path}`, {
            endpoints: routes,
          }),
        ]
      : []),
    ...(offers.commands.length > 0
      ? [
          draft('command', `${count(offers.commands.length, 'command')} registered in ${path}`, {
            commands: unique(offers.commands),
          }),
        ]
      : []),
    ...(offers.tables.length > 0
      ? [
          draft('table', `${count(offers.tables.length, 'table')} in ${path}`, {
            tables: unique(offers.tables),
          }),
        ]
      : []),
    ...(names.length > 0 ? [draft('module', offerText(path, names), listed(names))] : []),
  ]
  const [first, ...others] = drafts
  const unread = unreadText(file)
  return first && unread !== ''
    ? [{ ...first, comment: `${first.comment}; ${unread}` }, ...others]
    : drafts
}

/** No route is proposed whose path is a guess. */
function unreadText({ path, routes }: ScannedFile): string {
  const unread = routes.filter(each => each.unread)
  const [first] = unread
  if (!first?.unread) return ''
  const { file, line } = first.unread
  const names = [...new Set(unread.map(each => `${each.method} ${each.path.replace(marks, '…')}`))]
  return `${count(unread.length, 'route')} of ${path} with a prefix that cannot be read (${file}:${line}): ${names.join(', ')}`
}

const count = (amount: number, word: string) => `${amount} ${word}${amount === 1 ? '' : 's'}`

const unique = (found: readonly { readonly name: string }[]) => [
  ...new Set(found.map(each => each.name)),
]

/** At most this many names of a kind: a spec is read by people. */
const MOST_NAMES = 40

function offerText(path: string, offered: readonly Offered[]): string {
  const kept = Object.values(listed(offered)).flat().length
  const cut = kept < offered.length ? `; the first ${MOST_NAMES} of a kind are listed` : ''
  return `${count(offered.length, 'name')} that ${path} offers${cut}`
}

function listed(offered: readonly Offered[]): ProposedBody['attributes'] {
  const names = (attribute: Offered['attribute']) =>
    offered.filter(each => each.attribute === attribute).map(each => each.name)
  return Object.fromEntries(
    (['classes', 'functions', 'entities', 'exports'] as const)
      .map(attribute => [attribute, names(attribute).slice(0, MOST_NAMES)] as const)
      .filter(([, found]) => found.length > 0),
  )
}

/** The shortest end of the path that is nobody else's: auth, or else services_auth. */
function withNames(drafts: readonly Draft[], others: ReadonlySet<string>): NamedDraft[] {
  const taken = new Set(others)
  return drafts.map(draft => {
    const name =
      candidateNames(draft.path).find(
        each => isResourceName(each) && /\p{L}/u.test(each) && !taken.has(`${draft.type}.${each}`),
      ) ?? numbered(draft, taken)
    taken.add(`${draft.type}.${name}`)
    return { ...draft, name, address: `${draft.type}.${name}` }
  })
}

/** Paths that differ in nothing that a name may hold: a-b.py, a_b.py and a.b.py. */
function numbered({ path, type }: Draft, taken: ReadonlySet<string>): string {
  const plain = path.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '')
  for (let number = 1; ; number++) {
    const name = number === 1 ? plain : `${plain}_${number}`
    if (!taken.has(`${type}.${name}`)) return name
  }
}

function candidateNames(path: string): string[] {
  const parts = path
    .replace(/\.[^/]*$/, '')
    .split('/')
    .map(part => part.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, ''))
    .filter(part => part !== '')
  const isIndex = /^(index|init|mod|main)$/.test(parts.at(-1) ?? '')
  const own = isIndex && parts.length > 1 ? parts.slice(0, -1) : parts
  return own.map((_, index) => own.slice(own.length - 1 - index).join('_')).concat(parts.join('_'))
}

function proposalOf(
  { address, type, name, path, comment, attributes, imports }: NamedDraft,
  owners: ReadonlyMap<string, string>,
): Proposal {
  const needed = imports
    .map(each => owners.get(each))
    .filter(each => each !== undefined && each !== address)
  const own = type === 'module' ? [] : [owners.get(path)].filter(each => each !== undefined)
  const dependsOn = type === 'module' ? [...new Set(needed as string[])].sort() : own
  return {
    address,
    type,
    name,
    comment,
    body: {
      attributes,
      files: [path],
      ...(dependsOn.length > 0 && { depends_on: dependsOn as string[] }),
    },
  }
}
