// What the commands that a file registers run, where another file declares it: found as the handlers of routes are.

import type { Codebase } from '../../code/codebase.ts'
import type { CodeSymbol } from '../../evidence/facts.ts'
import { type AnswersOf, findAnswers } from './handlers.ts'
import { importsIn } from './imports.ts'

/** By the handler that a command of this file names. */
export type AnswersIn = (path: string) => ReadonlyMap<string, CodeSymbol>

export function commandAnswers(codebase: Codebase): AnswersIn {
  let answersOf: AnswersOf | undefined
  return path => {
    answersOf ??= findAnswers(codebase, importsIn(codebase))
    const found = new Map<string, CodeSymbol>()
    for (const { handler } of codebase.depth(path).commands) {
      const [answer] = handler === '' ? [] : answersOf(path, handler)
      if (answer) found.set(handler, answer.symbol)
    }
    return found
  }
}
