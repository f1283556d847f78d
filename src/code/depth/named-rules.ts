// Commands, tables and environment variables that code names in one place, one row each: a kind of node, and what its text
// begins with. The kind keeps comments and strings out; the group `name` is the fact.

import type { Rule } from '../languages/pack.ts'
import { dropRules } from './drop-rules.ts'
import { toolRules } from './tool-rules.ts'

export interface NamedRule {
  readonly of: 'commands' | 'tables' | 'drops' | 'environment'
  readonly tool: string
  readonly languages: readonly string[]
  readonly node: string
  readonly where?: Rule
  readonly pattern: RegExp
  /** Some import of the file must match. */
  readonly imports?: RegExp
  /** `RemoveAll` and `remove_all` are typed `remove-all`. */
  readonly isKebab?: boolean
}

const script = ['typescript', 'tsx', 'javascript'] as const
const python = ['python'] as const

const environment: readonly NamedRule[] = [
  ...['member_expression', 'subscript_expression'].map(node => ({
    of: 'environment' as const,
    tool: 'node',
    languages: script,
    node,
    pattern:
      /^(?:process|import\.meta|Bun)\.env(?:\??\.|\??\.?\[\s*['"`])(?<name>[A-Za-z_]\w*)['"`]?\]?$/,
  })),
  {
    of: 'environment',
    tool: 'node',
    languages: script,
    node: 'variable_declarator',
    pattern: /^\{(?<names>[^{}]*)\}\s*=\s*process\.env$/,
  },
  {
    of: 'environment',
    tool: 'deno',
    languages: script,
    node: 'call_expression',
    pattern: /^Deno\.env\.get\(\s*['"`](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'python',
    languages: python,
    node: 'call',
    pattern:
      /^(?:os\.)?(?:getenv|environ\.get|environ\.setdefault|environ\.pop)\(\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'python',
    languages: python,
    node: 'subscript',
    pattern: /^(?:os\.)?environ\[\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'go',
    languages: ['go'],
    node: 'call_expression',
    pattern: /^os\.(?:Getenv|LookupEnv)\(\s*["`](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'rust',
    languages: ['rust'],
    node: 'call_expression',
    pattern: /^(?:std::)?env::var(?:_os)?\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'rust',
    languages: ['rust'],
    node: 'macro_invocation',
    pattern: /^(?:std::)?(?:option_)?env!\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'java',
    languages: ['java'],
    node: 'method_invocation',
    pattern: /^System\.getenv\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'kotlin',
    languages: ['kotlin'],
    node: 'call_expression',
    pattern: /^System\.getenv\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'dotnet',
    languages: ['csharp'],
    node: 'invocation_expression',
    pattern: /^(?:System\.)?Environment\.GetEnvironmentVariable\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'ruby',
    languages: ['ruby'],
    node: 'element_reference',
    pattern: /^ENV\[\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'ruby',
    languages: ['ruby'],
    node: 'call',
    pattern: /^ENV\.(?:fetch|dig)\(\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'php',
    languages: ['php'],
    node: 'function_call_expression',
    pattern: /^\\?(?:getenv|env)\(\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'php',
    languages: ['php'],
    node: 'subscript_expression',
    pattern: /^\$_(?:ENV|SERVER)\[\s*["'](?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'c',
    languages: ['c', 'cpp'],
    node: 'call_expression',
    pattern: /^(?:std::)?(?:secure_)?getenv\(\s*"(?<name>\w+)/,
  },
  {
    of: 'environment',
    tool: 'swift',
    languages: ['swift'],
    node: 'call_expression',
    pattern: /^ProcessInfo\.processInfo\.environment\[\s*"(?<name>\w+)/,
  },
]

const isCommandTable: Rule = {
  kind: 'variable_declarator',
  has: { field: 'name', regex: '^([sS]ub)?([cC]ommands?|COMMANDS?)$' },
}

/** In the object that it holds, which `as const` may stand around. */
const inCommandTable: Rule = {
  inside: { kind: 'object', inside: { any: [isCommandTable, { inside: isCommandTable }] } },
}

const commands: readonly NamedRule[] = [
  {
    of: 'commands',
    tool: 'click and typer, named',
    languages: python,
    node: 'decorator',
    pattern: /^@[\w.]+\.(?:command|group)\(\s*(?:name\s*=\s*)?["'](?<name>[\w:-]+)/,
    imports: /^(click|typer|flask|rich_click|\.)/,
  },
  {
    of: 'commands',
    tool: 'click and typer, by the name of the function',
    languages: python,
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
  {
    of: 'commands',
    tool: 'cobra',
    languages: ['go'],
    node: 'keyed_element',
    pattern: /^Use:\s*["`](?<name>[\w:-]+)/,
    imports: /spf13\/cobra/,
  },
  {
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
            regex: String.raw`\bSubcommand\b`,
            stopBy: { not: { any: [{ kind: 'attribute_item' }, { kind: 'line_comment' }] } },
          },
        },
      },
    },
    pattern: /^(?<name>\w+)/,
    imports: /^clap\b/,
    isKebab: true,
  },
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

const tables: readonly NamedRule[] = [
  {
    of: 'tables',
    tool: 'sqlalchemy and django',
    languages: python,
    node: 'assignment',
    pattern: /^(?:__tablename__|db_table)(?:\s*:\s*\w+)?\s*=\s*["'](?<name>[\w.]+)/,
  },
  {
    of: 'tables',
    tool: 'sqlalchemy core and alembic',
    languages: python,
    node: 'call',
    pattern:
      /^(?:op\.create_table\(|(?:\w+\.)?Table\((?=\s*["']\w+["']\s*,\s*(?:\w+\.)?\w*meta))\s*["'](?<name>\w+)/i,
    imports: /^(alembic|sqlalchemy)/,
  },
  {
    of: 'tables',
    tool: 'django migrations',
    languages: python,
    node: 'call',
    pattern: /^migrations\.CreateModel\(\s*name\s*=\s*["'](?<name>\w+)/,
  },
  {
    of: 'tables',
    tool: 'django models',
    languages: python,
    node: 'class_definition',
    pattern: /^class (?<name>\w+)\([^)]*\bmodels\.Model\b/,
    imports: /^django\.db/,
  },
  {
    of: 'tables',
    tool: 'rails migrations',
    languages: ['ruby'],
    node: 'call',
    pattern: /^create_table[ (]\s*[:"'](?<name>\w+)/,
  },
  {
    of: 'tables',
    tool: 'laravel migrations',
    languages: ['php'],
    node: 'scoped_call_expression',
    pattern: /^Schema::create\(\s*['"](?<name>\w+)/,
  },
  {
    of: 'tables',
    tool: 'eloquent',
    languages: ['php'],
    node: 'property_declaration',
    pattern: /^(?:protected|public)\s+\$table\s*=\s*['"](?<name>\w+)/,
  },
  {
    of: 'tables',
    tool: 'drizzle',
    languages: script,
    node: 'call_expression',
    pattern: /^(?:pg|mysql|sqlite)Table\(\s*['"`](?<name>\w+)/,
    imports: /^drizzle-orm/,
  },
  {
    of: 'tables',
    tool: 'knex and sequelize migrations',
    languages: script,
    node: 'call_expression',
    pattern: /^(?:[\w.$]*schema|queryInterface)\.createTable(?:IfNotExists)?\(\s*['"`](?<name>\w+)/,
  },
  {
    of: 'tables',
    tool: 'typeorm',
    languages: script,
    node: 'decorator',
    pattern: /^@Entity\(\s*(?:\{[^}]*?\bname:\s*)?['"`](?<name>\w+)/,
    imports: /^typeorm/,
  },
  {
    of: 'tables',
    tool: 'jpa',
    languages: ['java'],
    node: 'annotation',
    pattern: /^@Table\([^)]*?(?:\bname\s*=\s*)"(?<name>\w+)"/,
    imports: /\.persistence$/,
  },
  {
    of: 'tables',
    tool: 'entity framework',
    languages: ['csharp'],
    node: 'attribute',
    pattern: /^Table\(\s*"(?<name>\w+)"/,
  },
]

export const namedRules: readonly NamedRule[] = [
  ...environment,
  ...commands,
  ...toolRules,
  ...tables,
  ...dropRules,
]
