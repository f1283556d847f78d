// Whether the program that a command begins with is certainly not there, which can be said before anything starts. What only a workspace or a
// shell at work could tell (a path inside of the project, a line that branches, a relative PATH) is never called absent.

import { spawnSync } from 'node:child_process'
import { delimiter, isAbsolute } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { findProgram } from '../../base/find-program.ts'
import { commandsIn, type Word } from './shell-line.ts'
import { behindWrapper } from './wrappers.ts'

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
  for (const name of programsNamed(command)) {
    if (!isOutside(name, searchPath)) continue
    const { problem } = findProgram(name, { searchPath, cwd })
    if (problem && !(isLine && isKnownToShell(name, searchPath))) return problem
  }
  return undefined
}

/**
 * The words that name the programs which a command starts with and cannot do without, the one that starts another before it; none where only
 * a shell could tell.
 */
const programsNamed = (command: string | readonly string[]): readonly string[] =>
  typeof command === 'string' ? chained(firstOfLine(command)).filter(isPlain) : chained(command)

/** Those of them that lie in the project. */
export const ownPrograms = (command: string | readonly string[]): readonly string[] =>
  programsNamed(command).filter(each => each.includes('/') && !isAbsolute(each))

function chained(words: readonly Word[]): readonly string[] {
  const [name] = words
  if (name === undefined) return []
  const behind = behindWrapper(words)
  return behind === undefined ? [name] : [name, ...chained(behind)]
}

/** Nothing that happens in a workspace changes what it means. */
const isOutside = (name: string, searchPath: string | undefined) =>
  isAbsolute(name) ||
  (!name.includes('/') && (searchPath?.split(delimiter).every(each => isAbsolute(each)) ?? false))

const joins = /&&|\d*[<>]&[\d-]/g
/** Behind these a program that is not there may be no fault of the line. */
const branches = /[;|&()\n`]/

/** The words of what the line cannot do without. */
function firstOfLine(line: string): readonly Word[] {
  if (branches.test(line.trim().replaceAll(joins, ' '))) return []
  const words = commandsIn(line)[0] ?? []
  return words.slice(words.findIndex(each => each === undefined || !/^(?!PATH=)\w+=/.test(each)))
}

const isPlain = (name: string) => /^[\w./+][\w./+-]*$/.test(name)

/** Its own words are nowhere on PATH. */
const isKnownToShell = (name: string, searchPath: string | undefined) =>
  spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], {
    env: { PATH: searchPath },
    stdio: 'ignore',
  }).status === 0
