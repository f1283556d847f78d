// Before a driver lets anything of a run begin it looks whether the line holds more than the journal knows: a journal that was restored from
// a backup, or recovered, has forgotten what landed after it. Reads refs and commits, and says to the kernel what it found; moves nothing.

import { DiagnosticError, refuse } from '../base/diagnostic.ts'
import type { Run, Unit } from '../kernel/model.ts'
import { eachKey } from '../kernel/structure/keys.ts'
import { findRow, rowAt } from '../kernel/structure/rows.ts'
import { isTerminal } from '../kernel/unit.ts'
import { type LineCommit, lineCommits } from '../workspace/line-commits.ts'
import { type Log, readLog } from '../workspace/mirror-log.ts'
import { readRef } from '../workspace/refs.ts'
import type { House } from './house.ts'
import type { Ledger, Request } from './ledger.ts'
import { lineOf } from './perform/land.ts'

type Recognise = Extract<Request, { type: 'recognise' }>

/** Looks at each open run once, and again when it got more units or was opened anew. */
export function lineReader(house: House, ledger: Ledger): () => Promise<void> {
  let looked: ReadonlyMap<string, number> = new Map()
  return async () => {
    const runs = [...eachKey(ledger.state.openRuns)].map(each => rowAt(ledger.state.runs, each))
    for (const { id, units } of runs)
      if (looked.get(id) !== units.length) await recognise(house, ledger, id)
    looked = new Map(runs.map(each => [each.id, each.units.length]))
  }
}

async function recognise(house: House, ledger: Ledger, id: string): Promise<void> {
  while (true) {
    const found = await readLine(house, findRow(ledger.state.runs, id)!)
    if (found === undefined) return
    const sent = await ledger.send(found)
    if (sent.kind === 'done') return
    const problems = sent.kind === 'refused' ? sent.problems : []
    // Another process moved the run between our look and our word.
    if (!problems.some(each => each.code === 'line-read')) throw new DiagnosticError(problems)
  }
}

/** Undefined where the journal knows all of it. */
async function readLine(house: House, run: Run): Promise<Recognise | undefined> {
  const { repository } = house
  const line = await readRef(repository, lineOf(run.id))
  const tip = line ?? (await readTarget(house, run))
  if ((await repository.objects.info(run.tip)) === undefined) {
    // A delivery tells it by itself; nothing else of such a run begins.
    if (run.units.some(each => !isTerminal(rowAt(house.state().units, each)))) refuseGone(run)
    return undefined
  }
  if (tip === undefined || tip === run.tip) return undefined
  const all = (await lineCommits(repository.git, run.tip, tip)) ?? []
  const named = all.filter(({ units }) => units.some(each => isForgotten(house, run, each)))
  if (named.length === 0) return undefined
  const log = await readLog(repository)
  const commits = named.flatMap(each => foundIn(house, run, each, log))
  const read = { type: 'recognise', run: run.id, from: run.tip, log: log.tip ?? null } as const
  if (line !== undefined) return { ...read, tip, commits }
  // A line that was cleared away after it was delivered ends with the last landing of it that the target holds.
  const recorded = commits.filter(each => each.isRecorded)
  const last = recorded.at(-1)
  return last && { ...read, tip: last.commit, commits: recorded }
}

export const LINE_GONE = 'run/line-gone'

export const goneText = (what: string, tip: string) =>
  `${what} is not in this repository any more: commit ${tip.slice(0, 10)}`

/** Its branch was removed and git has tidied up: nothing can be landed on top. */
export function refuseGone(run: Run): never {
  const { id, tip, landed } = run
  const what = landed > 0 ? `what landed in ${id}` : `what ${id} began from`
  return refuse(LINE_GONE, goneText(what, tip), { fix: goneFix(run) })
}

export function goneFix({ id, tip, status }: Run): string {
  const first = status === 'open' ? `fixpoint cancel run:${id}, and ` : ''
  return `git fetch CLONE ${tip} where another clone has it; else ${first}run its units anew`
}

async function readTarget({ repository }: House, { policy }: Run): Promise<string | undefined> {
  const { target } = policy
  return target === undefined ? undefined : readRef(repository, `refs/heads/${target}`)
}

function isForgotten(house: House, run: Run, unit: string): boolean {
  const found = findRow(house.state().units, unit)
  return found === undefined ? unit.startsWith(`${run.id}/`) : isOpenIn(run, found)
}

const isOpenIn = ({ id }: Run, { run, status }: Unit) => run === id && status !== 'landed'

/** A commit that names more than one unit is no landing, whatever is recorded. */
function foundIn(house: House, run: Run, { commit, units }: LineCommit, log: Log) {
  return units
    .filter(each => isForgotten(house, run, each))
    .map(unit => ({
      commit,
      unit,
      isRecorded: units.length === 1 && isRecorded(house, log, unit, commit),
    }))
}

/** By the ref that moves together with the line; and of the very order that the unit has, where it is known: another clone's is another unit. */
function isRecorded(house: House, { entries }: Log, unit: string, commit: string): boolean {
  const known = findRow(house.state().units, unit)
  return entries.some(
    each =>
      each.type === 'landed' &&
      each.unit === unit &&
      each.commit === commit &&
      (known === undefined || each.order === known.spec.brief),
  )
}
