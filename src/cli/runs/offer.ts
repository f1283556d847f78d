// What the project's configuration offers to units: agents, checks, and what every workspace needs. All problems at once.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readAgents } from '../../agents/recipes.ts'
import { DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { askGit } from '../../base/git.ts'
import { readRecipes } from '../../checks/recipe.ts'
import { packFiles } from '../../code/languages/pack-files.ts'
import { CONFIG_FILE, readConfig } from '../../config/read.ts'
import type { Offer } from '../../work/compile.ts'
import { deciding } from '../../work/reserved.ts'
import { hooksFolderInTree } from '../../workspace/hooks.ts'
import type { Project } from '../project.ts'
import { readCommit } from './commit-offer.ts'
import { readWorkspace } from './workspace-offer.ts'

/** `workers` is how many agents may be at work at once, where that was said. */
export async function readOffer(
  { root, specFile, stateFile }: Project,
  workers?: number,
): Promise<Offer> {
  refuseMissingConfig(root)
  const config = await readConfig(root)
  const { agents, problems: ofAgents } = readAgents(config.file, config.placeOf)
  const { recipes: checks, problems: ofChecks } = readRecipes(config.file, config.placeOf)
  const workspace = readWorkspace(config.file, config.placeOf, workers)
  const { commit, problems: ofCommit } = readCommit(config.file, config.placeOf)
  const problems = [
    ...config.problems,
    ...ofAgents,
    ...ofChecks,
    ...workspace.problems,
    ...ofCommit,
  ]
  if (problems.length > 0) throw new DiagnosticError(problems)
  const hooks = hooksFolderInTree(root, askGit(root, 'config', '--get', 'core.hooksPath')?.text)
  const own = ['.fixpoint', specFile, stateFile, ...(hooks === undefined ? [] : [hooks])]
  const reserved = [...own, ...deciding]
  return { agents, checks, reserved, commit, ...workspace.offer }
}

/** The base judges by a config that is not here, and without one there is neither agent nor check: nobody can mean that. */
function refuseMissingConfig(root: string): void {
  if (existsSync(join(root, CONFIG_FILE))) return
  if (askGit(root, 'cat-file', '-e', `HEAD:./${CONFIG_FILE}`)?.isOk !== true) return
  refuse('run/config', `${CONFIG_FILE} is not here, and the commit that is checked out has it`, {
    fix: `git checkout HEAD -- ${CONFIG_FILE} puts it back`,
  })
}

/** Files that decide about the work and must stand in the base as they stand here. */
export const oracleFiles = ({ root, specFile }: Project): readonly string[] => [
  CONFIG_FILE,
  specFile,
  ...packFiles(root),
]
