// What is told where the words, the tree or a turn of an attempt are looked for and are not here: what is gone, since when and why where
// that is known, and what can still be done. Never takes what was removed for what never was.

import { refuse } from '../../base/diagnostic.ts'
import { type Absence, readAttemptPast, readTurnPast } from '../../engine/attempt-past.ts'
import type { Turn } from '../../engine/turns.ts'
import type { Unit } from '../../kernel/model.ts'
import type { Repository } from '../../workspace/open.ts'
import { programName } from '../version.ts'
import { turnsText } from './turns-text.ts'

/** Of an attempt that nothing is stored of. */
export async function refuseSilent(root: string, unit: Unit, attempt: number): Promise<never> {
  refuseUncounted(unit, attempt)
  const { id } = unit
  const what = `attempt ${attempt} of ${id}`
  const show = { fix: `fixpoint show ${id} tells what the journal knows of it` }
  const { words, by, hadAgent } = await pastOf(root, unit, attempt)
  if (words?.isRemoved)
    return refuse('logs/removed', `what ${what} said ${absenceText(words)}`, {
      fix: 'retention.transcripts in .fixpoint/config.yaml says how long gc leaves it',
    })
  if (by !== undefined) return refuse('logs/none', `${what} was made by hand, by ${by}`, show)
  if (isAtWork(unit, attempt)) return refuse('logs/none', `${what} has said nothing yet`, show)
  if (!hadAgent) return refuse('logs/none', `${what} said nothing: no agent was sent to it`, show)
  return refuse('logs/absent', `what ${what} said ${absenceText(words)}`, show)
}

/** Of an attempt that no tree is kept of. */
export async function refuseTreeless(
  { objects }: Repository,
  root: string,
  unit: Unit,
  attempt: number,
): Promise<never> {
  refuseUncounted(unit, attempt)
  const { id, commit } = unit
  const what = `attempt ${attempt} of ${id}`
  if (isAtWork(unit, attempt))
    return refuse('diff/none', `${what} has left no tree yet`, {
      fix: 'its agent is at work: a tree is taken when the session ends',
    })
  const isLandedHere = commit !== null && (await objects.info(commit)) !== undefined
  const next = {
    fix: isLandedHere
      ? `what landed is there: fixpoint diff ${id}`
      : `fixpoint show ${id} tells what the journal knows of it`,
  }
  const { tree, by, wasWorked } = await pastOf(root, unit, attempt)
  if (!wasWorked && by === undefined)
    return refuse('diff/none', `${what} left no tree: it was not worked on`, next)
  if (!tree)
    return refuse(
      'diff/none',
      `there is no tree of ${what}: it left none, or its ref was removed by hand`,
      next,
    )
  const code = tree.isRemoved ? 'diff/removed' : 'diff/absent'
  return refuse(code, `the tree of ${what} ${absenceText(tree)}`, next)
}

/** Of a turn that is not there to go back to. `attempt` is undefined where the last one that has turns was meant. */
export async function refuseTurn(
  root: string,
  unit: Unit,
  turn: number,
  { attempt, kept }: { readonly attempt: number | undefined; readonly kept: readonly Turn[] },
): Promise<never> {
  refuseUncounted(unit, attempt ?? unit.attempt)
  const { id } = unit
  const meant = attempt ?? kept.at(-1)?.attempt
  const asked = meant === undefined ? attemptsOf(unit) : [meant]
  const pasts = await readTurnPast({ root, program: programName }, id, asked, turn)
  const next = { fix: kept.length > 0 ? `kept: ${turnsText(kept)}` : withoutTurn(unit) }
  const was = pasts.findLast(each => each.tree?.isRemoved || each.wasKept)
  if (was)
    return refuse(
      'restore/gone',
      `turn ${turn} of attempt ${was.attempt} of ${id} was kept, and its tree ${absenceText(was.tree)}`,
      next,
    )
  const unknown = pasts.findLast(each => each.wasKept === undefined)
  if (unknown)
    return refuse(
      'restore/absent',
      `whether turn ${turn} of attempt ${unknown.attempt} of ${id} was kept is not known: what it said ${absenceText(unknown.words)}`,
      next,
    )
  const where = meant === undefined ? '' : ` in attempt ${meant}`
  return refuse('restore/turn', `no turn ${turn} of ${id} was kept${where}`, {
    fix: pasts.some(each => each.hasTurns)
      ? next.fix
      : 'its agent reports no turns: fixpoint help agents',
  })
}

const withoutTurn = ({ id, status }: Unit): string =>
  status === 'landed'
    ? `what landed is told by fixpoint diff ${id}`
    : `no turn of it is there; fixpoint show ${id} tells how it goes on without`

const attemptsOf = ({ attempt }: Unit) => Array.from({ length: attempt }, (_, index) => index + 1)

/** What never was is told as that. */
function refuseUncounted({ id, attempt: last }: Unit, attempt: number): void {
  if (last === 0)
    refuse('attempt/none', `${id} was not worked on yet`, { fix: `fixpoint why ${id} tells why` })
  if (attempt > last)
    refuse('attempt/none', `there is no attempt ${attempt} of ${id}`, {
      fix: `it has had ${last === 1 ? 'one attempt' : `${last} attempts`}`,
    })
}

const isAtWork = ({ attempt: last, status }: Unit, attempt: number) =>
  attempt === last && (status === 'preparing' || status === 'working')

const pastOf = (root: string, unit: Unit, attempt: number) =>
  readAttemptPast({ root, program: programName }, unit.id, attempt)

/** Follows what it speaks of. */
function absenceText(absence: Absence | undefined): string {
  if (!absence) return 'is not here, and nothing tells where it went'
  const { isRemoved, at, why } = absence
  return isRemoved ? `was removed on ${at.slice(0, 10)} by ${why}` : `is not here: ${why}`
}
