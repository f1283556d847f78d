// The routes that the repository registers, for resources that name endpoints: read in depth only from files that may register or
// mount some, put together over the whole tree, and only when somebody asks.

import { turns } from '../../../base/turns.ts'
import type { Codebase } from '../../../code/codebase.ts'
import { isForeignPath } from '../../../code/own-code.ts'
import type { Resolution } from '../../../code/resolve.ts'
import { composeRoutes, type RegisteredRoute } from '../../../code/routes/compose.ts'
import type { OneOf } from '../../../code/routes/makers.ts'
import { findTexts, type TextOf } from '../../../code/routes/read-marks.ts'
import type { PassingFile, RoutedFile } from '../../../code/routes/routed-file.ts'
import { routing } from '../../../code/signs/routing.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { mayBeShape, readEndpoint, routeShape } from '../../../evidence/endpoint.ts'
import { type Mention, nameless, type ServedRoute } from '../../../evidence/facts.ts'
import { fittingRoutes } from '../../../evidence/matching/registered-names.ts'
import { readImports } from '../imports.ts'
import { findLosses, type LossOf } from '../lost/lost-handlers.ts'
import { modulesOfKtor } from '../use/entry-names.ts'
import { findMentions, type MentionsOf } from '../use/mentions.ts'
import { answeredMethods, textOfCall, textOfFunction } from './answered-methods.ts'
import { basePaths } from './base-paths.ts'
import { findBrought, mayMean } from './brought-in.ts'
import { type AnswersOf, findAnswers } from './handlers.ts'
import { findLoading, startedFiles } from './started-files.ts'
import { versionText } from './versions.ts'

export interface Routes {
  /** Registered in this file, or answered by it. */
  readonly of: (path: string) => readonly ServedRoute[]
  readonly filesWith: (endpoint: string) => readonly string[]
}

export async function findRoutes(
  endpoints: readonly string[],
  codebase: Codebase,
): Promise<Routes> {
  if (endpoints.length === 0) return { of: () => [], filesWith: () => [] }
  const wanted = endpoints.map(readEndpoint)
  const shapes = new Set(wanted.flatMap(each => [each.shape, each.shape.toLowerCase()]))
  const { importsOf } = readImports(codebase)
  const registered = await registeredRoutes(codebase)
  const answersOf = findAnswers(codebase, importsOf)
  const lossOf = findLosses(codebase)
  const isAskedFor = ({ path, unread, isCaseless }: RegisteredRoute) =>
    unread
      ? wanted.some(each => mayBeShape(each.shape, path))
      : shapes.has(isCaseless ? routeShape(path).toLowerCase() : routeShape(path))
  const served = registered
    .filter(isAskedFor)
    .flatMap(each => answered(each, answersOf, lossOf, codebase))
    .flatMap(each => answeredOnly(each, codebase))
  const byFile = Map.groupBy(served, each => each.at.file)
  const answering = Map.groupBy(served, each => each.handler?.file ?? each.at.file)
  return {
    of: path => [...new Set([...(byFile.get(path) ?? []), ...(answering.get(path) ?? [])])],
    filesWith: endpoint => {
      return [...new Set(fittingRoutes(endpoint, served).map(each => each.at.file))]
    },
  }
}

/** All of them, each with every prefix under which the program serves it. */
export async function registeredRoutes(codebase: Codebase): Promise<readonly RegisteredRoute[]> {
  const files = await routedFiles(codebase)
  const { resolution } = readImports(codebase)
  const surroundings = {
    files,
    resolution,
    passing: (path: string) => passingFile(path, codebase),
    sourceOf: (path: string) => textOf(path, codebase),
    ...findBrought(codebase),
    basePath: basePaths(codebase),
    mayBeStarted: startedFiles(codebase),
    loadsComputed: findLoading(codebase),
    textOf: textsOf(resolution, codebase),
  }
  // Who uses a function that makes a router is known only when every file was read, so that is done where it matters, and for no more
  // names than it matters of: an answer may lead to another question.
  const started = new Set(startedByServer(codebase))
  const uses = new Map<string, readonly Mention[]>()
  for (;;) {
    const asked = new Set<string>()
    const isUsed = (name: string, one: OneOf) => {
      const known = uses.get(name)
      if (known === undefined && !started.has(name)) asked.add(name)
      return started.has(name) || known?.some(each => mayMean(each, one)) === true
    }
    const routes = composeRoutes({ ...surroundings, isUsed })
    if (asked.size === 0) return routes
    const mentions = await findUses(asked, codebase)
    for (const each of asked) uses.set(each, mentions(each))
  }
}

