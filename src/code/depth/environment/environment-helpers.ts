// Environment variables that are read through a function of the repository: `requireEnv('PORT')`, whose body reads `process.env[name]`
// by its first parameter. What a function of another file does is asked there, under its name.

import { script } from '../../languages/named-rule.ts'
import type { Declaration, Import, Variable } from '../../model.ts'
import type { Call } from '../calls/calls.ts'

interface HelperFile {
  readonly source: string
  readonly language: string
  readonly declarations: readonly Declaration[]
  /** Index of the innermost declaration by line. */
  readonly owners: Int32Array
  readonly imports: readonly Import[]
}

export interface Helped {
  /** Functions of the file that read what their first parameter names. */
  readonly readers: readonly string[]
  readonly variables: readonly Variable[]
}

interface Row {
  readonly languages: readonly string[]
  /** Reads by a word. */
  readonly read: RegExp
}

const rows: readonly Row[] = [
  { languages: script, read: /\b(?:process|Bun)\.env\[(?<word>\w+)(?: as \w+)?\]/g },
  {
    languages: ['python'],
    read: /\b(?:environ\[|environ\.get\(|getenv\()\s*(?<word>\w+)\s*[\]),]/g,
  },
  { languages: ['go'], read: /\bos\.(?:Getenv|LookupEnv)\((?<word>\w+)\)/g },
  { languages: ['rust'], read: /\benv::var(?:_os)?\(&?(?<word>\w+)\)/g },
  { languages: ['kotlin'], read: /\bSystem\.getenv\((?<word>\w+)\)/g },
  { languages: ['php'], read: /(?:\bgetenv\(|\$_ENV\[)\$(?<word>\w+)[)\]]/g },
  { languages: ['ruby'], read: /\bENV(?:\[|\.fetch\()\s*(?<word>\w+)\s*[\]),]/g },
  { languages: ['csharp'], read: /\bGetEnvironmentVariable\((?<word>\w+)\)/g },
]

export function helpedEnvironment(calls: readonly Call[], file: HelperFile): Helped {
  const row = rows.find(each => each.languages.includes(file.language))
  if (!row || !mayHelp.test(file.source)) return { readers: [], variables: [] }
  const readers = readersIn(file, row.read)
  const variables = calls.flatMap(call => {
    const [first] = call.links.at(-1)!.args
    if (first?.kind !== 'string' || !/^[A-Z][A-Z0-9_]+$/.test(first.value)) return []
    const called = call.links.at(-1)!.name.split('::').at(-1)!
    const found = { name: first.value, line: call.line }
    if (readers.has(called)) return [found]
    const by = importedHelper(called, call, file)
    return by === undefined ? [] : [{ ...found, by }]
  })
  return { readers: [...readers], variables }
}

/** Without it no call is asked for. */
export const mayHelp = /env/i

function readersIn({ source, declarations, owners }: HelperFile, read: RegExp): Set<string> {
  const lines = source.split('\n')
  const found = lines.flatMap((text, index) =>
    [...text.matchAll(read)].flatMap(({ groups }) => {
      const owner = declarations[owners[index + 1] ?? -1]
      const word = groups!.word!
      return owner && isFirstParameter(word, owner, lines) ? [owner.name.split('.').at(-1)!] : []
    }),
  )
  return new Set(found)
}

function isFirstParameter(
  word: string,
  { name, line }: Declaration,
  lines: readonly string[],
): boolean {
  const head = lines.slice(line - 1, line + 2).join('\n')
  const own = name.split('.').at(-1)!
  const before = String.raw`(?:(?:self|this|cls|&self)\s*,\s*)?(?:[\w.<>&?]+\s+)?\$?`
  const called = new RegExp(String.raw`\b${own}\b[^(\n]*\(\s*${before}${word}\b`)
  const alone = new RegExp(String.raw`\b${own}\b\s*=\s*(?:async\s+)?${word}\s*=>`)
  return called.test(head) || alone.test(head)
}

/** What another file holds, and only where its name says what it may do. */
function importedHelper(
  called: string,
  { root, links, isAnnotation }: Call,
  { declarations, imports }: HelperFile,
): string | undefined {
  if (links.length > 1 || isAnnotation || declarations.some(each => each.name === called))
    return undefined
  const brought = root === '' ? imports.find(each => each.alias === called) : undefined
  const name = brought ? brought.name : called
  return /env/i.test(name) && /^\w+$/.test(name) ? name : undefined
}
