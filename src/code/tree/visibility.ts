// Who can see a declaration, by the rules of its language: keywords, names, sections, and what encloses it.

import type { Visibility } from '../languages/pack.ts'
import type { Found } from './found.ts'
import { isType, plainText, type Reading } from './reading.ts'

/** `exported` holds the names that an export statement of the file names. */
export function markVisible(
  { pack, source, found }: Reading,
  exported: ReadonlySet<string>,
): boolean[] {
  const visible: boolean[] = []
  const isClosed = pack.visibility.isListed === true && exported.size > 0
  for (const each of found) {
    const parent = found[each.parent]
    const isReachable = each.parent < 0 || (visible[each.parent]! && !isFunction(parent!))
    const isNamed = each.parent < 0 && exported.has(each.name)
    const isLeftOut = each.parent < 0 && isClosed && !isNamed
    visible.push(
      isNamed || (!isLeftOut && isReachable && isVisible(each, parent, source, pack.visibility)),
    )
  }
  return visible
}

const isFunction = ({ rule }: Found) => rule.kind === 'function' || rule.kind === 'method'

function isVisible(
  found: Found,
  parent: Found | undefined,
  source: string,
  rules: Visibility,
): boolean {
  if (found.exported) return found.exported === 'always'
  if (found.isHidden) return false
  const { name, header, notHeader, text } = (isMember(found, parent) && rules.members) || rules
  const start = plainText(found, found.nameSpan.start, source)
  return (
    (name?.test(found.name) ?? true) &&
    (header?.test(start) ?? true) &&
    !notHeader?.test(start) &&
    (text?.test(plainText(found, found.body?.start ?? found.end, source)) ?? true)
  )
}

/** Of a type, or of an object that a constant holds. */
function isMember({ owner }: Found, parent: Found | undefined): boolean {
  return (
    owner !== '' || (parent !== undefined && (isType(parent.rule.kind) || holdsMembers(parent)))
  )
}

const holdsMembers = ({ rule }: Found) => rule.kind === 'constant' || rule.kind === 'field'
