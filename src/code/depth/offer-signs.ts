// Whether a file may register commands or hold tables, by a look at its text: a tree is dear, and most files have neither. It may say
// yes too often; where it says no, the depth of the file has none, so that nobody can be told otherwise.

import type { LanguagePack } from '../languages/pack.ts'
import { latin1Of, yesOrNo } from '../signs/sign.ts'
import { decodeSource } from '../tree/source.ts'
import { moduleCommands } from './commands/command-modules.ts'

const script =
  /createTable|renameTable|(pg|mysql|sqlite)Table\(|@Entity\b|schema\.table\(|\btableName:/i
const jvm = /Command\b|@ShellMethod\b|@(Table|Entity)\b|Table\(/

/** What the rows of every table of tools need of a text. A language without a row has only what it hands to a database. */
const signs: Readonly<Record<string, RegExp>> = {
  python:
    /^[ \t]*@[\w.]+\.(command|group)\b|\badd_(parser|typer)\b|\badd_command\(\s*[\w.]+\s*,|\.command\([^()]*\)\(|__tablename__|\bdb\.Model\b|\btable_name\b|\bdb_table\b|\b(create_|rename_)?table(\(|\s*=\s*True)|\bdjango\.db\b/im,
  typescript: script,
  tsx: script,
  javascript: script,
  java: jvm,
  kotlin: jvm,
  ruby: /\b(create|rename)_table\b|\bself\.table_name\b|Thor/i,
  php: /\$signature\b|\$defaultName\b|\bAsCommand\b|\bArtisan\b|->setName\b|\bSchema::|\$table\b|\bEloquent\b|Authenticatable\b|(create|rename)Table\b|Table\(|\b(Phinx|Migrations)\b/i,
  csharp: /Command\b|Branch\b|Table\b|CommandLine\b|AddCommand|AddBranch/i,
  go: /spf13\/cobra|urfave\/cli|\bTableName\(\)/,
  rust: /\bclap\b|\btable!|\btable_name\b/,
  swift: /ParsableCommand\b|\bstatic let schema\b|\.create\(\s*table:/,
}

/** Where the path alone makes commands of what is in a file. */
const places = /(^|\/)(commands\/|Rakefile$)|\.rake$/

/** The same of a file as it lies there; what no tree is read of is no dearer to read than to look at. */
export const offering = yesOrNo(
  'offers',
  file =>
    !file.pack || !file.outline || mayOffer(file.path, decodeSource(file.bytes).text, file.pack),
)

export function mayOffer(
  path: string,
  text: string,
  { language, facts = [] }: Pick<LanguagePack, 'language' | 'facts'>,
): boolean {
  return (
    facts.length > 0 ||
    places.test(path) ||
    signs[language]?.test(text) === true ||
    (isScript.test(language) && mayHoldCommands(text, language)) ||
    mayHoldDdl(text)
  )
}

const isScript = /^(typescript|tsx|javascript)$/

/** The word alone is in every third script; a tool, a table for `parseArgs` or a module of yargs is beside it in few. */
const mayHoldCommands = (text: string, language: string) =>
  /command/i.test(text) &&
  (/["'](commander|@commander-js\/extra-typings|yargs|cac|sade)\b/.test(text) ||
    /\.command\(\s*["'`]/.test(text) ||
    (/["'](node:)?util["']/.test(text) && /\b(sub)?commands?\b\s*[:=]/i.test(text)) ||
    moduleCommands(text, language).length > 0)

const dropped = /(drop|rename)_?table|DeleteModel|Schema::|->\s*(drop|rename)\b/i

/** Whether a migration may take a table away, or give one another name. */
export const dropping = yesOrNo('drops', file => {
  const text = latin1Of(file)
  if (!/drop|rename|DeleteModel/i.test(text)) return false
  const { pack, outline } = file
  return !pack || !outline || !!pack.facts?.length || dropped.test(text) || mayHoldDdl(text)
})

/** Both words before the way from one to the other: prose has one of them often. */
export const mayHoldDdl = (text: string) =>
  /\bTABLE\b/i.test(text) && /\b(CREATE|DROP|ALTER)\b[^;"'`]*\bTABLE\b/i.test(text)
