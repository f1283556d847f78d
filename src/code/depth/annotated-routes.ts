// Routes that annotations declare: one on a class for the common path, one on each method. Rows of frameworks, and their reading.

import type { Declaration, Route, Router } from '../model.ts'
import type { Argument, Call } from './calls.ts'
import { routePath } from './route-path.ts'

interface AnnotationRule {
  readonly framework: string
  readonly languages: readonly string[]
  readonly imports: RegExp
  readonly onClass: RegExp
  readonly onMethod: Readonly<Record<string, string>>
  /** A class without one of these registers nothing. */
  readonly registers?: RegExp
  /** Its classes have to be listed somewhere. */
  readonly isMounted?: boolean
  /** A path that begins with a slash stands in the place of the one on the class. */
  readonly isAbsolute?: boolean
  /** Says its method in a keyword, ANY without it. */
  readonly listed?: { readonly name: string; readonly keyword: string }
  /** The method that answers the path of its class, where no method has a path of its own. */
  readonly invoked?: string
}

const spring = {
  GetMapping: 'GET',
  PostMapping: 'POST',
  PutMapping: 'PUT',
  PatchMapping: 'PATCH',
  DeleteMapping: 'DELETE',
}

const rules: readonly AnnotationRule[] = [
  {
    framework: 'nest',
    languages: ['typescript', 'javascript'],
    imports: /^@nestjs\//,
    onClass: /^Controller$/,
    registers: /^Controller$/,
    isMounted: true,
    onMethod: {
      Get: 'GET',
      Post: 'POST',
      Put: 'PUT',
      Patch: 'PATCH',
      Delete: 'DELETE',
      Head: 'HEAD',
      Options: 'OPTIONS',
      All: 'ANY',
    },
  },
  {
    framework: 'spring',
    languages: ['java', 'kotlin'],
    imports: /^org\.springframework\./,
    onClass: /^RequestMapping$/,
    registers: /Controller$/,
    onMethod: spring,
    listed: { name: 'RequestMapping', keyword: 'method' },
  },
  {
    framework: 'symfony',
    languages: ['php'],
    imports: /^Symfony\\Component\\Routing\\(Attribute|Annotation)\b/,
    onClass: /^Route$/,
    onMethod: {},
    listed: { name: 'Route', keyword: 'methods' },
    invoked: '__invoke',
  },
  {
    framework: 'aspnet',
    languages: ['csharp'],
    imports: /^Microsoft\.AspNetCore\./,
    onClass: /^Route$/,
    isAbsolute: true,
    onMethod: {
      HttpGet: 'GET',
      HttpPost: 'POST',
      HttpPut: 'PUT',
      HttpPatch: 'PATCH',
      HttpDelete: 'DELETE',
      HttpHead: 'HEAD',
      HttpOptions: 'OPTIONS',
    },
  },
]

interface Annotation {
  readonly name: string
  readonly args: readonly Argument[]
  readonly line: number
  /** Index of the declaration that it is about. */
  readonly about: number
}

export interface AnnotatedRoutes {
  /** Their router counts from the routers beside them. */
  readonly routes: readonly Route[]
  readonly routers: readonly Router[]
}

export function annotatedRoutes(
  calls: readonly Call[],
  language: string,
  modules: readonly string[],
  declarations: readonly Declaration[],
): AnnotatedRoutes {
  const rule = rules.find(
    each => each.languages.includes(language) && modules.some(module => each.imports.test(module)),
  )
  if (!rule) return { routes: [], routers: [] }
  const aimed = calls
    .filter(each => each.isAnnotation && each.root === '')
    .map(call => aimAt(call, declarations))
  const all = rule.invoked ? aimed.map(each => onInvoked(each, rule, aimed, declarations)) : aimed
  const owners = [...new Set(all.map(each => declarations[each.about]?.parent ?? -1))].filter(
    each => each >= 0 && isRegistered(each, rule, all, declarations),
  )
  return {
    routes: all.flatMap(each => readRoute(each, { rule, all, declarations, owners })),
    routers: owners.map(each => routerOf(declarations[each]!, rule)),
  }
}

