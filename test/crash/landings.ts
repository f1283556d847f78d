// What stands on the line of the run, and whether the branch that a person wanted moved stands there too.

import type { Place } from './place.ts'
import type { Scenario } from './scenario.ts'

export const LINE = 'refs/heads/fixpoint/r1'

/** Nothing, twice, or what nobody asked for. */
export function landingFaults({ git }: Place, scenario: Scenario): string[] {
  const words = ['log', '--format=%(trailers:key=Fixpoint-Unit,valueonly)', LINE, '--']
  const text = tipOf(git, LINE) === '' ? '' : git(...words)
  const landed = text.split('\n').filter(Boolean).sort()
  const wanted = scenario.landed.map(each => `r1/${each}`).sort()
  return landed.join() === wanted.join() ? [] : [`landed: ${landed.join(', ')}`]
}

export function deliveryFaults({ git }: Place, { target }: Scenario): string[] {
  if (target === undefined) return []
  const [at, line] = [tipOf(git, `refs/heads/${target}`), tipOf(git, LINE)]
  return at === line ? [] : [`${target} is at ${at}, and the line at ${line}`]
}

/** Empty where there is no such ref. */
const tipOf = (git: Place['git'], ref: string) =>
  git('for-each-ref', '--format=%(objectname)', ref).trim()
