// Which processes run on this machine: who started whom, in which group, and under which container's marker. Only reads; where
// there is no /proc it asks `ps`.

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** The variable by which processes of a container are known wherever they went. Nested containers are joined by `/`. */
export const CONTAINER_VARIABLE = 'FIXPOINT_CONTAINER'

export interface ProcessRow {
  readonly pid: number
  readonly parent: number
  readonly group: number
  /** Ids of the containers that the process was started in, outermost first. */
  readonly containers: readonly string[]
}

/** Processes that end while they are read are left out, and so are zombies: they run no more. */
export function readProcessTable(): readonly ProcessRow[] {
  return process.platform === 'linux' ? readProc() : readPs()
}

function readProc(): ProcessRow[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => readProcess(Number(name)) ?? [])
}

function readProcess(pid: number): ProcessRow | undefined {
  const stat = readIfAny(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The name stands in brackets and may hold brackets and spaces itself.
  const [state, parent, group] = stat.slice(stat.lastIndexOf(') ') + 2).split(' ')
  if (state === 'Z' || state === 'X') return undefined
  const containers = markedContainers(readIfAny(`/proc/${pid}/environ`) ?? '', '\0')
  return { pid, parent: Number(parent), group: Number(group), containers }
}

/** Undefined for a process that ended or that belongs to somebody else. */
function readIfAny(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return undefined // ended meanwhile, or another user's: nothing that we could stop
  }
}

const PS_ARGUMENTS = ['-A', '-E', '-ww', '-o', 'pid=,ppid=,pgid=,stat=,command=']

function readPs(): ProcessRow[] {
  const { stdout } = spawnSync('ps', PS_ARGUMENTS, {
    encoding: 'latin1',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 5_000,
  })
  return decodePs(stdout ?? '')
}

/** Rows of `pid ppid pgid stat command-and-environment`. */
export function decodePs(text: string): ProcessRow[] {
  return text.split('\n').flatMap(line => {
    const [, pid, parent, group, state, rest] =
      /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s?(.*)$/s.exec(line) ?? []
    if (pid === undefined || state!.startsWith('Z')) return []
    const containers = markedContainers(rest!, ' ')
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), containers }]
  })
}

function markedContainers(environment: string, separator: string): readonly string[] {
  const variable = `${CONTAINER_VARIABLE}=`
  const found = environment.split(separator).find(each => each.startsWith(variable))
  return containersIn({ [CONTAINER_VARIABLE]: found?.slice(variable.length) })
}

/** The containers that an environment stands in, outermost first. */
export function containersIn(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return (environment[CONTAINER_VARIABLE] ?? '').split('/').filter(id => id !== '')
}
