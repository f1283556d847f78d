// Controllers of ASP.NET that are routed by a pattern which the application sets for all of them:
// `app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}")`. Their routes name area and action; the pattern is put around
// those where the whole repository is known.

import type { Declaration, Mount, Route, Router } from '../../model.ts'
import type { Argument, Call } from '../calls/calls.ts'
import { conventional, noArea } from './conventional-paths.ts'
import { titleAfter } from './http-verbs.ts'
import { actionName } from './route-path.ts'

export interface ConventionalRoutes {
  readonly routes: readonly Route[]
  readonly routers: readonly Router[]
  readonly mounts: readonly Mount[]
}

const none: ConventionalRoutes = { routes: [], routers: [], mounts: [] }

export function conventionalRoutes(
  calls: readonly Call[],
  language: string,
  declarations: readonly Declaration[],
  lines: readonly string[],
): ConventionalRoutes {
  if (language !== 'csharp') return none
  const controllers = declarations.flatMap((each, index) =>
    isConventional(each, lines) ? [index] : [],
  )
  const attributes = controllers.length > 0 ? attributesIn(calls, declarations) : noAttributes
  const routes = controllers.flatMap((owner, router) =>
    actionsOf(owner, declarations, lines).flatMap(action =>
      routesOf(action, { router, declarations, attributes }),
    ),
  )
  const routers = controllers.map((index): Router => {
    const { name, line } = declarations[index]!
    return { framework: conventional, name, within: -1, kind: 'router', prefix: '/', line }
  })
  return { routes, routers, mounts: calls.flatMap(patternMount) }
}

const header =
  /\bclass\s+\w+Controller\b[^{;]{0,200}:\s{0,20}(?:[\w.]{1,100}\.)?Controller(?:Base)?\b/

/** One that says nothing of its own path. */
const isConventional = ({ kind, line, decorators }: Declaration, lines: readonly string[]) =>
  kind === 'class' &&
  header.test(lines[line - 1] ?? '') &&
  !/\babstract\b/.test(lines[line - 1]!) &&
  !decorators.some(each => /(^|\.)(Route|ApiController)$/.test(each))

function actionsOf(
  owner: number,
  declarations: readonly Declaration[],
  lines: readonly string[],
): readonly number[] {
  return declarations.flatMap(({ kind, parent, name, isExported, decorators, line }, index) => {
    const isAction =
      kind === 'method' &&
      parent === owner &&
      isExported &&
      name !== declarations[owner]!.name &&
      !decorators.some(each => /(^|\.)(Route|NonAction)$/.test(each)) &&
      !/\b(?:static|override)\b/.test(lines[line - 1] ?? '')
    return isAction ? [index] : []
  })
}

interface Reading {
  readonly router: number
  readonly declarations: readonly Declaration[]
  readonly attributes: Attributes
}

const verbs = titleAfter('Http')

/** Of every method that an action lets through; one with a template of its own has no other path. */
function routesOf(action: number, { router, declarations, attributes }: Reading): readonly Route[] {
  const { name, line, parent } = declarations[action]!
  const owner = declarations[parent]!
  const own = attributesOf(action, declarations, attributes)
  const told = own.filter(each => Object.hasOwn(verbs, each.name) || each.name === 'AcceptVerbs')
  const isTemplate = ({ name: word, args }: Attribute) =>
    word !== 'AcceptVerbs' && args.some(each => each.key === '' || each.key === 'template')
  if (told.some(isTemplate)) return []
  const methods = told.flatMap(({ name: word, args }) =>
    word === 'AcceptVerbs' ? textsOf(args).map(each => each.toUpperCase()) : [verbs[word]!],
  )
  const area = wordOf('Area', attributesOf(parent, declarations, attributes)) ?? noArea
  const word = wordOf('ActionName', own) ?? actionName(name)
  return (methods.length > 0 ? methods : ['ANY']).map(method => ({
    method,
    path: `/${area}/${word}`,
    handler: `${owner.name}.${name}`,
    line,
    router,
    isStub: false,
  }))
}

interface Attribute {
  readonly name: string
  readonly args: readonly Argument[]
}

type Attributes = ReadonlyMap<number, readonly Attribute[]>

const noAttributes: Attributes = new Map()

/** By the first declaration that does not stand before the end of each. */
function attributesIn(calls: readonly Call[], declarations: readonly Declaration[]): Attributes {
  const found = new Map<number, Attribute[]>()
  for (const { isAnnotation, root, endLine, links } of calls) {
    if (!isAnnotation || root !== '') continue
    const about = firstFrom(endLine, declarations)
    const known = found.get(about) ?? []
    found.set(about, known)
    known.push(links.at(-1)!)
  }
  return found
}

const firstFrom = (line: number, declarations: readonly Declaration[]) =>
  declarations.findIndex(each => each.line >= line)

const attributesOf = (index: number, declarations: readonly Declaration[], all: Attributes) =>
  all.get(firstFrom(declarations[index]!.line, declarations)) ?? []

const textsOf = (args: readonly Argument[]) =>
  args.filter(each => each.kind === 'string' && each.key === '').map(each => each.value)

const wordOf = (name: string, attributes: readonly Attribute[]) =>
  textsOf(attributes.find(each => each.name === name)?.args ?? [])[0]

const usualPattern = '{controller=Home}/{action=Index}/{id?}'

function patternMount({ links, line }: Call): readonly Mount[] {
  const { name, args } = links.at(-1)!
  const pattern =
    name === 'MapDefaultControllerRoute'
      ? usualPattern
      : /^Map(Controller)?Route$/.test(name)
        ? (args.find(each => /^(pattern|template)$/.test(each.key)) ?? args[1])?.value
        : undefined
  if (pattern === undefined || !/\{controller\b/.test(pattern)) return []
  const target = { kind: 'framework', text: conventional } as const
  const path = plainPattern(pattern)
  return [{ router: -1, framework: conventional, path, target, replaces: false, line }]
}

/** What may be left out has a default, which is empty where the pattern has none. */
const plainPattern = (pattern: string) =>
  pattern.replace(
    /\{\*{0,2}(\w+)(?::[^{}=?]*)?(?:=(\w*))?(\?)?\}/g,
    (_, name: string, value: string | undefined, optional: string | undefined) =>
      value === undefined && optional === undefined ? `{${name}}` : `{${name}=${value ?? ''}}`,
  )
