// The depth of one file: what its bodies do, read only where a resource, a claim or a diff points.
// Places are lines, and declarations are those of the outline that is handed in, whoever made it.

import type { Diagnostic } from '../../base/diagnostic.ts'
import { packFor } from '../languages/all.ts'
import type { Depth, Named, Outline, SyntaxProblem } from '../model.ts'
import { type GrammarFolders, isParser, openParser, type Parser } from '../tree/grammar.ts'
import { decodeSource } from '../tree/source.ts'
import { annotatedRoutes } from './annotated-routes.ts'
import { callShapes } from './call-shapes.ts'
import { calledRoutes } from './called-routes.ts'
import { readCalls } from './calls.ts'
import { calledCommands } from './commands.ts'
import { documentDepth, noDepth } from './documents/document.ts'
import { fileRoutes } from './file-routes.ts'
import { readNamed } from './named.ts'
import { ownersByLine, readReferences } from './references.ts'

export interface DepthReading {
  readonly depth: Depth
  /** Of documents; those of code stand in the outline. */
  readonly problems: readonly SyntaxProblem[]
  readonly diagnostics: readonly Diagnostic[]
}

/** `outline` is the one of this very content; documents have none. */
export function depthOf(
  path: string,
  bytes: Uint8Array,
  outline: Outline | undefined,
  folders: GrammarFolders,
): DepthReading {
  const { text, problems } = decodeSource(bytes)
  const pack = packFor(path)
  if (!pack || !outline) {
    const document = documentDepth(path, text)
    return { ...document, problems: [...problems, ...document.problems], diagnostics: [] }
  }
  const parser = openParser(pack, folders)
  if (!isParser(parser)) return { depth: noDepth, problems, diagnostics: [parser] }
  return { depth: codeDepth(parser, path, text, outline), problems: [], diagnostics: [] }
}

export function codeDepth(parser: Parser, path: string, source: string, outline: Outline): Depth {
  const { pack } = parser
  const root = parser.parse(source)
  const { declarations, exports } = outline
  const owners = ownersByLine(declarations, source.split('\n').length)
  const modules = outline.imports.map(each => each.module)
  const shape = callShapes[pack.language]
  const calls = shape ? readCalls(root, source, shape) : []
  const named = readNamed(root, source, pack.language, modules)
  const file = { path, language: pack.language, modules }
  const decorated = (line: number) => declarations.find(each => each.line >= line)?.name ?? ''
  return {
    ...noDepth,
    references: readReferences(root, pack, declarations, owners),
    routes: unique(
      [
        ...calledRoutes(calls, file, decorated),
        ...annotatedRoutes(calls, pack.language, modules, declarations),
        ...fileRoutes(path, exports, modules),
      ],
      each => `${each.method} ${each.path}`,
    ),
    commands: byName([...named.commands, ...calledCommands(calls, pack.language, modules)]),
    tables: byName(named.tables),
    environment: byName(named.environment),
  }
}

function byName(found: readonly Named[]): readonly Named[] {
  return unique(found, each => each.name)
}

/** The first of each, by line. */
export function unique<T extends { readonly line: number }>(
  all: readonly T[],
  key: (item: T) => string,
): readonly T[] {
  const first = new Map<string, T>()
  for (const each of all.toSorted((a, b) => a.line - b.line))
    if (!first.has(key(each))) first.set(key(each), each)
  return [...first.values()]
}
