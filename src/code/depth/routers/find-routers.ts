// Finds the routers of a file: those that makers make, groups derive and lists are, the functions in which routes get a path in
// front, and which router of the file hangs below which.

import type { Call } from '../calls/calls.ts'
import type { RouteRule } from '../routes/route-rule.ts'
import { routeRules } from '../routes/route-rules.ts'
import { isShallow, readUsual } from '../routes/usual-routes.ts'
import { isOfPatterns, namePatterns } from './django-lists.ts'
import { isDropped } from './dropped-routers.ts'
import { withFields } from './go-fields.ts'
import { readMounts } from './local-mounts.ts'
import { foreignMaker, isOwnClass } from './own-makers.ts'
import {
  isChain,
  isExported,
  isListOf,
  isOffered,
  isScriptChain,
  isServed,
  nameChains,
} from './router-names.ts'
import {
  type FileFacts,
  findKey,
  groupPrefix,
  homeOf,
  keyOf,
  keywordPrefix,
  type LocalRouter,
  localRouter,
  makerOf,
  type Routers,
  router,
  routerOf,
  withoutBlocks,
  withoutSelf,
} from './routers.ts'
import { withNests } from './spring-nests.ts'
import { withPredicates } from './spring-predicates.ts'

export function findRouters(all: readonly Call[], file: FileFacts): Routers {
  const rules = routeRules.filter(each => each.languages.includes(file.language))
  const believed = rules.filter(each => isBelieved(each, file))
  const assigned = withFields(all, file).filter(each => each.assigned !== '')
  const made = new Set(
    assigned
      .filter(each => !isRequired(each))
      .map(each => keyOf(each.assigned, homeOf(each, file))),
  )
  const patterns = namePatterns(withFields(all, file), believed, file)
  const nested = withPredicates(withNests(withoutFaces(patterns, believed), believed), believed)
  const named = nameChains(nested, believed, file.source)
  const calls = named.map(call => onItsRouter(call, rules))
  const routers: Routers = {
    calls,
    file,
    believed,
    typed: believed.filter(each => each.types?.test(file.source)),
    byKey: new Map(),
    made,
    scopes: [],
    holders: [],
  }
  for (const call of named) makeRouter(call, rules, routers)
  setPrefixes(calls, rules, routers)
  for (const call of calls) openScope(call, routers)
  for (const call of calls) hangBelow(call, routers)
  return routers
}

/** `const app = require('./app')` holds what another file made. */
const isRequired = ({ root, links }: Call) =>
  root === '' &&
  links.length === 1 &&
  links[0]!.name === 'require' &&
  links[0]!.args[0]?.value.startsWith('.') === true

/** `router.prefix('/users')`, `$app->setBasePath('/api')`; of several words the outermost comes first. */
function setPrefixes(calls: readonly Call[], rules: readonly RouteRule[], routers: Routers): void {
  const words = [...new Set(rules.flatMap(each => each.prefixCalls ?? []))]
  for (const word of words.toReversed())
    for (const call of calls.filter(each => each.links.at(-1)!.name === word)) {
      const { args } = call.links.at(-1)!
      const own = args[0]?.kind === 'string' ? routerOf(call, routers) : undefined
      const isInPath = findKey(args, 'using')?.value.replace(':', '') ?? 'path'
      if (own?.rule.prefixCalls?.includes(word) && isInPath === 'path')
        own.prefix = `/${args[0]!.value}${own.prefix}`
    }
}

/** `app.router.add_get` registers on `app`. */
function withoutFaces(all: readonly Call[], believed: readonly RouteRule[]): readonly Call[] {
  const faces = believed.flatMap(each => each.face ?? [])
  return all.map(each => {
    const face = faces.find(one => each.root.endsWith(`.${one}`))
    return face ? { ...each, root: each.root.slice(0, -face.length - 1) } : each
  })
}

/** `const books = new Hono().get('/', list)` registers on `books`. */
function onItsRouter(call: Call, rules: readonly RouteRule[]): Call {
  if (call.assigned !== '' && rules.some(each => isScriptChain(call, each)))
    return { ...call, root: call.assigned, links: makerOf(call).rest.slice(-1) }
  const [first, ...rest] = call.links
  if (call.root !== '' || call.assigned === '' || rest.length === 0) return call
  if (!rules.some(each => each.makers.test(first!.name) || isChain(call, each))) return call
  return { ...call, root: call.assigned, links: rest.slice(-1) }
}

function isBelieved(
  { imports, files, classes }: RouteRule,
  { path, modules, classes: own }: FileFacts,
): boolean {
  if (!imports && !files && !classes) return true
  return (
    files?.test(path) === true ||
    own.some(each => classes?.test(each.header)) ||
    (imports !== undefined &&
      modules.some(each => imports.test(each) || imports.test(besides(each, path))))
  )
}

/** `from app.auth import bp` in app/auth/routes.py is `from . import bp` in other words. */
function besides(module: string, path: string): string {
  const [first] = module.split('.')
  return path.endsWith('.py') && path.split('/').slice(0, -1).includes(first!) ? '.' : module
}

