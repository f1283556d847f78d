// One place of the pool on disk: `<cache>/<repo>/workspaces/<n>`, with the tree an agent sees and, beside it and out of its
// reach, the git directory by which Fixpoint resets the tree and reads what became of it.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Git } from './git.ts'
import { type Repository, TRASH } from './open.ts'
import { writePrivateRepository } from './private-repository.ts'

export interface Slot {
  readonly number: number
  readonly folder: string
  /** What the agent works in; `.git` inside is its own private repository. */
  readonly tree: string
  /** Fixpoint's view of the tree. */
  readonly git: Git
}

const slotsFolder = (repository: Repository) => join(repository.folder, 'workspaces')

/** Leftovers that wait to be deleted; nobody looks for anything in it. */
export const trashFolder = (repository: Repository) => join(repository.folder, TRASH)

export function slotAt(repository: Repository, number: number): Slot {
  const folder = join(slotsFolder(repository), String(number))
  const tree = join(folder, 'tree')
  const git = { ...repository.git, directory: join(folder, 'git'), workTree: tree }
  return { number, folder, tree, git }
}

export function listSlots(repository: Repository): readonly Slot[] {
  const folder = slotsFolder(repository)
  if (!existsSync(folder)) return []
  const numbers = readdirSync(folder)
    .filter(name => /^\d+$/.test(name))
    .map(Number)
  return numbers.sort((a, b) => a - b).map(number => slotAt(repository, number))
}

export const indexOf = ({ git }: Slot) => join(git.directory, 'index')

/** Copies of the index, in which a change set is put together. */
export const TAKEN_INDEX = 'take-'

export const sparseFile = ({ git }: Slot) => join(git.directory, 'info', 'sparse-checkout')

/** Git must know that files may be left out on purpose, or it takes one that an agent wrote there for absent. */
export function slotSettings(slot: Slot): Readonly<Record<string, string>> {
  return existsSync(sparseFile(slot))
    ? { 'core.sparseCheckout': 'true', 'core.sparseCheckoutCone': 'false' }
    : {}
}

/** Fixpoint's git directory of a slot; with it goes the memory of what each file looked like on disk. */
export function writeSlotGit({ facts }: Repository, { git }: Slot): void {
  writePrivateRepository(git.directory, facts, { isBare: false, keepsBytes: true })
}
