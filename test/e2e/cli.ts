// The front door for tests: a command line in, output and files out. `fixpoint` runs it in this process with a world that is
// the same every time; `program` runs the built program as a user does, in a process of its own.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { runAttached } from '../../src/base/attached.ts'
import { runCommandLine } from '../../src/cli/run.ts'
import type { Sink, World } from '../../src/cli/world.ts'
import { BUILD_FAILED } from './build.ts'
import { NODE, PROGRAM } from './places.ts'

/** What every clock of a test shows unless it is told otherwise. */
export const NOON = '2026-01-27T12:00:00Z'

export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface Circumstances {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Whether stdout and stderr are terminals; only in process. */
  readonly tty?: boolean
  /** A time, or a clock that knows what was said on stderr so far. */
  readonly now?: string | ((told: string) => string)
  readonly user?: string
  /** Somebody interrupts as soon as the program listens for it. */
  readonly isInterrupted?: boolean
  /** Somebody interrupts once they have read this on stderr. */
  readonly interruptAt?: RegExp
}

/** Runs a command line in this process. Ids count from 1: `id-1`, `id-2`. */
export async function fixpoint(
  line: string | readonly string[],
  circumstances: Circumstances,
): Promise<Outcome> {
  const stdout = capture(circumstances.tty ?? false)
  const stderr = capture(circumstances.tty ?? false)
  const exitCode = await runCommandLine(
    wordsOf(line),
    fakeWorld(circumstances, stdout.sink, stderr.sink),
  )
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() }
}

function fakeWorld(
  { cwd, env = {}, now = NOON, user = 'ana', isInterrupted = false, interruptAt }: Circumstances,
  stdout: Sink,
  stderr: Sink,
): World {
  let ids = 0
  let interrupt: (() => void) | undefined
  let told = ''
  const write = async (text: string) => {
    told += text
    await stderr.write(text)
    if (interruptAt?.test(text)) interrupt?.()
  }
  return {
    cwd,
    environment: { FIXPOINT_CACHE_DIR: join(cwd, '../cache'), ...env },
    user,
    stdout,
    stderr: { ...stderr, write },
    now: () => (typeof now === 'string' ? now : now(told)),
    attach: program => runAttached(program, 'ignore'),
    newId: () => `id-${++ids}`,
    onInterrupt: listener => {
      if (isInterrupted) listener()
      interrupt = listener
      return () => {
        interrupt = undefined
      }
    },
    exit: code => {
      throw new Error(`a test in process ends the process with ${code}`)
    },
  }
}

function capture(isTTY: boolean) {
  const parts: (string | Uint8Array)[] = []
  const sink: Sink = {
    isTTY,
    columns: 80,
    rows: 24,
    write: async text => void parts.push(text),
    raw: async text => void parts.push(text),
    onResize: () => () => undefined,
  }
  return { sink, text: () => Buffer.concat(parts.map(each => Buffer.from(each))).toString() }
}

export interface ProgramCircumstances {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly stdin?: string
  /** Options for Node itself, before the program. */
  readonly nodeOptions?: readonly string[]
}

/** Runs the built program in a process of its own. The environment is only what is given here and what a process needs. */
export function program(
  line: string | readonly string[],
  { cwd, env = {}, stdin = '', nodeOptions = [] }: ProgramCircumstances,
): Promise<Outcome> {
  if (process.env[BUILD_FAILED]) throw new Error('dist/ cannot be built: run npm run build')
  const child = spawn(NODE, [...nodeOptions, PROGRAM, ...wordsOf(line)], {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: join(cwd, '../home'),
      FIXPOINT_CACHE_DIR: join(cwd, '../cache'),
      ...env,
    },
  })
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  // A program that does not read its input may be gone before all of it is written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) =>
      resolve({
        exitCode: code ?? (signal === 'SIGINT' ? 130 : 137),
        stdout: stdout(),
        stderr: stderr(),
      }),
    )
  })
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  return () => Buffer.concat(parts).toString()
}

/** Splits a line as a shell does, quotes included, so that documented invocations can be run as they are printed. */
export function wordsOf(line: string | readonly string[]): readonly string[] {
  if (typeof line !== 'string') return line
  const words = line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)
  return [...words].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'))
}
