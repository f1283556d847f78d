// What checks did not prove of a unit or of a run, because they fail on the base already, for whoever looks. Reads what the judges kept;
// weighs nothing.

import type { Unproved } from '../../contract/asides.ts'
import { judgementOf } from '../../engine/asides.ts'
import { unprovedText } from '../../engine/perform/unproved.ts'
import type { Unit } from '../../kernel/model.ts'

export interface UnprovedOf {
  readonly unit: string
  readonly unproved: readonly Unproved[]
  /** Whether no check is left that proved anything. */
  readonly isAll: boolean
}

/** Undefined where everything that judged it counts, and where nobody has judged it. */
export function unprovedOf(root: string, { id, spec }: Unit): UnprovedOf | undefined {
  const kept = judgementOf(root, id)
  if (!kept) return undefined
  const { unproved, checks } = kept
  return { unit: spec.name, unproved, isAll: unproved.length === checks.length }
}

export const unprovedOfAll = (root: string, units: readonly Unit[]): readonly UnprovedOf[] =>
  units.flatMap(each => unprovedOf(root, each) ?? [])

export function unprovedLines(found: UnprovedOf | undefined): readonly string[] {
  if (!found) return []
  const nothing = found.isAll ? ['no check has proved anything of it'] : []
  return [...found.unproved.map(unprovedText), ...nothing]
}

/** One line for each check, and one more where units are left without any proof. */
export function unprovedNotes(found: readonly UnprovedOf[]): readonly string[] {
  const byCheck = new Map<string, { readonly first: Unproved; readonly units: string[] }>()
  for (const { unit, unproved } of found)
    for (const first of unproved) {
      const known = byCheck.get(first.check)
      if (known) known.units.push(unit)
      else byCheck.set(first.check, { first, units: [unit] })
    }
  const bare = found.filter(each => each.isAll).map(each => each.unit)
  return [
    ...[...byCheck.values()].map(
      ({ first, units }) => `Warning: ${unprovedText(first)} (${units.join(', ')}).`,
    ),
    ...(bare.length > 0
      ? [
          `Warning: no check has proved anything of ${bare.join(', ')}: each fails without it too. Mend the checks on the base first.`,
        ]
      : []),
  ]
}

export const unprovedJson = (found: readonly UnprovedOf[]) =>
  found.flatMap(({ unit, unproved }) => unproved.map(each => ({ unit, ...each })))
