// Routes that annotations declare: one on a class for the common path, one on each method. Rows of frameworks, and their reading.

import type { Declaration, Route } from '../model.ts'
import type { Argument, Call } from './calls.ts'
import { routePath } from './route-path.ts'

interface AnnotationRule {
  readonly framework: string
  readonly languages: readonly string[]
  readonly imports: RegExp
  readonly onClass: RegExp
  readonly onMethod: Readonly<Record<string, string>>
  /** Says its method in a keyword, ANY without it. */
  readonly listed?: { readonly name: string; readonly keyword: string }
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
    onMethod: spring,
    listed: { name: 'RequestMapping', keyword: 'method' },
  },
  {
    framework: 'aspnet',
    languages: ['csharp'],
    imports: /^Microsoft\.AspNetCore\./,
    onClass: /^Route$/,
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

export function annotatedRoutes(
  calls: readonly Call[],
  language: string,
  modules: readonly string[],
  declarations: readonly Declaration[],
): readonly Route[] {
  const rule = rules.find(
    each => each.languages.includes(language) && modules.some(module => each.imports.test(module)),
  )
  if (!rule) return []
  const annotations = calls
    .filter(each => each.isAnnotation && each.root === '')
    .map(call => aimAt(call, declarations))
  return annotations.flatMap(each => readRoute(each, rule, annotations, declarations))
}

function aimAt({ links, line, endLine }: Call, declarations: readonly Declaration[]): Annotation {
  const { name, args } = links.at(-1)!
  return { name, args, line, about: declarations.findIndex(each => each.line >= endLine) }
}

function readRoute(
  { name, args, line, about }: Annotation,
  rule: AnnotationRule,
  all: readonly Annotation[],
  declarations: readonly Declaration[],
): Route[] {
  const declaration = declarations[about]
  const methods = methodsOf(name, args, rule)
  if (declaration?.kind !== 'method' || methods.length === 0) return []
  const owner = declarations[declaration.parent]
  const onClass = all.find(
    each => each.about === declaration.parent && rule.onClass.test(each.name),
  )
  const controller = owner?.name.replace(/Controller$/, '') ?? ''
  const prefixes = pathsOf(onClass?.args ?? []).map(each =>
    each.replace('[controller]', controller),
  )
  const handler = owner ? `${owner.name}.${declaration.name}` : declaration.name
  return prefixes.flatMap(prefix =>
    pathsOf(args).flatMap(path =>
      methods.map(method => ({ method, path: routePath(prefix, path), handler, line })),
    ),
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
  const named = [...text.matchAll(/\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g)].map(
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
