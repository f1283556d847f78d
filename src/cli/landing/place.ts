// Where branches are to land: the repository as git sees it from here, and the branch that takes them. Reads only.

import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { listBranches, type NamedBranch } from '../../workspace/branches.ts'
import { brokenConfig, type Git, runGitAsUser } from '../../workspace/git.ts'
import type { World } from '../world.ts'

export interface Target {
  readonly name: string
  readonly tip: string
  /** How it was found, for people. */
  readonly why: 'named' | 'checked out' | 'the default branch, because no branch is checked out'
}

export interface Place {
  readonly git: Git
  /** Where the project lies below the top of its repository; nothing for the top itself. */
  readonly folder: string
  readonly branches: ReadonlyMap<string, NamedBranch>
  readonly target: Target
}

export async function findPlace(
  root: string,
  into: string | undefined,
  { environment }: World,
): Promise<Place> {
  const ask = async (...words: readonly string[]) => {
    const accepts = [0, 1, 128]
    const { code, stdout, stderr } = await runGitAsUser('git', root, environment, words, {
      accepts,
    })
    const broken = code === 128 ? brokenConfig(words, stderr) : undefined
    if (broken) throw new DiagnosticError([broken])
    return code === 0 ? stdout.toString().trim() : undefined
  }
  const directory = await ask('rev-parse', '--path-format=absolute', '--git-common-dir')
  if (directory === undefined)
    return refuse('git/none', `${root} is no git repository`, { fix: 'git init, and commit' })
  const top = await ask('rev-parse', '--show-toplevel')
  const folder = top === undefined ? '' : relative(top, realpathSync(root))
  const git = { program: 'git', directory, environment }
  const branches = await listBranches(git)
  // Git's own short names have more words where a tag is called alike.
  const nameAt = async (ref: string, prefix: string) =>
    (await ask('symbolic-ref', '--quiet', ref))?.slice(prefix.length)
  const here = await nameAt('HEAD', HEADS)
  const remoteHead = await nameAt('refs/remotes/origin/HEAD', 'refs/remotes/')
  return { git, folder, branches, target: targetOf(branches, into, here, remoteHead) }
}

const HEADS = 'refs/heads/'

function targetOf(
  branches: ReadonlyMap<string, NamedBranch>,
  into: string | undefined,
  here: string | undefined,
  remoteHead: string | undefined,
): Target {
  const name = into ?? here ?? defaultBranch(branches, remoteHead)
  if (name === undefined)
    return refuse('land/target', 'no branch is checked out, and none looks like the default one', {
      fix: 'name it: --into BRANCH',
    })
  const found = branches.get(name)
  if (!found?.ref.startsWith(HEADS))
    return refuse('land/target', `there is no branch ${name} here that could take them`, {
      fix:
        didYouMean(name, localNames(branches)) ??
        'git branch lists them; commit once if there is none',
    })
  const why =
    into === undefined
      ? here === undefined
        ? 'the default branch, because no branch is checked out'
        : 'checked out'
      : 'named'
  return { name: found.ref.slice(HEADS.length), tip: found.tip, why }
}

function defaultBranch(
  branches: ReadonlyMap<string, NamedBranch>,
  remoteHead: string | undefined,
): string | undefined {
  const wanted = [remoteHead?.replace(/^origin\//, ''), 'main', 'master']
  return wanted.find(name => name !== undefined && localNames(branches).includes(name))
}

export const localNames = (branches: ReadonlyMap<string, NamedBranch>): readonly string[] =>
  [...branches].filter(([, { ref }]) => ref.startsWith('refs/heads/')).map(([name]) => name)
