// The built program as a process of a case: started with the points, killed at a moment, started again until its run is complete.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { NODE, PROGRAM } from '../e2e/places.ts'
import { landingFaults } from './landings.ts'
import type { Place } from './place.ts'
import type { Scenario } from './scenario.ts'

const POINTS = join(import.meta.dirname, 'points.js')

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Engine {
  readonly kill: (signal: NodeJS.Signals) => void
  /** What it has told until now. */
  readonly told: () => string
  readonly ended: Promise<Ended>
}

export function startEngine(
  { home, root }: Place,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Engine {
  const child = spawn(NODE, ['--import', POINTS, PROGRAM, ...words], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: join(home, 'home'),
      TMPDIR: join(home, 'tmp'),
      FIXPOINT_CACHE_DIR: join(home, 'cache'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = [child.stdout, child.stderr].map(stream => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    return () => Buffer.concat(parts).toString()
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout: stdout!(), stderr: stderr!() }),
    )
  })
  return { kill: signal => void child.kill(signal), told: () => stderr!(), ended }
}

const NOTHING_OPEN = 64

/** As a person would: goes on with what is open; where nothing is, looks whether what they wanted is there, and else says it again. */
export async function finish(place: Place, scenario: Scenario): Promise<Ended> {
  const again = await startEngine(place, ['run']).ended
  if (again.code !== NOTHING_OPEN) return again
  const isThere = landingFaults(place, scenario).length === 0
  return isThere ? { ...again, code: scenario.code } : startEngine(place, scenario.command).ended
}
