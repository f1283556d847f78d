// Routes that annotations declare: one on a class for the common path, one on each method. The frameworks stand in a table.

import type { Declaration, Mount, Route, Router } from '../../model.ts'
import type { Argument, Call } from '../calls/calls.ts'
import { unreadMark, versionMark } from '../routers/mark.ts'
import { pathText } from '../routers/marks.ts'
import { type AnnotationRule, annotationRules } from './annotation-rules.ts'
import { unmarkedActions, withTokens } from './controller-actions.ts'
import { typesAbove } from './implemented-routes.ts'
import { optionalPaths, routePath } from './route-path.ts'

export interface Annotation {
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
  readonly mounts: readonly Mount[]
}

export const noAnnotated: AnnotatedRoutes = { routes: [], routers: [], mounts: [] }

export function annotatedRoutes(
  calls: readonly Call[],
  language: string,
  modules: readonly string[],
  declarations: readonly Declaration[],
  lines: readonly string[],
): AnnotatedRoutes {
  const rule = annotationRules.find(
    each =>
      each.languages.includes(language) &&
      (modules.some(module => each.imports.test(module)) ||
        (each.heads && lines.some(line => each.heads!.test(line)))),
  )
  if (!rule) return noAnnotated
  const aimed = calls
    .filter(each => each.isAnnotation && each.root === '')
    .map(call => aimAt(call, declarations, lines))
  const marked = rule.invoked
    ? aimed.map(each => onInvoked(each, rule, aimed, declarations))
    : aimed
  const all = [...marked, ...unmarkedActions(marked, declarations, lines, rule)]
  const above = rule.inherits ? all.filter(each => rule.onClass.test(each.name)) : []
  const withMethods = all.map(each => declarations[each.about]?.parent ?? -1)
  const serving = rule.isImplemented ? servingClasses(rule, declarations, withMethods) : []
  const owners = [
    ...new Set([...withMethods, ...above.map(each => each.about), ...serving]),
  ].filter(
    each =>
      each >= 0 &&
      declarations[each]!.kind !== 'method' &&
      isRegistered(each, rule, all, declarations),
  )
  const reading = { rule, all, declarations, owners, lines }
  return {
    routes: all.flatMap(each => readRoute(each, reading)),
    routers: owners.map(each => routerOf(each, reading)),
    mounts: [
      ...all
        .filter(each => each.name === rule.basePath)
        .flatMap(each => pathsOf(each.args, rule).map(path => baseMount(path, each.line, rule))),
      ...serving.flatMap(each => implementedMounts(each, language, reading)),
    ],
  }
}

/** Controllers, and the classes between one and what it has its routes from. */
const servingClasses = (
  rule: AnnotationRule,
  declarations: readonly Declaration[],
  withMethods: readonly number[],
) =>
  declarations.flatMap((each, index) =>
    each.kind === 'class' && (isController(each, rule) || withMethods.includes(index))
      ? [index]
      : [],
  )

/** Interfaces and classes hang below the class that has them as types above it. */
function implementedMounts(owner: number, language: string, reading: Reading): readonly Mount[] {
  const { rule, declarations, owners, lines } = reading
  const { line } = declarations[owner]!
  const onClass = classAnnotation(owner, reading)
  const path = routePath(pathsOf(onClass?.args ?? [], rule)[0]!)
  return typesAbove(line, lines, language).map(text => ({
    router: owners.indexOf(owner),
    framework: rule.framework,
    path,
    target: { kind: 'expression', text },
    replaces: path !== '/',
    line,
    isInherited: true,
  }))
}

function isRegistered(
  owner: number,
  rule: AnnotationRule,
  all: readonly Annotation[],
  declarations: readonly Declaration[],
): boolean {
  const onOwner = all.filter(each => each.about === owner)
  const isOfInterface = declarations[owner]!.kind === 'interface'
  const isClient = onOwner.some(each => /Client$|^HttpExchange$/.test(each.name))
  if (!rule.registers || (isOfInterface && !isClient)) return true
  return isController(declarations[owner]!, rule) || (rule.isImplemented === true && !isClient)
}

