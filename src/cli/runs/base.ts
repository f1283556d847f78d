// The commit that a run starts from, and the proof that what decides about the work stands in it as it stands here.

import { readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  type Diagnostic,
  DiagnosticError,
  error,
  hasErrors,
  refuse,
} from '../../base/diagnostic.ts'
import { readGit } from '../../base/git-output.ts'
import type { House } from '../../engine/house.ts'
import { personOf, secondsOf } from '../../engine/house.ts'
import { fromTop } from '../../engine/project-folder.ts'
import { bootstrap } from '../../workspace/bootstrap.ts'
import { byteNames, runGit } from '../../workspace/git.ts'
import { inspectRepository } from '../../workspace/repository.ts'
import type { World } from '../world.ts'

/** A repository without a commit gets one on a ref of Fixpoint's own. */
export async function baseOf({ repository, manners, now }: House): Promise<string> {
  const { head } = repository.facts
  if (head !== undefined) return head
  return bootstrap(repository, { person: personOf(manners), atSeconds: secondsOf(now()) })
}

/** Said before an agent starts: it sees nothing that is neither committed nor staged. */
export async function tellUncommitted(
  { repository }: House,
  base: string,
  { stderr }: Pick<World, 'stderr'>,
): Promise<void> {
  if (repository.facts.head !== undefined) return
  const { stdout } = await runGit(repository.git, ['ls-tree', '-r', '-z', '--name-only', base])
  const count = byteNames(stdout).length
  const seen =
    count === 0
      ? 'nothing is staged, so agents see none of your files'
      : `agents see the ${count === 1 ? 'one file' : `${count} files`} that ${count === 1 ? 'is' : 'are'} staged, and no other`
  await stderr.write(
    `Warning: run/uncommitted this repository has no commit yet: ${seen} (git add what they need, or commit it)\n`,
  )
}

/** A workspace holds what its base holds; a project that was never committed has no folder there. */
export async function refuseWithoutFolder({ repository, folder }: House, base: string) {
  if (folder === '') return
  const words = ['cat-file', '-e', `${base}:${folder}`]
  const { code } = await runGit(repository.git, words, { accepts: [0, 1, 128] })
  if (code !== 0) uncommittedFolder(folder)
}

const uncommittedFolder = (folder: string) =>
  refuse('run/folder', `no file of ${folder} is committed, so no workspace would hold it`, {
    fix: `git add ${folder} && git commit`,
  })

/** An attempt is judged by what its base says. What was changed here since would be passed over, or would be a judge that nobody committed. */
export function refuseOtherOracle(
  house: House,
  base: string,
  files: readonly string[],
): Promise<void> {
  const { objects } = house.repository
  return refuseDifferent(house.root, files, file =>
    objects.content(`${base}:${fromTop(house, file)}`),
  )
}

/** All of the above for a rehearsal, which opens nothing and writes nothing: it is refused where the run would be. */
export async function refuseWhatRunWould(
  root: string,
  files: readonly string[],
  { environment }: Pick<World, 'environment'>,
): Promise<void> {
  const { facts, problems } = await inspectRepository(root, { environment, fileSystem: unprobed })
  if (!facts || hasErrors(problems)) throw new DiagnosticError(problems)
  const folder = relative(facts.root, realpathSync(root)).replaceAll('\\', '/')
  const inHead = async (path: string) => {
    const read = await readGit(facts.root, ['cat-file', 'blob', `HEAD:${path}`])
    return 'bytes' in read ? read.bytes : undefined
  }
  if (
    folder !== '' &&
    'problem' in (await readGit(facts.root, ['cat-file', '-e', `HEAD:${folder}`]))
  )
    uncommittedFolder(folder)
  await refuseDifferent(root, files, file => inHead(fromTop({ folder }, file)))
}

/** To learn how the file system of the cache compares names, a file would have to be written there. */
export const unprobed = { isCaseSensitive: true, tellsNormalFormsApart: true }

async function refuseDifferent(
  root: string,
  files: readonly string[],
  inBase: (file: string) => Promise<Buffer | undefined>,
): Promise<void> {
  const problems: Diagnostic[] = []
  for (const file of files) {
    const here = readIfAny(join(root, file))
    const there = await inBase(file)
    if (here === undefined ? there === undefined : there?.equals(here)) continue
    problems.push(differs(file, here === undefined, there === undefined))
  }
  if (problems.length > 0) throw new DiagnosticError(problems)
}

function differs(file: string, isGone: boolean, isNew: boolean): Diagnostic {
  const how = isGone ? 'is not here any more' : isNew ? 'is not committed' : 'was changed since'
  const type = isGone ? `git rm --cached ${file}` : `git add ${file}`
  return error('run/oracle', `${file} ${how}, and the run judges by what the base says`, {
    fix: `${type} && git commit, or --oracle working to judge by what is here`,
  })
}

export function readIfAny(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}
