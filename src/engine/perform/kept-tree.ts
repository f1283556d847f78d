// Lays what an earlier attempt has kept over a fresh workspace, merged onto its base in memory. Where the two do not go together the
// workspace stays fresh: nothing that landed since is ever undone. A journal that came from another clone came without what was kept there.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildCandidate } from '../../workspace/candidate.ts'
import { runGit } from '../../workspace/git.ts'
import type { Workspace } from '../../workspace/pool.ts'
import { type House, personOf, secondsOf } from '../house.ts'
import { changesBetween } from './changes-between.ts'

export async function layKeptTree(
  house: House,
  workspace: Workspace,
  kept: string,
): Promise<'laid' | 'fresh' | 'absent'> {
  if ((await house.repository.objects.info(kept)) === undefined) return 'absent'
  const tree = await mergedTree(house, workspace.base, kept)
  if (tree === undefined) return 'fresh'
  await writeFiles(workspace, tree)
  const changes = await changesBetween(house.repository, workspace.baseTree, tree)
  for (const { kind, path, oldPath } of changes) {
    if (kind === 'deleted') rmSync(join(workspace.path, path), { force: true })
    if (oldPath !== undefined) rmSync(join(workspace.path, oldPath), { force: true })
  }
  return 'laid'
}

async function mergedTree(
  { repository, manners, now }: House,
  onto: string,
  kept: string,
): Promise<string | undefined> {
  const person = personOf(manners)
  const merged = await buildCandidate(repository, {
    onto,
    attempt: kept,
    message: 'What an attempt has kept\n',
    author: person,
    committer: person,
    atSeconds: secondsOf(now()),
  })
  return merged.kind === 'candidate' ? merged.candidate.tree : undefined
}

/** By an index of its own: the workspace's own one stays at the base, so that everything laid here counts as changed. */
async function writeFiles({ slot }: Workspace, tree: string): Promise<void> {
  const index = join(slot.git.directory, `kept-${process.pid}.index`)
  const variables = { GIT_INDEX_FILE: index }
  try {
    await runGit(slot.git, ['read-tree', tree], { variables })
    await runGit(slot.git, ['checkout-index', '--all', '--force'], { variables })
  } finally {
    rmSync(index, { force: true })
  }
}
