// The depth of one file: what its bodies do, read only where a resource, a claim or a diff points.
// Places are lines, and declarations are those of the outline that is handed in, whoever made it.

import type { Diagnostic } from '../../base/diagnostic.ts'
import { asCode } from '../component.ts'
import type { Languages } from '../languages/all.ts'
import type { Depth, Outline, SyntaxProblem, Variable } from '../model.ts'
import { mayRoute } from '../routes/signs.ts'
import { isTestFile } from '../test-files.ts'
import { readLive } from '../tree/dead-code.ts'
import { type GrammarFolders, isParser, openParser, type Parser } from '../tree/grammar.ts'
import { decodeSource } from '../tree/source.ts'
import { callShapeOf } from './calls/call-shapes.ts'
import { readCalls } from './calls/calls.ts'
import { readConstants } from './calls/constants.ts'
import { unrolled } from './calls/unrolled.ts'
import { readCommands } from './commands/read-commands.ts'
import { documentDepth, noDepth } from './documents/document.ts'
import { aliasedEnvironment } from './environment/environment-aliases.ts'
import { helpedEnvironment, mayHelp } from './environment/environment-helpers.ts'
import { settingsFields } from './environment/settings-fields.ts'
import { firstOfEach } from './first.ts'
import { readNamed } from './named.ts'
import { mayOffer } from './offer-signs.ts'
import { readRefusals } from './refusals.ts'
import { readRequests } from './requests.ts'
import { readRoutes } from './routes/routes.ts'
import { skippedTests } from './skipped-tests.ts'
import { calledTables, mayDrop, type TableFacts } from './tables/called-tables.ts'
import { djangoTables, noTables } from './tables/django-tables.ts'
import { onTheWayForth, wayBackBlocks } from './tables/migration-direction.ts'
import { readTexts } from './texts.ts'
import { ownersByLine, readReferences } from './uses/references.ts'

export interface DepthReading {
  readonly depth: Depth
  /** Of documents; those of code stand in the outline. */
  readonly problems: readonly SyntaxProblem[]
  readonly diagnostics: readonly Diagnostic[]
}

/** `outline` is the one of this very content; documents have none. */
export function depthOf(
  file: string,
  content: Uint8Array,
  outline: Outline | undefined,
  { languages, folders }: { readonly languages: Languages; readonly folders: GrammarFolders },
): DepthReading {
  const { path, bytes } = asCode(file, content)
  const { text, problems } = decodeSource(bytes)
  const pack = languages.packFor(path, text)
  if (!pack || !outline) {
    const document = documentDepth(path, text)
    return { ...document, problems: [...problems, ...document.problems], diagnostics: [] }
  }
  if (outline.language === '') return { depth: noDepth, problems, diagnostics: [] }
  const parser = openParser(pack, folders, languages.packs)
  if (!isParser(parser)) return { depth: noDepth, problems, diagnostics: [parser] }
  return { depth: codeDepth(parser, path, text, outline), problems: [], diagnostics: [] }
}

export function codeDepth(parser: Parser, path: string, text: string, outline: Outline): Depth {
  const { pack } = parser
  const { source, root } = readLive(parser, text)
  const { declarations } = outline
  const offers = mayOffer(path, text, pack)
  const owners = ownersByLine(declarations, source.split('\n').length)
  const modules = outline.imports.map(each => each.module)
  const notRun = skippedTests(root, source, pack.language)
  const shape = callShapeOf(pack.language, modules)
  // Calls are nearly half of what depth costs, and of most files nobody asks for one.
  const isAsked = offers || mayDrop.test(text) || mayHelp.test(source)
  const asksCalls = isAsked || mayRoute(path, pack.language, () => text)
  const read =
    shape && asksCalls ? readCalls(root, source, shape, readConstants(root, pack.language)) : []
  const calls = unrolled(read, source, pack.language, outline.imports)
  const named = readNamed(root, source, pack.language, modules, pack.facts)
  const called = calledTables(calls, read, { source, language: pack.language, modules })
  const django = pack.language === 'python' ? djangoTables(root, path, modules) : noTables
  const helped = helpedEnvironment(calls, {
    ...{ source, declarations, owners },
    language: pack.language,
    imports: outline.imports,
  })
  const back = wayBackBlocks(root, pack.language)
  const forth = (kind: keyof TableFacts) =>
    onTheWayForth(
      [...called[kind], ...named[kind], ...django[kind]].sort(
        (one, other) => one.line - other.line,
      ),
      declarations,
      owners,
      back,
    )
  return {
    ...noDepth,
    references: readReferences(root, {
      path,
      source,
      pack,
      declarations,
      owners,
      notRun,
      imports: outline.imports,
    }),
    ...readRoutes(calls, { path, source, outline, owners, language: pack.language }),
    texts: readTexts(root, pack.language),
    refusals: readRefusals(source, pack.language, declarations),
    requests: isTestFile(path) ? readRequests(root, source, pack.comments, notRun) : [],
    commands: offers
      ? readCommands(root, calls, { path, source, pack, outline, owners, named: named.commands })
      : [],
    tables: offers ? forth('tables') : [],
    drops: forth('drops'),
    environment: firstOfEach<Variable>(
      [
        ...named.environment,
        ...aliasedEnvironment(root, source, pack.language),
        ...settingsFields(root, pack.language, modules),
        ...helped.variables,
      ],
      each => `${each.name} ${each.by ?? ''}`,
    ),
    environmentReaders: helped.readers,
  }
}
