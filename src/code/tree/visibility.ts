// Who can see a declaration, by the rules of its language: keywords, names, sections, and what encloses it.

import type { Visibility } from '../languages/pack.ts'
import type { Found } from './found.ts'
import { isType, type Reading } from './reading.ts'

/** `exported` holds the names that an export statement of the file names. */
export function markVisible(
  { pack, source, found }: Reading,
  exported: ReadonlySet<string>,
): boolean[] {
  const visible: boolean[] = []
  for (const each of found) {
    const parent = found[each.parent]
    const isReachable = each.parent < 0 || (visible[each.parent]! && !isFunction(parent!))
    const isNamed = each.parent < 0 && exported.has(each.name)
    visible.push(isNamed || (isReachable && isVisible(each, parent, source, pack.visibility)))
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
  const isMember = (parent && isType(parent.rule.kind)) || found.owner !== ''
  const { name, header, notHeader } = (isMember && rules.members) || rules
  const text = headerText(found, source)
  return (name?.test(found.name) ?? true) && (header?.test(text) ?? true) && !notHeader?.test(text)
}

/** From where the declaration begins to its name, decorators cut out. */
function headerText({ headerStart, nameSpan, decorators }: Found, source: string): string {
  let text = ''
  let at = headerStart
  for (const { start, end } of decorators) {
    if (start < at) continue
    text += source.slice(at, start)
    at = end
  }
  return (text + source.slice(at, nameSpan.start)).trim()
}
