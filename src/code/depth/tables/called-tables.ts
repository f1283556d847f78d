// Tables that chained calls create, drop and rename: Knex and its kin, Phinx; and the DDL in texts that code hands to a database.
// Which way a migration goes is told elsewhere.

import type { Named } from '../../model.ts'
import type { Argument, Call, Link } from '../calls/calls.ts'
import { sqlFacts } from '../documents/database.ts'
import { firstOfEach } from '../first.ts'
import { mayHoldDdl } from '../offer-signs.ts'
import { namedTexts, type PlacedText } from './named-texts.ts'

export interface TableFacts {
  readonly tables: readonly Named[]
  readonly drops: readonly Named[]
}

/** `asWritten`: those in loops once, with the names that the loops have. */
export function calledTables(
  calls: readonly Call[],
  asWritten: readonly Call[],
  { source, language, modules }: { source: string; language: string; modules: readonly string[] },
): TableFacts {
  const readers = [
    ...(/^(typescript|tsx|javascript)$/.test(language) ? [built] : []),
    ...(language === 'php' && modules.some(each => /\b(Phinx|Migrations)\b/.test(each))
      ? [phinx]
      : []),
  ]
  return together([
    ...(mayHoldDdl(source) ? asWritten.map(inText(source)) : []),
    ...calls.flatMap(call => readers.map(each => each(call))),
  ])
}

/** Each once: a list of texts is handed over by each call in a loop. */
function together(facts: readonly TableFacts[]): TableFacts {
  const once = (found: readonly Named[]) => firstOfEach(found, each => `${each.name} ${each.line}`)
  return {
    tables: once(facts.flatMap(each => each.tables)),
    drops: once(facts.flatMap(each => each.drops)),
  }
}

/** Without either word no call takes a table away. */
export const mayDrop = /drop|rename/i

const nothing: TableFacts = { tables: [], drops: [] }

const executing =
  /^(execute|exec|execSQL|executescript|batch_execute|raw|run|prepare|query|queryRaw\w*|executeRaw\w*|executeUpdate|execute_batch|exec_driver_sql|addSql|RunSQL|statement|unprepared|sql|Exec|ExecContext|MustExec|Sql)$/

/** `op.execute("CREATE TABLE …")`: only its first argument, as the second may be the way back. */
function inText(source: string): (call: Call) => TableFacts {
  const textsHanded = namedTexts(source)
  return function readTexts({ links }) {
    const link = links.at(-1)!
    const first = link.args.find((each, index) => index > 0 || !isContext(each))
    if (!executing.test(link.name.split('::').at(-1)!) || first === undefined) return nothing
    // What a prepared statement is run with are its values.
    if (links.some(each => each.name === 'prepare' && each !== link)) return nothing
    const written = writtenText(first, source)
    const texts = written ? [written] : textsHanded(first.value)
    return together(texts.map(each => factsOf(each, source)))
  }
}

/** Go hands a context over first. */
const isContext = ({ kind, value }: Argument) =>
  kind === 'other' && /^(?:\w+\.)*\w*(?:ctx|[cC]ontext|Background\(\)|TODO\(\))$/.test(value)

/** A text in place. */
function writtenText({ start, end }: Argument, source: string): PlacedText | undefined {
  const literal =
    /^\w*(?:"""|'''|["'`])([\s\S]*?)(?:"""|'''|["'`])\s*\)*$|^<<<?[~-]?["']?\w+["']?\n([\s\S]*)$/
  const groups = literal.exec(source.slice(start, end))
  const text = groups?.[1] ?? groups?.[2]
  return text === undefined ? undefined : { text, at: start }
}

function factsOf({ text, at }: PlacedText, source: string): TableFacts {
  const above = source.slice(0, at).split('\n').length - 1
  const lower = ({ name, line }: Named) => ({ name, line: above + line })
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
