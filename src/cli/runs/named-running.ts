// The unit or run of the journal that a word means, for commands that take other things too. A word that is also a path is refused
// with both readings.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { refuse } from '../../base/diagnostic.ts'
import { type Address, readAddress } from '../../contract/address.ts'
import { readState } from '../../engine/history.ts'
import { hasJournal } from '../../engine/journal-place.ts'
import type { Run, State, Unit } from '../../kernel/model.ts'
import { openProject } from '../project.ts'
import { findRoot, type ProjectFlags } from '../project-place.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'
import { findRun, findUnit, isRunLike } from './find.ts'
import { namedUnit } from './named-unit.ts'

export type NamedRunning =
  | { readonly kind: 'run'; readonly state: State; readonly run: Run }
  | { readonly kind: 'unit'; readonly state: State; readonly unit: Unit }

export async function namedRunning(word: string, world: World): Promise<NamedRunning | undefined> {
  const root = findRoot(world.cwd)
  const isPath = existsSync(resolve(world.cwd, word))
  if (word.startsWith('run:') || (isRunLike(word) && !isPath && hasJournal(root))) {
    const state = await readState(root, { program: programName })
    return { kind: 'run', state, run: findRun(state, word) }
  }
  const found = await namedUnit(word, root)
  if (found && isPath)
    refuse(
      'address/ambiguous',
      `"${word}" can mean the unit ${found.unit.id} or the path ${word}`,
      {
        fix: `write ${found.unit.id} for the unit, ./${word} for the path`,
      },
    )
  return found && { kind: 'unit', ...found }
}

/**
 * A word that names nothing else is refused as a unit or run where it is written like one, or where things have run and there is no spec, so
 * that it could name nothing else.
 */
export async function refuseUnknownRunning(
  word: string,
  flags: ProjectFlags,
  world: World,
): Promise<void> {
  const root = findRoot(world.cwd)
  if (existsSync(resolve(world.cwd, word))) return
  const has = (kind: Address['kind']) => readAddress(word).some(each => each.kind === kind)
  const { specFile } = await openProject(flags, world)
  const hasSpec = existsSync(resolve(root, specFile))
  const isRunning = has('unit') || isRunLike(word)
  const isAnyOther = hasJournal(root) && !hasSpec && flags.spec === undefined && !has('resource')
  if (isAnyOther || (isRunning && (hasJournal(root) || !hasSpec))) await refuseUnknown(word, root)
}

/** For a word that can only mean a unit or run, and means none. */
export async function refuseUnknown(word: string, root: string): Promise<never> {
  if (hasJournal(root)) findUnit(await readState(root, { program: programName }), word)
  return refuse('journal/missing', 'nothing has run in this project yet', {
    fix: 'fixpoint run UNIT.md starts a run',
  })
}
