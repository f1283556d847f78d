// Names that a tool or a framework knows: commands, routes, tables, operations, and what configuration is read by.

import type { Command } from '../../code/model.ts'
import { isOfShape, isSameMethod, mayBeShape, readEndpoint } from '../endpoint.ts'
import { type CodeSymbol, nameless, type ServedRoute } from '../facts.ts'
import { bare, partOf } from './declared-names.ts'
import { callable } from './kinds.ts'
import type { Find, Haystack, Match } from './match.ts'

export function commandLike(name: string, haystack: Haystack): readonly Match[] {
  const registered = haystack.files.flatMap(({ path, depth, answers, lost }) =>
    (depth?.commands ?? [])
      .filter(each => bare(each.name).includes(bare(name)))
      .map(each => ({
        at: { file: path, line: each.line },
        symbol: commandBody(each, path, haystack.symbols) ?? answers?.get(each.handler),
        isRegistered: true,
        lost: lost?.get(each.handler),
      })),
  )
  return registered.length > 0 ? registered : partOf(callable)(name, haystack)
}

/** What a command does, so that a stub behind it is seen. */
function commandBody(
  { handler, line, isStub }: Command,
  file: string,
  symbols: readonly CodeSymbol[],
): CodeSymbol | undefined {
  if (isStub) return { file, qualified: '', declaration: nameless(line, true) }
  if (handler === '') return undefined
  return symbols.find(
    each =>
      each.file === file && (each.qualified === handler || each.qualified.endsWith(`.${handler}`)),
  )
}

/** An operation of GraphQL may leave its root type out. */
export function operated(name: string, haystack: Haystack): readonly Match[] {
  const roots = name.includes('.') ? [] : ['Query', 'Mutation', 'Subscription']
  const names = [name, ...roots.map(each => `${each}.${name}`)]
  return names.flatMap(each => inDepth('operations')(each, haystack))
}

export function inDepth(kind: 'operations' | 'environment' | 'keys'): Find {
  const fold = (text: string) =>
    kind === 'operations' || kind === 'environment' ? text : text.toLowerCase()
  return (name, { files }) =>
    files.flatMap(({ path, depth }) =>
      (depth?.[kind] ?? [])
        .filter(each => fold(each.name) === fold(name))
        .map(each => ({ at: { file: path, line: each.line }, symbol: undefined })),
    )
}

export function tabled(name: string, { files }: Haystack): readonly Match[] {
  return files.flatMap(({ path, depth }) =>
    (depth?.tables ?? [])
      .filter(each => isSameTable(name, each.name))
      .map(each => ({ at: { file: path, line: each.line }, symbol: undefined })),
  )
}

/** `orders` is `public.orders` too, where either leaves the schema out. */
export function isSameTable(one: string, other: string): boolean {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()]
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`)
}

export function routed(name: string, { files }: Haystack): readonly Match[] {
  const served = new Set(files.flatMap(each => each.routes))
  return fittingRoutes(name, [...served]).map(({ at, handler, lost, unread }) => ({
    at: unread ?? at,
    symbol: handler,
    isRegistered: true,
    lost,
    ...(unread && { doubt: 'is registered below a prefix that cannot be read' }),
  }))
}

/** The routes that serve an endpoint; without any, those that may, because a part of their path cannot be read. */
export function fittingRoutes(
  name: string,
  routes: readonly ServedRoute[],
): readonly ServedRoute[] {
  const { method, shape } = readEndpoint(name)
  const own = routes.filter(each => isSameMethod(method, each.method))
  const sure = own.filter(each => !each.unread && isOfShape(shape, each))
  return sure.length > 0 ? sure : own.filter(each => each.unread && mayBeShape(shape, each.path))
}
