// Files that register a name that only bodies hold, for resources that declare no file: commands, tables, operations, environment
// variables, and endpoints; and functions that a command or a strategy may go by. Depth is read only of files whose text or path may hold the name.

import type { Codebase } from '../../../code/codebase.ts'
import { isDocument } from '../../../code/depth/documents/document.ts'
import { offering } from '../../../code/depth/offer-signs.ts'
import type { Depth } from '../../../code/model.ts'
import { isForeignPath } from '../../../code/own-code.ts'
import { isTestFile } from '../../../code/test-files.ts'
import type { Expectation } from '../../../evidence/expectations.ts'
import { ruleOf } from '../../../evidence/matching/rules.ts'
import type { Routes } from '../routes/routes.ts'
import type { FilesRegistering } from '../select.ts'
import type { EnvironmentOf } from './environment.ts'
import { filesNamedAlike } from './named-alike.ts'
import type { CommandsOf } from './standing-commands.ts'
import type { TablesOf } from './tables.ts'

type Kind = 'commands' | 'tables' | 'operations' | 'environment'

const kinds: ReadonlySet<string> = new Set<Kind>([
  'commands',
  'tables',
  'operations',
  'environment',
])

const isKind = (attribute: string): attribute is Kind => kinds.has(attribute)

export function findRegistrations(
  codebase: Codebase,
  {
    routes,
    tables,
    commands,
    environment,
  }: {
    readonly routes: Routes
    readonly tables: TablesOf
    readonly commands: CommandsOf
    readonly environment: EnvironmentOf
  },
): FilesRegistering {
  const known = new Map<string, readonly string[]>()
  // Where a tool registers commands, there are no others, and what is built and never added is none.
  let anyCommands: boolean | undefined
  const hasCommands = () => {
    anyCommands ??= codebase.files.some(
      path => mayHaveCommands(path, codebase) && codebase.depth(path).commands.length > 0,
    )
    return anyCommands
  }
  const find = ({ attribute, name }: Expectation) => {
    if (attribute === 'endpoints') return routes.filesWith(name)
    if (attribute === 'strategies') return filesNamedAlike({ attribute, name }, codebase)
    if (!isKind(attribute)) return []
    const registering = candidates(name, mayRegister[attribute], codebase).filter(path =>
      registers(
        path,
        { attribute, name },
        {
          ...codebase.depth(path),
          ...(attribute === 'tables' && { tables: tables(path) }),
          ...(attribute === 'commands' && { commands: commands(path) }),
          ...(attribute === 'environment' && { environment: environment(path) }),
        },
      ),
    )
    return attribute === 'commands' && registering.length === 0 && !hasCommands()
      ? filesNamedAlike({ attribute, name }, codebase)
      : registering
  }
  return expectation => {
    const key = `${expectation.attribute} ${expectation.name}`
    const found = known.get(key) ?? find(expectation)
    known.set(key, found)
    return found
  }
}

const mayHaveCommands = (path: string, codebase: Codebase) =>
  !isTestFile(path) &&
  !isForeignPath(path) &&
  codebase.outline(path) !== undefined &&
  codebase.sign(path, offering)

/** A file of which the fact alone, without the names of its functions, meets the expectation. */
function registers(path: string, { attribute, name }: Expectation, depth: Depth): boolean {
  const nothing = { condition: 'present', outline: undefined, problems: undefined } as const
  const file = { ...nothing, path, depth, routes: [] }
  return ruleOf(attribute).find(name, { files: [file], symbols: [] }).length > 0
}

type MayRegister = (path: string, codebase: Codebase) => boolean

const mayOfferAny: MayRegister = (path, codebase) => codebase.sign(path, offering)

/** A look that was taken before spares the text of most. */
const mayRegister: Readonly<Record<Kind, MayRegister>> = {
  commands: mayOfferAny,
  tables: mayOfferAny,
  operations: isDocument,
  environment: () => true,
}

function candidates(name: string, mayHaveAny: MayRegister, codebase: Codebase): readonly string[] {
  const word = lastWord(name)
  return codebase.files.filter(path => {
    if (isTestFile(path) || !mayHaveAny(path, codebase)) return false
    if (codebase.outline(path) === undefined && !isDocument(path)) return false
    const text = Buffer.from(codebase.bytes(path) ?? []).toString('latin1')
    return `${path}\n${text}`.toLowerCase().includes(word)
  })
}

/** `count-levels` may be written countLevels or count_levels, or be put together from `count:` and `levels`. */
function lastWord(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(each => each !== '')
  return Buffer.from(words.at(-1) ?? name)
    .toString('latin1')
    .toLowerCase()
}
