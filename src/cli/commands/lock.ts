// `fixpoint lock`, `unlock` and `force-unlock`: the first two guard one resource, the third breaks the lock of the whole state.

import { refuse } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { entryOf, setLocked } from '../../state/change.ts'
import { forceUnlock as breakLock, type LockInfo } from '../../state/lock.ts'
import { addressOf, type State } from '../../state/read.ts'
import { command } from '../command.ts'
import { changeState, openProjectState } from '../project.ts'
import { lockOptions, type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import type { World } from '../world.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly address: string
}

export const lock = lockCommand(
  'lock',
  true,
  'keep a verdict: refresh and mark leave the resource alone',
)
export const unlock = lockCommand('unlock', false, 'let evidence and marks decide again')

function lockCommand(name: 'lock' | 'unlock', isLocked: boolean, summary: string) {
  return command<Options, boolean>({
    name,
    summary,
    usage: 'ADDR',
    positionals: { min: 1, max: 1 },
    options: { ...projectOptions, ...lockOptions },
    examples: [`fixpoint ${name} feature.auth_login`],
    read: args => ({ flags: projectFlags(args), address: args.positionals[0]! }),
    run: (options, world) => setLock(options, isLocked, world),
    view: (isWritten, { address }) => ({
      text: isWritten
        ? `${isLocked ? 'Locked' : 'Unlocked'}: ${address}`
        : `No change: ${address} is ${name}ed already.`,
      json: { address, locked: isLocked, changed: isWritten },
    }),
  })
}

async function setLock(
  { flags, address }: Options,
  isLocked: boolean,
  world: World,
): Promise<boolean> {
  const { project, handle } = await openProjectState(flags, world)
  const { isWritten } = await changeState(
    project,
    handle,
    `${isLocked ? 'lock' : 'unlock'} ${address}`,
    world,
    state => {
      refuseUnknown(state, address)
      return setLocked(state, address, isLocked, world.now())
    },
  )
  return isWritten
}

export function refuseUnknown(state: State, address: string): void {
  if (entryOf(state, address)) return
  const fix = didYouMean(address, state.resources.map(addressOf)) ?? 'see fixpoint state list'
  refuse('state/unknown', `${address} is not in the state`, { fix })
}

export const forceUnlock = command<{ flags: ProjectFlags; id: string }, LockInfo>({
  name: 'force-unlock',
  summary: 'break the lock of the state, by its id',
  usage: 'LOCK-ID',
  positionals: { min: 1, max: 1 },
  options: projectOptions,
  examples: ['fixpoint force-unlock a1b2c3d4-5678-9abc-def0-123456789abc'],
  read: args => ({ flags: projectFlags(args), id: args.positionals[0]! }),
  async run({ flags, id }, world) {
    const { handle } = await openProjectState(flags, world)
    return breakLock(handle.store, handle.name, id)
  },
  view: info => ({
    text: `Lock forcefully released: ${info.id}`,
    json: { released: info },
    notes: ['WARNING: Releasing a lock held by another process may cause state corruption.'],
  }),
})
