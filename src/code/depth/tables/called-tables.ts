// Tables that chained calls create, drop and rename: Knex and its kin, Phinx; and the DDL in texts that code hands to a database.
// Which way a migration goes is told elsewhere.

import type { Named } from '../../model.ts'
import type { Argument, Call, Link } from '../calls/calls.ts'
import { sqlFacts } from '../documents/database.ts'
import { mayHoldDdl } from '../offer-signs.ts'

export interface TableFacts {
  readonly tables: readonly Named[]
  readonly drops: readonly Named[]
}

export function calledTables(
  calls: readonly Call[],
  { source, language, modules }: { source: string; language: string; modules: readonly string[] },
): TableFacts {
  const readers = [
    ...(mayHoldDdl(source) ? [inText(source)] : []),
    ...(/^(typescript|tsx|javascript)$/.test(language) ? [built] : []),
    ...(language === 'php' && modules.some(each => /\b(Phinx|Migrations)\b/.test(each))
      ? [phinx]
      : []),
  ]
  const facts = calls.flatMap(call => readers.map(each => each(call)))
  return {
    tables: facts.flatMap(each => each.tables),
    drops: facts.flatMap(each => each.drops),
  }
}

/** Without either word no call takes a table away. */
export const mayDrop = /drop|rename/i

const nothing: TableFacts = { tables: [], drops: [] }

const executing =
  /^(execute|exec|execSQL|executescript|batch_execute|raw|run|query|queryRaw\w*|executeRaw\w*|addSql|RunSQL|statement|unprepared|sql|Exec|ExecContext|MustExec|Sql)$/

/** `op.execute("CREATE TABLE …")`: only its first argument, as the second may be the way back. */
const inText =
  (source: string) =>
  ({ links, line, at }: Call): TableFacts => {
    const link = links.at(-1)!
    const [first] = link.args
    if (!executing.test(link.name) || first === undefined) return nothing
    const literal =
      /^\w*(?:"""|'''|["'`])([\s\S]*?)(?:"""|'''|["'`])\s*\)*$|^<<<?[~-]?["']?\w+["']?\n([\s\S]*)$/
    const groups = literal.exec(source.slice(first.start, first.end))
    const text = groups?.[1] ?? groups?.[2]
    if (text === undefined) return nothing
    const above = line - 1 + source.slice(at, first.start).split('\n').length - 1
    const lower = ({ name, line: within }: Named) => ({ name, line: above + within })
    const { tables, drops } = sqlFacts(text, '')
    return { tables: tables.map(lower), drops: drops.map(lower) }
  }

const wordOf = (argument: Argument | undefined) =>
  argument?.kind === 'string' ? argument.value : undefined

const named = (name: string | undefined, line: number): Named[] =>
  name === undefined ? [] : [{ name, line }]

/** Further down a chain, where no row of a table sees it: `schema.withSchema('a').createTable('b')`. */
function built({ root, links, line }: Call): TableFacts {
  const { name, args } = links.at(-1)!
  if (links.length < 2 || !/(^|\.)(schema|queryInterface|queryRunner|db|trx|qb)$/.test(root))
    return nothing
  const first = named(wordOf(args[0]), line)
  if (/^createTable(IfNotExists)?$/.test(name)) return { tables: first, drops: [] }
  if (/^dropTable(IfExists)?$/.test(name)) return { tables: [], drops: first }
  return name === 'renameTable' ? { tables: named(wordOf(args[1]), line), drops: first } : nothing
}

/** `$this->table('ponds')->addColumn(…)->create()`. */
function phinx({ links, line }: Call): TableFacts {
  const made = links.findIndex(each => each.name === 'table')
  const [table, last] = [links[made], links.at(-1)!]
  const name = wordOf(table?.args[0])
  if (name === undefined || last === table) return nothing
  const has = (word: string) => links.slice(made).some((each: Link) => each.name === word)
  if (last.name === 'rename')
    return { tables: named(wordOf(last.args[0]), line), drops: named(name, line) }
  if (last.name === 'drop') return { tables: [], drops: named(name, line) }
  const creates = last.name === 'create' || (last.name === 'save' && !has('drop') && !has('rename'))
  return { tables: creates ? named(name, line) : [], drops: [] }
}
