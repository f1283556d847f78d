// Which program of the project a check could not be started with, asked once it was not: such a program belongs to the tree, so neither
// waiting nor the machine brings it. Looks at files; starts nothing.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { findProgram } from '../../base/find-program.ts'
import { shellWord } from '../../base/shell-word.ts'
import { NO_COMMAND, NO_PROGRAM } from '../verdict.ts'
import { ownPrograms } from './absent.ts'

export const NOT_IN_TREE = 'checks/program-absent'

const ofStarting: ReadonlySet<string> = new Set([
  'process/missing-program',
  'process/not-executable',
  NO_COMMAND,
  NO_PROGRAM,
])

/** The trouble of a check that was run in `root`, told by the program of the tree where that is the reason. */
export function namingOwnProgram(
  problem: Diagnostic,
  command: string | readonly string[],
  root: string,
): Diagnostic {
  if (!ofStarting.has(problem.code)) return problem
  for (const name of ownPrograms(command)) {
    const found = findProgram(name, { searchPath: undefined, cwd: root }).problem
    if (found) return found.code === 'process/not-executable' ? plain(name) : absent(name)
  }
  return problem
}

const absent = (name: string) =>
  error(NOT_IN_TREE, `its program ${name} is not there`, {
    fix: `write ${name}, or name another program in the config`,
  })

const plain = (name: string) =>
  error(NOT_IN_TREE, `its program ${name} is not executable`, {
    fix: `chmod +x ${shellWord(name)}`,
  })
