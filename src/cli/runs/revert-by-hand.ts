// The command by which a person takes commits out of a branch with git, as it is typed in its checkout. git revert writes over files that it
// ignores, and has no word against it: what is in the way is moved aside first.

import type { ByHand } from '../../engine/revert.ts'
import type { Run } from '../../kernel/model.ts'
import type { Environment } from '../../workspace/git.ts'
import {
  changesBetween,
  type LinesNow,
  linesNow,
  unsavedBeside,
  type Written,
} from './lines-now.ts'
import { aside } from './take-commands.ts'

/** `run` names the branch, as its target. */
export const revertByHand =
  (root: string, environment: Environment): ByHand =>
  async (run, commits) => {
    const now = await linesNow(root, environment, [run])
    const target = run.policy.target!
    const found = now.targets.get(target)!
    const { ignored } = await unsavedBeside(now, found, await writtenBy(now, run, commits))
    const revert = `git revert --no-edit ${commits.map(each => each.slice(0, 10)).join(' ')}`
    return `on ${target}: ${[...aside(found, ignored), revert].join(' && ')}`
  }

/** What the commits took away and the branch does not have comes back. */
async function writtenBy(
  now: LinesNow,
  { policy }: Pick<Run, 'policy'>,
  commits: readonly string[],
): Promise<Written> {
  const written = new Map<string, string>()
  for (const each of commits)
    for (const [path, how] of await changesBetween(now, each, `${each}^`)) written.set(path, how)
  const words = ['ls-tree', '-r', '--full-tree', '--name-only', '-z']
  const there = (await now.ask(...words, `refs/heads/${policy.target}`)) ?? ''
  for (const path of there.split('\0')) if (written.get(path) === 'A') written.delete(path)
  return written
}
