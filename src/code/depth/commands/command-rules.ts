// Commands that code declares other than by a call with their name, one row for each tool.

import { type NamedRule, script } from '../../languages/named-rule.ts'
import type { Rule } from '../../languages/pack.ts'

const isCommandTable: Rule = {
  kind: 'variable_declarator',
  has: { field: 'name', regex: '^([sS]ub)?([cC]ommands?|COMMANDS?)$' },
}

/** In the object that it holds, which `as const` may stand around. */
const inCommandTable: Rule = {
  inside: { kind: 'object', inside: { any: [isCommandTable, { inside: isCommandTable }] } },
}

/** Which the file imports, or names with its path. */
const clapDerived = (attribute: string, imports?: RegExp): NamedRule => ({
  of: 'commands',
  tool: 'clap, derived',
  languages: ['rust'],
  node: 'enum_variant',
  where: {
    inside: {
      kind: 'enum_variant_list',
      inside: {
        kind: 'enum_item',
        follows: {
          kind: 'attribute_item',
          regex: attribute,
          stopBy: { not: { any: [{ kind: 'attribute_item' }, { kind: 'line_comment' }] } },
        },
      },
    },
  },
  pattern: /^(?<name>\w+)/,
  ...(imports && { imports }),
  isKebab: true,
})

export const commandRules: readonly NamedRule[] = [
  {
    of: 'commands',
    tool: 'click and typer, named',
    languages: ['python'],
    node: 'decorator',
    pattern: /^@[\w.]+\.(?:command|group)\(\s*(?:name\s*=\s*)?["'](?<name>[\w:-]+)/,
    imports: /^(click|typer|flask|rich_click|\.)/,
  },
  {
    of: 'commands',
    tool: 'click and typer, by the name of the function',
    languages: ['python'],
    node: 'decorated_definition',
    where: {
      has: {
        kind: 'decorator',
        regex: String.raw`^@[\w.]+\.(command|group)(\(\s*\)|\(\s*\w+\s*=[^"']*\))?$`,
      },
    },
    pattern: /^@.*?\n\s*(?:async )?def (?<name>\w+)/s,
    imports: /^(click|typer|flask|rich_click|\.)/,
    isKebab: true,
  },
  clapDerived(String.raw`\bSubcommand\b`, /^clap\b/),
  clapDerived(String.raw`\bclap::Subcommand\b`),
  {
    of: 'commands',
    tool: 'clap, built',
    languages: ['rust'],
    node: 'call_expression',
    pattern: /^(?:clap::)?(?:Command|App|SubCommand)::(?:new|with_name)\(\s*"(?<name>[\w-]+)"/,
    imports: /^clap\b/,
  },
  ...['pair', 'shorthand_property_identifier'].map(node => ({
    of: 'commands' as const,
    tool: 'a table for parseArgs',
    languages: script,
    node,
    where: inCommandTable,
    pattern: /^['"]?(?<name>[\w-]+)/,
    imports: /^(node:)?util$/,
  })),
]
