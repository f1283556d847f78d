// What stands on a line since a tip that is known, and the units that its commits name. Follows first parents only: what a merge brought
// along was made elsewhere, and may name units of another line. Reads only.

import { byteNames, type Git, readable, runGit } from './git.ts'
import { UNIT_TRAILER } from './message.ts'

export interface LineCommit {
  readonly commit: string
  /** The units whose landing it says it is; a landing names one. */
  readonly units: readonly string[]
}

/** Oldest first; undefined where the line does not go on from `from`. */
export async function lineCommits(
  git: Git,
  from: string,
  tip: string,
): Promise<readonly LineCommit[] | undefined> {
  const format = `--format=%H %P%n%(trailers:key=${UNIT_TRAILER},valueonly)`
  const words = ['log', '-z', '--reverse', '--first-parent', format, tip, `^${from}`, '--']
  const { stdout } = await runGit(git, words)
  const commits = byteNames(stdout).map(each => readCommit(readable(each)))
  return commits[0]?.parent === from ? commits : undefined
}

function readCommit(text: string) {
  const [ids = '', ...units] = text.split('\n')
  const [commit = '', parent] = ids.split(' ')
  return { commit, parent, units: units.filter(Boolean) }
}
