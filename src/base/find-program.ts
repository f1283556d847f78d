// Where a program lies, as execvp would find it, and why not when it does not.

import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join, resolve } from 'node:path'
import { type Diagnostic, error } from './diagnostic.ts'
import { isFileAt } from './path-kind.ts'

export type FoundProgram =
  | { readonly path: string; readonly problem?: never }
  | { readonly path?: never; readonly problem: Diagnostic }

/** `searchPath` is the PATH to look in; a name with a slash is taken relative to `cwd`. */
export function findProgram(
  name: string,
  { searchPath, cwd }: { readonly searchPath: string | undefined; readonly cwd: string },
): FoundProgram {
  const candidates = name.includes('/')
    ? [resolve(cwd, name)]
    : (searchPath ?? '').split(delimiter).map(folder => join(resolve(cwd, folder || '.'), name))
  const files = name === '' ? [] : candidates.filter(isFileAt)
  const path = files.find(isExecutable)
  if (path !== undefined) return { path }
  return { problem: files[0] === undefined ? missing(name) : notExecutable(files[0]) }
}

function missing(name: string): Diagnostic {
  const isPath = isAbsolute(name) || name.includes('/')
  const message = isPath ? `there is no program ${name}` : `program "${name}" is not on PATH`
  const fix = isPath ? 'check the path' : `install ${name || 'it'}, or name it by its path`
  return error('process/missing-program', message, { fix })
}

function notExecutable(path: string): Diagnostic {
  return error('process/not-executable', `${path} is not executable`, { fix: `chmod +x ${path}` })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // the mode says no, which is the answer
  }
}
