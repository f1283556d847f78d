// Processes that somebody who worked in a workspace by hand left behind: they stand in it, or carry its mark in their environment. Named for
// whoever left them; ends none, for they may be meant.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { WORKSPACE_VARIABLE } from './environment.ts'
import { occupantsOf, processIds } from './occupants.ts'

export interface LeftRunning {
  readonly pid: number
  /** Its command line, as far as it fits a line. */
  readonly command: string
}

const MOST_LETTERS = 80

/** Where there is no /proc, nobody tells where a process stands: there it is known by the mark alone. */
export function leftRunning(folder: string): readonly LeftRunning[] {
  const found = process.platform === 'linux' ? inProc(folder) : inPs(folder)
  return found
    .filter(({ pid }) => pid !== process.pid)
    .map(({ pid, command }) => ({ pid, command: command.slice(0, MOST_LETTERS).trim() }))
}

function inProc(folder: string): readonly LeftRunning[] {
  const here = new Set(occupantsOf(folder))
  return processIds()
    .filter(pid => here.has(pid) || marksOf(pid).includes(`${WORKSPACE_VARIABLE}=${folder}`))
    .flatMap(pid => {
      // A zombie has no command line: it runs no more.
      const command = fieldsOf(pid, 'cmdline').join(' ').trim()
      return command === '' ? [] : [{ pid, command }]
    })
}

const marksOf = (pid: number) => fieldsOf(pid, 'environ')

function fieldsOf(pid: number, name: 'cmdline' | 'environ'): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').split('\0')
  } catch {
    return [] // it ended meanwhile, or belongs to somebody else
  }
}

/** The environment stands behind the command, parted by blanks. */
function inPs(folder: string): readonly LeftRunning[] {
  const { stdout } = spawnSync('ps', ['-A', '-E', '-ww', '-o', 'pid=,command='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 5_000,
  })
  const mark = ` ${WORKSPACE_VARIABLE}=${folder}`
  return (stdout ?? '').split('\n').flatMap(line => {
    const [, pid, rest] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    if (pid === undefined || !`${rest} `.includes(`${mark} `)) return []
    return [{ pid: Number(pid), command: rest!.split(/ [A-Za-z_]\w*=/, 1)[0]! }]
  })
}
