// Environment variables that are read under other words of the same file: `const env = process.env; env.PORT`, and a name that a constant
// holds, `os.environ[KEY]`. A word that stands for two things stands for neither.

import { script } from '../../languages/named-rule.ts'
import type { Named } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'

interface Row {
  readonly languages: readonly string[]
  /** The whole environment under a word. */
  readonly aliases?: readonly RegExp[]
  /** Lists in which a part of the language has a word, */
  readonly lists?: readonly RegExp[]
  /** and the word of the environment, where that has another than its own. */
  readonly word?: RegExp
  /** What takes names from it: its text, with the word. */
  readonly taking?: RegExp
  /** How a word is told to hold a text. */
  readonly constant: RegExp
  /** What reads by a word that holds the name: nodes, and their text. */
  readonly nodes: readonly string[]
  readonly read: RegExp
}

const rows: readonly Row[] = [
  {
    languages: script,
    aliases: [
      /^(?:export\s+)?(?:const|let|var)\s+(\w+)(?:\s*:[^=\n]+)?\s*=\s*process\.env\s*(?:;|$)/gm,
    ],
    lists: [
      /\bimport\s*(?:\w+\s*,\s*)?\{(?<list>[^{}]*)\}\s*from\s*["'](?:node:)?process["']/g,
      /\{(?<list>[^{}]*)\}\s*=\s*(?:process|require\(["'](?:node:)?process["']\))\s*(?:;|$)/gm,
    ],
    word: /(?:^|,)\s*env(?:\s*(?:\bas\b|:)\s*(\w+))?\s*(?=,|$)/,
    taking: /^\{(?<names>[^{}]*)\}(?:\s*:[^=]+)?\s*=\s*(?<word>\w+)$/,
    constant: /^(?:export\s+)?const\s+(\w+)(?:\s*:\s*string)?\s*=\s*["'`](\w+)["'`]/gm,
    nodes: ['member_expression', 'subscript_expression', 'variable_declarator'],
    read: /^process\.env\[(?<word>\w+)\]$/,
  },
  {
    languages: ['python'],
    aliases: [/^(\w+)\s*=\s*(?:os\.)?environ\s*(?:#.*)?$/gm],
    lists: [/^[ \t]*from[ \t]+os[ \t]+import[ \t]+(?:\((?<many>[^()]*)\)|(?<list>[^#\n(]+))/gm],
    word: /(?:^|,)\s*environ\s+as\s+(\w+)/,
    constant: /^(\w+)(?:\s*:\s*[\w[\]]+)?\s*=\s*["'](\w+)["']/gm,
    nodes: ['subscript', 'call'],
    read: /^(?:os\.)?(?:environ\[|environ\.get\(|getenv\()(?<word>\w+)\s*[\]),]/,
  },
  {
    languages: ['go'],
    constant: /^[ \t]*(?:const\s+|var\s+)?(\w+)(?:\s+string)?\s*=\s*"(\w+)"/gm,
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
  const { taking } = row
  const aliases = aliasesIn(source, row)
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
      const line = node.range().start.line + 1
      const taken = taking?.exec(text)?.groups
      if (taken) return aliases.includes(taken.word!) ? namesIn(taken.names!, line) : []
      const word = row.read.exec(text)?.groups?.word
      const own = aliases.length > 0 ? whole.exec(text)?.groups?.name : undefined
      const name = word === undefined ? own : held.get(word)
      return name === undefined ? [] : [{ name, line }]
    })
}

function aliasesIn(source: string, { aliases = [], lists = [], word }: Row): readonly string[] {
  return [
    ...aliases.flatMap(each => [...source.matchAll(each)].map(found => found[1]!)),
    ...lists
      .flatMap(each => [...source.matchAll(each)])
      .map(({ groups }) => word?.exec(groups!.list ?? groups!.many!))
      .flatMap(found => (found ? [found[1] ?? 'env'] : [])),
  ]
}

/** `{ PORT, HOST: host = '::' }`. */
const namesIn = (list: string, line: number): readonly Named[] =>
  [...list.matchAll(/(?:^|,)\s*([A-Z][A-Z0-9_]*)\b/g)].map(each => ({ name: each[1]!, line }))

const mayRead =
  /process\.env|\bprocess["']|\}\s*=\s*process\b|\benviron\b|\bgetenv\b|os\.(?:Getenv|LookupEnv)|env::var/

function heldBy(source: string, constant: RegExp): ReadonlyMap<string, string | undefined> {
  const held = new Map<string, string | undefined>()
  for (const [, word, text] of source.matchAll(constant))
    held.set(word!, held.has(word!) && held.get(word!) !== text ? undefined : text)
  return held
}
