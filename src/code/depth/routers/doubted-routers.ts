// Names that register like a router and do not read like one: what a file of the repository brings in under any word
// (`from .views import users as u`), and what a function is given (`async function routes (f) { f.get('/x', show) }`). They count only
// where something makes or mounts them, which is asked for elsewhere.

import type { Call } from '../calls/calls.ts'
import { register } from '../routes/registration.ts'
import type { RouteRule } from '../routes/route-rule.ts'
import { routeRules } from '../routes/route-rules.ts'
import { isOwnModule } from './own-makers.ts'
import type { FileFacts, Routers } from './routers.ts'

interface Known extends Routers {
  /** The argument is a router of the file. */
  readonly isRouter: (argument: string) => boolean
}

const scripts = /^(typescript|tsx|javascript)$/

export function doubtedRule(call: Call, routers: Known): RouteRule | undefined {
  const { file, calls } = routers
  const believed = candidates(routers)
  const { root, links } = call
  const isScript = scripts.test(file.language)
  if (!isName.test(root) || links.length > 2 || !(isScript || isPython(call, routers)))
    return undefined
  if (!believed.some(each => registers(call, each, routers))) return undefined
  const module = file.imported.get(root)
  const isBrought = module !== undefined && (!isScript || isOwnModule(module))
  if (!isBrought && call.at < givenFirstAt(root, file)) return undefined
  const here = calls.filter(each => each.root === root && each.at >= call.at).slice(0, MOST_CALLS)
  const understood = (rule: RouteRule) =>
    here.filter(each => registers(each, rule, routers)).length +
    (file.modules.some(each => each.startsWith(rule.framework)) ? 0.5 : 0)
  return believed.toSorted((one, other) => understood(other) - understood(one))[0]
}

/** A file of Python that is only given its application brings in nothing of the framework. */
const candidates = ({ believed, file }: Routers) =>
  believed.length > 0 || file.language !== 'python' ? believed : givenInPython

const givenInPython = routeRules.filter(each => /^(flask|fastapi)$/.test(each.framework))

/** So many tell what the framework is. */
const MOST_CALLS = 8

const isName = /^[A-Za-z_$][\w$]*$/

/** `@u.route('/x')`, `u.add_url_rule('/x', view_func=show)`: `u.get('/x')` alone looks something up. */
const isPython = ({ isAnnotation, links }: Call, { file }: Routers) =>
  file.language === 'python' && (isAnnotation || /^add_(url_rule|api_route)$/.test(links[0]!.name))

function registers(call: Call, rule: RouteRule, routers: Known): boolean {
  if (!rule.guess) return false
  const { calls, file, isRouter } = routers
  const { name, args } = call.links.at(-1)!
  const [first] = args
  // What is given a router is a function of another file: `users.register(app)`.
  const isPlugin =
    name === 'register' &&
    rule.described === 'route' &&
    first?.kind === 'other' &&
    !isRouter(first.value)
  return isPlugin || register(call, { rule, calls, source: file.source }).length > 0
}

/** By file and name: the file is gone through once for each. */
const heads = new WeakMap<FileFacts, Map<string, number>>()

/** Where a function begins that is given the name first; behind the end where none is. */
function givenFirstAt(name: string, file: FileFacts): number {
  const known = heads.get(file) ?? new Map<string, number>()
  heads.set(file, known)
  const at = known.get(name) ?? headOf(name, file.source)
  known.set(name, at)
  return at
}

function headOf(name: string, source: string): number {
  const own = name.replaceAll('$', '\\$')
  const head = new RegExp(
    String.raw`\bdef\s+\w+\((?:[^()]{0,200},)?\s*${own}\b|(?<!\b(?:if|while|for|switch|catch|with)\s*)\(\s*${own}\s*(?:[,:?][^()]*)?\)\s*(?::[^={}]*)?(?:=>|\{)|\b${own}\s*=>`,
  )
  const at = source.search(head)
  return at < 0 ? source.length : at
}
