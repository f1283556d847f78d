// What runs that are over have left to a person: work that waits to be taken, of whatever run, and what failed in the latest one, each with
// what to type. What waits because a delivery was asked for is told among the needs of its run, and not again.

import { journalFolder } from '../../engine/journal-place.ts'
import { goneFix } from '../../engine/recognise.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Failure, Run, State } from '../../kernel/model.ts'
import { rowsOf } from '../../kernel/structure/rows.ts'
import { isBad } from '../../kernel/unit.ts'
import { bringHome } from './bring-home.ts'
import { unitsOf } from './find.ts'
import { chanceFor, retryOf } from './going-on.ts'
import { isLineGone } from './line-gone.ts'
import { callName } from './needs-person.ts'
import { isPinnedConflict, wayInstead } from './pinned-conflict.ts'
import type { Taking } from './taking.ts'
import { isBroughtSince, isThereAlready } from './there-already.ts'
import { firstLine } from './trouble.ts'

export interface ToTake {
  readonly run: string
  readonly branch: string
  /** Undefined where it can simply be taken. */
  readonly why: string | undefined
  readonly command: string
  /** Another way, where there is one. */
  readonly otherwise: string | undefined
}

export interface Failed {
  readonly run: string
  readonly units: readonly FailedUnit[]
  /** Another chance for all that can have one; null where none can. */
  readonly command: string | null
}

export interface FailedUnit {
  readonly unit: string
  /** As the commands call it. */
  readonly name: string
  readonly failure: string | null
  /** Null where another attempt would end the same way. */
  readonly command: string | null
  /** What helps then. */
  readonly instead: string | null
}

/** Newest run first. */
export function waitingToBeTaken(
  root: string,
  runs: readonly Run[],
  taken: ReadonlyMap<string, Taking>,
): readonly ToTake[] {
  return runs.toReversed().flatMap(run => {
    const taking = taken.get(run.id)
    if (taking?.kind !== 'open' || taking.isWanted) return []
    const { why, command, otherwise } = taking
    const is = { run: run.id, branch: `fixpoint/${run.id}`, why, otherwise }
    if (run.policy.target !== undefined) return [{ ...is, command }]
    // It was begun on no branch, so it is for the one that is checked out now.
    const home = bringHome(root, run)
    return home === undefined ? [] : [{ ...is, command: home }]
  })
}

/** What kept git from saying where the work of some of them is. */
export const unseenOf = (taken: ReadonlyMap<string, Taking>): string | undefined =>
  [...taken.values()].find(each => each.kind === 'unknown')?.why

/** Of the latest run, where that is over. */
export function failedOf(root: string, state: State): Failed | undefined {
  const run = rowsOf(state.runs).at(-1)
  if (run?.status !== 'finished') return undefined
  const roots = unitsOf(state, run).filter(
    each =>
      isBad(each) &&
      each.cause === null &&
      !each.opened &&
      !isThereAlready(each) &&
      !isBroughtSince(state, each),
  )
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const gone = isLineGone(root, run) ? goneFix(run) : undefined
  const units = roots.map(each => {
    const isPinned = gone !== undefined || isPinnedConflict(root, state, each)
    return {
      unit: each.id,
      name: callName(state, each),
      failure: failureText(each.failures.at(-1)),
      command: isPinned ? null : retryOf(state, each),
      instead: gone ?? wayInstead(root, state, each, artifacts) ?? null,
    }
  })
  if (units.length === 0) return undefined
  return { run: run.id, units, command: chanceFor(root, state, run) ?? null }
}

const failureText = (failure: Failure | undefined) =>
  failure === undefined ? null : `${failure.class}: ${firstLine(failure.summary)}`

export const toTakeText = ({ run, branch, why, command, otherwise }: ToTake): string =>
  `${run}  is left on ${branch}${why === undefined ? '' : `: ${why}`}  → ${command}${otherwise === undefined ? '' : `  (${otherwise})`}`

export const failedText = ({ name, failure, command, instead }: FailedUnit): string => {
  const way = command ?? instead
  return `${name}${failure === null ? '' : `  ${failure}`}${way === null ? '' : `  → ${way}`}`
}
