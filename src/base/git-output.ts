// What the git program prints, as bytes and without waiting for one question before asking the next.
// Output is bounded; whatever goes wrong is a diagnostic that names the command.

import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Diagnostic, error } from './diagnostic.ts'

/** Bytes of output that are kept: the index of a million files fits. */
const MOST_OUTPUT = 512 * 1024 * 1024

export type GitOutput = { readonly bytes: Buffer } | { readonly problem: Diagnostic }

/** Runs `git` with these words in a folder. Never takes optional locks, so that it changes nothing of the repository. */
export function readGit(folder: string, words: readonly string[]): Promise<GitOutput> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let sizeBytes = 0
    let complaint = ''
    const git = spawn('git', ['--no-optional-locks', ...words], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    git.stdout.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length
      if (sizeBytes > MOST_OUTPUT) git.kill()
      else chunks.push(chunk)
    })
    git.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 2_000) complaint += chunk.toString()
    })
    git.on('error', cause => resolve({ problem: absent(cause, folder) }))
    git.on('close', code => {
      if (sizeBytes > MOST_OUTPUT) resolve({ problem: tooMuch(words) })
      else if (code !== 0) resolve({ problem: failed(words, complaint, code) })
      else resolve({ bytes: Buffer.concat(chunks, sizeBytes) })
    })
  })
}

/** Where git, which is given our own environment, looks for what holds in all repositories of a person. */
export function gitSettings(): string {
  const { XDG_CONFIG_HOME } = process.env
  return join(XDG_CONFIG_HOME || join(homedir(), '.config'), 'git')
}

const command = (words: readonly string[]) => `git ${words.join(' ')}`

function absent(cause: Error, folder: string): Diagnostic {
  const isProgram = (cause as NodeJS.ErrnoException).syscall?.startsWith('spawn') ?? false
  return error('git/absent', `git cannot be run in ${folder}: ${cause.message}`, {
    fix: isProgram ? 'install git 2.38 or later, or check that the folder exists' : undefined,
  })
}

function failed(words: readonly string[], complaint: string, code: number | null): Diagnostic {
  const reason = complaint.trim().split('\n')[0] || `exit code ${code}`
  const owned = /safe\.directory (\S+)/.exec(complaint)?.[1]
  return error('git/failed', `${command(words)}: ${reason}`, {
    fix:
      owned === undefined
        ? 'run the command yourself to see the whole message'
        : `if you trust it: git config --global --add safe.directory ${owned}`,
  })
}

function tooMuch(words: readonly string[]): Diagnostic {
  return error('git/too-much', `${command(words)} printed more than ${MOST_OUTPUT} bytes`, {
    fix: 'analyse a subfolder instead',
  })
}
