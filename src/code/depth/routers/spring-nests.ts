// Nests of the functional style of Spring in Kotlin: `"/api".nest { … }` puts a path in front of what stands in it. One whose condition
// is more than a path has a path that cannot be read.

import type { Argument, Call, Link } from '../calls/calls.ts'
import type { RouteRule } from '../routes/route-rule.ts'
import { unreadMark } from './mark.ts'

/** With the text that a nest hangs from as its first argument. */
export function withNests(all: readonly Call[], believed: readonly RouteRule[]): readonly Call[] {
  const isKotlin = ({ groups, languages }: RouteRule) =>
    groups?.includes('nest') && languages.includes('kotlin')
  if (!believed.some(isKotlin)) return all
  return all.map(call => {
    const { root, links } = call
    const nest = links.at(-1)!
    const before = links.slice(0, -1)
    if (nest.name !== 'nest' || (before.length > 0 && before.every(isCondition))) return call
    const own = before.length === 0 ? /^"([^"$]*)"$/.exec(root)?.[1] : undefined
    return {
      ...call,
      root: '',
      links: [{ ...nest, args: [text(own ?? unreadMark), ...nest.args] }],
    }
  })
}

/** `path("/api").nest`, `accept(JSON).nest`. */
const isCondition = ({ name, args }: Link) =>
  name === 'path'
    ? args[0]?.kind === 'string'
    : /^(accept|contentType|headers|method|queryParam|param)$/.test(name)

const text = (value: string): Argument => ({
  kind: 'string',
  value,
  key: '',
  start: 0,
  end: 0,
  items: [],
})