const isController = ({ decorators }: Declaration, { registers }: AnnotationRule) =>
  decorators.some(each => registers?.test(plainName(each)))

/** `org.springframework.stereotype.Controller` by its last part. */
const plainName = (decorator: string) => decorator.split('.').at(-1)!

/** A class whose common path stands on a class of another file hangs below that one. */
function routerOf(owner: number, reading: Reading): Router {
  const { framework, isMounted, inherits, isImplemented } = reading.rule
  const { name, line } = reading.declarations[owner]!
  const own = { framework, within: -1, line }
  // What is no controller itself serves through those that have it above them.
  if (isImplemented && !isController(reading.declarations[owner]!, reading.rule)) {
    const onInterface = classAnnotation(owner, reading)
    const prefix = routePath(pathsOf(onInterface?.args ?? [], reading.rule)[0]!)
    return { ...own, name, kind: 'router', prefix }
  }
  if (!inherits) return { ...own, name, kind: isMounted ? 'router' : 'application', prefix: '/' }
  const base = baseOf(owner, reading)
  const onClass = classAnnotation(owner, reading)
  if (base && !onClass) return { ...own, name: base, kind: 'given', prefix: '/' }
  return {
    ...own,
    name,
    kind: 'application',
    prefix: routePath(pathsOf(onClass?.args ?? [], reading.rule)[0]!),
  }
}

const baseOf = (owner: number, { rule, declarations, lines }: Reading) =>
  rule.inherits?.exec(lines[declarations[owner]!.line - 1] ?? '')?.groups?.base

/** On the class itself, or on the class above in the same file. */
function classAnnotation(owner: number, reading: Reading): Annotation | undefined {
  const { rule, all, declarations } = reading
  const of = (index: number) =>
    all.find(each => each.about === index && rule.onClass.test(each.name))
  const base = baseOf(owner, reading)
  return of(owner) ?? (base ? of(declarations.findIndex(each => each.name === base)) : undefined)
}

const baseMount = (path: string, line: number, { framework }: AnnotationRule): Mount => ({
  router: -1,
  framework,
  path: routePath(path),
  target: { kind: 'framework', text: framework },
  replaces: false,
  line,
})

function aimAt(
  { links, line, endLine, end }: Call,
  declarations: readonly Declaration[],
  lines: readonly string[],
): Annotation {
  const { name, args } = links.at(-1)!
  const below = declarations.findIndex(each => each.line >= endLine)
  const isAlone = declarations[below + 1]?.line !== endLine
  if (isAlone) return { name, args, line, about: below }
  const start = lines.slice(0, endLine - 1).join('\n').length + (endLine > 1 ? 1 : 0)
  const behind = lines[endLine - 1]!.slice(end - start)
  const about = declarations.findIndex(
    each => each.line > endLine || (each.line === endLine && declares(behind, each)),
  )
  return { name, args, line, about }
}

/** Whether what is left of a line declares it: `@Get("/") String list() { … }` in the line of its class. */
function declares(text: string, { name, kind }: Declaration): boolean {
  const own = name.split('.').at(-1)!
  return kind === 'method' || kind === 'function'
    ? new RegExp(String.raw`\b${own}\s*[(<]`).test(text)
    : new RegExp(String.raw`\b(class|interface|record|object|enum|struct)\s+${own}\b`).test(text)
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
  readonly lines: readonly string[]
}

