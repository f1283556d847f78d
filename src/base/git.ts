// The git program, asked one question at a time. Never a library: what git answers is what git does.

import { spawnSync } from 'node:child_process'

export interface GitAnswer {
  readonly isOk: boolean
  /** Without the newline at the end. */
  readonly text: string
}

/** Undefined where there is no git program. */
export function askGit(folder: string, ...words: readonly string[]): GitAnswer | undefined {
  const { status, stdout, error } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' })
  return error ? undefined : { isOk: status === 0, text: stdout.trimEnd() }
}

export function isRepository(folder: string): boolean {
  return askGit(folder, 'rev-parse', '--git-dir')?.isOk ?? false
}
