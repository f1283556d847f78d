// `fixpoint state list`: the addresses that the state holds.

import { sortedBy } from '../../base/order.ts'
import type { StateEntry } from '../../contract/state.ts'
import { symbolCounts } from '../../plan/symbols.ts'
import { addressOf, type State } from '../../state/read.ts'
import { loadState } from '../../state/update.ts'
import { command } from '../command.ts'
import type { Paint, Tone } from '../paint.ts'
import { openProjectState } from '../project.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly type: string | undefined
  readonly isVerbose: boolean
}

export const stateList = command<Options, State | undefined>({
  name: 'state list',
  summary: 'list the resources in the state',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    ...projectOptions,
    type: { type: 'string', value: 'TYPE', help: 'only resources of this type' },
    verbose: { type: 'boolean', short: 'v', help: 'also show status, files and symbols' },
  },
  examples: ['fixpoint state list', 'fixpoint state list --type feature -v'],
  read: args => ({
    flags: projectFlags(args),
    type: args.text('type'),
    isVerbose: args.flag('verbose'),
  }),
  run: async ({ flags }, world) => loadState((await openProjectState(flags, world)).handle),
  view(state, { type, isVerbose }, paint) {
    const entries = sortedBy(state?.resources ?? [], addressOf).filter(
      each => type === undefined || each.type === type,
    )
    return {
      text: entries.map(each => line(each, isVerbose, paint)).join('\n'),
      json: {
        serial: state?.serial ?? null,
        resources: entries.map(each => ({ address: addressOf(each), ...each })),
      },
      notes:
        entries.length === 0
          ? ['The state holds no such resources. See what is declared with: fixpoint plan']
          : [],
    }
  },
})

const tones: Readonly<Record<StateEntry['status'], Tone>> = {
  implemented: 'good',
  partial: 'change',
  missing: 'remove',
  broken: 'bad',
  deprecated: 'dim',
}

function line(entry: StateEntry, isVerbose: boolean, paint: Paint): string {
  const address = `${paint(tones[entry.status], addressOf(entry))}${entry.locked ? ' [locked]' : ''}`
  if (!isVerbose) return address
  const { found, all } = symbolCounts(entry)
  const files = entry.files?.length ? `  ${entry.files.join(', ')}` : ''
  return `${address}  ${entry.status}${all > 0 ? `  ${found}/${all} symbols` : ''}${files}`
}
