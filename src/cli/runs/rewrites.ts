// What units that landed made of their own checks, for whoever looks at a unit or at the end of a run: granted, and worth a look.

import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { type Rewritten, rewrittenText } from '../../checks/program/rewritten.ts'
import type { House } from '../../engine/house.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { landedRewrites } from '../../engine/perform/rewritten.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Unit } from '../../kernel/model.ts'
import { isComputed } from '../../kernel/unit.ts'
import type { World } from '../world.ts'
import { openProjectRepository } from './engage.ts'

/** For a command that drives nothing. */
export async function rewritesOf(
  root: string,
  unit: Unit,
  world: World,
): Promise<readonly Rewritten[]> {
  if (unit.commit === null || isComputed(unit)) return []
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  return openProjectRepository(root, world, repository => {
    const folder = relative(repository.facts.root, realpathSync(root)).replaceAll('\\', '/')
    return landedRewrites({ folder, repository, artifacts }, unit)
  })
}

/** One line for each, at the end of a run. */
export async function rewriteNotes(
  house: House,
  units: readonly Unit[],
): Promise<readonly string[]> {
  const notes: string[] = []
  for (const unit of units)
    for (const each of await landedRewrites(house, unit))
      notes.push(`${unit.spec.name} changed ${rewrittenText(each)}, as its claims allow.`)
  return notes
}
