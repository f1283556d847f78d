// `fixpoint state show`: everything that the state knows of one resource.

import { refuse } from '../../base/diagnostic.ts'
import type { StateEntry } from '../../contract/state.ts'
import { reasonOf } from '../../plan/plan.ts'
import { symbolCounts, symbolTable } from '../../plan/symbols.ts'
import { entryOf } from '../../state/change.ts'
import { emptyState } from '../../state/read.ts'
import { loadState } from '../../state/update.ts'
import { command } from '../command.ts'
import { openProjectState } from '../project.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { refuseUnknown } from './lock.ts'

export const stateShow = command<{ flags: ProjectFlags; address: string }, StateEntry>({
  name: 'state show',
  summary: 'show one resource of the state',
  usage: 'ADDR',
  positionals: { min: 1, max: 1 },
  options: projectOptions,
  examples: ['fixpoint state show module.inference'],
  read: args => ({ flags: projectFlags(args), address: args.positionals[0]! }),
  async run({ flags, address }, world) {
    const { handle } = await openProjectState(flags, world)
    const state = (await loadState(handle)) ?? emptyState('')
    refuseUnknown(state, address)
    return entryOf(state, address) ?? refuse('state/unknown', `${address} is not in the state`)
  },
  view: (entry, { address }) => ({ text: entryText(entry, address), json: { address, ...entry } }),
})

export function entryText(entry: StateEntry, address: string): string {
  const rows: readonly (readonly [string, unknown])[] = [
    ['type', entry.type],
    ['name', entry.name],
    ['status', entry.status],
    ['reason', reasonOf(entry)],
    ['locked', entry.locked || undefined],
    ['source', entry.source],
    ['agent', entry.agent],
    ['files', nonEmpty(entry.files)],
    ['tests', nonEmpty(entry.tests)],
    ['depends_on', nonEmpty(entry.depends_on)],
    ['created_at', entry.created_at ?? undefined],
    ['updated_at', entry.updated_at ?? undefined],
  ]
  const shown = rows.filter(([, value]) => value !== undefined)
  const width = Math.max(8, ...shown.map(([key]) => key.length))
  return [
    `# ${address}`,
    ...shown.map(([key, value]) => `${key.padEnd(width)} = ${valueText(value)}`),
    ...symbolLines(entry, width),
    ...historyLines(entry),
  ].join('\n')
}

const nonEmpty = (list: readonly string[] | undefined) =>
  list && list.length > 0 ? list : undefined

const valueText = (value: unknown) =>
  Array.isArray(value)
    ? `[${value.map(each => JSON.stringify(each)).join(', ')}]`
    : JSON.stringify(value)

function symbolLines(entry: StateEntry, width: number): string[] {
  const { found, all, missing } = symbolCounts(entry)
  if (all === 0) return []
  const symbols = Object.entries(entry.symbols ?? {})
  return [
    `${'symbols'.padEnd(width)} = ${all} (${found} implemented, ${missing.length} missing)`,
    ...symbolTable(symbols).map(each => `  ${each}`),
  ]
}

function historyLines({ history }: StateEntry): string[] {
  if (!history || history.length === 0) return []
  return [
    'history',
    ...history.map(
      each =>
        `  ${each.at}  ${each.from} -> ${each.to}  ${each.by}${each.reason ? `: ${each.reason}` : ''}`,
    ),
  ]
}
