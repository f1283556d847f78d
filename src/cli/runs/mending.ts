// What only a person mends, said to whoever watches a run at the moment that it comes up, and once: the waits before the next try grow, and
// without a word they look like work. Says; decides nothing.

import type { Diagnostic } from '../../base/diagnostic.ts'
import { needsMending } from '../../engine/asides.ts'
import type { Ledger } from '../../engine/ledger.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { otherDriver } from './driving.ts'
import { callName } from './needs-person.ts'
import { failureIn, firstLine } from './trouble.ts'

/** `before` was told when the run began. */
export function tellMending(
  ledger: Ledger,
  root: string,
  before: readonly Diagnostic[],
  say: (text: string) => void,
): () => void {
  const told = new Set<string>()
  const isTold = (what: string) =>
    told.has(what) || before.some(each => each.message.endsWith(`: ${what}`))
  return ledger.onChange(events => {
    for (const event of events) {
      const [id, failure] = failureIn(event) ?? []
      const unit = id === undefined ? undefined : findRow(ledger.state.units, id)
      if (!unit || !failure || !needsMending(root, unit.id, failure.summary)) continue
      const what = firstLine(failure.summary)
      if (isTold(what)) continue
      told.add(what)
      const name = callName(ledger.state, unit)
      const then = failure.isLasting
        ? `It is tried a few times; what mends it comes too late for this run: fixpoint cancel ${name}, commit it, and run it again.`
        : 'The run goes on by itself after that.'
      say(`A person must mend this: ${what} (${name}). ${then}`)
      if (otherDriver(ledger.state) === undefined && told.size === 1)
        say('Nothing is lost if you end it with Ctrl-C meanwhile: fixpoint run goes on from there.')
    }
  })
}
