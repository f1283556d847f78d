// A repository that says its checkout lies somewhere else: `core.worktree` names a folder that is not there, or that does not hold where we are.
// Git answers for that place, so every other complaint would be about files that nobody meant. Reads only.

import { realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { type Diagnostic, error } from '../base/diagnostic.ts'
import { isFolderAt } from '../base/path-kind.ts'
import { shellWord } from '../base/shell-word.ts'
import { type Environment, runGitAsUser } from './git.ts'

interface Place {
  readonly root: string
  readonly environment: Environment
  readonly program?: string
}

/** Undefined where the checkout is here, and where git does not say. */
export async function lostCheckout(place: Place): Promise<Diagnostic | undefined> {
  const said = await ask(place, 'config', '--show-origin', '--get', 'core.worktree')
  const directory = await ask(place, 'rev-parse', '--absolute-git-dir')
  if (said === undefined || directory === undefined) return undefined
  const [origin = '', folder = ''] = said.split('\t')
  const top = resolve(directory, folder)
  const why = isFolderAt(top) ? outside(top, place.root) : 'there is no such folder'
  if (why === undefined) return undefined
  const file = resolve(place.root, origin.replace(/^file:/, ''))
  return error('repository/worktree', `${file} says core.worktree = ${folder}, and ${why}`, {
    fix: `git config --file ${shellWord(file)} --unset core.worktree, or put the checkout where it says`,
  })
}

function outside(top: string, root: string): string | undefined {
  const [outer, inner] = [realpathSync(top), realpathSync(root)]
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`)
    ? undefined
    : `${root} does not lie in it`
}

/** Any folder does for a checkout here: the one that the config names may not be there to start in. */
async function ask({ program = 'git', root, environment }: Place, ...words: readonly string[]) {
  const accepts = [0, 1, 128]
  const all = ['--work-tree=.', ...words]
  const { code, stdout } = await runGitAsUser(program, root, environment, all, { accepts })
  return code === 0 ? stdout.toString().replace(/\n$/, '') : undefined
}
