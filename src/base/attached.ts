// Runs a program that talks to the person at the terminal, and waits until they leave it. Captures nothing and judges nothing.

import { spawn } from 'node:child_process'
import { refuse } from './diagnostic.ts'

export interface AttachedProgram {
  /** A line for the shell. */
  readonly command: string
  readonly cwd: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Its exit code; an interrupt is for the program, and this one goes on. */
export async function runAttached(
  { command, cwd, environment }: AttachedProgram,
  stdio: 'inherit' | 'ignore',
): Promise<number> {
  const ignore = () => undefined
  process.on('SIGINT', ignore)
  try {
    const child = spawn(command, { cwd, env: environment, shell: true, stdio })
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)))
    })
  } catch (cause) {
    return refuse('open/program', `${command} cannot be started`, {
      fix: 'name another with --editor',
      cause,
    })
  } finally {
    process.off('SIGINT', ignore)
  }
}
