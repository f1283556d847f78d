// Tables that mappers and migrations declare, one row for each tool.

import { type NamedRule, script } from '../languages/named-rule.ts'

export const tableRules: readonly NamedRule[] = [
  {
    of: 'tables',
    tool: 'sqlalchemy and django',
    languages: ['python'],
    node: 'assignment',
    pattern: /^(?:__tablename__|db_table)(?:\s*:\s*\w+)?\s*=\s*["'](?<name>[\w.]+)/,
  },
  {
    of: 'tables',
    tool: 'sqlalchemy core and alembic',
    languages: ['python'],
    node: 'call',
    pattern:
      /^(?:op\.create_table\(|(?:\w+\.)?Table\((?=\s*["']\w+["']\s*,\s*(?:\w+\.)?\w*meta))\s*["'](?<name>\w+)/i,
    imports: /^(alembic|sqlalchemy)/,
  },
  {
    of: 'tables',
    tool: 'django migrations',
    languages: ['python'],
    node: 'call',
    pattern: /^migrations\.CreateModel\(\s*name\s*=\s*["'](?<name>\w+)/,
  },
  {
    of: 'tables',
    tool: 'django models',
    languages: ['python'],
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
