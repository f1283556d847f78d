// Which declarations are tests, or lie in one or in a file of tests, by the conventions of their language.

import type { TestRule } from '../languages/pack.ts'
import { isTestFile } from '../test-files.ts'
import type { Found } from './found.ts'
import { kindOf, type Reading } from './reading.ts'

export function markTests({ pack, path, found }: Reading): boolean[] {
  const rules = pack.tests
  const isAll = isTestFile(path)
  const marked: boolean[] = []
  for (const each of found) {
    const liesInTest = each.parent >= 0 && marked[each.parent]!
    marked.push(
      isAll ||
        liesInTest ||
        each.isInTests ||
        each.rule.isTest === true ||
        rules.some(rule => isTest(each, rule, found)),
    )
  }
  return marked
}

function isTest(each: Found, { kinds, decorator }: TestRule, found: readonly Found[]): boolean {
  return (
    kinds.includes(kindOf(each, found)) && each.decorators.some(({ text }) => decorator.test(text))
  )
}
