// Runs the rows of the table of named facts over one tree. Knows no tool and no language.

import type { NamedRule } from '../languages/named-rule.ts'
import type { Named } from '../model.ts'
import { meets } from '../tree/condition.ts'
import type { Tree } from '../tree/grammar.ts'
import { commandRules } from './commands/command-rules.ts'
import { toolRules } from './commands/tool-rules.ts'
import { environmentRules } from './environment/environment-rules.ts'
import { moreEnvironmentRules } from './environment/more-environment-rules.ts'
import { defaultTableRules } from './tables/default-table-rules.ts'
import { dropRules } from './tables/drop-rules.ts'
import { renameRules } from './tables/rename-rules.ts'
import { tableRules } from './tables/table-rules.ts'

export type NamedFacts = Readonly<Record<NamedRule['of'], readonly Named[]>>

const namedRules: readonly NamedRule[] = [
  ...environmentRules,
  ...moreEnvironmentRules,
  ...commandRules,
  ...toolRules,
  ...tableRules,
  ...defaultTableRules,
  ...dropRules,
  ...renameRules,
]

/** A name stands at the beginning of its node; what follows is not read. */
const lookAhead = 600

export function readNamed(
  root: Tree,
  source: string,
  language: string,
  modules: readonly string[],
  more: readonly NamedRule[] = [],
): NamedFacts {
  const facts: Record<NamedRule['of'], Named[]> = {
    commands: [],
    tables: [],
    drops: [],
    environment: [],
  }
  const rules = [...more, ...namedRules].filter(each => applies(each, language, modules))
  const byKind = Map.groupBy(rules, each => each.node)
  if (byKind.size === 0) return facts
  // Where a node has to stand is asked of the few whose text a row reads.
  const matcher = { rule: { any: [...byKind.keys()].map(kind => ({ kind })) } }
  for (const node of root.findAll(matcher)) {
    const { start, end } = node.range()
    const text = source.slice(start.index, Math.min(end.index, start.index + lookAhead))
    for (const rule of byKind.get(String(node.kind())) ?? []) {
      const names = namesIn(text, rule)
      if (names.length === 0 || (rule.where && !meets(node, rule.where))) continue
      const line = start.line + 1
      // Two rows may tell of one place.
      const isNew = (name: string) =>
        !facts[rule.of].some(each => each.name === name && each.line === line)
      facts[rule.of].push(...names.filter(isNew).map(name => ({ name, line })))
    }
  }
  return facts
}

function applies(
  { languages, imports }: NamedRule,
  language: string,
  modules: readonly string[],
): boolean {
  return languages.includes(language) && (!imports || modules.some(each => imports.test(each)))
}

function namesIn(text: string, rule: NamedRule): readonly string[] {
  const { pattern } = rule
  const groups = pattern.exec(text)?.groups
  if (groups?.names !== undefined)
    return groups.names
      .split(',')
      .map(
        each =>
          each
            .trim()
            .replace(/^[:"']/, '')
            .split(/[\s:="']/, 1)[0]!,
      )
      .filter(each => each !== '')
  const name = groups?.name
  if (name === undefined) return []
  const word = spelled(name, rule)
  return rule.isPlural ? plurals(word) : [word]
}

function spelled(name: string, { isKebab, isSnake, isLower }: NamedRule): string {
  if (isKebab) return kebab(name)
  if (isSnake) return kebab(name).replaceAll('-', '_')
  return isLower ? name.toLowerCase() : name
}

const irregular =
  /(?:person|people|child|m[ae]n|mouse|goose|foot|tooth|ox|sheep|fish|deer|series|species|news|money|equipment|information|data|datum|media|medium|criterion|phenomenon|metadata|staff|audio|quiz|matrix|vertex|index|[fi]x|fe?|o|[iu]s|z)$/

/** Only what no dictionary has an exception for. */
function plurals(word: string): readonly string[] {
  if (irregular.test(word)) return []
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`]
  return [`${word}${/(?:s|x|ch|sh)$/.test(word) ? 'es' : 's'}`]
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
}
