// Opens the code of a project for a command: with the user's cache, and progress on stderr where it takes long.

import { cacheFolder } from '../base/cache-folder.ts'
import type { UnreadCodebase } from '../code/codebase.ts'
import type { readGitTree } from '../code/git-tree.ts'
import { openLanguages } from '../code/languages/user-languages.ts'
import { openUnread } from '../code/open.ts'
import { progressLine } from './progress.ts'
import type { World } from './world.ts'

export interface CodebaseOptions {
  readonly sourceFolders: readonly string[]
  /** What the spec names: paths and globs whose syntax a grammar confirms. */
  readonly named?: readonly string[]
  /** How many threads may read; 0 leaves it to the machine. */
  readonly parallelism?: number | undefined
  /** What git says of the tree, where it has been asked already. */
  readonly tree?: ReturnType<typeof readGitTree> | undefined
}

/** None of it is read before somebody asks. Loaded only by commands that read code: the scanners and trees are heavy. */
export async function openUnreadCodebase(
  root: string,
  { sourceFolders, named = [], tree, parallelism = 0 }: CodebaseOptions,
  world: World,
): Promise<UnreadCodebase> {
  const languages = await openLanguages(root)
  const progress = progressLine(world.stderr)
  const opened = await openUnread(root, {
    languages,
    cacheFolder: cacheFolder(world.environment),
    tree,
    onProgress: progress.show,
    named,
    parallelism,
  })
  const codebase = withReading(opened, () => opened.readAll().finally(progress.wipe))
  return sourceFolders.length === 0 ? codebase : within(codebase, sourceFolders)
}

const withReading = (codebase: UnreadCodebase, readAll: () => Promise<void>): UnreadCodebase => ({
  ...codebase,
  get diagnostics() {
    return codebase.diagnostics
  },
  readAll,
})

/** Undeclared files are looked for only below these folders; declared ones are read wherever they lie. */
function within(codebase: UnreadCodebase, folders: readonly string[]): UnreadCodebase {
  const roots = folders.map(each => `${each.replace(/\/+$/, '')}/`)
  const lies = (path: string) => roots.some(root => root === './' || path.startsWith(root))
  return {
    ...codebase,
    get diagnostics() {
      return codebase.diagnostics
    },
    declaring: name => codebase.declaring(name).filter(lies),
  }
}
