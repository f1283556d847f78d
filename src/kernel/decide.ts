// What a command leads to: events, or a refusal. The table of contents of all decisions; each lives in a file of its own.
// A command is decided together with everything that follows from it, so that no state between two decisions waits for nobody.

import { type Diagnostic, error } from '../base/diagnostic.ts'
import type { Command, CommandOf, CommandType } from './command.ts'
import { type Context, openContext } from './decide/context.ts'
import { decideDeliver, decideObserve } from './decide/deliveries.ts'
import { decideDrive, decideLeave } from './decide/driver.ts'
import { decideAccept, decideArm, decideDisarm, decideReject } from './decide/gates.ts'
import { decideClose, decideOpen, decideRewind, decideSubmit } from './decide/hand.ts'
import { decideClaim, decideLose, decideMeter, decideWiden } from './decide/leases.ts'
import { decideAnswer, decideCancel, decideFail, decideSkip } from './decide/operator.ts'
import { decideRecognise } from './decide/recognise.ts'
import { decideReport } from './decide/report.ts'
import { decideContinue, decideRetry } from './decide/retry.ts'
import { decideRevert } from './decide/revert.ts'
import { decideExtend, decideStart } from './decide/runs.ts'
import { decideConfigure, decideOverride, decidePause, decideResume } from './decide/settings.ts'
import { settle } from './decide/settle.ts'
import { decideTick } from './decide/tick.ts'
import type { Event } from './event.ts'
import type { State } from './model.ts'
import { dayOf, readInstant } from './time.ts'

export type Decision =
  | { readonly events: readonly Event[] }
  | { readonly refused: readonly Diagnostic[] }

/** Answers the problems of a command; none means that it was carried out. */
type Decider<T extends CommandType> = (
  context: Context,
  command: CommandOf<T>,
) => readonly Diagnostic[]

const deciders: { readonly [T in CommandType]: Decider<T> } = {
  tick: decideTick,
  drive: decideDrive,
  leave: decideLeave,
  start: decideStart,
  extend: decideExtend,
  claim: decideClaim,
  lose: decideLose,
  report: decideReport,
  recognise: decideRecognise,
  meter: decideMeter,
  widen: decideWiden,
  configure: decideConfigure,
  pause: decidePause,
  resume: decideResume,
  cancel: decideCancel,
  retry: decideRetry,
  continue: decideContinue,
  skip: decideSkip,
  fail: decideFail,
  accept: decideAccept,
  reject: decideReject,
  answer: decideAnswer,
  open: decideOpen,
  close: decideClose,
  submit: decideSubmit,
  rewind: decideRewind,
  arm: decideArm,
  disarm: decideDisarm,
  override: decideOverride,
  revert: decideRevert,
  deliver: decideDeliver,
  observe: decideObserve,
}

export function decide(state: State, command: Command): Decision {
  const refused = envelopeProblems(state, command)
  if (refused.length > 0) return { refused }
  const at = readInstant(command.at)!
  const context = openContext(state, at, looksEverywhere(state, command, at))
  const decider = deciders[command.type] as Decider<CommandType>
  const problems = decider(context, command)
  if (problems.length > 0) return { refused: problems }
  settle(context)
  return { events: context.events }
}

/** Time alone changes what may start: a tick looks at everything, and so does the first decision of a day with its new budget. */
function looksEverywhere(state: State, command: Command, at: string): boolean {
  return command.type === 'tick' || command.type === 'drive' || dayOf(state.at) !== dayOf(at)
}

function envelopeProblems(state: State, command: Command): readonly Diagnostic[] {
  if (readInstant(command.at) === undefined)
    return [error('command-time', `"${command.at}" is not an instant`)]
  if (command.driver !== undefined && command.driver !== state.driver?.fence)
    return [
      error('driver-outdated', `the project is driven by ${state.driver?.name ?? 'nobody'}`, {
        fix: 'drive again before sending commands as a driver',
      }),
    ]
  return unsigned(command)
}

/** An act of a person carries who did it and why. */
function unsigned(command: Command): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  const words = ['by', 'reason', 'text', 'comments'] as const
  for (const word of words) {
    const value = (command as { readonly [word: string]: unknown })[word]
    if (typeof value === 'string' && value.trim() === '')
      problems.push(error('unsigned', `${command.type} needs ${wordNames[word]}`))
  }
  return problems
}

const wordNames = {
  by: 'an author',
  reason: 'a reason',
  text: 'an answer in words',
  comments: 'comments in words',
} as const
