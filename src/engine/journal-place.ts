// Where the journal of a project lies on this machine, and how its events become a state. Knows no command and performs nothing.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../base/hash.ts'
import type { Fold } from '../journal/fold.ts'
import { layoutOf } from '../journal/layout.ts'
import { hasDatabase, refuseLost } from '../journal/way-back.ts'
import type { Event } from '../kernel/event.ts'
import { fold } from '../kernel/evolve.ts'
import type { State } from '../kernel/model.ts'
import { emptyState, kernelVersion } from '../kernel/policy.ts'

/** What belongs to this machine and not to the repository. */
export const localFolder = (root: string) => join(root, '.fixpoint', 'local')

export const journalFolder = (root: string) => join(localFolder(root), 'journal')

/** A journal that was lost is refused: it is not one that never was. */
export function hasJournal(root: string): boolean {
  const layout = layoutOf(journalFolder(root))
  refuseLost(layout)
  return hasDatabase(layout)
}

/** Ignores itself, so that a project that was never initialised looks to git as it did before. */
export function makeLocalFolder(root: string): void {
  const folder = localFolder(root)
  mkdirSync(folder, { recursive: true })
  const ignore = join(folder, '.gitignore')
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n')
}

/**
 * What a project is called whose first journal is made here: the same for every process on this machine, and no path in it. From then on
 * the journal says whose it is, wherever its folder is moved or copied to.
 */
export const firstProjectName = (root: string) => `project-${sha256(root).slice(0, 12)}`

export function projectFold(project: string): Fold<State, Event> {
  return {
    version: `kernel-${kernelVersion}`,
    initial: emptyState(project),
    fold: (state, entries) =>
      fold(
        state,
        entries.map(each => each.event),
      ),
    freeze: state => state,
    thaw: frozen => frozen as State,
  }
}
