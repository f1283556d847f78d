// Starts a program as the leader of a group of its own. Why it could not be started is a value with what to do about it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Diagnostic, error } from './diagnostic.ts'
import { type ExitStatus, exitStatus } from './exit-status.ts'
import { findProgram } from './find-program.ts'
import type { OutputStreams } from './output-pump.ts'
import { isFolderAt } from './path-kind.ts'
import { CONTAINER_VARIABLE } from './process-table.ts'

interface Command {
  readonly command: string | readonly string[]
  readonly cwd: string
  readonly environment: Readonly<Record<string, string>>
}

interface Circumstances extends Omit<Command, 'command'> {
  readonly stdin?: string | Uint8Array
  readonly container: string
  /** Becomes TMPDIR. */
  readonly folder: string
}

export type ProgramLine = { readonly words: readonly string[] } | { readonly problem: Diagnostic }

/** What can be known before the start is told before the start: a launcher would only say that its shell found nothing. */
export function programLine({ command, cwd, environment }: Command): ProgramLine {
  if (!isFolderAt(cwd))
    return { problem: error('process/folder', `there is no folder ${cwd}`, { fix: 'create it' }) }
  if (typeof command === 'string') return { words: ['/bin/sh', '-c', command] }
  const [name = '', ...rest] = command
  const { path, problem } = findProgram(name, { searchPath: environment.PATH, cwd })
  return path === undefined ? { problem } : { words: [path, ...rest] }
}

export interface Started {
  readonly pid: number
  readonly streams: OutputStreams
  readonly exited: Promise<ExitStatus>
}

/** A group and a session of its own, with the container's marker and folder in its environment. */
export async function startProcess(
  [program, ...rest]: readonly string[],
  { cwd, environment, stdin, container, folder }: Circumstances,
): Promise<Started | { readonly problem: Diagnostic }> {
  const outer = process.env[CONTAINER_VARIABLE]
  const marker = { [CONTAINER_VARIABLE]: outer ? `${outer}/${container}` : container }
  try {
    const child = spawn(program!, rest, {
      cwd,
      env: { ...environment, TMPDIR: folder, ...marker },
      detached: true,
      stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
    const exited = new Promise<ExitStatus>(resolve =>
      child.once('exit', (code, signal) => resolve(exitStatus(code, signal))),
    )
    // A command need not read what it is given; then the pipe breaks and nothing is wrong.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(stdin)
    await once(child, 'spawn')
    return { pid: child.pid!, streams: { stdout: child.stdout!, stderr: child.stderr! }, exited }
  } catch (cause) {
    return { problem: startProblem(program!, cause as NodeJS.ErrnoException) }
  }
}

const startFixes: Readonly<Record<string, string>> = {
  ENOENT: 'its first line names an interpreter that is not there',
  EACCES: 'check its mode and its folders',
  E2BIG: 'shorten the command line or the environment',
  EAGAIN: 'too many processes: raise the limit (ulimit -u) or run fewer at once',
  EMFILE: 'too many open files: raise the limit (ulimit -n)',
  ENOMEM: 'free some memory',
}

function startProblem(program: string, { code, message }: NodeJS.ErrnoException): Diagnostic {
  return error('process/start', `cannot start ${program}: ${message}`, {
    fix: startFixes[code ?? ''],
  })
}
