// What the commands that a file registers run, where another file declares it: found as the handlers of routes are.

import type { Codebase } from '../../../code/codebase.ts'
import type { CodeSymbol } from '../../../evidence/facts.ts'
import { importsIn } from '../imports.ts'
import { findLosses, type LossOf } from '../lost/lost-handlers.ts'
import { type AnswersOf, findAnswers } from '../routes/handlers.ts'

export interface CommandAnswers {
  /** By the handler that a command of this file names. */
  readonly answers: ReadonlyMap<string, CodeSymbol>
  /** Why one is not there. */
  readonly lost: ReadonlyMap<string, string>
}

export type AnswersIn = (path: string) => CommandAnswers

export function commandAnswers(codebase: Codebase): AnswersIn {
  let ways: { readonly answersOf: AnswersOf; readonly lossOf: LossOf } | undefined
  return path => {
    ways ??= {
      answersOf: findAnswers(codebase, importsIn(codebase)),
      lossOf: findLosses(codebase),
    }
    const answers = new Map<string, CodeSymbol>()
    const lost = new Map<string, string>()
    for (const { handler, line } of codebase.depth(path).commands) {
      if (handler === '') continue
      const why = ways.lossOf(path, handler, line)
      const [answer] = why === undefined ? ways.answersOf(path, handler, line) : []
      if (why !== undefined) lost.set(handler, why)
      if (answer) answers.set(handler, answer.symbol)
    }
    return { answers, lost }
  }
}
