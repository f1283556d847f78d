// How a contained process is started on this machine: in a process namespace of its own where that is allowed, else in a process
// group of its own. What the machine allows is tried once, never assumed.

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findProgram } from './find-program.ts'

/**
 * `pid-namespace`: the kernel kills every process of it when its first process ends or when we die, SIGKILL included.
 * `process-group`: we kill what we find by group, parent and marker; after our own SIGKILL the next start does it.
 */
export type ContainmentTier = 'pid-namespace' | 'process-group'

export interface Launcher {
  readonly tier: ContainmentTier
  /** `unshare`, `unshare --user`, `bwrap` or `none`. */
  readonly name: string
  /** The command line that starts `command` contained. */
  readonly wrap: (command: readonly string[]) => readonly string[]
}

export const plainLauncher: Launcher = {
  tier: 'process-group',
  name: 'none',
  wrap: command => command,
}

/**
 * The shell stays as the namespace's first process: it collects orphans, and its child keeps the usual meaning of signals, which a
 * first process does not have. A death by signal therefore arrives as 128 + signal; what the shell itself says of it is not output.
 */
const FIRST_PROCESS = [
  '/bin/sh',
  '-c',
  'exec 3>&2 2>/dev/null; (exec "$@" 2>&3 3>&-); exit $?',
  'sh',
]

type Recipe = readonly [name: string, line: readonly string[]]

/** In the order of preference. `setpriv` ties unshare's life to ours; bwrap does that itself. */
const unshare = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc']
const dieWithUs = ['setpriv', '--pdeathsig', 'KILL', '--']
const recipes: readonly Recipe[] = [
  ['unshare', [...dieWithUs, ...unshare, '--', ...FIRST_PROCESS]],
  [
    'unshare --user',
    [...dieWithUs, ...unshare, '--user', '--map-current-user', '--', ...FIRST_PROCESS],
  ],
  [
    'bwrap',
    [
      'bwrap',
      '--dev-bind',
      '/',
      '/',
      '--proc',
      '/proc',
      '--unshare-pid',
      '--die-with-parent',
      '--',
    ],
  ],
]

let known: Promise<Launcher> | undefined

/** The best launcher of this machine; asked once per process. */
export function bestLauncher(): Promise<Launcher> {
  known ??= findLauncher(process.env.PATH)
  return known
}

/** The best launcher that the programs of a search path make up. */
export async function findLauncher(searchPath: string | undefined): Promise<Launcher> {
  if (process.platform !== 'linux') return plainLauncher
  for (const [name, line] of recipes) {
    const resolved = resolvePrograms(line, searchPath)
    if (resolved && (await works(resolved)))
      return { tier: 'pid-namespace', name, wrap: command => [...resolved, ...command] }
  }
  return plainLauncher
}

const programs = new Set(['setpriv', 'unshare', 'bwrap'])

/** By full path, because the contained command has a PATH of its own. */
function resolvePrograms(
  line: readonly string[],
  searchPath: string | undefined,
): readonly string[] | undefined {
  const words = line.map(word =>
    programs.has(word) ? findProgram(word, { searchPath, cwd: '/' }).path : word,
  )
  return words.every(word => word !== undefined) ? words : undefined
}

const PROBE_LIMIT_MS = 5_000

/** Works when a shell inside is not the process that it is outside, and its exit code comes through. */
async function works(line: readonly string[]): Promise<boolean> {
  const [program, ...rest] = [...line, '/bin/sh', '-c', 'readlink /proc/self/ns/pid; exit 42']
  const outside = await run('/bin/sh', ['-c', 'readlink /proc/self/ns/pid'])
  const inside = await run(program!, rest)
  return inside.code === 42 && inside.stdout !== '' && inside.stdout !== outside.stdout
}

async function run(program: string, rest: readonly string[]) {
  try {
    const { stdout } = await promisify(execFile)(program, rest, { timeout: PROBE_LIMIT_MS })
    return { code: 0, stdout }
  } catch (cause) {
    const { code, stdout } = cause as { code?: number | string; stdout?: string }
    return { code, stdout: stdout ?? '' }
  }
}
