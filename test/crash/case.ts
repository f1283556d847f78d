// One case of the crash matrix: a scenario is played and killed at a moment, started again, and what must hold is looked at.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bestLauncher } from '../../src/base/launcher.ts'
import { finish, startEngine } from './engine.ts'
import { faultsOf, processesOf } from './faults.ts'
import { type Counts, type Moment, momentsOf } from './moment.ts'
import { type Place, removePlace } from './place.ts'
import { type Scenario, scenarios } from './scenario.ts'

export interface CaseResult {
  readonly moment: Moment
  /** False where the run took another way and never came to that moment; it must hold all the same. */
  readonly isReached: boolean
  readonly faults: readonly string[]
}

export async function playCase(moment: Moment): Promise<CaseResult> {
  const scenario = scenarioOf(moment.scenario)
  const place = await scenario.make()
  const before = scenario.workOf(place)
  const { kind, when, number } = moment
  const at = { CRASH_AT: `${kind}:${when}:${number}` }
  const first = await startEngine(place, scenario.command, at).ended
  const isReached = first.signal === 'SIGKILL'
  const survivors = await lastingProcesses(place)
  const second = isReached ? await finish(place, scenario) : first
  const faults = [
    ...survivors.map(each => `process ${each} outlived the engine`),
    ...(second.code === scenario.code ? [] : [`it ended with ${second.code}: ${second.stderr}`]),
    ...(await faultsOf(place, scenario, before)),
  ]
  if (faults.length === 0) removePlace(place)
  return { moment, isReached, faults: faults.length === 0 ? [] : [`see ${place.home}`, ...faults] }
}

function scenarioOf(name: string): Scenario {
  const found = scenarios.find(each => each.name === name)
  if (found) return found
  throw new Error(
    `there is no scenario ${name}; there are ${scenarios.map(each => each.name).join(', ')}`,
  )
}

const LIVES_AT_MOST_MS = 5_000

/** A namespace dies with the engine; elsewhere the next start ends what it left. Git that was at work finishes by itself. */
async function lastingProcesses(place: Place): Promise<readonly string[]> {
  const { tier } = await bestLauncher()
  if (tier !== 'pid-namespace') return []
  const end = performance.now() + LIVES_AT_MOST_MS
  while (processesOf(place).length > 0 && performance.now() < end) await pause(20)
  return processesOf(place)
}

/** Plays each scenario once without a kill, and answers how often it touches the world. */
export async function countMoments(
  isWanted: (scenario: string) => boolean = () => true,
): Promise<readonly Moment[]> {
  const moments: Moment[] = []
  for (const scenario of scenarios.filter(each => isWanted(each.name))) {
    const place = await scenario.make()
    const before = scenario.workOf(place)
    const file = join(place.home, 'counts.json')
    const { code, stderr } = await startEngine(place, scenario.command, { CRASH_COUNT: file }).ended
    const faults = await faultsOf(place, scenario, before)
    if (code !== scenario.code || faults.length > 0)
      throw new Error([`${scenario.name} fails without a kill: ${stderr}`, ...faults].join('\n'))
    moments.push(...momentsOf(scenario.name, JSON.parse(readFileSync(file, 'utf8')) as Counts))
    removePlace(place)
  }
  return moments
}
