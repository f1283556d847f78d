// A repository opened for work: where its cache lies and how git is asked about it. Opening writes only into the cache.

import { basename, join } from 'node:path'
import { sha256 } from '../base/hash.ts'
import { makeFolder } from '../base/make-folder.ts'
import { Differences } from './differences.ts'
import type { Environment, Git } from './git.ts'
import { ObjectReader } from './objects.ts'
import { ensurePrivateRepository } from './private-repository.ts'
import type { RepositoryFacts } from './repository.ts'
import { TrackedFiles } from './tracked.ts'

export interface Repository {
  readonly facts: RepositoryFacts
  /** `<cache>/<repo-id>`: everything of this repository that Fixpoint keeps outside it. */
  readonly folder: string
  /** The cache of all repositories. */
  readonly cache: string
  /** Objects of the user's repository through a git directory of our own: none of their settings apply. */
  readonly git: Git
  /** The user's git directory itself: for refs, and for nothing else. */
  readonly refs: Git
  readonly objects: ObjectReader
  readonly tracked: TrackedFiles
  readonly differences: Differences
}

export interface OpenOptions {
  readonly cache: string
  readonly environment: Environment
  readonly program?: string
}

export function openRepository(facts: RepositoryFacts, options: OpenOptions): Repository {
  const { cache, environment, program = 'git' } = options
  const folder = join(cache, repositoryId(facts))
  makeFolder(folder)
  const directory = join(folder, 'git')
  ensurePrivateRepository(directory, facts, { isBare: true, keepsBytes: false })
  const git = { program, directory, objects: join(facts.commonDirectory, 'objects'), environment }
  return {
    facts,
    folder,
    cache,
    git,
    refs: { program, directory: facts.commonDirectory, environment },
    objects: new ObjectReader(git),
    tracked: new TrackedFiles(git),
    differences: new Differences(git),
  }
}

export function closeRepository({ objects }: Repository): void {
  objects.close()
}

/** Readable, and the same for every worktree of one repository. */
function repositoryId({ commonDirectory, root }: RepositoryFacts): string {
  const name = basename(root).replace(/[^\w.-]/g, '_') || 'root'
  return `${name.slice(0, 40)}-${sha256(commonDirectory).slice(0, 12)}`
}
