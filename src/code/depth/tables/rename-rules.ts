// Tables that a migration renames, one row for each tool: gone under the old name, there under the new one.

import type { NamedRule } from '../../languages/named-rule.ts'

interface Renaming extends Pick<NamedRule, 'tool' | 'languages' | 'node' | 'imports'> {
  /** What stands before the two names. */
  readonly call: string
  readonly between?: string
}

const quote = '["\'`:]'

const renamings: readonly Renaming[] = [
  { tool: 'alembic', languages: ['python'], node: 'call', call: String.raw`op\.rename_table\(` },
  {
    tool: 'rails',
    languages: ['ruby'],
    node: 'call',
    call: String.raw`(?:\w+\.)?rename_table[ (]`,
  },
  {
    tool: 'laravel',
    languages: ['php'],
    node: 'scoped_call_expression',
    call: String.raw`Schema::rename\(`,
  },
  {
    tool: 'doctrine',
    languages: ['php'],
    node: 'member_call_expression',
    call: String.raw`\$schema->renameTable\(`,
    imports: /^Doctrine\\/,
  },
  {
    tool: 'entity framework',
    languages: ['csharp'],
    node: 'invocation_expression',
    call: String.raw`\w+\.RenameTable\(\s*(?:name:)?`,
    between: '(?:newName:)?',
    imports: /^Microsoft\.EntityFrameworkCore/,
  },
  {
    tool: 'knex, sequelize and typeorm',
    languages: ['typescript', 'tsx', 'javascript'],
    node: 'call_expression',
    call: String.raw`(?:[\w.$]*schema|queryInterface|queryRunner)\.renameTable\(`,
  },
]

const rowsOf = ({ tool, languages, node, imports }: Renaming, from: string, to: string) =>
  (
    [
      ['drops', from],
      ['tables', to],
    ] as const
  ).map(([of, pattern]) => ({
    of,
    tool: `${tool}, renamed`,
    languages,
    node,
    pattern: new RegExp(pattern, 'i'),
    ...(imports && { imports }),
  }))

export const renameRules: readonly NamedRule[] = [
  ...renamings.flatMap(each => {
    const next = String.raw`["'${'`'}]?\s*,\s*${each.between ?? ''}\s*${quote}`
    return rowsOf(
      each,
      String.raw`^${each.call}\s*${quote}(?<name>[\w.]+)(?=${next}\w)`,
      String.raw`^${each.call}\s*${quote}[\w.]+${next}(?<name>[\w.]+)`,
    )
  }),
]
