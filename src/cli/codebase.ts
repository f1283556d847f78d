// Opens the code of a project for a command: with the user's cache, and progress on stderr where it takes long.

import picomatch from 'picomatch'
import { cacheFolder } from '../base/cache-folder.ts'
import { DiagnosticError } from '../base/diagnostic.ts'
import { isGlob } from '../base/paths.ts'
import type { Codebase } from '../code/codebase.ts'
import type { readGitTree } from '../code/git-tree.ts'
import { readLanguages } from '../code/languages/user-languages.ts'
import { openCodebase as open } from '../code/open.ts'
import { progressLine } from './progress.ts'
import type { World } from './world.ts'

export interface CodebaseOptions {
  readonly sourceFolders: readonly string[]
  /** What the spec names: paths and globs whose syntax a grammar confirms. */
  readonly named?: readonly string[]
  /** What git says of the tree, where it has been asked already. */
  readonly tree?: ReturnType<typeof readGitTree> | undefined
}

/** Loaded only by commands that read code: the scanners and trees are heavy. */
export async function openCodebase(
  root: string,
  { sourceFolders, named = [], tree }: CodebaseOptions,
  world: World,
): Promise<Codebase> {
  const { languages, problems } = await readLanguages(root)
  if (problems.length > 0) throw new DiagnosticError(problems)
  const progress = progressLine(world.stderr)
  const codebase = await open(root, {
    languages,
    cacheFolder: cacheFolder(world.environment),
    tree,
    onProgress: progress.show,
    verifies: matcherOf(named),
  }).finally(progress.wipe)
  return sourceFolders.length === 0 ? codebase : within(codebase, sourceFolders)
}

function matcherOf(named: readonly string[]): (path: string) => boolean {
  const paths = new Set(named)
  const globs = named.filter(isGlob)
  const matches = globs.length > 0 ? picomatch(globs, { dot: true }) : () => false
  return path => paths.has(path) || matches(path)
}

/** Undeclared files are looked for only below these folders; declared ones are read wherever they lie. */
function within(codebase: Codebase, folders: readonly string[]): Codebase {
  const roots = folders.map(each => `${each.replace(/\/+$/, '')}/`)
  const lies = (path: string) => roots.some(root => path.startsWith(root))
  return {
    ...codebase,
    get diagnostics() {
      return codebase.diagnostics
    },
    declaring: name => codebase.declaring(name).filter(lies),
  }
}