function isRegistered(
  owner: number,
  { registers }: AnnotationRule,
  all: readonly Annotation[],
  declarations: readonly Declaration[],
): boolean {
  const onOwner = all.filter(each => each.about === owner)
  const isOfInterface = declarations[owner]!.kind === 'interface'
  const isClient = onOwner.some(each => /Client$|^HttpExchange$/.test(each.name))
  if (!registers || (isOfInterface && !isClient)) return true
  return onOwner.some(each => registers.test(each.name))
}

function routerOf({ name, line }: Declaration, { framework, isMounted }: AnnotationRule): Router {
  const kind = isMounted ? 'router' : 'application'
  return { framework, name, within: -1, kind, prefix: '/', line }
}

function aimAt({ links, line, endLine }: Call, declarations: readonly Declaration[]): Annotation {
  const { name, args } = links.at(-1)!
  return { name, args, line, about: declarations.findIndex(each => each.line >= endLine) }
}

/** A class that is called as a whole answers its own path. */
function onInvoked(
  annotation: Annotation,
  { onClass, invoked }: AnnotationRule,
  all: readonly Annotation[],
  declarations: readonly Declaration[],
): Annotation {
  const { name, about } = annotation
  if (!onClass.test(name) || declarations[about]?.kind !== 'class') return annotation
  const isRouted = all.some(
    each => onClass.test(each.name) && declarations[each.about]?.parent === about,
  )
  const method = declarations.findIndex(each => each.parent === about && each.name === invoked)
  return isRouted || method < 0 ? annotation : { ...annotation, about: method }
}

interface Reading {
  readonly rule: AnnotationRule
  readonly all: readonly Annotation[]
  readonly declarations: readonly Declaration[]
  readonly owners: readonly number[]
}

function readRoute({ name, args, line, about }: Annotation, reading: Reading): Route[] {
  const { rule, all, declarations, owners } = reading
  const declaration = declarations[about]
  const methods = methodsOf(name, args, rule)
  if (declaration?.kind !== 'method' || methods.length === 0) return []
  const owner = declarations[declaration.parent]
  const router = owners.indexOf(declaration.parent)
  if (owner && router < 0) return []
  const onClass = all.find(
    each => each.about === declaration.parent && rule.onClass.test(each.name),
  )
  const controller = owner?.name.replace(/Controller$/, '') ?? ''
  const prefixes = pathsOf(onClass?.args ?? []).map(each =>
    each.replace('[controller]', controller),
  )
  const handler = owner ? `${owner.name}.${declaration.name}` : declaration.name
  const join = (prefix: string, path: string) =>
    rule.isAbsolute && /^~?\//.test(path)
      ? routePath(path.replace('~', ''))
      : routePath(prefix, path.replace('[action]', declaration.name))
  const paths = new Set(prefixes.flatMap(prefix => pathsOf(args).map(path => join(prefix, path))))
  return [...paths].flatMap(path =>
    methods.map(method => ({ method, path, handler, line, router, isStub: false })),
  )
}

function methodsOf(
  name: string,
  args: readonly Argument[],
  rule: AnnotationRule,
): readonly string[] {
  if (Object.hasOwn(rule.onMethod, name)) return [rule.onMethod[name]!]
  if (rule.listed?.name !== name) return []
  const text = args.find(each => each.key === rule.listed?.keyword)?.value ?? ''
  const named = [...text.matchAll(/(?:\b|METHOD_)(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g)].map(
    each => each[1]!,
  )
  return named.length > 0 ? named : ['ANY']
}

/** `"/a"`, `{"/a", "/b"}`, `value = "/a"`, `path = "/a"`; nothing is the empty path. */
function pathsOf(args: readonly Argument[]): readonly string[] {
  const holder = args.find(each => ['', 'value', 'path'].includes(each.key))
  const entries = holder?.kind === 'object' ? holder.items.filter(each => each.key === 'path') : []
  const values = holder && entries.length === 0 ? [holder] : entries
  const paths = values.flatMap(each => (each.kind === 'list' ? each.items : [each]))
  const found = paths.flatMap(each => (each.kind === 'string' ? [each.value] : []))
  return found.length > 0 ? found : ['']
}
