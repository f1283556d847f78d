// From a branch that anybody made to a unit of a run: its words become one message, its people stay its authors, and the paths that it
// touches are what it claims. Asks git nothing and keeps nothing.

import { isIdName } from '../base/ids.ts'
import { compareText } from '../base/order.ts'
import { readAddress } from '../contract/address.ts'
import type { CheckOrder, Order } from '../contract/order.ts'
import type { CompiledUnit, Offer } from './compile.ts'
import { nameMark, plainName } from './plain-name.ts'

interface Person {
  readonly name: string
  readonly email: string
}

interface Commit {
  readonly author: Person
  readonly subject: string
  readonly body: string
}

export interface BranchWork {
  readonly branch: string
  readonly tip: string
  /** Oldest first. */
  readonly commits: readonly Commit[]
  readonly paths: readonly string[]
}

export interface BranchTerms {
  readonly offer: Offer
  readonly checks: readonly CheckOrder[]
  /** Names that are taken in this run. */
  readonly taken: ReadonlySet<string>
}

export function compileBranch(
  work: BranchWork,
  { offer, checks, taken }: BranchTerms,
): CompiledUnit {
  const name = unitName(work.branch, taken)
  const claims = claimsOf(work.paths)
  const [only] = work.commits
  const isOne = work.commits.length === 1
  const order: Order = {
    version: 1,
    name,
    title: isOne ? only!.subject : `Land ${work.branch}`,
    brief: '',
    claims: { create: work.paths, edit: work.paths, delete: work.paths, read: [] },
    doNotTouch: [],
    produces: [],
    // Whoever ordered the landing was told of every reserved path, and granted it or was refused.
    reserved: [],
    checks,
    agents: [],
    setup: offer.setup,
    environment: offer.environment,
    carry: offer.carry,
    ports: offer.ports,
    source: { branch: work.branch, commit: work.tip },
    authors: authorsOf(work.commits),
    body: isOne ? withoutPeople(only!.body) : work.commits.map(paragraph).join('\n\n'),
  }
  const plan = {
    name,
    kind: 'branch',
    after: [],
    write: claims,
    read: [],
    agents: [],
    review: 'none',
    attempts: 1,
    converge: false,
    escalate: false,
    budget: {},
  } as const
  return { order, plan }
}

/** A branch as a unit is called: its own name where every keyboard has it and no resource could be meant, else like it with a mark. */
export function branchUnitName(branch: string): string {
  const isResource = readAddress(branch).some(each => each.kind === 'resource')
  if (isIdName(branch) && !isResource) return branch
  const foreign = isResource ? /[^A-Za-z0-9_/+@-]+/g : /[^A-Za-z0-9._/+@-]+/g
  return `${plainName(branch, foreign, 100) ?? 'branch'}-${nameMark(branch)}`
}

function unitName(branch: string, taken: ReadonlySet<string>): string {
  const stem = branchUnitName(branch)
  for (let serial = 1; ; serial++) {
    const name = serial === 1 ? stem : `${stem}-${serial}`
    if (!taken.has(name)) return name
  }
}

const MOST_CLAIMS = 500

/** A path whose name is no plain claim stands for its folder, and very many paths for their first folders. */
function claimsOf(paths: readonly string[]): readonly string[] {
  const plain = paths.map(path => (isPlain(path) ? path : plainFolderOf(path)))
  const claims = [...new Set(plain)]
  return claims.length <= MOST_CLAIMS
    ? claims
    : [...new Set(claims.map(path => path.split('/', 1)[0]!))]
}

const isPlain = (path: string) => !/[*?[\]{}#!\\]/.test(path) && path === path.trim()

function plainFolderOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  const wild = folders.findIndex(each => !isPlain(each))
  return folders.slice(0, wild < 0 ? undefined : wild).join('/') || '.'
}

/** Who made most of it comes first; people whom a commit names as its co-authors are among them. */
function authorsOf(commits: readonly Commit[]): readonly Person[] {
  const counts = new Map<string, { readonly person: Person; count: number }>()
  const add = (person: Person, count: number) => {
    const known = counts.get(person.email.toLowerCase())
    if (known) known.count += count
    else counts.set(person.email.toLowerCase(), { person, count })
  }
  for (const { author } of commits) add(author, 1)
  for (const { body } of commits) for (const person of coAuthors(body)) add(person, 0)
  return [...counts.values()].sort((a, b) => b.count - a.count).map(each => each.person)
}

const peopleLine = /^(co-authored-by|signed-off-by)\s*:\s*(.*?)\s*<([^>]*)>\s*$/i

function coAuthors(body: string): readonly Person[] {
  return body.split('\n').flatMap(line => {
    const [, key, name, email] = peopleLine.exec(line) ?? []
    return key?.toLowerCase() === 'co-authored-by' ? [{ name: name!, email: email! }] : []
  })
}

/** People are named in trailers of the commit that lands. */
const withoutPeople = (body: string) =>
  body
    .split('\n')
    .filter(line => !peopleLine.test(line))
    .join('\n')
    .trim()

const paragraph = ({ subject, body }: Commit) =>
  [`* ${subject}`, withoutPeople(body)].filter(each => each !== '').join('\n\n')

/** Of paths that a branch may change only where somebody allows it, those that nobody granted, by themselves or by a folder of theirs. */
export function ungranted(
  reserved: readonly string[],
  grants: readonly string[],
): readonly string[] {
  return reserved.filter(path => !isBelowAny(path, grants)).sort(compareText)
}

/** Whether it is one of them, or lies in one. */
export const isBelowAny = (path: string, places: readonly string[]): boolean =>
  places.some(each => path === each || path.startsWith(`${each}/`))
