// Tables that have their name from a class or an object where nothing else is said, and only where every setup gives that name.

import { type NamedRule, script } from '../../languages/named-rule.ts'

export const defaultTableRules: readonly NamedRule[] = [
  {
    of: 'tables',
    tool: 'sqlmodel',
    languages: ['python'],
    node: 'class_definition',
    where: { not: { has: { field: 'body', regex: '__tablename__' } } },
    pattern: /^class (?<name>\w+)\([^)]*\btable\s*=\s*True\b/,
    imports: /^sqlmodel/,
    isLower: true,
  },
  {
    of: 'tables',
    tool: 'flask-sqlalchemy',
    languages: ['python'],
    node: 'class_definition',
    where: {
      all: [
        { has: { field: 'body', regex: String.raw`\bprimary_key\s*=\s*True` } },
        { not: { has: { field: 'body', regex: '__tablename__|__table__|__abstract__' } } },
      ],
    },
    pattern: /^class (?<name>(?:[A-Z][a-z0-9]+)+)\([^)]*\bdb\.Model\b/,
    isSnake: true,
  },
  {
    of: 'tables',
    tool: 'eloquent, where the word has a plain plural',
    languages: ['php'],
    node: 'class_declaration',
    where: { not: { has: { field: 'body', regex: String.raw`\$table\b` } } },
    pattern:
      /^(?:final\s+)?class (?<name>(?:[A-Z][a-z0-9]+)+)\s+extends\s+(?:Model|Authenticatable)\b/,
    imports: /^\\?Illuminate\\(Database\\Eloquent|Foundation\\Auth)\b/,
    isSnake: true,
    isPlural: true,
  },
  {
    of: 'tables',
    tool: 'typeorm and mikro-orm',
    languages: script,
    node: 'class_declaration',
    where: {
      any: [
        {
          inside: { kind: 'export_statement', has: { kind: 'decorator', regex: unnamedEntity() } },
        },
        { has: { kind: 'decorator', regex: unnamedEntity() } },
      ],
    },
    pattern:
      /^(?:@\w+(?:\([^()]*\))?\s*)*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class (?<name>\w+)/,
    imports: /^(typeorm|@mikro-orm\/)/,
    isSnake: true,
  },
  ...(['java', 'kotlin'] as const).map(language => ({
    of: 'tables' as const,
    tool: 'jpa, where all naming strategies agree',
    languages: [language],
    node: 'class_declaration',
    where: {
      all: [
        { has: { kind: 'modifiers', regex: String.raw`@Entity(\s|\(\s*\)|$)` } },
        { not: { has: { kind: 'modifiers', regex: String.raw`@Table\b` } } },
      ],
    },
    pattern: /^[\s\S]*?\bclass (?<name>[A-Z][a-z0-9]*)\b/,
    imports: /\.persistence$/,
    isLower: true,
  })),
  {
    of: 'tables',
    tool: 'exposed, by the name of the object',
    languages: ['kotlin'],
    node: 'object_declaration',
    pattern: /^(?:\w+\s+)*object (?<name>\w+?)(?:Table)?\s*:\s*(?:\w*Id)?Table\(\s*\)/,
    imports: /^org\.jetbrains\.exposed\b/,
  },
]

function unnamedEntity(): string {
  return String.raw`^@Entity\(\s*\)`
}
