// The shortest list of commands that still breaks the same rule, and the journal it leads to. Commands that make no sense any
// more after others were left out are refused by the kernel, so any subset of a game is a game.

import type { Command } from '../../src/kernel/command.ts'
import { decide } from '../../src/kernel/decide.ts'
import type { Event } from '../../src/kernel/event.ts'
import { evolve } from '../../src/kernel/evolve.ts'
import { violations, violationsAtRest } from '../../src/kernel/invariants.ts'
import { emptyState } from '../../src/kernel/policy.ts'
import { watch } from './audit.ts'
import { newAudit } from './audit-book.ts'

export interface Replay {
  readonly events: readonly Event[]
  /** The rule that broke, or undefined. */
  readonly wrong: string | undefined
}

/** Plays commands one after the other on a journal of their own, and stops at the first rule that breaks. */
export function replay(commands: readonly Command[]): Replay {
  let state = emptyState('sim')
  const audit = newAudit()
  const events: Event[] = []
  for (const command of commands) {
    const decision = decide(state, command)
    if ('refused' in decision) continue
    for (const event of decision.events) {
      events.push(event)
      state = evolve(state, event)
      const wrong = [...watch(audit, event, state), ...violations(state)][0]
      if (wrong !== undefined) return { events, wrong }
    }
    const wrong = violationsAtRest(state, command.at)[0]
    if (wrong !== undefined) return { events, wrong }
  }
  return { events, wrong: undefined }
}

export const ruleOf = (message: string): string => /K-\d+/.exec(message)?.[0] ?? message

/** The shortest commands that break the same rule. Answers undefined when a replay without the world does not break it. */
export function shrink(commands: readonly Command[], rule: string): readonly Command[] | undefined {
  const breaks = (list: readonly Command[]) => {
    const { wrong } = replay(list)
    return wrong !== undefined && ruleOf(wrong) === rule
  }
  return breaks(commands) ? shortest(commands, breaks) : undefined
}

/** Leaves out ever smaller pieces for as long as what is left still breaks. */
export function shortest<T>(
  items: readonly T[],
  breaks: (items: readonly T[]) => boolean,
): readonly T[] {
  let kept = items
  for (let size = kept.length; size >= 1; size >>= 1)
    for (let at = 0; at + size <= kept.length; ) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)]
      if (breaks(rest)) kept = rest
      else at += size
    }
  return kept
}
