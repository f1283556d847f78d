// Tables that a migration drops, one row for each tool. Whether it does so on its way forth or back is told elsewhere.

import type { NamedRule } from '../languages/named-rule.ts'

const raw = String.raw`["'${'`'}]\s*DROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?["\\${'`'}]*(?<name>[\w.]+)`

export const dropRules: readonly NamedRule[] = [
  {
    of: 'drops',
    tool: 'alembic',
    languages: ['python'],
    node: 'call',
    pattern: /^op\.drop_table\(\s*["'](?<name>\w+)/,
  },
  {
    of: 'drops',
    tool: 'alembic and django, in SQL',
    languages: ['python'],
    node: 'call',
    pattern: new RegExp(
      String.raw`^(?:op\.execute|migrations\.RunSQL)\(\s*(?:sql\s*=\s*)?${raw}`,
      'i',
    ),
  },
  {
    of: 'drops',
    tool: 'rails migrations',
    languages: ['ruby'],
    node: 'call',
    pattern: /^drop_table[ (]\s*[:"'](?<name>\w+)/,
  },
  {
    of: 'drops',
    tool: 'laravel migrations',
    languages: ['php'],
    node: 'scoped_call_expression',
    pattern: /^Schema::drop(?:IfExists)?\(\s*['"](?<name>\w+)/,
  },
  {
    of: 'drops',
    tool: 'knex, sequelize and typeorm migrations',
    languages: ['typescript', 'tsx', 'javascript'],
    node: 'call_expression',
    pattern:
      /^(?:[\w.$]*schema|queryInterface|queryRunner)\.dropTable(?:IfExists)?\(\s*['"`](?<name>\w+)/,
  },
  {
    of: 'drops',
    tool: 'knex and typeorm migrations, in SQL',
    languages: ['typescript', 'tsx', 'javascript'],
    node: 'call_expression',
    pattern: new RegExp(String.raw`^(?:knex\.raw|queryRunner\.query)\(\s*${raw}`, 'i'),
  },
  {
    of: 'drops',
    tool: 'entity framework migrations',
    languages: ['csharp'],
    node: 'invocation_expression',
    pattern: /^\w+\.DropTable\(\s*(?:name:\s*)?"(?<name>\w+)"/,
    imports: /^Microsoft\.EntityFrameworkCore/,
  },
  {
    of: 'drops',
    tool: 'doctrine migrations',
    languages: ['php'],
    node: 'member_call_expression',
    pattern: /^\$schema->dropTable\(\s*['"](?<name>\w+)/,
    imports: /^Doctrine\\(Migrations|DBAL)/,
  },
  {
    of: 'drops',
    tool: 'doctrine migrations, in SQL',
    languages: ['php'],
    node: 'member_call_expression',
    pattern: new RegExp(String.raw`^\$this->addSql\(\s*${raw}`, 'i'),
    imports: /^Doctrine\\Migrations/,
  },
]
