// Whether somebody drives the project. A driver that was killed could not say that it left, so the machine is asked whether it lives.

import { lifeOfHolder, ownHolder } from '../../engine/holder.ts'
import type { State } from '../../kernel/model.ts'

/** One of another machine cannot be looked at, and counts as alive. */
export const isDriven = ({ driver }: Pick<State, 'driver'>): boolean =>
  driver !== null && lifeOfHolder(driver.name) !== 'dead'

/** A process as people look for it: `process 4711 on tower`. */
export function holderText(holder: string): string {
  const [pid, host] = [/^\d+/.exec(holder)?.[0], /@(.+)$/.exec(holder)?.[1]]
  return pid === undefined ? holder : `process ${pid}${host ? ` on ${host}` : ''}`
}

/** Who else performs what is due here, where somebody does. */
export function otherDriver(state: State): string | undefined {
  const { driver } = state
  const isOther = driver !== null && isDriven(state) && driver.name !== ownHolder()
  return isOther ? holderText(driver.name) : undefined
}

/** Undefined where somebody drives. The time is that of the last entry: the driver's, or of a person who acted since. */
export const undrivenText = (state: State): string | undefined =>
  isDriven(state) ? undefined : `nobody drives it, and nothing happened since ${state.at}`

/** What a person is told, with the command that takes it up. */
export const takeUpText = (undriven: string): string =>
  `${undriven[0]!.toUpperCase()}${undriven.slice(1)}; go on with: fixpoint run`