function textsOf(resolution: Resolution, codebase: Codebase): TextOf {
  const versioned = versionText(codebase)
  const find = findTexts({
    resolution,
    fileAt: path => textsIn(path, codebase),
    declaring: name => codebase.declaring(name),
  })
  return (file, name) => (name.startsWith('@') ? versioned(name.slice(1)) : find(file, name))
}

function textsIn(path: string, codebase: Codebase) {
  const outline = codebase.outline(path)
  return outline && { outline, texts: codebase.depth(path).texts }
}

async function routedFiles(codebase: Codebase): Promise<ReadonlyMap<string, RoutedFile>> {
  const files = new Map<string, RoutedFile>()
  const turn = turns()
  for (const path of codebase.files) {
    await turn()
    if (isTestFile(path) || isBundle(path, codebase) || !codebase.sign(path, routing)) continue
    const outline = codebase.outline(path)
    if (outline) files.set(path, { path, outline, depth: codebase.depth(path) })
  }
  return files
}

/** What a bundler wrote where builds are written: all of it in a few lines, and its routes stand in the sources. */
const isBundle = (path: string, codebase: Codebase) =>
  isForeignPath(path) && codebase.head(path) === 'generated'

/** Who mounts a router may have it from a file that registers nothing. */
function passingFile(path: string, codebase: Codebase): PassingFile | undefined {
  const outline = isTestFile(path) ? undefined : codebase.outline(path)
  return outline && { path, outline }
}

const textOf = (path: string, codebase: Codebase) =>
  Buffer.from(codebase.bytes(path) ?? []).toString('latin1')

/** Functions that no code calls, because the configuration of the server names them. */
const startedByServer = (codebase: Codebase) =>
  modulesOfKtor(codebase).map(({ name }) => name.slice(name.lastIndexOf('.') + 1))

/** By code that is no test: files of tests are not read. */
const findUses = (names: ReadonlySet<string>, codebase: Codebase): Promise<MentionsOf> =>
  findMentions(
    names,
    codebase,
    codebase.files.filter(path => !isTestFile(path)),
  )

/** What is registered for all methods serves those that its function does not refuse. */
function answeredOnly(route: ServedRoute, codebase: Codebase): readonly ServedRoute[] {
  const { handler, method } = route
  if (method !== 'ANY' || !handler) return [route]
  const source = Buffer.from(codebase.bytes(handler.file) ?? []).toString('utf8')
  const { line, endLine } = handler.declaration
  const isInPlace = handler.qualified === ''
  if (isInPlace && !/\.(go|[cm]?[jt]sx?)$/.test(handler.file)) return [route]
  const methods = answeredMethods(
    isInPlace ? textOfCall(source, line) : textOfFunction(source, line, endLine),
  )
  return methods?.map(each => ({ ...route, method: each })) ?? [route]
}

/** `add_url_rule('/x', view_func=view, methods=['GET'])` lets no more through, whatever the class has. */
function isMethodNamed({ file, line }: RegisteredRoute, codebase: Codebase): boolean {
  if (!file.endsWith('.py')) return false
  const lines = textOf(file, codebase)
    .split('\n')
    .slice(line - 1)
  const end = lines.findIndex((each, index) => index > 0 && /^\S/.test(each))
  const call = (end < 0 ? lines : lines.slice(0, end)).join('\n').split(/\badd_url_rule\(/)[1]
  return call !== undefined && /[\s,]methods\s*=/.test(call)
}

function answered(
  route: RegisteredRoute,
  answersOf: AnswersOf,
  lossOf: LossOf,
  codebase: Codebase,
): readonly ServedRoute[] {
  const { file, line, path, method, unread, isCaseless } = route
  const own = {
    path,
    at: { file, line },
    ...(unread && { unread }),
    ...(isCaseless && { isCaseless }),
  }
  const inPlace = { file, qualified: '', declaration: nameless(line, route.isStub) }
  if (route.handler === '') return [{ ...own, method, handler: inPlace }]
  const lost = lossOf(file, route.handler, line)
  if (lost !== undefined) return [{ ...own, method, handler: undefined, lost }]
  const answers = answersOf(file, route.handler, line)
  if (answers.length === 0) return [{ ...own, method, handler: undefined }]
  const kept = isMethodNamed(route, codebase)
    ? answers.filter(each => each.method === undefined || each.method === method)
    : answers
  return kept.map(each => ({ ...own, method: each.method ?? method, handler: each.symbol }))
}
