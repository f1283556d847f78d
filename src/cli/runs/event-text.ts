// One line for each kind of event: what `replay`, `logs` and `watch` print. Says what was decided, never what it means for later.

import { durationText } from '../../base/duration.ts'
import type { BudgetScope, Event, EventOf, EventType, Scope } from '../../kernel/event.ts'
import type { Budget, Evaluation, StopReason } from '../../kernel/model.ts'

type Words = { readonly [T in EventType]: (event: EventOf<T>) => string }

/** `T01 attempt 2 failed (timeout): …`, without time and sequence. */
export function eventText(event: Event): string {
  const words = table[event.type] as (event: Event) => string
  return words(event)
}

const scopeText = (scope: Scope): string =>
  scope.kind === 'project' ? 'the project' : scope.kind === 'run' ? scope.run : scope.unit

const budgetOwner = (scope: BudgetScope): string =>
  scope.kind === 'day'
    ? 'the day'
    : scope.kind === 'gate'
      ? scope.gate
      : scope.kind === 'run'
        ? scope.run
        : scope.unit

const budgetText = ({ timeMs, tokens, cost }: Budget): string =>
  [
    timeMs === undefined ? '' : `${durationText(timeMs)} of agents`,
    tokens === undefined ? '' : `${tokens} tokens`,
    cost === undefined ? '' : `${(cost / 1_000_000).toFixed(2)} of money`,
  ]
    .filter(Boolean)
    .join(', ')

const signed = ({ by, reason }: { readonly by?: string; readonly reason?: string }): string =>
  by === undefined ? '' : ` (${by}${reason === undefined ? '' : `: ${reason}`})`

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
const short = (commit: string | null) => (commit === null ? 'nothing' : commit.slice(0, 10))

const fallenText = (evaluation: Evaluation | undefined) =>
  evaluation ? ` (${evaluation.fallen.slice(0, 3).join(', ')})` : ''

