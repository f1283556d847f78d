// How a person is told that a unit goes by what it was ordered to do, and that this was changed since.

import { type Diagnostic, warning } from '../../base/diagnostic.ts'
import type { State, Unit } from '../../kernel/model.ts'
import type { World } from '../world.ts'
import { type Changed, changedSince } from './changed-since.ts'
import { configWarnings } from './config-since.ts'

/** Of units that go on all the same. */
export async function changedWarnings(
  root: string,
  state: State,
  units: readonly Unit[],
  world: World,
): Promise<readonly Diagnostic[]> {
  const changed = await changedSince(root, state, units, world)
  const ofUnits = units.flatMap(unit => {
    const found = changed.get(unit.id)
    if (!found) return []
    const instead = `fixpoint cancel ${unit.id} && ${found.anew}`
    return found.kind === 'edited'
      ? warning('run/changed', `${happened(found, unit)}; ${unit.id} goes by the text of then`, {
          fix: `its new text: ${instead}`,
        })
      : warning(
          'run/changed',
          `${happened(found, unit)}; ${unit.id} lands it as it was, at ${short(found.tip)}`,
          { fix: `as it is now: ${instead}` },
        )
  })
  return [...ofUnits, ...(await configWarnings(root, units, world))]
}

/** Of a unit that was left out because of it. */
export function leftOutText(changed: Changed, unit: Unit) {
  const message = `${happened(changed, unit)}, and ${unit.id} is left out`
  const override = unit.stop === 'signature' ? ' --override' : ''
  const then = `fixpoint retry ${unit.id}${override} && fixpoint run`
  const fix =
    changed.kind === 'edited'
      ? `its new text: ${changed.anew}; the one of then: ${then}`
      : `as it is now: ${changed.anew}; as it was, at ${short(changed.tip)}: ${then}`
  return { message, fix }
}

const happened = (changed: Changed, { run }: Unit) =>
  changed.kind === 'edited'
    ? `${changed.file} was edited since ${run} began`
    : `${changed.branch} moved since ${run} began`

const short = (commit: string) => commit.slice(0, 10)
