// What a resource declares, as names to look for, and the rule by which each attribute is matched. One row of the table is one
// row of docs/evidence.md.

import type { Command } from '../code/model.ts'
import type { DeclarationKind } from '../contract/declaration-kinds.ts'
import type { Resource } from '../spec/model.ts'
import { isOfShape, isSameMethod, mayBeShape, readEndpoint } from './endpoint.ts'
import {
  type CodeSymbol,
  type FileFacts,
  nameless,
  ownName,
  type Place,
  type ServedRoute,
} from './facts.ts'

export interface Expectation {
  readonly attribute: string
  /** As a person wrote it. */
  readonly name: string
}

export interface Match {
  readonly at: Place
  /** The declaration behind it, where there is one: its body can be a stub. */
  readonly symbol: CodeSymbol | undefined
  /** A tool or a framework knows of it: nothing else has to refer to it. */
  readonly isRegistered?: boolean
  /** Why what it is registered with is not there. */
  readonly lost?: string | undefined
  /** It may be what is looked for, and nobody can tell: why. */
  readonly doubt?: string
}

/** Everything that names can be found in, gathered once for a resource. */
export interface Haystack {
  readonly files: readonly FileFacts[]
  readonly symbols: readonly CodeSymbol[]
}

export interface MatchRule {
  readonly attribute: string
  /** For the documents. */
  readonly looksIn: string
  readonly how: string
  readonly find: (name: string, haystack: Haystack) => readonly Match[]
}

const classLike: readonly DeclarationKind[] = [
  'class',
  'interface',
  'struct',
  'contract',
  'library',
  'trait',
  'protocol',
  'module',
]
const callable: readonly DeclarationKind[] = ['function', 'method', 'modifier', 'field']
const entityLike: readonly DeclarationKind[] = [
  ...classLike,
  'type',
  'enum',
  'event',
  'error',
  'modifier',
]

export const matchRules: readonly MatchRule[] = [
  {
    attribute: 'class',
    looksIn: 'classes, structs, contracts, interfaces',
    how: 'exact',
    find: declared(classLike),
  },
  {
    attribute: 'classes',
    looksIn: 'classes, structs, contracts, interfaces',
    how: 'exact',
    find: declared(classLike),
  },
  {
    attribute: 'functions',
    looksIn: 'functions, methods, fields that hold functions',
    how: 'exact; `A.run` as qualified; `#run` is private to its class; `run` is the function where a file has methods of that name, too',
    find: declared(callable),
  },
  {
    attribute: 'entities',
    looksIn: 'classes, interfaces, types, enums, structs, contracts, events, errors',
    how: 'exact',
    find: declared(entityLike),
  },
  {
    attribute: 'exports',
    looksIn: 'exported names, re-exports included',
    how: 'exact',
    find: exported,
  },
  {
    attribute: 'imports',
    looksIn: 'imported names, aliases and modules',
    how: 'exact',
    find: imported,
  },
  {
    attribute: 'commands',
    looksIn: 'registered commands and functions',
    how: 'part of the name, without case and separators',
    find: commandLike,
  },
  {
    attribute: 'strategies',
    looksIn: 'functions and classes',
    how: 'part of the name, without case and separators',
    find: partOf([...callable, ...classLike]),
  },
  {
    attribute: 'endpoints',
    looksIn: 'registered routes',
    how: 'method and path; parameters match whatever their name',
    find: routed,
  },
  {
    attribute: 'tables',
    looksIn: 'tables of migrations and models that no later migration drops',
    how: 'exact, without case; the schema in front may be left out',
    find: tabled,
  },
  {
    attribute: 'operations',
    looksIn: 'OpenAPI and GraphQL operations',
    how: 'exact; `user` is `Query.user`, `Mutation.user` or `Subscription.user` too',
    find: operated,
  },
  {
    attribute: 'environment',
    looksIn: 'environment variables that are read',
    how: 'exact',
    find: inDepth('environment'),
  },
  {
    attribute: 'headings',
    looksIn: 'headings of documents',
    how: 'exact, without case',
    find: inDepth('keys'),
  },
  {
    attribute: 'keys',
    looksIn: 'keys of configuration files, dotted',
    how: 'exact, without case',
    find: inDepth('keys'),
  },
]

const rulesByAttribute = new Map(matchRules.map(each => [each.attribute, each]))

export function ruleOf(attribute: string): MatchRule {
  const rule = rulesByAttribute.get(attribute)
  if (!rule) throw new Error(`invariant: ${attribute} is an attribute that can be proved`)
  return rule
}

