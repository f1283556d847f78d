// Why a unit is not further, in words and with the command that helps, where one does.

import type { BudgetScope } from '../../kernel/event.ts'
import type { Reason } from '../../kernel/why.ts'

/** Where nobody drives, what was under way has ended with whoever was at it. */
export function reasonText(reason: Reason, isDriven = true): string {
  switch (reason.kind) {
    case 'ended':
      return reason.status
    case 'effect':
      return effectText(kindOf(reason.effect), reason.holder, isDriven)
    case 'backoff':
      return `waits until ${reason.until} (${reason.why})`
    case 'human':
      return `waits for your answer: ${reason.question}`
    case 'review':
      return 'waits for a review'
    case 'open':
      return `${reason.by} works on it by hand`
    case 'dependency':
      return `needs ${reason.units.join(', ')} first`
    case 'gate':
      return `its gate ${reason.gate} is ${reason.status}`
    case 'pause':
      return `${reason.scope.kind === 'project' ? 'the project' : `its ${reason.scope.kind}`} is paused`
    case 'budget':
      return `the ${budgetWords[reason.what]} of its ${reason.scope.kind} is used up; raise it: fixpoint override ${budgetWord(reason.scope)} --time TIME`
    case 'quota':
      return `no quota for ${reason.agents.join(', ')} until ${reason.until}`
    case 'claim':
      return `${reason.wanted} is held by ${reason.holder} (${reason.held})`
    case 'limit':
      return `all ${reason.limit} slots for ${slotWords[reason.slot]} are taken`
    case 'line':
      return `queues behind ${reason.behind.join(', ')}`
    case 'batch':
      return `is proved and lands together with ${reason.units.join(', ')}`
    case 'next':
      return 'is next'
  }
}

function effectText(kind: string, holder: string | null, isDriven: boolean): string {
  if (!isDriven) return holder === null ? `${kind} is next` : `${kind} was cut short`
  return holder === null ? `${kind} is about to begin` : `${kind} is under way`
}

const slotWords = { prepare: 'preparations', work: 'agents', judge: 'judges' } as const

/** `run/T01#2:work` → `work`. */
const kindOf = (effect: string) => effect.slice(effect.lastIndexOf(':') + 1).replace(/\.\d+$/, '')

const budgetWords = { timeMs: 'time', tokens: 'tokens', cost: 'money' } as const

/** As `fixpoint override` takes it. */
function budgetWord(scope: BudgetScope): string {
  if (scope.kind === 'day') return 'day'
  if (scope.kind === 'run') return `run:${scope.run}`
  return scope.kind === 'unit' ? scope.unit : scope.gate
}
