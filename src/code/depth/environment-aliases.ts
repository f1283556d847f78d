// Environment variables that are read under other words of the same file: `const env = process.env; env.PORT`, and a name that a constant
// holds, `os.environ[KEY]`. A word that stands for two things stands for neither.

import { script } from '../languages/named-rule.ts'
import type { Named } from '../model.ts'
import type { Tree } from '../tree/grammar.ts'

interface Row {
  readonly languages: readonly string[]
  /** The whole environment under a word. */
  readonly alias?: RegExp
  /** How a word is told to hold a text. */
  readonly constant: RegExp
  /** What reads by a word that holds the name: nodes, and their text. */
  readonly nodes: readonly string[]
  readonly read: RegExp
}

const rows: readonly Row[] = [
  {
    languages: script,
    alias: /^(?:export\s+)?(?:const|let|var)\s+(\w+)(?:\s*:[^=\n]+)?\s*=\s*process\.env\s*;?\s*$/gm,
    constant: /^(?:export\s+)?const\s+(\w+)(?:\s*:\s*string)?\s*=\s*["'`](\w+)["'`]/gm,
    nodes: ['member_expression', 'subscript_expression'],
    read: /^process\.env\[(?<word>\w+)\]$/,
  },
  {
    languages: ['python'],
    alias: /^(\w+)\s*=\s*os\.environ\s*$/gm,
    constant: /^(\w+)(?:\s*:\s*[\w[\]]+)?\s*=\s*["'](\w+)["']/gm,
    nodes: ['subscript', 'call'],
    read: /^(?:os\.)?(?:environ\[|environ\.get\(|getenv\()(?<word>\w+)\s*[\]),]/,
  },
  {
    languages: ['go'],
    constant: /^\s*(?:const\s+|var\s+)?(\w+)(?:\s+string)?\s*=\s*"(\w+)"/gm,
    nodes: ['call_expression'],
    read: /^os\.(?:Getenv|LookupEnv)\((?<word>\w+)\)/,
  },
  {
    languages: ['rust'],
    constant: /\bconst\s+(\w+)\s*:\s*&(?:'static\s+)?str\s*=\s*"(\w+)"/g,
    nodes: ['call_expression'],
    read: /^(?:std::)?env::var(?:_os)?\((?<word>\w+)\)/,
  },
]

export function aliasedEnvironment(root: Tree, source: string, language: string): readonly Named[] {
  const row = rows.find(each => each.languages.includes(language))
  if (!row || !mayRead.test(source)) return []
  const aliases = row.alias ? [...source.matchAll(row.alias)].map(each => each[1]!) : []
  const held = heldBy(source, row.constant)
  const whole = new RegExp(
    String.raw`^(?:${aliases.join('|')})(?:\??\.|\[\s*["'\`]|\.get\(\s*["'])(?<name>[A-Z][A-Z0-9_]*)(?:["'\`]\s*[\],)])?`,
  )
  return root
    .findAll({ rule: { any: row.nodes.map(kind => ({ kind })) } })
    .filter(
      node => !/^=$/.test(node.next()?.text() ?? '') && !/^del/.test(node.prev()?.text() ?? ''),
    )
    .flatMap(node => {
      const text = node.text()
      const word = row.read.exec(text)?.groups?.word
      const own = aliases.length > 0 ? whole.exec(text)?.groups?.name : undefined
      const name = word === undefined ? own : held.get(word)
      return name === undefined ? [] : [{ name, line: node.range().start.line + 1 }]
    })
}

const mayRead = /process\.env|\benviron\b|\bgetenv\b|os\.(?:Getenv|LookupEnv)|env::var/

function heldBy(source: string, constant: RegExp): ReadonlyMap<string, string | undefined> {
  const held = new Map<string, string | undefined>()
  for (const [, word, text] of source.matchAll(constant))
    held.set(word!, held.has(word!) && held.get(word!) !== text ? undefined : text)
  return held
}
