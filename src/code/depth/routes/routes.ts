// The routes of one file from everything that can register them: calls, annotations, and where the file lies. What other
// files mount and hand over is put together elsewhere.

import type { Declaration, Outline, Route } from '../../model.ts'
import type { Call } from '../calls/calls.ts'
import { underTrueNames } from '../calls/true-names.ts'
import { firstOfEach } from '../first.ts'
import { nestModules } from '../routers/nest-modules.ts'
import type { ClassAround } from '../routers/routers.ts'
import { annotatedFunctions } from './annotated-functions.ts'
import { annotatedRoutes } from './annotated-routes.ts'
import { calledRoutes, type RouteFacts } from './called-routes.ts'
import { conventionalRoutes } from './conventional-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { noRoutes, restFramework } from './rest-framework.ts'

export interface RoutedFile {
  readonly path: string
  readonly language: string
  readonly source: string
  readonly outline: Outline
  /** Index of the innermost declaration by line. */
  readonly owners: Int32Array
}

export function readRoutes(written: readonly Call[], file: RoutedFile): RouteFacts {
  const { outline, owners, path, language, source } = file
  const { declarations, exports, imports } = outline
  const calls = underTrueNames(written, imports)
  const modules = imports.map(each => each.module)
  const lines = source.split('\n')
  const around = placesAround(file, lines)
  const decorated = (line: number) => declarations.find(each => each.line >= line)?.name ?? ''
  const called = calledRoutes(
    calls,
    {
      path,
      language,
      source,
      modules,
      imported: new Map(imports.map(each => [each.alias || each.name, each.module])),
      functionsAround: around,
      isPlainFunction: index => isPlainFunction(declarations[index]!, lines),
      endLineOf: index => declarations[index]!.endLine,
      classAround: call => classAround(call, declarations, owners, lines),
      classes: declarations.filter(each => each.kind === 'class').map(each => toClass(each, lines)),
    },
    decorated,
  )
  const annotated = annotatedRoutes(calls, language, modules, declarations, lines)
  const functions = annotatedFunctions(calls, language, modules, declarations)
  const nest = nestModules(calls, modules, declarations, lines)
  const offset = called.routers.length
  const onRouter = (route: Route): Route => ({ ...route, router: offset + route.router })
  const below = annotated.routes.map(each => (each.router < 0 ? each : onRouter(each)))
  const functionOffset = offset + annotated.routers.length
  const nestOffset = functionOffset + functions.routers.length
  const rest =
    language === 'python' ? restFramework(calls, modules, declarations, source) : noRoutes
  const restOffset = nestOffset + nest.routers.length
  const ruled = conventionalRoutes(calls, language, declarations, lines)
  const ruledOffset = restOffset + rest.routers.length
  return {
    routes: firstOfEach(
      [
        ...called.routes,
        ...below,
        ...functions.routes.map(each => ({ ...each, router: functionOffset + each.router })),
        ...rest.routes.map(each => ({ ...each, router: restOffset + each.router })),
        ...ruled.routes.map(each => ({ ...each, router: ruledOffset + each.router })),
        ...fileRoutes(path, exports, modules, source),
      ],
      each => `${each.router} ${each.method} ${each.path}`,
    ),
    routers: [
      ...called.routers,
      ...annotated.routers,
      ...functions.routers,
      ...nest.routers,
      ...rest.routers,
      ...ruled.routers,
    ],
    mounts: [
      ...called.mounts,
      ...annotated.mounts.map(each =>
        each.router < 0 ? each : { ...each, router: offset + each.router },
      ),
      ...nest.mounts.map(each => ({ ...each, router: nestOffset + each.router })),
      ...rest.mounts.map(each => ({ ...each, router: restOffset + each.router })),
      ...ruled.mounts,
    ],
  }
}

/** A decorator stands in its function for the outline, and outside of it for the language. */
function functionsAround(
  { line, isAnnotation }: Call,
  declarations: readonly Declaration[],
  owners: Int32Array,
): readonly number[] {
  const around: number[] = []
  for (let at = owners[line] ?? -1; at >= 0; at = declarations[at]!.parent) {
    const each = declarations[at]!
    const isFunction = each.kind === 'function' || each.kind === 'method'
    if (isFunction && !(isAnnotation && each.line >= line)) around.push(at)
  }
  return around
}

/** Of each call once: everything that a router may be asks for it, and lines may be as long as the file. */
function placesAround({ source, outline, owners }: RoutedFile, lines: readonly string[]) {
  const known = new Map<Call, readonly number[]>()
  const starts = [0]
  for (const { length } of lines) starts.push(starts.at(-1)! + length + 1)
  return (call: Call): readonly number[] => {
    const before = known.get(call)
    if (before) return before
    const around = functionsAround(call, outline.declarations, owners).filter(
      index => !isGivenTo(call, outline.declarations[index]!, { source, lines, starts }),
    )
    known.set(call, around)
    return around
  }
}

interface Lines {
  readonly source: string
  readonly lines: readonly string[]
  /** Where each of them begins. */
  readonly starts: readonly number[]
}

/** A function that is an argument of the call stands in it, even where both share a line. */
function isGivenTo(
  call: Call,
  { name, line, endLine }: Declaration,
  { source, lines, starts }: Lines,
): boolean {
  if (line < call.line || endLine > call.endLine) return false
  const first = call.line - (source.slice(call.start, call.at).split('\n').length - 1)
  if (line > first) return true
  const place = (lines[line - 1] ?? '').indexOf(name.split('.').at(-1)!)
  return place > call.start - starts[first - 1]!
}

/** Nothing hands it on where it stands, and no decorator does. */
const isPlainFunction = ({ kind, decorators, line }: Declaration, lines: readonly string[]) =>
  kind === 'function' && decorators.length === 0 && plainHead.test(lines[line - 1] ?? '')

const plainHead =
  /^\s*(export\s+)?((async\s+)?(function|def|func)\s+\w|(const|let|var)\s[^=]+=\s*(async\s*)?(\([^()]*\)\s*(:[^=]+)?=>|\w+\s*=>|function\b))/

function classAround(
  { line }: Call,
  declarations: readonly Declaration[],
  owners: Int32Array,
  lines: readonly string[],
): ClassAround | undefined {
  let at = owners[line] ?? -1
  while (at >= 0 && declarations[at]!.kind !== 'class') at = declarations[at]!.parent
  return at < 0 ? undefined : toClass(declarations[at]!, lines)
}

const toClass = ({ name, line }: Declaration, lines: readonly string[]): ClassAround => ({
  name,
  header: lines[line - 1] ?? '',
})