const table: Words = {
  'project.configured': event => `limits or budget changed${signed(event)}`,
  'driver.took': ({ driver }) => `${driver} drives the project`,
  'driver.left': () => 'the driver left',
  'quota.opened': ({ agent, wait }) => `no quota for ${agent} until ${wait.until}`,
  'quota.closed': event => `${event.agent} has quota again${signed(event)}`,
  'budget.raised': event =>
    `the budget of ${budgetOwner(event.scope)} is now ${budgetText(event.budget)}${signed(event)}`,
  paused: event => `${scopeText(event.scope)} paused${signed(event)}`,
  resumed: event => `${scopeText(event.scope)} resumed${signed(event)}`,

  'run.started': ({ run, units, base }) =>
    `${run} started with ${plural(units.length, 'unit')} on ${short(base)}`,
  'run.extended': event =>
    `${event.run} got ${plural(event.units.length, 'more unit')}${signed(event)}`,
  'run.moved': ({ run, tip, landed }) =>
    landed === undefined
      ? `${run} was moved to ${short(tip)} by somebody else`
      : `${run} goes on from ${short(tip)}, where ${landed} landed: refs/fixpoint/log records it, and the journal had forgotten it`,
  'run.evaluating': ({ run }) => `${run} is evaluated`,
  'run.evaluated': ({ run, isDegraded, evaluation }) =>
    `${run} evaluated${evaluation ? `: convergence ${evaluation.to.toFixed(1)}%` : ''}${isDegraded ? `, degraded${fallenText(evaluation)}` : ''}`,
  'run.cancelled': event => `${event.run} cancelled${signed(event)}`,
  'run.finished': ({ run, outcome }) => `${run} finished: ${outcome}`,
  'run.reopened': ({ run }) => `${run} goes on`,

  'unit.readied': ({ unit }) => `${unit} is ready`,
  'unit.started': ({ unit, attempt }) => `${unit} attempt ${attempt} is prepared`,
  'unit.prepared': ({ unit }) => `${unit} has a workspace`,
  'unit.dispatched': ({ unit, agent }) =>
    agent === null ? `${unit} is computed by git` : `${unit} is worked on by ${agent}`,
  'usage.recorded': ({ unit, usage }) =>
    `${unit} used ${(usage.timeMs / 1000).toFixed(1)} s, ${usage.tokens} tokens`,
  'unit.stopping': ({ unit, why }) => `${unit} is asked to stop (${why})`,
  'unit.stopped': ({ unit }) => `${unit} stopped; its work is kept`,
  'unit.worked': ({ unit, tree }) => `${unit} left ${short(tree)}`,
  'unit.judging': ({ unit }) => `${unit} is judged`,
  'unit.judged': ({ unit, next }) =>
    `${unit} passed; ${next === 'queue' ? 'it queues to land' : 'a review is next'}`,
  'unit.reviewing': ({ unit }) => `${unit} is reviewed`,
  'unit.approved': event => `${event.unit} approved${signed(event)}`,
  'attempt.failed': ({ unit, attempt, failure, next, stop, wait }) =>
    `${unit} attempt ${attempt} failed (${failure.class}): ${failure.summary}; ${next === 'fail' ? stopWords(stop) : nextWords[next]}${wait === null ? '' : ` at ${wait.until}`}`,
  'unit.blocked': ({ unit, brief }) => `${unit} waits for a person: ${brief.question}`,
  'unit.answered': ({ unit, by, text }) => `${unit} answered by ${by}: ${text}`,
  'unit.failed': event => `${event.unit} failed${signed(event)}`,
  'unit.skipped': event =>
    `${event.unit} skipped${event.cause === null ? '' : ` because of ${event.cause}`}${signed(event)}`,
  'unit.cancelled': event => `${event.unit} cancelled${signed(event)}`,
  'unit.restored': event => `${event.unit} gets another chance${signed(event)}`,
  'unit.opened': event => `${event.unit} taken over${signed(event)}`,
  'unit.closed': event => `${event.unit} given back as it was${signed(event)}`,
  'unit.submitted': event =>
    `${event.unit} attempt ${event.attempt} was made by hand: ${short(event.tree)}${signed(event)}`,
  'unit.rewound': event => `${event.unit} goes on from ${short(event.tree)}${signed(event)}`,
  'claim.extended': ({ unit, write }) => `${unit} may also write ${write.join(', ')}`,

  'candidate.proposed': ({ unit, candidate, onto }) =>
    `${unit} candidate ${candidate} is built on ${short(onto)}`,
  'candidate.built': ({ unit, candidate, commit }) =>
    `${unit} candidate ${candidate} is ${short(commit)}`,
  'candidate.proving': ({ unit, candidate }) => `${unit} candidate ${candidate} is judged`,
  'candidate.passed': ({ unit, candidate }) => `${unit} candidate ${candidate} passed`,
  'candidate.failed': ({ unit, candidate, failure }) =>
    `${unit} candidate ${candidate} failed: ${failure.summary}`,
  'candidate.discarded': ({ unit, candidate }) => `${unit} candidate ${candidate} is built anew`,
  'candidate.chosen': ({ unit, candidate, covers }) =>
    `${unit} candidate ${candidate} is proved${covers.length === 0 ? '' : ` for ${covers.join(', ')} too`}`,
  'unit.landing': ({ unit, to, aboard = [] }) =>
    `${[...aboard, unit].join(', ')} ${aboard.length === 0 ? 'lands' : 'land'} as ${short(to)}`,
  'unit.landed': ({ unit, commit, recognised }) =>
    recognised
      ? `${unit} is on the line already, as ${short(commit)}: refs/fixpoint/log records it, and the journal had forgotten it`
      : `${unit} landed${commit === null ? '' : ` as ${short(commit)}`}`,

  'gate.armed': event => `${event.gate} armed${signed(event)}`,
  'gate.disarmed': event => `${event.gate} disarmed${signed(event)}`,
  'gate.started': ({ gate }) => `${gate} started`,
  'gate.reached': ({ gate }) => `${gate} awaits review`,
  'gate.reopened': ({ gate }) => `${gate} reopened`,
  'gate.passed': event => `${event.gate} passed${signed(event)}`,
  'gate.rejected': ({ gate, by, comments }) => `${gate} rejected (${by}: ${comments})`,

  'delivery.prepared': event => `${event.delivery} is to bring ${short(event.tip)} by ${event.how}`,
  'delivery.opened': ({ delivery, url }) =>
    `${delivery} is open${url === undefined ? '' : `: ${url}`}`,
  'delivery.merged': ({ delivery }) => `${delivery} is delivered`,
  'delivery.closed': ({ delivery }) => `${delivery} was closed`,
  'delivery.conflicted': ({ delivery, why }) =>
    `${delivery} cannot be delivered as it is${why === undefined ? '' : `: ${why}`}`,
  'delivery.behind': ({ delivery, tip, sync }) =>
    `${delivery} waits: the target moved to ${short(tip)}, and ${sync} brings that into the line`,
  'delivery.commented': ({ delivery, comments }) =>
    `${delivery} got ${plural(comments.length, 'comment')}`,

  'lease.claimed': ({ effect, holder }) => `${effect} taken by ${holder}`,
  'lease.lost': ({ effect }) => `${effect} was lost with its holder`,
  'effect.deferred': ({ effect, failure, wait }) =>
    `${effect} failed (${failure.summary}); again at ${wait.until}`,
  rested: ({ owner }) => `${owner} has waited long enough`,
}

const nextWords = {
  retry: 'it is tried again',
  block: 'a person is asked',
} as const

/** Why the attempt that failed was the last one. */
function stopWords(stop: StopReason | undefined): string {
  if (stop === 'signature') return 'the same failure came twice, so it is not tried again'
  if (stop === 'plateau') return 'two attempts made no progress, so it is not tried again'
  return 'no attempt is left'
}
