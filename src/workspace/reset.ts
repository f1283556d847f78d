// Makes a workspace's folder equal to a tree, and proves it. The proof has two halves: git compares every file with the tree
// by the change times that it noted itself (no program can set those), and a walk finds nothing that the tree does not name.

import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DiagnosticError, error } from '../base/diagnostic.ts'
import { byteNames, readable, runGit } from './git.ts'
import { copyIndex } from './index-copy.ts'
import type { Repository } from './open.ts'
import { borrow, writePrivateRepository } from './private-repository.ts'
import { indexOf, type Slot, slotSettings, sparseFile, TAKEN_INDEX, writeSlotGit } from './slot.ts'
import { ensureFolder, removeStubborn, sweep } from './sweep.ts'

export interface ResetOptions {
  readonly base: string
  readonly baseTree: string
  /** Folders to check out, as of `git sparse-checkout --cone`; undefined for all of them. */
  readonly sparse?: readonly string[] | undefined
  /** Paths that stay: results of the setup that were proved untouched. */
  readonly keeps: ReadonlySet<string>
  readonly identity: { readonly name: string; readonly email: string }
}

const SHOWN_PATHS = 5
const WORK_BRANCH = 'work'

export async function resetSlot(
  repository: Repository,
  slot: Slot,
  options: ResetOptions,
): Promise<void> {
  ensureFolder(slot.tree)
  readyGit(repository, slot)
  const tracked = await repository.tracked.of(options.baseTree)
  writeSparse(slot, options.sparse)
  await sweep(slot.tree, { tracked, keeps: options.keeps })
  await checkOut(repository, slot, options)
  await Promise.all([
    proveEqual(slot, options.baseTree),
    givePrivateRepository(repository, slot, options),
  ])
}

/** The lease is ours, so a lock or a copy of the index belongs to a process that died. */
function readyGit(repository: Repository, slot: Slot): void {
  if (!existsSync(join(slot.git.directory, 'config'))) return writeSlotGit(repository, slot)
  borrow(repository.facts, slot.git.directory)
  for (const name of readdirSync(slot.git.directory))
    if (name.endsWith('.lock') || name.startsWith(TAKEN_INDEX))
      rmSync(join(slot.git.directory, name))
}

function writeSparse(slot: Slot, folders: readonly string[] | undefined): void {
  const file = sparseFile(slot)
  if (!folders && !existsSync(file)) return
  const cone = (folders ?? []).flatMap(conePatterns)
  const patterns = folders ? ['/*', '!/*/', ...new Set(cone)] : ['/*']
  writeFileSync(file, `${patterns.join('\n')}\n`)
}

/** Files directly in each folder above, and everything in the folder itself. */
function conePatterns(folder: string): string[] {
  const parts = folder.split('/')
  const above = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'))
  return [...above.flatMap(each => [`/${each}/*`, `!/${each}/*/`]), `/${folder}/`]
}

/** An index that git cannot read is forgotten: then every file is written anew. */
async function checkOut(
  repository: Repository,
  slot: Slot,
  { baseTree, sparse }: ResetOptions,
): Promise<void> {
  const readTree = () =>
    runGit(slot.git, ['read-tree', '--reset', '-u', baseTree], { settings: slotSettings(slot) })
  try {
    await readTree()
  } catch (cause) {
    if (!(cause instanceof DiagnosticError)) throw cause
    writeSlotGit(repository, slot)
    writeSparse(slot, sparse)
    await readTree()
  }
}

async function proveEqual(slot: Slot, tree: string): Promise<void> {
  const words = ['diff-index', '--name-only', '--no-renames', '--ignore-submodules=all', '-z', tree]
  const { stdout } = await runGit(slot.git, words, { settings: slotSettings(slot) })
  const different = byteNames(stdout).map(readable)
  if (different.length === 0) return
  const shown = different.slice(0, SHOWN_PATHS).join(', ')
  throw new DiagnosticError([
    error('workspace/not-reset', `the workspace differs from tree ${tree} in ${shown}`, {
      at: { file: slot.tree },
    }),
  ])
}

async function givePrivateRepository(
  { facts }: Repository,
  slot: Slot,
  { base, identity }: ResetOptions,
): Promise<void> {
  const folder = join(slot.tree, '.git')
  await removeStubborn(folder)
  writePrivateRepository(folder, facts, {
    isBare: false,
    head: { branch: WORK_BRANCH, commit: base },
    identity,
    keepsBytes: true,
  })
  copyIndex(indexOf(slot), join(folder, 'index'))
}
