// What landed in runs that this machine never saw, as the log says it: marked as such, with the way to learn more.

import type { Mirror, MirroredLanding } from '../../engine/mirror.ts'
import type { Paint } from '../paint.ts'

export function mirrorText({ landings }: Mirror, paint: Paint): string {
  const runs = Map.groupBy(landings, each => each.run)
  return [...runs]
    .flatMap(([run, units]) => [
      `${paint('strong', run)}  landed: ${units.length} ${units.length === 1 ? 'unit' : 'units'}`,
      ...units.map(landingText),
    ])
    .join('\n')
}

const landingText = ({ unit, run, commit, agent, attempt }: MirroredLanding) =>
  `  ${unit.slice(run.length + 1)}  ${commit.slice(0, 10)}  attempt ${attempt} by ${agent}`

/** For people: where this comes from, and how to get what is new. */
export function mirrorNotes({ landings, fetches }: Mirror): readonly string[] {
  const source = 'There is no journal here: this is what refs/fixpoint/log says has landed.'
  const [plain, beside] = fetches
  return [
    ...(landings.length > 0 ? [source] : []),
    ...(plain === undefined ? [] : [`What landed elsewhere: ${plain}`]),
    ...(beside === undefined ? [] : [`Where git refuses that, because both went on: ${beside}`]),
  ]
}

/** What a word names in the log: a run, or a unit by its own name in the newest run that has it. */
export function namedInMirror({ landings, fetches }: Mirror, word: string): Mirror | undefined {
  const run = word.replace(/^run:/, '')
  const ofRun = landings.filter(each => each.run === run)
  const unit = landings.findLast(each => each.unit === word || each.unit === `${each.run}/${word}`)
  if (ofRun.length > 0) return { landings: ofRun, fetches }
  return unit && { landings: [unit], fetches }
}
