// What people and programs are told of units that landed in an earlier run: why they are left out, or why they are not.

import type { Landing } from '../../engine/landed-before.ts'
import type { Need } from '../../work/compile.ts'
import type { Chosen } from './chosen.ts'

type Landings = Chosen['left']

/** What a unit is told whose need is not part of its run. */
export function needFor(name: string, { run, stand, take }: Landing): Need {
  if (stand === 'here') return 'here'
  if (stand === 'gone')
    return {
      why: `which is not in this run; a ${name} landed in ${run}`,
      fix: `take ${name} out of depends_on if that is the one`,
    }
  return { why: `which landed in ${run} and ${standText[stand]}`, fix: take }
}

const standText = {
  edited: 'was edited since',
  'taken back': 'was taken back',
  elsewhere: 'is not in the base',
} as const

export const landedNotes = ({
  left,
  anew,
  open,
}: Pick<Chosen, 'left' | 'anew' | 'open'>): readonly string[] => [
  ...[...Map.groupBy(open, ([, run]) => run)].map(
    ([run, units]) =>
      `${namesText(units.map(([name]) => name))} under way in ${run}: not started again`,
  ),
  ...(left.size > 0 ? [`${byRun(left)}: in the base, and not worked on again`] : []),
  ...byStand(anew, 'edited').map(each => `${byRun(each)} and was edited since: worked on again`),
  ...byStand(anew, 'taken back').map(each => `${byRun(each)} and was taken back: worked on again`),
  ...byStand(anew, 'elsewhere').flatMap(notTaken),
]

const byStand = (landings: Landings, stand: Landing['stand']): readonly Landings[] => {
  const found = [...landings].filter(([, each]) => each.stand === stand)
  return found.length > 0 ? [new Map(found)] : []
}

/** Where a line was cleared away somebody wanted none of it, and knows. */
function notTaken(landings: Landings): readonly string[] {
  const byCommand = Map.groupBy(
    [...landings].filter(([, { take }]) => take !== undefined),
    ([, { take }]) => take!,
  )
  return [...byCommand].map(
    ([take, each]) =>
      `${byRun(new Map(each))}, which is not in the base: worked on again (to go on from there: ${take})`,
  )
}

const MOST_NAMES = 8

/** `T01, T02 landed in r1; T05 landed in r2`. */
function byRun(landings: Landings): string {
  return [...Map.groupBy(landings, ([, { run }]) => run)]
    .map(([run, found]) => `${namesText(found.map(([name]) => name))} landed in ${run}`)
    .join('; ')
}

function namesText(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}

export const openJson = ({ open }: Pick<Chosen, 'open'>) =>
  [...open].map(([unit, run]) => ({ unit, run }))

export const landedJson = ({ left }: Pick<Chosen, 'left'>) =>
  [...left].map(([unit, { run, commit }]) => ({ unit, run, commit }))
