// The declaration that answers a route: what its name means there, and where nobody can tell that, what the route can see of that name:
// its own file, what that imports, its folder, and the rest of the tree where only one place has it. Guesses nothing between two.

import type { Codebase } from '../../../code/codebase.ts'
import { type HandlerName, readHandler } from '../../../code/routes/handler.ts'
import { isTestFile } from '../../../code/test-files.ts'
import type { CodeSymbol } from '../../../evidence/facts.ts'
import { findMeant } from '../meant/meant.ts'
import { symbolsIn } from '../meant/symbols.ts'
import { viewMethods } from './view-methods.ts'

export interface Answer {
  /** Undefined where it answers whatever the route is registered for. */
  readonly method: string | undefined
  readonly symbol: CodeSymbol
}

/** None where the handler is not found; several where a class answers each method by one of its own. */
export type AnswersOf = (file: string, handler: string, line: number) => readonly Answer[]

export function findAnswers(
  codebase: Codebase,
  importsOf: (path: string) => readonly string[],
): AnswersOf {
  const meantBy = findMeant(codebase)
  return (file, named, line) => {
    const handler = madeView(named, file, codebase) ?? named
    const wanted = readHandler(handler)
    const told = meantBy(file, handler, line)
    const guessed = told || !wanted ? undefined : find(wanted, file, codebase, importsOf)
    const symbol = told ? firstOf(told) : guessed
    if (!symbol) return []
    const actions = actionAnswers(handler, symbol, codebase)
    if (actions.length > 0) return actions
    const isView = wanted?.isView === true || symbol.declaration.kind === 'class'
    if (!isView) return [{ method: undefined, symbol }]
    return viewAnswers(symbol, codebase)
  }
}

/** Of several files, as of two systems, any that works will do. */
function firstOf(told: readonly CodeSymbol[]): CodeSymbol | undefined {
  const [first] = told
  const isOfOne = told.every(each => each.file === first?.file)
  return (isOfOne ? undefined : told.find(each => !each.declaration.isStub)) ?? first
}

function find(
  wanted: HandlerName,
  file: string,
  codebase: Codebase,
  importsOf: (path: string) => readonly string[],
): CodeSymbol | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  const beside = () =>
    codebase.files.filter(
      each => each.startsWith(folder) && !each.slice(folder.length).includes('/'),
    )
  const everywhere = () => [wanted.name, ...wanted.owners].flatMap(name => codebase.declaring(name))
  for (const place of [() => [file], () => importsOf(file), beside, everywhere]) {
    const found = [...new Set(place())]
      .filter(path => !isTestFile(path) || path === file)
      .flatMap(path => named(wanted, path, codebase))
    if (found.length === 1 || (found.length > 0 && found[0]!.file === file)) return found[0]
    if (found.length > 1) return undefined
  }
  return undefined
}

function named({ owners, name }: HandlerName, path: string, codebase: Codebase): CodeSymbol[] {
  return symbolsIn(path, codebase).filter(({ qualified, declaration }) => {
    const parts = qualified.split(/\.|::/)
    const isNamed = parts.at(-1) === name && declaration.kind !== 'constant'
    return isNamed && (owners.length === 0 || owners.includes(parts.at(-2) ?? ''))
  })
}

/** `users = Users.as_view('users')`, which a route names. */
function madeView(name: string, file: string, codebase: Codebase): string | undefined {
  if (!file.endsWith('.py') || !/^\w+$/.test(name)) return undefined
  const source = Buffer.from(codebase.bytes(file) ?? []).toString('utf8')
  return new RegExp(String.raw`^[ \t]*${name}\s*=\s*([\w.]+\.as_view\(.*\))`, 'm').exec(source)?.[1]
}

/** `Orders.as_view({'get': 'list', 'post': 'create'})`. */
function actionAnswers(handler: string, view: CodeSymbol, codebase: Codebase): readonly Answer[] {
  const pairs = /\.as_view\(\s*(?:actions\s*=\s*)?\{([^}]*)\}/.exec(handler)?.[1] ?? ''
  return [...pairs.matchAll(/["'](\w+)["']\s*:\s*["'](\w+)["']/g)].map(([, method, action]) => ({
    method: method!.toUpperCase(),
    symbol:
      symbolsIn(view.file, codebase).find(
        each => each.qualified === `${view.qualified}.${action}`,
      ) ?? view,
  }))
}

const httpMethod = /^(get|post|put|patch|delete|head|options)$/

/** `class BookView: def get(…), def put(…)`; a view that inherits from who knows where answers what it is registered for. */
function viewAnswers(view: CodeSymbol, codebase: Codebase): readonly Answer[] {
  const whole = [{ method: undefined, symbol: view }]
  if (view.file.endsWith('.py')) {
    const { methods } = viewMethods(view, path => symbolsIn(path, codebase), codebase)
    const answers = methods.map(({ method, symbol = view }) => ({ method, symbol }))
    return answers.length > 0 ? answers : whole
  }
  const methods = symbolsIn(view.file, codebase).filter(
    ({ qualified, declaration }) =>
      qualified === `${view.qualified}.${declaration.name}` && httpMethod.test(declaration.name),
  )
  return methods.length === 0
    ? whole
    : methods.map(symbol => ({ method: symbol.declaration.name.toUpperCase(), symbol }))
}
