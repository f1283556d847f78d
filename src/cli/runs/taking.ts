// How a person takes what a run landed, where it is not on the branch that was to have it: why it is not, and the one command that works as
// things stand now. Every command that speaks of this says what stands here.

import { existsSync } from 'node:fs'
import { DiagnosticError } from '../../base/diagnostic.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { Order } from '../../contract/order.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Delivery, Run, State } from '../../kernel/model.ts'
import { findRow, rowsOf } from '../../kernel/structure/rows.ts'
import { branchUnitName } from '../../work/branch.ts'
import { mergingOf } from '../../workspace/branches.ts'
import type { Environment } from '../../workspace/git.ts'
import { heldByReverts, isAtOdds, redTogether } from './at-odds.ts'
import { unitsOf } from './find.ts'
import { type LinesNow, linesNow, type TargetNow, unsavedIn } from './lines-now.ts'
import {
  aside,
  commitFirst,
  forwardCommand,
  inTheWay,
  lineName,
  mergeCommand,
  movedText,
  named,
  pickCommand,
  wordFor,
} from './take-commands.ts'
import { thrownOut } from './thrown-out.ts'

export type Taking =
  /** The branch that was to have it has it, or lacks nothing of it: merging it would change no file. */
  | { readonly kind: 'there'; readonly target: string; readonly by: string | undefined }
  /** All that landed was taken back on its line before anybody had it: nothing is left to take. */
  | { readonly kind: 'undone' }
  /** `isWanted`: a delivery was asked for, and waits. `why`: what keeps it from being there. */
  | {
      readonly kind: 'open'
      readonly isWanted: boolean
      readonly why: string | undefined
      readonly command: string
      /** Another way, where there is one. */
      readonly otherwise?: string
    }
  /** Its branch was cleared away. `out`: the target had it before, and a person took it out since. */
  | { readonly kind: 'gone'; readonly out?: string; readonly command?: string }
  /** Git could not be asked. */
  | { readonly kind: 'unknown'; readonly why: string }

/** By the name of the run; only of those that landed something. */
export async function takings(
  root: string,
  environment: Environment,
  state: State,
  runs: readonly Run[],
): Promise<ReadonlyMap<string, Taking>> {
  const landed = runs.filter(each => each.landed > 0)
  if (landed.length === 0) return new Map()
  const now = await linesNow(root, environment, landed)
  const found = new Map<string, Taking>()
  for (const run of landed) {
    const { target } = run.policy
    if (target !== undefined && isDelivered(state, run, now))
      found.set(run.id, await deliveredTo(target, root, state, run, now).catch(unseen))
    else if (now.trouble === undefined)
      found.set(run.id, await takingOf(root, state, run, now).catch(unseen))
    else found.set(run.id, { kind: 'unknown', why: now.trouble })
  }
  return found
}

/** A repository that cannot be written to keeps git from merging in memory. */
function unseen(cause: unknown): Taking {
  if (!(cause instanceof DiagnosticError)) throw cause
  return { kind: 'unknown', why: cause.message }
}

/** As the journal says, unless its branch is there and the target was moved back since. */
function isDelivered(state: State, run: Run, { lines, targets }: LinesNow): boolean {
  if (run.status === 'open' || !isForwarded(lastDelivery(state, run))) return false
  return !lines.has(run.id) || targets.get(run.policy.target!)!.holds.has(run.id)
}

/** What git has tidied up cannot be looked for, and nobody brings it back. */
async function deliveredTo(
  target: string,
  root: string,
  state: State,
  run: Run,
  { ask, git, targets }: LinesNow,
): Promise<Taking> {
  const isSure = git === undefined || targets.get(target)!.holds.has(run.id)
  const isLeft = !isSure && (await ask('cat-file', '-e', `${run.tip}^{commit}`)) !== undefined
  const out = isLeft ? await thrownOut(root, git, state, run) : undefined
  if (out === undefined) return { kind: 'there', target, by: undefined }
  return { kind: 'gone', out: out.text, command: `git branch ${lineName(run)} ${run.tip}` }
}

