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
  const { root } = place
  // What git says itself counts first: in a linked worktree it asks no such setting.
  const answered = await ask(place, 'rev-parse', '--show-toplevel')
  if (answered !== undefined && whyLost(answered, root) === undefined) return undefined
  const said = await askAnywhere(place, 'config', '--show-origin', '--get', 'core.worktree')
  const directory = await askAnywhere(place, 'rev-parse', '--absolute-git-dir')
  if (said === undefined || directory === undefined) return undefined
  const [origin = '', folder = ''] = said.split('\t')
  const why = whyLost(resolve(directory, folder), root)
  if (why === undefined) return undefined
  const file = resolve(root, origin.replace(/^file:/, ''))
  return error('repository/worktree', `${file} says core.worktree = ${folder}, and ${why}`, {
    fix: `git config --file ${shellWord(file)} --unset core.worktree, or put the checkout where it says`,
  })
}

function whyLost(top: string, root: string): string | undefined {
  if (!isFolderAt(top)) return 'there is no such folder'
  const [outer, inner] = [realpathSync(top), realpathSync(root)]
  const isHere = inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`)
  return isHere ? undefined : `${root} does not lie in it`
}

/** Any folder does for a checkout here: the one that the config names may not be there to start in. */
const askAnywhere = (place: Place, ...words: readonly string[]) =>
  ask(place, '--work-tree=.', ...words)

async function ask({ program = 'git', root, environment }: Place, ...words: readonly string[]) {
  const accepts = [0, 1, 128]
  const { code, stdout } = await runGitAsUser(program, root, environment, words, { accepts })
  return code === 0 ? stdout.toString().replace(/\n$/, '') : undefined
}
