// A moment at which the engine is killed: the scenario that it plays in, and the touch of the world that it stands before or after.

import { sha256 } from '../../src/base/hash.ts'
import { compareText } from '../../src/base/order.ts'

export interface Moment {
  readonly scenario: string
  readonly kind: string
  readonly when: 'before' | 'after'
  /** Which touch of that kind, from 1. */
  readonly number: number
}

/** How many touches of each kind a scenario takes from its start to its end. */
export type Counts = Readonly<Record<string, number>>

const pattern = /^([a-z]+):([a-z-]+):(before|after):([1-9]\d*)$/

export const nameOf = ({ scenario, kind, when, number }: Moment) =>
  `${scenario}:${kind}:${when}:${number}`

export function readMoment(name: string): Moment | undefined {
  const [, scenario, kind, when, number] = pattern.exec(name) ?? []
  if (when !== 'before' && when !== 'after') return undefined
  return { scenario: scenario!, kind: kind!, when, number: Number(number) }
}

/** Written one right after the other: after the one is before the next. */
const isWrittenInRows = (kind: string) => kind === 'file' || kind === 'workspace-files'

export function momentsOf(scenario: string, counts: Counts): readonly Moment[] {
  return Object.entries(counts)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, at) => at + 1).flatMap((number): Moment[] => {
        const before: Moment = { scenario, kind, when: 'before', number }
        return isWrittenInRows(kind) ? [before] : [before, { ...before, when: 'after' }]
      }),
    )
}

/**
 * Of each kind a moment of the first scenario, which is the long one, and one of the short ones, which take turns. The same ones for
 * everybody, and others when the number of moments changes.
 */
export function sampleOf(moments: readonly Moment[]): readonly Moment[] {
  const rank = (moment: Moment) => sha256(`${moments.length} ${nameOf(moment)}`)
  const ranked = moments.toSorted((a, b) => compareText(rank(a), rank(b)))
  const long = moments[0]?.scenario
  const taken = new Map<string, number>()
  const turns = ({ scenario }: Moment) => taken.get(scenario) ?? 0
  return [...new Set(moments.map(each => each.kind))].sort(compareText).flatMap(kind => {
    const ofKind = ranked.filter(each => each.kind === kind)
    const short = ofKind
      .filter(each => each.scenario !== long)
      .toSorted((a, b) => turns(a) - turns(b))
    const chosen = [ofKind.find(each => each.scenario === long), short[0]].filter(each => !!each)
    for (const each of chosen) taken.set(each.scenario, turns(each) + 1)
    return chosen
  })
}
