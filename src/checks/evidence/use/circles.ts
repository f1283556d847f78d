// Functions that only refer to one another, of one file or of several: a name that is used only from within such a circle is used by
// nobody. Somebody is anything else than a plain function: the top of a file, a method, what is decorated, started or offered; and a
// function that nobody uses at all, because who knows by whom it is called.

import type { Codebase } from '../../../code/codebase.ts'
import type { Mention } from '../../../evidence/facts.ts'
import { mayCall } from '../../../evidence/families.ts'
import type { CalledIn } from '../conventions/conventions.ts'
import { readImports } from '../imports.ts'
import type { OfferedIn } from '../offered/offered.ts'
import { entryNames } from './entry-names.ts'
import { meaningsOf } from './meanings.ts'
import { findMentions, type MentionsOf } from './mentions.ts'
import { type Place, type Reaching, reachesOne } from './reaching.ts'

export interface FromOutside {
  readonly entries: ReadonlySet<string>
  readonly offeredIn: OfferedIn
  readonly calledIn: CalledIn
}

interface Circle {
  readonly name: string
  /** Everybody of it, by `path#name`. */
  readonly members: Map<string, Place>
  /** Whose users are not known yet. */
  frontier: readonly Place[]
}

/** Circles are looked at as far up as this; a longer one counts as used. */
const MOST_ROUNDS = 8

/** The same mentions, without those from within a circle. */
export async function withoutCircles(
  names: ReadonlySet<string>,
  mentions: MentionsOf,
  codebase: Codebase,
  outside: FromOutside,
): Promise<MentionsOf> {
  const isPlain = plainFunctions(codebase, outside)
  const meanings = meaningsOf(codebase, readImports(codebase).resolution)
  const reaching = { codebase, meanings }
  const begun = [...names].flatMap(name => circlesOf(name, mentions, { isPlain, reaching }))
  const dead = Map.groupBy(await closed(begun, isPlain, codebase), each => each.name)
  if (dead.size === 0) return mentions
  return name => {
    const circles = dead.get(name) ?? []
    const isWithin = (each: Mention) => circles.some(one => one.members.has(keyOf(userOf(each))))
    return mentions(name).filter(each => each.isTest || !isWithin(each))
  }
}

type IsPlain = (place: Place) => boolean

const keyOf = ({ path, name }: Place) => `${path}#${name}`
const userOf = ({ at, inside = '' }: Mention): Place => ({ path: at.file, name: inside })

/** One for each file that declares the name, where only plain functions use it and it leads back to one of them. */
function circlesOf(
  name: string,
  mentions: MentionsOf,
  { isPlain, reaching }: { readonly isPlain: IsPlain; readonly reaching: Reaching },
): readonly Circle[] {
  if (!mentions(name).some(each => !each.isTest)) return []
  const { codebase } = reaching
  return codebase.declaring(name).flatMap(path => {
    const own = { path, name }
    const users = usersOf(own, mentions)
    if (users.length === 0 || !users.every(isPlain) || users.some(each => each.name === name))
      return []
    if (!reachesOne(own, users, reaching)) return []
    const members = new Map([own, ...users].map(each => [keyOf(each), each]))
    return [{ name, members, frontier: [...members.values()].slice(1) }]
  })
}

function usersOf({ path, name }: Place, mentions: MentionsOf): readonly Place[] {
  const used = mentions(name).filter(
    each =>
      !each.isTest && (each.means ? each.means.files.includes(path) : mayCall(each.at.file, path)),
  )
  const users = new Map(used.map(each => [keyOf(userOf(each)), userOf(each)]))
  return [...users.values()]
}

/** Those that nobody from outside uses. Users are asked for together: each asking goes through the whole code. */
async function closed(
  begun: readonly Circle[],
  isPlain: IsPlain,
  codebase: Codebase,
): Promise<readonly Circle[]> {
  let open = begun
  const found: Circle[] = []
  for (let round = 0; round < MOST_ROUNDS && open.length > 0; round++) {
    const asked = new Set(open.flatMap(each => each.frontier.map(({ name }) => name)))
    const mentions = await findMentions(asked, codebase)
    open = open.filter(each => widen(each, mentions, isPlain))
    found.push(...open.filter(each => each.frontier.length === 0))
    open = open.filter(each => each.frontier.length > 0)
  }
  return found
}

/** Goes one round outward; false where somebody from outside is met. */
function widen(circle: Circle, mentions: MentionsOf, isPlain: IsPlain): boolean {
  const next = new Map<string, Place>()
  for (const member of circle.frontier) {
    const users = usersOf(member, mentions)
    if (users.length === 0) return false
    for (const user of users) {
      if (circle.members.has(keyOf(user))) continue
      if (!isPlain(user)) return false
      next.set(keyOf(user), user)
    }
  }
  for (const [key, user] of next) circle.members.set(key, user)
  circle.frontier = [...next.values()]
  return true
}

function plainFunctions(
  codebase: Codebase,
  { entries, offeredIn, calledIn }: FromOutside,
): IsPlain {
  return ({ path, name }) => {
    const { declarations = [], exports = [] } = codebase.outline(path) ?? {}
    const own = declarations.filter(each => each.name === name)
    // Whoever imports a file as it comes (`lazy(() => import('./page'))`) names nothing of it.
    if (exports.some(each => each.name === 'default' && each.local === name)) return false
    return (
      own.length > 0 &&
      own.every(each => each.kind === 'function' && each.decorators.length === 0) &&
      !entries.has(path) &&
      !entryNames([path], codebase).includes(`${path}#${name}`) &&
      !offeredIn([path]).has(`${path}#${name}`) &&
      !calledIn([path]).has(`${path}#${name}`)
    )
  }
}
