// What units that landed made of their own checks, for whoever looks at a unit or at the end of a run: granted, and worth a look. Reads only.

import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import type { ReadText } from '../../checks/program/program.ts'
import { type Rewritten, rewrittenBy } from '../../checks/program/rewritten.ts'
import { type House, orderOf } from '../../engine/house.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { allChecks, textsIn } from '../../engine/perform/rewritten.ts'
import { fromProject, fromTop } from '../../engine/project-folder.ts'
import { type Artifacts, openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Unit } from '../../kernel/model.ts'
import { isComputed } from '../../kernel/unit.ts'
import { byteNames, type Git, readable, runGit, runGitAsUser } from '../../workspace/git.ts'
import type { World } from '../world.ts'

interface Place {
  readonly git: Git
  /** Where the project lies below the top of its repository. */
  readonly folder: string
  readonly artifacts: Artifacts
  readonly textsAt: (commit: string) => ReadText
}

/** For a command that drives nothing; nothing where git knows no repository here. */
export async function rewritesOf(
  root: string,
  unit: Unit,
  { environment }: World,
): Promise<readonly Rewritten[]> {
  if (unit.commit === null || isComputed(unit)) return []
  const words = ['rev-parse', '--path-format=absolute', '--git-common-dir', '--show-toplevel']
  const accepts = [0, 128]
  const found = await runGitAsUser('git', root, environment, words, { accepts })
  if (found.code !== 0) return []
  const [directory = '', top = ''] = found.stdout.toString().split('\n')
  const folder = relative(top, realpathSync(root)).replaceAll('\\', '/')
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const place = { git: { program: 'git', directory, environment }, folder }
  return landedRewrites({ ...place, artifacts, textsAt: commit => textsAt(place, commit) }, unit)
}

export interface UnitRewrite extends Rewritten {
  readonly unit: string
}

/** Of all units of a run. */
export async function rewritesOfAll(
  house: House,
  units: readonly Unit[],
): Promise<readonly UnitRewrite[]> {
  const { git } = house.repository
  const place = { ...house, git, textsAt: (commit: string) => textsIn(house, commit) }
  const found: UnitRewrite[] = []
  for (const unit of units)
    for (const each of await landedRewrites(place, unit))
      found.push({ unit: unit.spec.name, ...each })
  return found
}

/** Nobody asks what git alone computed; and a commit that is not here any more tells nothing. */
async function landedRewrites(place: Place, unit: Unit): Promise<readonly Rewritten[]> {
  const { commit } = unit
  if (commit === null || isComputed(unit)) return []
  const checks = allChecks(orderOf(place, unit))
  if (checks.length === 0) return []
  const words = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', `${commit}^`, commit]
  const { code, stdout } = await runGit(place.git, words, { accepts: [0, 128] })
  if (code !== 0) return []
  const changed = byteNames(stdout).map(each => fromProject(place, readable(each)))
  const [before, after] = [place.textsAt(`${commit}^`), place.textsAt(commit)]
  return rewrittenBy(new Set(changed), checks, { oracle: before, before, after })
}

/** Files of a commit, by their paths in the project. */
export const textsAt =
  ({ git, folder }: Pick<Place, 'git' | 'folder'>, commit: string): ReadText =>
  async path => {
    const words = ['cat-file', 'blob', `${commit}:${fromTop({ folder }, path)}`]
    const { code, stdout } = await runGit(git, words, { accepts: [0, 128] })
    return code === 0 ? stdout.toString('utf8') : undefined
  }
