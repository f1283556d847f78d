// The crash matrix as a program: kills the engine at every moment at which it touches the world, starts it again, and looks whether all
// that must hold does. Prints the size of the matrix, how far it is, and for a moment that fails what is wrong and how to play it alone.

import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { type CaseResult, countMoments } from './case.ts'
import { type Moment, nameOf, readMoment } from './moment.ts'
import { playAll, sizesText } from './play.ts'
import { scenarios } from './scenario.ts'

const PROGRESS_EVERY = 50

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    kind: { type: 'string', multiple: true, default: [] },
    scenario: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
})

const HELP = `npm run crash -- [--only MOMENT…] [--scenario NAME…] [--kind KIND…] [--workers N]

Kills the engine before and after each touch of the world, starts it again, and looks whether all holds.
  --only MOMENT    plays one, as it is printed where it failed: land:lease:before:3
  --scenario NAME  plays one scenario: ${scenarios.map(each => each.name).join(', ')}
  --kind KIND      plays one kind of touch; the matrix prints them with their number
  --workers N      how many are played at once (one for each core)`

if (values.help) say(HELP)
else process.exitCode = await main(values.only, values, Number(values.workers))

async function main(only: readonly string[], chosen: Chosen, workers: number): Promise<number> {
  const unknown = only.find(each => !readMoment(each))
  if (unknown !== undefined || !Number.isSafeInteger(workers) || workers < 1) {
    say('--only takes a moment such as land:lease:before:3, and --workers a whole number')
    return 64
  }
  const moments = only.length > 0 ? only.flatMap(each => readMoment(each) ?? []) : await all(chosen)
  if (moments.length === 0) {
    say('there is no such moment: --scenario and --kind take a name that the whole matrix prints')
    return 64
  }
  say(`crash matrix: ${moments.length} moments\n${sizesText(moments)}`)
  let done = 0
  const results = await playAll(moments, workers, result => {
    if (result.faults.length > 0) say(failureText(result))
    if (++done % PROGRESS_EVERY === 0) say(`${done} of ${moments.length}`)
  })
  return report(results)
}

/** Everything where no name is given. */
interface Chosen {
  readonly kind: readonly string[]
  readonly scenario: readonly string[]
}

async function all({ kind, scenario }: Chosen): Promise<readonly Moment[]> {
  const isChosen = (names: readonly string[], name: string) =>
    names.length === 0 || names.includes(name)
  const moments = await countMoments(name => isChosen(scenario, name))
  return moments.filter(each => isChosen(kind, each.kind))
}

function failureText({ moment, faults }: CaseResult): string {
  const name = nameOf(moment)
  return [`FAILED ${name}`, ...faults, `again: npm run crash -- --only ${name}`].join('\n  ')
}

function report(results: readonly CaseResult[]): number {
  const failed = results.filter(each => each.faults.length > 0)
  const missed = results.filter(each => !each.isReached).length
  const held = `${results.length - failed.length} of ${results.length} moments hold`
  // Agents and checks run at once, so two runs never touch the world in quite the same order.
  say(`${held}; ${missed} were not reached by a run that took another way`)
  return failed.length === 0 ? 0 : 1
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