async function takingOf(root: string, state: State, run: Run, now: LinesNow): Promise<Taking> {
  const { target } = run.policy
  const [line, word] = [lineName(run), wordFor(run, now)]
  if (target === undefined) return takingOfNobody(root, state, run, now)
  const found = now.targets.get(target)!
  const by = carrierOf(root, state, run, target)?.id
  if (by !== undefined || found.holds.has(run.id)) return { kind: 'there', target, by }
  if (!now.lines.has(run.id)) return { kind: 'gone' }
  const last = lastDelivery(state, run)
  const out = await thrownOut(root, now.git!, state, run)
  const besides = out && out.besides.length > 0 && pickCommand(now, found, target, out.besides)
  const told = [out?.text, movedText(run, now)].filter(Boolean).join('; ') || undefined
  const then = { ...thenOf(last, told), ...(besides && { besides }) }
  if (found.tree === undefined && found.checkout === undefined)
    return waiting(
      then,
      `the branch ${target} was removed`,
      `git branch ${shellWord(target)} ${word}`,
    )
  const wentOn = found.tree !== undefined && !found.isHeldBy.has(run.id)
  const refs = [`refs/heads/${target}`, run.tip] as const
  const merging = wentOn ? await mergingOf(now.ask, ...refs) : undefined
  if (merging === 'nothing')
    return isUndone(state, run) ? { kind: 'undone' } : { kind: 'there', target, by: undefined }
  const red = redTogether(state, run, last)
  if (red !== undefined)
    return { ...waiting(whole(then), red.why, red.command), otherwise: red.otherwise }
  const isTried = isAtOdds(state, run, last)
  if (isTried || merging === 'conflicts') {
    const clash = isTried ? then.why : `${target} went on meanwhile, and the two conflict`
    const { ignored } = await unsavedIn(now, found, target, run.tip)
    const whys = [clash, ignored.length > 0 ? inTheWay(found, ignored) : undefined]
    const why = whys.filter(Boolean).join('; ') || undefined
    const byHand = [...aside(found, ignored), mergeCommand(now, found, target, word)].join(' && ')
    const held = await heldByReverts(now, state, run, target)
    if (held === undefined) return waiting(then, why, byHand)
    const otherwise = `Or bring the two together by hand, where they conflict: ${byHand}`
    return { ...waiting(whole(then), held.why, held.command), otherwise }
  }
  if (wentOn) {
    const proved = `fixpoint land ${line} --into ${shellWord(target)}`
    const otherwise = besides && `Or only what landed besides, not proved on top: ${besides}`
    return { ...waiting(whole(then), passedBy(target), proved), ...(otherwise && { otherwise }) }
  }
  return forwardable(run, then, now, found)
}

/** It was begun on no branch, so it is for whichever takes it. */
async function takingOfNobody(
  root: string,
  state: State,
  run: Run,
  now: LinesNow,
): Promise<Taking> {
  const target = await holderOf(run, now)
  if (target !== undefined) return { kind: 'there', target, by: undefined }
  const carrier = carrierOf(root, state, run)
  if (carrier) return { kind: 'there', target: carrier.policy.target!, by: carrier.id }
  if (!now.lines.has(run.id)) return { kind: 'gone' }
  const last = lastDelivery(state, run)
  const command = last?.command ?? `git merge --ff-only ${lineName(run)}`
  return waiting(thenOf(last, undefined), last?.why ?? undefined, command)
}

