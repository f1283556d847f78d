// Units that wait for each other, so that none of them could ever start: found by their files, and told where each circle can be broken.

import { cycleText, findCycles } from '../base/cycles.ts'
import { type Diagnostic, error } from '../base/diagnostic.ts'
import type { NamedUnit } from './compile.ts'

/** Each circle once, at the need with which its first unit leads into it. */
export function circleProblems(units: readonly NamedUnit[]): readonly Diagnostic[] {
  const byName = new Map(units.map(each => [each.unit.front.id ?? '', each]))
  const needs = new Map([...byName].map(([name, { unit }]) => [name, unit.front.depends_on ?? []]))
  return findCycles(needs).map(path => {
    const [name, need] = [path[0]!, path[1]!]
    const { file, unit } = byName.get(name)!
    const at = unit.needsAt[needs.get(name)!.indexOf(need)] ?? { file }
    return name === need
      ? error('unit/depends-on', 'it depends on itself', {
          at,
          fix: `take ${name} out of depends_on`,
        })
      : error('unit/circle', `units wait for each other: ${cycleText(path)}`, {
          at,
          fix: 'take one of these out of depends_on',
        })
  })
}
