// The calls of a convention that really come: methods are called where somebody makes use of their type, be it by its name, because a
// program starts in its file, because it is offered to others, or because a decorator hands it on.

import type { Codebase } from '../../../code/codebase.ts'
import { isRegistering } from '../../../evidence/registering.ts'
import type { OfferedIn } from '../offered/offered.ts'
import type { MentionsOf } from '../use/mentions.ts'
import type { CalledIn } from './conventions.ts'

export interface Users {
  readonly calledIn: CalledIn
  readonly mentions: MentionsOf
  readonly entries: ReadonlySet<string>
  readonly offeredIn: OfferedIn | undefined
}

/** By `path#A.run`: by whom it is called. */
export function standingCalls(
  files: readonly string[],
  users: Users,
  codebase: Codebase,
): ReadonlyMap<string, string> {
  const called = users.calledIn(files)
  const isUsed = (path: string, type: string) =>
    called.has(`${path}#${type}`) || isTypeUsed(path, type, users, codebase)
  return new Map(
    [...called]
      .filter(([key, { of }]) => of === undefined || isUsed(key.slice(0, key.indexOf('#')), of))
      .map(([key, { by }]) => [key, by]),
  )
}

function isTypeUsed(
  path: string,
  type: string,
  { mentions, entries, offeredIn }: Users,
  codebase: Codebase,
): boolean {
  const homes = [...new Set([path, ...codebase.declaring(type)])]
  const isMeant = mentions(type).some(
    each => !each.isTest && (!each.means || each.means.files.some(file => homes.includes(file))),
  )
  return isMeant || homes.some(home => isStanding(home))

  function isStanding(home: string): boolean {
    if (entries.has(home) || offeredIn?.([home]).has(`${home}#${type}`)) return true
    const { declarations = [] } = codebase.outline(home) ?? {}
    return declarations.some(each => each.name === type && each.decorators.some(isRegistering))
  }
}
