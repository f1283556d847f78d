// The files of a tree, with mode and content id. The last few trees are remembered, for consecutive attempts start from near bases.

import { byteNames, type Git, runGit } from './git.ts'

export interface Tracked {
  /** `<mode> <type> <id>` by path, one character per byte. */
  readonly rows: ReadonlyMap<string, string>
  readonly folders: ReadonlySet<string>
}

export const SUBMODULE = '160000'

export const isSubmodule = (row: string | undefined) => row?.startsWith(SUBMODULE) === true
export const idIn = (row: string) => row.slice(row.lastIndexOf(' ') + 1)

const REMEMBERED = 4

export class TrackedFiles {
  readonly #git: Git
  readonly #known = new Map<string, Promise<Tracked>>()

  constructor(git: Git) {
    this.#git = git
  }

  of(tree: string): Promise<Tracked> {
    const known = this.#known.get(tree) ?? this.#read(tree)
    this.#known.delete(tree)
    this.#known.set(tree, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED && oldest) this.#known.delete(oldest)
    return known
  }

  async #read(tree: string): Promise<Tracked> {
    const { stdout } = await runGit(this.#git, ['ls-tree', '-r', '-z', tree])
    const rows = byteNames(stdout).map(splitRow)
    return { rows: new Map(rows), folders: foldersOf(rows.map(([path]) => path)) }
  }
}

function splitRow(line: string): readonly [path: string, row: string] {
  const tab = line.indexOf('\t')
  return [line.slice(tab + 1), line.slice(0, tab)]
}

export function foldersOf(paths: readonly string[]): Set<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    let end = path.lastIndexOf('/')
    while (end > 0 && !folders.has(path.slice(0, end))) {
      folders.add(path.slice(0, end))
      end = path.lastIndexOf('/', end - 1)
    }
  }
  return folders
}
