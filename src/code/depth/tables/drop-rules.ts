// Tables that a migration drops, one row for each tool. What it says in SQL, and whether it does so on its way
// forth or back, is told elsewhere.

import type { NamedRule } from '../../languages/named-rule.ts'

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
    tool: 'rails and sequel migrations',
    languages: ['ruby'],
    node: 'call',
    pattern: /^(?:\w+\.)?drop_table[?!]?[ (]\s*[:"'](?<names>\w+(?:['"]?\s*,\s*[:"']\w+)*)/,
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
    tool: 'laravel migrations, of another database',
    languages: ['php'],
    node: 'member_call_expression',
    pattern: /^Schema::connection\([^()]*\)->drop(?:IfExists)?\(\s*['"](?<name>\w+)/,
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
]
