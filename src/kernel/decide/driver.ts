// Who drives the project. One process at a time; another takes over only by naming the fence of a driver whose lease it saw expire.

import type { CommandOf } from '../command.ts'
import { type Context, emit, fine, refuseWith, stateOf } from './context.ts'
import { decideTick } from './tick.ts'

export function decideDrive(context: Context, command: CommandOf<'drive'>) {
  const { driver, fence } = stateOf(context)
  if (driver !== null && driver.fence !== command.over)
    return refuseWith(
      'driver-held',
      `${driver.name} drives this project (fence ${driver.fence})`,
      'hand the work to it, or take over once its lease has expired',
    )
  emit(context, { type: 'driver.took', driver: command.name, fence: fence + 1 })
  return decideTick(context)
}

export function decideLeave(context: Context, command: CommandOf<'leave'>) {
  if (stateOf(context).driver?.fence !== command.fence)
    return refuseWith('driver-outdated', `fence ${command.fence} does not drive this project`)
  emit(context, { type: 'driver.left', fence: command.fence })
  return fine
}
