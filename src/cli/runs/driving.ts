// Whether somebody drives the project. A driver that was killed could not say that it left, so the machine is asked whether it lives.

import { lifeOfHolder } from '../../engine/holder.ts'
import type { State } from '../../kernel/model.ts'

/** One of another machine cannot be looked at, and counts as alive. */
export const isDriven = ({ driver }: Pick<State, 'driver'>): boolean =>
  driver !== null && lifeOfHolder(driver.name) !== 'dead'

/** Undefined where somebody drives. The time is that of the last entry: the driver's, or of a person who acted since. */
export const undrivenText = (state: State): string | undefined =>
  isDriven(state) ? undefined : `nobody drives it, and nothing happened since ${state.at}`

/** What a person is told, with the command that takes it up. */
export const takeUpText = (undriven: string): string =>
  `${undriven[0]!.toUpperCase()}${undriven.slice(1)}; go on with: fixpoint run`