function makeRouter(call: Call, rules: readonly RouteRule[], routers: Routers): void {
  const { assigned, line } = call
  const within = homeOf(call, routers.file)
  const key = keyOf(assigned, within)
  const { maker, rest } = makerOf(call)
  if (isOwnClass(maker, routers.file)) return
  const known = routers.byKey.get(key)
  if (known && maker === '[]')
    routers.holders.push({ start: call.start, end: call.end, router: known })
  if (assigned === '' || known) return
  const name = withoutSelf(assigned)
  const rule =
    makerRule(call, maker, rules, routers) ?? routers.believed.find(each => isChain(call, each))
  if (rule) {
    const isGroup = rule.groups?.includes(call.links[0]!.name) === true
    const grouped = groupPrefix(withoutBlocks(isGroup ? call.links : rest), rule)
    const prefix = (isGroup ? '' : keywordPrefix(call.links[0]!, rule)) + grouped
    const madeBy = foreignMaker(maker, routers.file)
    const told = { ...standing(call, rule, maker, routers), ...(madeBy && { madeBy }) }
    const made = router(rule, { name, within, prefix, line, ...told })
    routers.byKey.set(key, made)
    if (maker === '[]') routers.holders.push({ start: call.start, end: call.end, router: made })
    return
  }
  const group = call.links.at(-1)!.name
  if (!routers.believed.some(each => each.groups?.includes(group))) return
  const parent = routerOf(call, routers)
  if (!parent?.rule.groups?.includes(group)) return
  const derived = router(parent.rule, { name, within, kind: 'router', prefix: '', line })
  const prefix = groupPrefix(call.links, parent.rule)
  derived.parents.push({ router: parent, prefix, replaces: false })
  routers.byKey.set(key, derived)
}

/** Whether what a file makes serves by itself, as far as the file tells. */
function standing(
  call: Call,
  rule: RouteRule,
  maker: string,
  routers: Routers,
): Pick<LocalRouter, 'kind' | 'isOnlyExported' | 'isDropped'> {
  const { source } = routers.file
  const name = withoutSelf(call.assigned)
  if (rule.framework === 'axum' && isDropped(call, routers))
    return { kind: 'router', isDropped: true }
  if (rule.needsMount?.test(maker) || isOfPatterns(rule)) return { kind: 'router' }
  const mayIdle = rule.isWaiting || maker === '[]' || (rule.isOffered && name === call.assigned)
  const isUnserved =
    mayIdle &&
    homeOf(call, routers.file) < 0 &&
    !isServed(name, source) &&
    !isListening(call, routers)
  if (!isUnserved) return { kind: 'application' }
  if (rule.isOffered ? isOffered(name, source) : isExported(name, source))
    return { kind: 'application', isOnlyExported: true }
  return { kind: rule.isOffered ? 'application' : 'router' }
}

/** `new Elysia().get('/', home).listen(3000)`. */
const isListening = ({ start }: Call, { calls }: Routers) =>
  calls.some(each => each.start === start && each.links.at(-1)!.name === 'listen')

/** The framework that the file names comes first where makers are called alike. */
function makerRule(
  { links }: Call,
  maker: string,
  rules: readonly RouteRule[],
  { believed, file }: Routers,
): RouteRule | undefined {
  if (maker === '[]') return believed.find(each => isListOf(links[0]!, each))
  const here = believed.filter(each => each.makers.test(maker))
  const named = here.find(each => file.modules.some(one => one.split('.')[0] === each.framework))
  return named ?? here[0] ?? rules.find(each => each.makers.test(maker))
}

/** `app.use('/api', users)`, where the file makes `users`. */
function hangBelow(call: Call, routers: Routers): void {
  for (const { expression, prefix, replaces, above } of readMounts(call, routers)) {
    const below = localRouter(expression, call, routers)
    if (below && above && below !== above) {
      const path = scopesPath(call, above.rule, routers) + (prefix ?? '')
      below.parents.push({ router: above, prefix: path, replaces })
    }
  }
}

/** What the functions around a call, and the groups in front of it, put before its own path. */
function scopesPath({ start, end, links }: Call, rule: RouteRule, { scopes }: Routers): string {
  const around = scopes.filter(each => each.start <= start && end <= each.end)
  const grouped = groupPrefix(withoutBlocks(links.slice(0, -1)), rule)
  return around.map(each => each.prefix).join('') + grouped
}

function openScope(call: Call, routers: Routers): void {
  const link = call.links.at(-1)!
  const body = link.args.find(each => each.kind === 'function')
  const above = body && routerOf(call, routers)
  if (!above) return
  const { rule } = above
  const isConcern = rule.concerns?.block === link.name
  const usual = readUsual(link, rule)
  const before = withoutBlocks(call.links.slice(0, -1))
  const prefix = groupPrefix([...before, link], rule) + (usual?.below ?? '')
  const isGroup = rule.groups?.includes(link.name) === true
  if (prefix === '' && !isGroup && !isConcern) return
  const parameter = isGroup ? parameterOf(body.value, routers.file.language) : ''
  routers.scopes.push({
    start: body.start,
    end: body.end,
    prefix,
    isMember: usual !== undefined && prefix.endsWith('/{id}'),
    isShallow: usual !== undefined && isShallow(link),
    parameter,
    concern: isConcern ? (link.args[0]?.value ?? '') : '',
    router: above,
  })
}

/** The first name of a function; in PHP its type may stand in front, in Swift and Kotlin it stands within the braces. */
function parameterOf(text: string, language: string): string {
  if (language === 'php') return /^[^()]*\([^()$]*(\$\w+)/.exec(text)?.[1] ?? ''
  if (/^(swift|kotlin)$/.test(language))
    return /^\{\s*\(?(\w+)[^{}\n]*?(?:->|\bin\b)/.exec(text)?.[1] ?? ''
  return parameterName.exec(text)?.[1] ?? ''
}

const parameterName = /^(?:async\s+)?(?:func(?:tion)?\b\s*(?:[\w$]+\s*)?)?[(|]?\s*([\w$]+)/
