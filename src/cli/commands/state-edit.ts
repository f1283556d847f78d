// `fixpoint state rm` and `state mv`: what the state holds under which name. The code is not touched.

import { refuse } from '../../base/diagnostic.ts'
import { readAddress } from '../../contract/address.ts'
import { entryOf, move, remove } from '../../state/change.ts'
import type { State } from '../../state/read.ts'
import { command } from '../command.ts'
import { changeState, openProjectState } from '../project.ts'
import { lockOptions, type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { UsageError } from '../usage.ts'
import { refuseUnknown } from './lock.ts'

interface RemoveOptions {
  readonly flags: ProjectFlags
  readonly addresses: readonly string[]
}

export const stateRemove = command<RemoveOptions, State>({
  name: 'state rm',
  summary: 'forget resources; the code stays',
  usage: 'ADDR...',
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  options: { ...projectOptions, ...lockOptions },
  examples: ['fixpoint state rm feature.old_login'],
  read: args => ({ flags: projectFlags(args), addresses: args.positionals }),
  async run({ flags, addresses }, world) {
    const { project, handle } = await openProjectState(flags, world)
    const { after } = await changeState(
      project,
      handle,
      `state rm ${addresses.join(' ')}`,
      world,
      state => {
        for (const address of addresses) refuseUnknown(state, address)
        for (const address of addresses) refuseLocked(state, address)
        return remove(state, new Set(addresses))
      },
    )
    return after
  },
  view: ({ serial }, { addresses }) => ({
    text: addresses.map(each => `Removed from the state: ${each}`).join('\n'),
    json: { removed: addresses, serial },
  }),
})

interface MoveOptions {
  readonly flags: ProjectFlags
  readonly from: string
  readonly to: { readonly address: string; readonly type: string; readonly name: string }
}

export const stateMove = command<MoveOptions, State>({
  name: 'state mv',
  summary: 'give a resource of the state another address',
  usage: 'FROM TO',
  positionals: { min: 2, max: 2 },
  options: { ...projectOptions, ...lockOptions },
  examples: ['fixpoint state mv feature.login feature.sign_in'],
  read(args) {
    const [from, word] = args.positionals as readonly [string, string]
    const to = readAddress(word).find(each => each.kind === 'resource')
    if (!to) throw new UsageError(`"${word}" is not a resource address`, 'write it as type.name')
    return {
      flags: projectFlags(args),
      from,
      to: { address: to.address, type: to.type, name: to.name },
    }
  },
  async run({ flags, from, to }, world) {
    const { project, handle } = await openProjectState(flags, world)
    const { after } = await changeState(
      project,
      handle,
      `state mv ${from} ${to.address}`,
      world,
      state => {
        refuseUnknown(state, from)
        refuseLocked(state, from)
        if (entryOf(state, to.address))
          refuse('state/exists', `${to.address} is in the state already`, {
            fix: `run fixpoint state rm ${to.address} first`,
          })
        return move(state, from, { type: to.type, name: to.name }, world.now())
      },
    )
    return after
  },
  view: ({ serial }, { from, to }) => ({
    text: `Moved: ${from} -> ${to.address}`,
    json: { from, to: to.address, serial },
  }),
})

export function refuseLocked(state: State, address: string): void {
  if (entryOf(state, address)?.locked)
    refuse('state/resource-locked', `${address} is locked`, {
      fix: `run fixpoint unlock ${address} first`,
    })
}
