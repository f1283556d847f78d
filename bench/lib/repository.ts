// A repository of many small sources for a benchmark, made in one go.

import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const environment = { PATH: process.env.PATH, HOME: tmpdir() }

/** One commit of small sources, twenty in a folder, and nothing in the checkout. Answers its folder. */
export function makeRepository(home: string, files: number): string {
  const root = join(home, 'project')
  mkdirSync(root)
  const git = (words: readonly string[], input = '') =>
    execFileSync('git', words, { cwd: root, env: environment, input })
  git(['init', '--quiet', '--initial-branch', 'main'])
  git(['fast-import', '--quiet'], history(files))
  git(['repack', '-adq'])
  return root
}

function history(files: number): string {
  const blobs = Array.from({ length: files }, (_, at) => {
    const text = `export const value${at} = ${at}\n`.repeat(40)
    return `M 644 inline src/part${Math.floor(at / 20)}/file${at}.ts\ndata ${text.length}\n${text}\n`
  })
  return `commit refs/heads/main\ncommitter B <b@example.org> 1 +0000\ndata 5\nStart\n${blobs.join('')}`
}
