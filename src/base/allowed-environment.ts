// What of our environment a contained process may see: a short list, and what its recipe names. Fixpoint's own keys never pass.

import { sortedBy } from './order.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What programs need to find each other and to print text; nothing that holds a secret. */
const always = ['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'LC_*', 'TZ', 'CI']

export const isOwnVariable = (name: string) => name.startsWith('FIXPOINT_')

/** `names` adds to the list; `NAME*` stands for all that begin so. Sorted by name. */
export function allowedEnvironment(
  environment: Environment,
  names: readonly string[] = [],
): Readonly<Record<string, string>> {
  const patterns = [...always, ...names]
  const entries = Object.entries(environment).flatMap(([name, value]): [string, string][] =>
    value !== undefined && !isOwnVariable(name) && patterns.some(each => fits(name, each))
      ? [[name, value]]
      : [],
  )
  return Object.fromEntries(sortedBy(entries, ([name]) => name))
}

function fits(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}