function readRoute({ name, args, line, about }: Annotation, reading: Reading): Route[] {
  const { rule, all, declarations, owners } = reading
  const declaration = declarations[about]
  const beside = all.filter(each => each.about === about)
  const isToldBeside = beside.some(each => saysMethod(each.name, rule))
  const methods = isToldBeside && !saysMethod(name, rule) ? [] : methodsOf(name, args, rule)
  if (declaration?.kind !== 'method' || methods.length === 0) return []
  const owner = declarations[declaration.parent]
  const router = owners.indexOf(declaration.parent)
  if (owner && router < 0) return []
  const onClass = classAnnotation(declaration.parent, reading)
  const spelled = (path: string) => withTokens(path, about, all, declarations, rule)
  const prefixes = pathsOf(onClass?.args ?? [], rule).map(spelled)
  const handler = owner ? `${owner.name}.${declaration.name}` : declaration.name
  const join = (prefix: string, path: string) =>
    rule.isAbsolute && /^~?\//.test(path)
      ? routePath(spelled(path).replace('~', ''))
      : routePath(prefix, spelled(path))
  const own = name === rule.accepts ? args.filter(each => each.key !== '') : args
  const holders = beside.filter(each => each.name === rule.pathOn).map(each => each.args)
  // Without any path the application has a pattern for it, or nobody serves it.
  const isPathless = rule.actions && !onClass && !holderOf(own) && holders.length === 0
  if (isPathless && !baseOf(declaration.parent, reading)) return []
  const pathed = holderOf(own) || holders.length === 0 ? [own] : holders
  const written = pathed.flatMap(each => pathsOf(each, rule)).flatMap(optionalPaths)
  const paths = new Set(prefixes.flatMap(prefix => written.map(path => join(prefix, path))))
  const versions = versionsOf(about, reading)
  const told = { handler, line, router, isStub: false, ...(versions.length > 0 && { versions }) }
  return [...paths].flatMap(path => methods.map(method => ({ ...told, method, path })))
}

/** Of a method alone, where it says some: `[ApiVersion("1.0")]`, `[MapToApiVersion(2)]`. */
function versionsOf(about: number, { rule, all, declarations }: Reading): readonly string[] {
  if (!rule.versions) return []
  const { onClass, onMethod } = rule.versions
  const written = (index: number, name: string) =>
    all
      .filter(each => each.about === index && each.name === name)
      .flatMap(each => each.args[0]?.value ?? [])
      .filter(each => /^\d[\w.-]*$/.test(each))
  const own = written(about, onMethod)
  return own.length > 0 ? own : written(declarations[about]!.parent, onClass)
}

const saysMethod = (name: string, { onMethod, accepts }: AnnotationRule) =>
  Object.hasOwn(onMethod, name) || name === accepts

function methodsOf(
  name: string,
  args: readonly Argument[],
  rule: AnnotationRule,
): readonly string[] {
  if (Object.hasOwn(rule.onMethod, name)) return [rule.onMethod[name]!]
  if (name === rule.accepts)
    return args
      .filter(each => each.key === '' && each.kind === 'string')
      .map(each => each.value.toUpperCase())
  if (rule.listed?.name !== name) return []
  const text = args.find(each => each.key === rule.listed?.keyword)?.value ?? ''
  const named = [...text.matchAll(/(?:\b|METHOD_)(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g)].map(
    each => each[1]!,
  )
  return named.length > 0 ? named : ['ANY']
}

const pathKeys = ['', 'value', 'path', 'uri', 'uris', 'template', 'Route']

const holderOf = (args: readonly Argument[]) => args.find(each => pathKeys.includes(each.key))

/** `"/a"`, `{"/a", "/b"}`, `value = "/a"`, `path = "/a"`; nothing is the empty path. */
function pathsOf(args: readonly Argument[], { languages }: AnnotationRule): readonly string[] {
  const holder = holderOf(args)
  const entries = holder?.kind === 'object' ? holder.items.filter(each => each.key === 'path') : []
  const values = holder && entries.length === 0 ? [holder] : entries
  const paths = values.flatMap(each => (each.kind === 'list' ? each.items : [each]))
  const texts = paths.flatMap(each => pathText(each, languages) ?? [])
  const version = holder && versionIn(holder)
  const found = version === undefined ? texts : texts.map(each => `/${version}/${each}`)
  return found.length > 0 ? found : [holder?.kind === 'other' ? unreadMark : '']
}

/** `@Controller({ path: 'users', version: '1' })`: whether that is a part of the path, the application says. */
function versionIn({ kind, items }: Argument): string | undefined {
  const version = kind === 'object' ? items.find(each => each.key === 'version') : undefined
  if (!version) return undefined
  return version.kind === 'string' ? versionMark(version.value) : unreadMark
}
