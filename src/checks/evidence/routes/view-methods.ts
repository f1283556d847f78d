// The methods that a class of Python answers as a view: its own, those of the classes above it as far as they can be followed, and
// what `methods` and `http_method_names` leave of them. Decides nothing where a class stands above that nobody here knows.

import type { Codebase } from '../../../code/codebase.ts'
import { isTestFile } from '../../../code/test-files.ts'
import type { CodeSymbol } from '../../../evidence/facts.ts'

export interface ViewMethod {
  readonly method: string
  /** Where it is written, if not in a framework. */
  readonly symbol: CodeSymbol | undefined
}

export interface ViewMethods {
  readonly methods: readonly ViewMethod[]
  /** Others may be served too. */
  readonly isOpen: boolean
}

export type SymbolsIn = (path: string) => readonly CodeSymbol[]

const form = ['GET', 'POST', 'PUT'] as const
const page = ['GET'] as const

/** What the classes of Django, its REST framework and Flask answer by themselves. */
const brought: Readonly<Record<string, readonly string[]>> = {
  View: [],
  APIView: [],
  GenericAPIView: [],
  MethodView: [],
  ListAPIView: page,
  RetrieveAPIView: page,
  CreateAPIView: ['POST'],
  DestroyAPIView: ['DELETE'],
  UpdateAPIView: ['PUT', 'PATCH'],
  ListCreateAPIView: ['GET', 'POST'],
  RetrieveUpdateAPIView: ['GET', 'PUT', 'PATCH'],
  RetrieveDestroyAPIView: ['GET', 'DELETE'],
  RetrieveUpdateDestroyAPIView: ['GET', 'PUT', 'PATCH', 'DELETE'],
  TemplateView: page,
  ListView: page,
  DetailView: page,
  ArchiveIndexView: page,
  YearArchiveView: page,
  MonthArchiveView: page,
  DayArchiveView: page,
  FormView: form,
  CreateView: form,
  UpdateView: form,
  DeleteView: ['GET', 'POST', 'DELETE'],
}

/** Mixins that answer nothing. */
const silent =
  /^(object|Generic|ABC|(Login|Permission)RequiredMixin|UserPassesTestMixin|AccessMixin|SuccessMessageMixin|(Context|Form|ModelForm|TemplateResponse|(Single|Multiple)Object(TemplateResponse)?)Mixin|(List|Create|Retrieve|Update|Destroy)ModelMixin)$/

const verb = /^(get|post|put|patch|delete|head|options)$/

/** Bases of bases; circles end here. */
const deepest = 6

export function viewMethods(
  view: CodeSymbol,
  symbolsIn: SymbolsIn,
  codebase: Codebase,
  depth = 0,
): ViewMethods {
  const source = classText(view, codebase)
  const own = symbolsIn(view.file)
    .filter(({ qualified, declaration: { name } }) => qualified === `${view.qualified}.${name}`)
    .filter(each => verb.test(each.declaration.name))
    .map(symbol => ({ method: symbol.declaration.name.toUpperCase(), symbol }))
  const above = basesOf(source).map(base => methodsOfBase(base, view, symbolsIn, codebase, depth))
  const isOpen =
    above.some(each => each.isOpen) ||
    /^[ \t]+(async\s+)?def dispatch\(/m.test(source) ||
    depth > deepest
  const all = [...own, ...above.flatMap(each => each.methods)]
  const first = [...new Map(all.toReversed().map(each => [each.method, each])).values()]
  const methods = isOpen || first.length === 0 ? first : withUsual(first)
  const left = listed(source)
  if (!left) return { methods, isOpen }
  const kept = left.names.map(
    method => methods.find(each => each.method === method) ?? { method, symbol: undefined },
  )
  return left.isFilter && !isOpen
    ? { methods: kept.filter(each => methods.some(one => one.method === each.method)), isOpen }
    : { methods: kept, isOpen: false }
}

function methodsOfBase(
  base: string,
  view: CodeSymbol,
  symbolsIn: SymbolsIn,
  codebase: Codebase,
  depth: number,
): ViewMethods {
  const files = codebase.declaring(base).filter(each => each.endsWith('.py') && !isTestFile(each))
  const near = files.includes(view.file) ? [view.file] : files
  const symbols = near
    .flatMap(symbolsIn)
    .filter(each => each.qualified === base && each.declaration.kind === 'class')
  if (symbols.length === 1 && symbols[0]!.declaration !== view.declaration)
    return viewMethods(symbols[0]!, symbolsIn, codebase, depth + 1)
  const known = symbols.length > 0 ? undefined : brought[base]
  const methods = (known ?? []).map(method => ({ method, symbol: undefined }))
  return { methods, isOpen: !known && !silent.test(base) }
}

/** Who answers GET answers HEAD, and everybody answers OPTIONS. */
function withUsual(methods: readonly ViewMethod[]): readonly ViewMethod[] {
  const usual = methods.some(each => each.method === 'GET') ? ['HEAD', 'OPTIONS'] : ['OPTIONS']
  const more = usual.filter(method => methods.every(each => each.method !== method))
  return [...methods, ...more.map(method => ({ method, symbol: undefined }))]
}

function classText({ file, declaration: { line, endLine } }: CodeSymbol, codebase: Codebase) {
  return Buffer.from(codebase.bytes(file) ?? [])
    .toString('utf8')
    .split('\n')
    .slice(line - 1, endLine)
    .join('\n')
}

const basesOf = (source: string) =>
  (/^\s*class\s+\w+\s*\(([^()]*)\)\s*:/.exec(source)?.[1] ?? '')
    .split(',')
    .map(
      each =>
        each
          .replace(/\[[\s\S]*/, '')
          .trim()
          .split('.')
          .at(-1)!,
    )
    .filter(each => /^\w+$/.test(each))

/** `methods = ['POST']` of Flask names all of them, `http_method_names` of Django only lets through what is there. */
function listed(source: string) {
  const match = /^[ \t]+(methods|http_method_names)\s*=\s*[[({]([^\])}]*)[\])}]/m.exec(source)
  const names = [...(match?.[2] ?? '').matchAll(/["'](\w+)["']/g)].map(each =>
    each[1]!.toUpperCase(),
  )
  return match && names.length > 0 ? { names, isFilter: match[1] !== 'methods' } : undefined
}
