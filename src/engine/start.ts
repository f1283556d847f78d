// Starts a run: keeps the orders of its units, finds a name for it, and says so to the kernel, which answers all problems at once.

import { basename } from 'node:path'
import { DiagnosticError } from '../base/diagnostic.ts'
import { canonicalJson } from '../base/json.ts'
import type { UnitRequest } from '../kernel/command.ts'
import type { RunPolicy } from '../kernel/model.ts'
import { findRow, rowsOf } from '../kernel/structure/rows.ts'
import type { CompiledUnit } from '../work/compile.ts'
import { listRefs } from '../workspace/refs.ts'
import type { Engine } from './engine.ts'
import type { House } from './house.ts'
import { lineOf } from './perform/land.ts'

export interface StartOptions {
  readonly base: string
  readonly units: readonly CompiledUnit[]
  readonly policy: Partial<RunPolicy>
}

/** The name of the run. */
export async function startRun(
  { ledger, house }: Pick<Engine, 'ledger' | 'house'>,
  { base, units, policy }: StartOptions,
): Promise<string> {
  const requests = units.map(({ order, plan }): UnitRequest => {
    return { ...plan, brief: house.artifacts.put(canonicalJson(order)) }
  })
  const lines = new Set((await listRefs(house.repository, lineOf(''))).map(each => each.ref))
  for (let number = rowsOf(ledger.state.runs).length + 1; ; number++) {
    const run = `${prefixOf(house)}r${number}`
    if (lines.has(lineOf(run)) || findRow(ledger.state.runs, run)) continue
    const sent = await ledger.send({ type: 'start', run, base, units: requests, policy })
    if (sent.kind === 'done') return run
    const problems = sent.kind === 'refused' ? sent.problems : []
    // Another process took the name between our look and our word.
    if (!problems.some(each => each.code === 'run-exists')) throw new DiagnosticError(problems)
  }
}

/** Projects and worktrees of one repository have a journal each and share its branches. */
function prefixOf({ folder, repository: { facts } }: House): string {
  const worktree = facts.gitDirectory === facts.commonDirectory ? '' : basename(facts.gitDirectory)
  return [worktree, folder]
    .filter(each => each !== '')
    .map(each => `${each.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-/, '')}-`)
    .join('')
}
