// A bare repository has no checkout: no config to read, no files for workspaces to carry, no branch that a person stands on.

import { type Diagnostic, DiagnosticError, error } from '../base/diagnostic.ts'
import { askGit } from '../base/git.ts'

export const isBare = (folder: string): boolean =>
  askGit(folder, 'rev-parse', '--is-bare-repository')?.text === 'true'

export const bareProblem = (folder: string): Diagnostic =>
  error('repository/bare', `${folder} is a bare repository: it has no checkout to read`, {
    fix: `clone it and work there: git clone ${folder}; git push brings back what landed`,
  })

/** Before anything else is said: without a checkout every other complaint would mislead. */
export function refuseBare(folder: string): void {
  if (isBare(folder)) throw new DiagnosticError([bareProblem(folder)])
}
