// A repository opened for work: where its cache lies and how git is asked about it. Opening writes only into the cache.

import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sha256 } from '../base/hash.ts'
import { makeFolder } from '../base/make-folder.ts'
import { CommitWriter } from './commit-writer.ts'
import { Differences } from './differences.ts'
import type { Environment, Git } from './git.ts'
import { ObjectReader } from './objects.ts'
import { ensurePrivateRepository } from './private-repository.ts'
import type { RepositoryFacts } from './repository.ts'
import { StandingRefs } from './standing-refs.ts'
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
  readonly commits: CommitWriter
  /** Of the user's git directory. */
  readonly standingRefs: StandingRefs
  readonly tracked: TrackedFiles
  readonly differences: Differences
}

/** Leftovers that wait to be deleted: `<name>.<pid>` of a process that is dead is nobody's. */
export const TRASH = 'trash'

export interface OpenOptions {
  readonly cache: string
  readonly environment: Environment
  readonly program?: string
}

export function openRepository(facts: RepositoryFacts, options: OpenOptions): Repository {
  const { cache, environment, program = 'git' } = options
  const folder = join(cache, repositoryId(facts))
  const directory = join(folder, 'git')
  const git = { program, directory, objects: join(facts.commonDirectory, 'objects'), environment }
  ensureFolder({ facts, folder, git })
  const refs = { program, directory: facts.commonDirectory, environment }
  const differences = new Differences(git)
  return {
    facts,
    folder,
    cache,
    git,
    refs,
    objects: new ObjectReader(git),
    commits: new CommitWriter(git, join(folder, TRASH)),
    standingRefs: new StandingRefs(refs),
    tracked: new TrackedFiles(git, differences),
    differences,
  }
}

function ensureFolder({ facts, folder, git }: Pick<Repository, 'facts' | 'folder' | 'git'>): void {
  makeFolder(folder)
  ensurePrivateRepository(git.directory, facts, { isBare: true, keepsBytes: false })
}

/** A cache is anybody's to remove, also while it is used. What lay in it is lost; what is done from here on finds it whole. */
export function ensureRepository(repository: Repository): void {
  if (!existsSync(join(repository.git.directory, 'HEAD'))) ensureFolder(repository)
}

export function closeRepository(repository: Repository): void {
  const { objects, commits, standingRefs, differences } = repository
  for (const each of [objects, commits, standingRefs, differences]) each.close()
}

/** Readable, and the same for every worktree of one repository. */
function repositoryId({ commonDirectory, root }: RepositoryFacts): string {
  const name = basename(root).replace(/[^\w.-]/g, '_') || 'root'
  return `${name.slice(0, 40)}-${sha256(commonDirectory).slice(0, 12)}`
}