/** Every name that the resource promises, in the order of the table. */
export function expectationsOf({
  attributes,
}: Pick<Resource, 'attributes'>): readonly Expectation[] {
  const endpoint = endpointOf(attributes)
  return [
    ...(endpoint === undefined ? [] : [{ attribute: 'endpoints', name: endpoint }]),
    ...matchRules.flatMap(({ attribute }) =>
      wordsIn(attributes[attribute]).map(name => ({ attribute, name })),
    ),
  ]
}

function endpointOf({ method, path }: Resource['attributes']): string | undefined {
  return typeof path === 'string'
    ? `${typeof method === 'string' ? method : 'ANY'} ${path}`
    : undefined
}

/** A single word stands for a list of one. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}

export const matchOf = (symbol: CodeSymbol): Match => ({
  at: { file: symbol.file, line: symbol.declaration.line },
  symbol,
})

function declared(kinds: readonly DeclarationKind[]): MatchRule['find'] {
  return (name, { symbols }) => {
    const named = symbols.filter(
      each => kinds.includes(each.declaration.kind) && isNamed(each, name),
    )
    return named
      .filter(each => !isBesideFunction(each, name, named) && !isBesidePublic(each, name, named))
      .map(matchOf)
  }
}

/** `#run` where a class has a `run`, too, and that is asked for. */
const isBesidePublic = (
  { declaration, qualified }: CodeSymbol,
  name: string,
  named: readonly CodeSymbol[],
) =>
  declaration.name.startsWith('#') &&
  !isPrivateName(name) &&
  named.some(each => each.qualified === qualified.replaceAll('#', ''))

/** A method where a plain name is asked for and its file has a function of that name: `func (errGone) Gone() {}` beside `Gone`. */
const isBesideFunction = (
  { file, qualified }: CodeSymbol,
  name: string,
  named: readonly CodeSymbol[],
) =>
  qualified.includes('.') &&
  !/[.#]|::/.test(name) &&
  named.some(
    each =>
      each.file === file &&
      each.declaration.kind === 'function' &&
      each.qualified === name &&
      each.declaration.hasBody,
  )

/** `run` names any run; `A.run`, `A::run` or `A#run` the one of A; `#run` and `A.#run` what a class has for itself. */
function isNamed({ declaration, qualified }: CodeSymbol, name: string): boolean {
  const isPrivate = isPrivateName(name)
  if (isPrivate && !declaration.name.startsWith('#')) return false
  const dotted = name.replace(/::|\.?#/g, '.').replace(/^\.|\(\)$/g, '')
  if (!dotted.includes('.')) return ownName(declaration) === dotted
  const plain = qualified.replaceAll('#', '')
  return plain === dotted || plain.endsWith(`.${dotted}`)
}

const isPrivateName = (name: string) => /(^|\.)#/.test(name)

function exported(name: string, { files, symbols }: Haystack): readonly Match[] {
  const listed = files.flatMap(({ path, outline }) =>
    (outline?.exports ?? [])
      .filter(each => each.name === name || (each.name === 'default' && each.local === name))
      .map(each => ({
        at: { file: path, line: each.line },
        symbol: symbols.find(
          one => one.file === path && one.declaration.name === (each.local || name),
        ),
      })),
  )
  const visible = symbols
    .filter(each => each.declaration.isExported && isNamed(each, name))
    .map(matchOf)
  return listed.length > 0 ? listed : visible
}

function imported(name: string, { files }: Haystack): readonly Match[] {
  return files.flatMap(({ path, outline }) =>
    (outline?.imports ?? [])
      .filter(each => each.name === name || each.alias === name || each.module === name)
      .map(each => ({ at: { file: path, line: each.line }, symbol: undefined })),
  )
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function partOf(kinds: readonly DeclarationKind[]): MatchRule['find'] {
  return (name, { symbols }) =>
    symbols
      .filter(
        each =>
          kinds.includes(each.declaration.kind) &&
          bare(ownName(each.declaration)).includes(bare(name)),
      )
      .map(matchOf)
}

function commandLike(name: string, haystack: Haystack): readonly Match[] {
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
function operated(name: string, haystack: Haystack): readonly Match[] {
  const roots = name.includes('.') ? [] : ['Query', 'Mutation', 'Subscription']
  const names = [name, ...roots.map(each => `${each}.${name}`)]
  return names.flatMap(each => inDepth('operations')(each, haystack))
}

function inDepth(kind: 'operations' | 'environment' | 'keys'): MatchRule['find'] {
  const fold = (text: string) =>
    kind === 'operations' || kind === 'environment' ? text : text.toLowerCase()
  return (name, { files }) =>
    files.flatMap(({ path, depth }) =>
      (depth?.[kind] ?? [])
        .filter(each => fold(each.name) === fold(name))
        .map(each => ({ at: { file: path, line: each.line }, symbol: undefined })),
    )
}

function tabled(name: string, { files }: Haystack): readonly Match[] {
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

function routed(name: string, { files }: Haystack): readonly Match[] {
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
