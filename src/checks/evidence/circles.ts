// Functions of one file that use each other and that nothing else uses: a name that is used only from within such a circle is used by
// nobody. Only the nearest ring is looked at: whoever uses the name, and who uses those.

import type { Codebase } from '../../code/codebase.ts'
import type { Mention } from '../../evidence/facts.ts'
import { entryNames } from './entry-names.ts'
import { findMentions, type MentionsOf } from './mentions.ts'

interface Ring {
  readonly name: string
  readonly path: string
  readonly users: ReadonlySet<string>
}

/** The same mentions, without those from within a circle. */
export async function withoutCircles(
  names: ReadonlySet<string>,
  mentions: MentionsOf,
  codebase: Codebase,
): Promise<MentionsOf> {
  const rings = [...names].flatMap(name => ringAround(name, mentions(name), codebase) ?? [])
  if (rings.length === 0) return mentions
  const others = await findMentions(new Set(rings.flatMap(each => [...each.users])), codebase)
  const dead = new Set(
    rings.filter(each => isClosed(each, others, codebase)).map(each => each.name),
  )
  return name => (dead.has(name) ? mentions(name).filter(each => each.isTest) : mentions(name))
}

const ofCode = (mentions: readonly Mention[]) => mentions.filter(each => !each.isTest)

/** Who uses it, where that is always a function of one file, one of which it uses itself. */
function ringAround(
  name: string,
  mentions: readonly Mention[],
  codebase: Codebase,
): Ring | undefined {
  const used = ofCode(mentions)
  const path = used[0]?.at.file
  if (path === undefined || !used.every(each => each.at.file === path)) return undefined
  const users = new Set(used.map(each => each.inside ?? ''))
  if (users.has('') || users.has(name)) return undefined
  const declarations = codebase.outline(path)?.declarations ?? []
  const isUsing = codebase
    .depth(path)
    .references.some(each => declarations[each.within]?.name === name && users.has(each.name))
  return isUsing ? { name, path, users } : undefined
}

function isClosed(
  { name, path, users }: Ring,
  mentionsOf: MentionsOf,
  codebase: Codebase,
): boolean {
  const started = new Set(entryNames([path], codebase))
  const declarations = codebase.outline(path)?.declarations ?? []
  return [...users].every(user => {
    const used = ofCode(mentionsOf(user))
    return (
      used.length > 0 &&
      used.every(
        each => each.at.file === path && (each.inside === name || users.has(each.inside ?? '')),
      ) &&
      !started.has(`${path}#${user}`) &&
      declarations
        .filter(each => each.name === user)
        .every(each => each.kind === 'function' && each.decorators.length === 0)
    )
  })
}
