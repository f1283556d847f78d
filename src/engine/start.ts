// Starts a run: keeps the orders of its units, finds a name for it, and says so to the kernel, which answers all problems at once.

import { basename } from 'node:path'
import { DiagnosticError } from '../base/diagnostic.ts'
import { canonicalJson } from '../base/json.ts'
import type { UnitRequest } from '../kernel/command.ts'
import type { RunPolicy, State } from '../kernel/model.ts'
import { findRow, rowsOf } from '../kernel/structure/rows.ts'
import type { CompiledUnit } from '../work/compile.ts'
import type { Engine } from './engine.ts'
import { readForgotten, refuseLanded } from './forgotten.ts'
import type { House } from './house.ts'

export interface StartOptions {
  readonly base: string
  readonly units: readonly CompiledUnit[]
  readonly policy: Partial<RunPolicy>
}

const forgottenText =
  'this repository holds a run of that name, and this journal does not know it (restored from before it, or of another clone).'

/** The name of the run. */
export async function startRun(
  { ledger, house, voice }: Pick<Engine, 'ledger' | 'house' | 'voice'>,
  { base, units, policy }: StartOptions,
): Promise<string> {
  const requests = units.map(({ order, plan }): UnitRequest => {
    return { ...plan, brief: house.artifacts.put(canonicalJson(order)) }
  })
  const forgotten = await readForgotten(house)
  await refuseLanded(house, forgotten, base, requests)
  for (let number = nextNumber(house, ledger.state); ; number++) {
    const run = `${prefixOf(house)}r${number}`
    if (findRow(ledger.state.runs, run)) continue
    if (forgotten.names.has(run)) {
      voice.say(`The name ${run} is taken: ${forgottenText}`)
      continue
    }
    const sent = await ledger.send({ type: 'start', run, base, units: requests, policy })
    if (sent.kind === 'done') return run
    const problems = sent.kind === 'refused' ? sent.problems : []
    // Another process took the name between our look and our word.
    if (!problems.some(each => each.code === 'run-exists')) throw new DiagnosticError(problems)
  }
}

/** After the last one that the journal knows: numbers that were passed over are not looked at again. */
function nextNumber(house: House, { runs }: State): number {
  const own = rowsOf(runs).filter(each => each.id.startsWith(`${prefixOf(house)}r`))
  return 1 + Math.max(0, ...own.map(each => Number(/\d+$/.exec(each.id)?.[0] ?? 0)))
}

/** Projects and worktrees of one repository have a journal each and share its branches. */
function prefixOf({ folder, repository: { facts } }: House): string {
  const worktree = facts.gitDirectory === facts.commonDirectory ? '' : basename(facts.gitDirectory)
  return [worktree, folder]
    .filter(each => each !== '')
    .map(each => `${each.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-/, '')}-`)
    .join('')
}
