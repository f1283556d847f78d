// Which declarations are tests, or lie in one, by the conventions of their language.

import type { TestRule } from '../languages/pack.ts'
import type { Found } from './found.ts'
import { kindOf, type Reading } from './reading.ts'

export function markTests({ pack, path, found }: Reading): boolean[] {
  const rules = pack.tests.filter(({ file }) => file?.test(path) ?? true)
  const marked: boolean[] = []
  for (const each of found) {
    const liesInTest = each.parent >= 0 && marked[each.parent]!
    marked.push(
      liesInTest || each.rule.isTest === true || rules.some(rule => isTest(each, rule, found)),
    )
  }
  return marked
}

function isTest(
  each: Found,
  { kinds, name, decorator }: TestRule,
  found: readonly Found[],
): boolean {
  if (kinds && !kinds.includes(kindOf(each, found))) return false
  if (name && !name.test(each.name)) return false
  return !decorator || each.decorators.some(({ text }) => decorator.test(text))
}
