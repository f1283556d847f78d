// What routers are called that have no name of their own, and whether the file that makes one serves it. Decides nothing about
// where a router hangs.

import type { Argument, Call, Link } from '../calls/calls.ts'
import type { RouteRule } from '../routes/route-rule.ts'
import { makerOf } from './routers.ts'

/** A router without a name is called after its place, one that is made of another one too: `users().merge(…)`. */
export function nameChains(
  every: readonly Call[],
  believed: readonly RouteRule[],
  source: string,
): readonly Call[] {
  const all = withDefaults(every, believed, source)
  const rule = believed.find(each => each.links)
  const listing = believed.filter(each => (each.entries && !each.isWholeFile) || each.hasPairs)
  if (!rule && listing.length === 0) return all
  const isRouter = ({ root, links }: Call) =>
    rule !== undefined &&
    root === '' &&
    (rule.makers.test(links[0]!.name) ||
      links.slice(1).some(each => rule.links!.test(each.name) && each.args.length > 0))
  const chains = new Set(all.filter(isRouter).map(each => each.start))
  const isOnPlace = (each: Call) =>
    (chains.has(each.start) && each.root === '') ||
    listing.some(one => isListOf(each.links[0]!, one) || isMade(each, one))
  return all.map(each =>
    each.assigned === '' && isOnPlace(each) ? { ...each, assigned: chainName(each.start) } : each,
  )
}

/** `export default new Hono().get('/', list)`, `module.exports = Router().get('/', list)` are what imports call the default of the file. */
function withDefaults(
  all: readonly Call[],
  believed: readonly RouteRule[],
  source: string,
): readonly Call[] {
  const isWhole = ({ assigned, start }: Call) =>
    assigned === 'module.exports' ||
    (assigned === '' && /\bexport\s+default\s+$/.test(source.slice(Math.max(0, start - 40), start)))
  const chains = all.filter(
    each => isWhole(each) && believed.some(rule => isScriptChain(each, rule)),
  )
  const starts = new Set(chains.map(each => each.start))
  return starts.size === 0
    ? all
    : all.map(each => (starts.has(each.start) ? { ...each, assigned: 'default' } : each))
}

export function isScriptChain(call: Call, { languages, makers }: RouteRule): boolean {
  if (!languages.includes('javascript')) return false
  const { maker, rest } = makerOf(call)
  return rest.length > 0 && makers.test(maker)
}

const isMade = ({ root, links }: Call, { makers }: RouteRule) =>
  links.length === 1 && makers.test(root === '' ? links[0]!.name : `${root}.${links[0]!.name}`)

/** A list that holds what registers: `[Route("/", home)]`, `[(r"/", Home)]`, `routes![list]`. */
export function isListOf({ name, args }: Link, { entries, hasPairs, makers }: RouteRule): boolean {
  if (name !== '[]') return false
  if (makers.test(name)) return true
  return args.some(
    each =>
      (each.kind === 'other' && entries?.test(each.value.replace(/\s+/g, '')) === true) ||
      (hasPairs === true && isPair(each)),
  )
}

export const isPair = ({ kind, items }: Argument) =>
  kind === 'list' && items[0]?.kind === 'string' && items[1]?.kind === 'other'

export const chainName = (start: number) => `#${start}`

export const isChain = ({ root, links, assigned }: Call, { links: shown }: RouteRule) =>
  shown !== undefined &&
  root === '' &&
  assigned !== '' &&
  links.slice(1).some(each => shown.test(each.name))

/** `serve(app)`, `app.fetch`. */
export function isServed(name: string, source: string): boolean {
  if (!/^[\w$]+$/.test(name)) return true
  const own = name.replaceAll('$', '\\$')
  return new RegExp(String.raw`\b${own}\.(?:fetch|fire|listen)\b|[(,]\s*${own}\s*[,)]`).test(source)
}

/** `export default app`: a runtime that is started with the file serves it. */
export function isExported(name: string, source: string): boolean {
  if (name === 'default') return true
  const own = name.replaceAll('$', '\\$')
  return new RegExp(
    String.raw`\bexport\s+default\s+${own}\b|\b${own}\s+as\s+default\b|\bmodule\.exports\s*=\s*${own}\b`,
  ).test(source)
}

/** The same, or under its name: `export const users = express()`, `exports.users = users`. */
export function isOffered(name: string, source: string): boolean {
  if (isExported(name, source)) return true
  const own = name.replaceAll('$', '\\$')
  return new RegExp(
    String.raw`\bexport\s+(?:const|let|var)\s+${own}\b|\bexport\s*\{[^{}]{0,300}\b${own}\b|\bexports\.\w+\s*=\s*${own}\b|\bmodule\.exports\s*=\s*\{[^{}]{0,300}\b${own}\b`,
  ).test(source)
}
