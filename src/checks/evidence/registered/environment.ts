// The environment variables that a file really reads: one that it asks a function of another file for counts where that function
// reads what it is given the name of.

import type { Codebase } from '../../../code/codebase.ts'
import type { Variable } from '../../../code/model.ts'
import { isTestFile } from '../../../code/test-files.ts'

export type EnvironmentOf = (path: string) => readonly Variable[]

export function readEnvironment(codebase: Codebase): EnvironmentOf {
  const known = new Map<string, boolean>()
  const isReader = (name: string) => {
    const found =
      known.get(name) ??
      codebase
        .declaring(name)
        .some(path => !isTestFile(path) && codebase.depth(path).environmentReaders.includes(name))
    known.set(name, found)
    return found
  }
  return path =>
    codebase.depth(path).environment.filter(({ by }) => by === undefined || isReader(by))
}
