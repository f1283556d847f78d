// Whether the program that a command begins with is certainly not there, which can be said before anything starts. What only a workspace or a
// shell at work could tell (a path inside of the project, a line that branches, a relative PATH) is never called absent.

import { spawnSync } from 'node:child_process'
import { delimiter, isAbsolute } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { findProgram } from '../../base/find-program.ts'
import { commandsIn } from './shell-line.ts'

export interface Surroundings {
  /** The PATH that the command would see. */
  readonly searchPath: string | undefined
  readonly cwd: string
}

export function absentProgram(
  command: string | readonly string[],
  { searchPath, cwd }: Surroundings,
): Diagnostic | undefined {
  const isLine = typeof command === 'string'
  const name = programNamed(command)
  if (name === undefined || !isOutside(name, searchPath)) return undefined
  const { problem } = findProgram(name, { searchPath, cwd })
  return problem && isLine && isKnownToShell(name, searchPath) ? undefined : problem
}

/** The word that names the program which a command starts with and cannot do without; undefined where only a shell could tell. */
export const programNamed = (command: string | readonly string[]): string | undefined =>
  typeof command === 'string' ? firstOfLine(command) : command[0]

/** Nothing that happens in a workspace changes what it means. */
const isOutside = (name: string, searchPath: string | undefined) =>
  isAbsolute(name) ||
  (!name.includes('/') && (searchPath?.split(delimiter).every(each => isAbsolute(each)) ?? false))

const joins = /&&|\d*[<>]&[\d-]/g
/** Behind these a program that is not there may be no fault of the line. */
const branches = /[;|&()\n`]/

/** What the line cannot do without. */
function firstOfLine(line: string): string | undefined {
  if (branches.test(line.trim().replaceAll(joins, ' '))) return undefined
  const words = commandsIn(line)[0] ?? []
  const name = words.find(each => each === undefined || !/^(?!PATH=)\w+=/.test(each))
  return name !== undefined && /^[\w./+][\w./+-]*$/.test(name) ? name : undefined
}

/** Its own words are nowhere on PATH. */
const isKnownToShell = (name: string, searchPath: string | undefined) =>
  spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], {
    env: { PATH: searchPath },
    stdio: 'ignore',
  }).status === 0