/** The branch that is checked out before any other; HEAD where it is on none. */
async function holderOf({ tip }: Run, { ask }: LinesNow): Promise<string | undefined> {
  const format = '--format=%(HEAD)%(refname:lstrip=2)'
  const found = (await ask('for-each-ref', format, `--contains=${tip}`, 'refs/heads/')) ?? ''
  const branches = found.split('\n').filter(each => each !== '' && !/^.fixpoint\//.test(each))
  const branch = branches.find(each => each.startsWith('*')) ?? branches[0]
  if (branch !== undefined) return branch.slice(1)
  return (await ask('merge-base', '--is-ancestor', tip, 'HEAD')) === undefined ? undefined : 'HEAD'
}

/** Nothing of the target is missing in the line; at most files of the checkout are in the way. */
async function forwardable(run: Run, then: Then, now: LinesNow, found: TargetNow): Promise<Taking> {
  const target = run.policy.target!
  const gone = found.checkout
  if (gone !== undefined && !existsSync(gone)) {
    const forward = forwardCommand(
      now,
      { ...found, checkout: undefined },
      target,
      wordFor(run, now),
    )
    const why = `${gone}, where ${target} is checked out, is gone`
    return waiting(then, why, `git worktree prune && ${forward}`)
  }
  const command = forwardCommand(now, found, target, wordFor(run, now))
  if (found.elsewhere.length > 0) {
    const others = found.elsewhere.map(each => `git -C ${shellWord(each)} switch --detach`)
    const why = `${target} is checked out in ${[found.checkout, ...found.elsewhere].join(' and ')}`
    return waiting(then, why, [...others, command].join(' && '))
  }
  const unsaved = await unsavedIn(now, found, target, run.tip)
  const { changed, unknown, ignored, elsewhere } = unsaved
  const at = found.checkout
  if (ignored.length > 0) {
    return waiting(
      then,
      inTheWay(found, ignored),
      command.replace('--ff-only', '--ff-only --no-overwrite-ignore'),
    )
  }
  if (unknown.length > 0) {
    const why = `${at} has files that git does not know where it would write: ${named(unknown)}; move them away first`
    return waiting(then, why, command)
  }
  if (changed.length > 0) {
    const why = `${at} has changes that are not committed where it would write, so that the two may conflict: ${named(changed)}`
    return waiting(then, why, commitFirst(now, found, target, lineName(run)))
  }
  if (elsewhere.length > 0 && then.isWanted) {
    const why = `${at} has changes that are not committed: ${named(elsewhere)}`
    return waiting(then, why, command)
  }
  return waiting(then, then.why && `it was not possible then: ${then.why}`, command)
}

/** What is known before git is asked how things stand now. */
interface Then {
  readonly isWanted: boolean
  /** What kept the last delivery, as it said. */
  readonly why: string | undefined
  /** What the target had of it and a person took out: told with whatever else stands in the way. */
  readonly out: string | undefined
  /** What brings the rest without that: advised before what brings all of it back. */
  readonly besides?: string
}

const thenOf = (last: Delivery | undefined, out: string | undefined): Then => ({
  isWanted: last?.status === 'conflicted',
  why: out === undefined ? (last?.why ?? undefined) : undefined,
  out,
})

/** Where what stands in the way is mended with all of it. */
const whole = ({ besides: _, ...then }: Then): Then => then

function waiting(
  { isWanted, out, besides }: Then,
  why: string | undefined,
  command: string,
): Extract<Taking, { kind: 'open' }> {
  const whys = [out, why].filter(Boolean).join('; ')
  const reason = whys || (isWanted ? 'it could not be brought there' : undefined)
  if (besides === undefined) return { kind: 'open', isWanted, why: reason, command }
  const otherwise = `Or all of it, with what was taken out: ${command}`
  return { kind: 'open', isWanted, why: reason, command: besides, otherwise }
}

export const lastDelivery = ({ deliveries }: State, { deliveries: own }: Run) =>
  own.length === 0 ? undefined : findRow(deliveries, own.at(-1)!)

const isForwarded = (last: Delivery | undefined) => last?.how === 'ff' && last.status === 'merged'

/** What went on meanwhile was never proved together with what landed. */
const passedBy = (target: string) => `${target} went on meanwhile, so prove it on top`

const isUndone = (state: State, run: Run): boolean =>
  unitsOf(state, run)
    .filter(({ commit, spec }) => commit && !spec.reverts && !spec.brings)
    .every(({ revertedBy }) => findRow(state.units, revertedBy ?? '')?.status === 'landed')

/** The run that landed this line as a branch, and brought it to the target; to any where none is named. */
function carrierOf(root: string, state: State, run: Run, target?: string): Run | undefined {
  const name = branchUnitName(lineName(run))
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const found = rowsOf(state.units).find(({ spec, status, run: by }) => {
    if (spec.kind !== 'branch' || status !== 'landed' || spec.brief === undefined) return false
    if (spec.name !== name && !spec.name.startsWith(`${name}-`)) return false
    const carrier = findRow(state.runs, by)!
    if (target !== undefined && carrier.policy.target !== target) return false
    if (!isForwarded(lastDelivery(state, carrier))) return false
    if (!artifacts.has(spec.brief)) return false
    const { source } = JSON.parse(artifacts.read(spec.brief).toString('utf8')) as Order
    return source?.commit === run.tip
  })
  return found && findRow(state.runs, found.run)
}

/** For people, below a run that is over: what to type, and why it takes that. */
export function takeNotes(taking: Taking | undefined, { id }: Pick<Run, 'id'>): readonly string[] {
  if (taking?.kind === 'there') return [`Landed on fixpoint/${id}, and delivered.`]
  if (taking?.kind === 'undone')
    return [`Landed on fixpoint/${id} and taken back there: nothing is left to take.`]
  if (taking?.kind === 'unknown')
    return [`Landed on fixpoint/${id}. Where it is by now could not be looked at: ${taking.why}`]
  if (taking?.kind === 'gone' && taking.out !== undefined)
    return [
      `${taking.out}, and fixpoint/${id} was cleared away: ${taking.command} brings that back`,
    ]
  if (taking?.kind !== 'open') return []
  const { isWanted, why, command, otherwise } = taking
  const others = otherwise === undefined ? [] : [otherwise]
  if (isWanted)
    return [`Landed on fixpoint/${id}, and not delivered: ${why}`, `Then: ${command}`, ...others]
  const how = why === undefined ? 'Take it' : `${why}; take it`
  return [`Landed on fixpoint/${id}. ${how}: ${command}`, ...others]
}
