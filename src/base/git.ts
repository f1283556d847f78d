// The git program, asked one question at a time. Never a library: what git answers is what git does.

import { spawnSync } from 'node:child_process'

export interface GitAnswer {
  readonly isOk: boolean
  /** Without the newline at the end. */
  readonly text: string
  /** What it said beside its answer. */
  readonly complaint: string
}

/** Of an answer: the names of a million files fit. */
const MOST_BYTES = 1 << 28

/** Undefined where there is no git program. */
export function askGit(folder: string, ...words: readonly string[]): GitAnswer | undefined {
  const { status, stdout, stderr, error } = spawnSync('git', words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
  })
  if (error) return undefined
  return { isOk: status === 0, text: stdout.trimEnd(), complaint: stderr.trimEnd() }
}

/** What git says of a repository that it cannot read; undefined where it reads one, and where there is none. */
export function repositoryTrouble(folder: string): string | undefined {
  const { status, stderr, error } = spawnSync('git', ['rev-parse', '--git-dir'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (error || status === 0 || /not a git repository \(or any /.test(stderr)) return undefined
  return stderr.trim().split('\n')[0]
}

export function isRepository(folder: string): boolean {
  return askGit(folder, 'rev-parse', '--git-dir')?.isOk ?? false
}
