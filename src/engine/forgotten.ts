// Runs of this repository that the journal does not know, although a branch, the record of landings or what an attempt left names them: the
// journal was restored from before them, or another clone made them. Their names are not used again, and what they landed lands once.

import { type Diagnostic, DiagnosticError, error } from '../base/diagnostic.ts'
import type { UnitRequest } from '../kernel/command.ts'
import { findRow } from '../kernel/structure/rows.ts'
import { ATTEMPT_REFS, attemptOf } from '../workspace/attempt-ref.ts'
import { holds } from '../workspace/branches.ts'
import { takenBackBy } from '../workspace/history.ts'
import { type LogEntry, readLog } from '../workspace/mirror-log.ts'
import { listRefs, readRef } from '../workspace/refs.ts'
import { type House, orderOf, workDigest } from './house.ts'
import { lineOf } from './perform/land.ts'

export interface Forgotten {
  /** Names of runs that something of this repository knows. */
  readonly names: ReadonlySet<string>
  /** Landings of runs that the journal does not know. */
  readonly landings: readonly ForgottenLanding[]
}

interface ForgottenLanding {
  readonly run: string
  readonly commit: string
  readonly order: LogEntry[string] | undefined
  /** Undefined where an older program recorded it. */
  readonly work: LogEntry[string] | undefined
}

export async function readForgotten({ repository, state }: House): Promise<Forgotten> {
  const lines = await listRefs(repository, lineOf('').slice(0, -1))
  const attempts = await listRefs(repository, ATTEMPT_REFS)
  const { runs } = state()
  const landings = (await readLog(repository)).entries.flatMap(landingIn)
  return {
    names: new Set([
      ...lines.map(each => each.ref.slice(lineOf('').length)),
      ...attempts.map(each => attemptOf(each.ref).split('/', 1)[0]!),
      ...landings.map(each => each.run),
    ]),
    landings: landings.filter(each => findRow(runs, each.run) === undefined),
  }
}

function landingIn({ type, run, commit, order, work }: LogEntry): readonly ForgottenLanding[] {
  const isLanding = type === 'landed' && typeof run === 'string' && typeof commit === 'string'
  return isLanding ? [{ run, commit, order, work }] : []
}

/** The very same work, landed by a run that the journal does not know, and there: on the base, or on the line that it landed on. */
export async function refuseLanded(
  { repository, artifacts }: House,
  { landings }: Forgotten,
  base: string,
  units: readonly UnitRequest[],
): Promise<void> {
  const problems: Diagnostic[] = []
  for (const { name, kind, brief } of units) {
    if (landings.length === 0 || brief === undefined) continue
    const work = workDigest(orderOf({ artifacts }, { spec: { name, brief } }))
    const found = landings.findLast(each => each.work === work || each.order === brief)
    if (!found) continue
    const { run, commit } = found
    // What landed on one target may land on another, where it is a branch.
    const line = kind === 'branch' ? undefined : await readRef(repository, lineOf(run))
    for (const tip of [base, line]) {
      if (tip === undefined || !(await holds(repository.git, tip, commit))) continue
      if (await takenBackBy(repository.git, commit, tip)) break
      problems.push(landed(name, found, tip === base))
      break
    }
  }
  if (problems.length > 0) throw new DiagnosticError(problems)
}

function landed(name: string, { run, commit }: ForgottenLanding, isInBase: boolean): Diagnostic {
  const where = isInBase ? '' : `, on fixpoint/${run}`
  const message = `${name} landed already, as ${commit.slice(0, 10)}${where}: refs/fixpoint/log records it in ${run}, which this journal does not know`
  const again =
    'leave it out of the run and of depends_on, or change what it says to have it done once more'
  const fix = isInBase ? again : `git merge fixpoint/${run} takes it; ${again}`
  return error('run/landed', message, { fix })
}
