// What routers are called that have no name of their own, and whether the file that makes one serves it. Decides nothing about
// where a router hangs.

import type { Call } from './calls.ts'
import type { RouteRule } from './route-rule.ts'

/** A router without a name is called after its place, one that is made of another one too: `users().merge(…)`. */
export function nameChains(all: readonly Call[], believed: readonly RouteRule[]): readonly Call[] {
  const rule = believed.find(each => each.links)
  if (!rule) return all
  const isRouter = ({ root, links }: Call) =>
    root === '' &&
    (rule.makers.test(links[0]!.name) ||
      links.slice(1).some(each => rule.links!.test(each.name) && each.args.length > 0))
  const chains = new Set(all.filter(isRouter).map(each => each.start))
  return all.map(each =>
    chains.has(each.start) && each.root === '' && each.assigned === ''
      ? { ...each, assigned: chainName(each.start) }
      : each,
  )
}

export const chainName = (start: number) => `#${start}`

export const isChain = ({ root, links, assigned }: Call, { links: shown }: RouteRule) =>
  shown !== undefined &&
  root === '' &&
  assigned !== '' &&
  links.slice(1).some(each => shown.test(each.name))

/** `export default app`, `serve(app)`, `app.fetch`. */
export function isServed(name: string, source: string): boolean {
  if (!/^[\w$]+$/.test(name)) return true
  const own = name.replaceAll('$', '\\$')
  return new RegExp(
    String.raw`\bexport\s+default\s+${own}\b|\b${own}\s+as\s+default\b|\bmodule\.exports\s*=\s*${own}\b|\b${own}\.(?:fetch|fire|listen)\b|[(,]\s*${own}\s*[,)]`,
  ).test(source)
}
