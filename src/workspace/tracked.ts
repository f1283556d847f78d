// The files of a tree, with mode and content id. The last few trees are remembered, for consecutive attempts start from near bases.

import type { Differences } from './differences.ts'
import { byteNames, type Git, runGit } from './git.ts'

export interface Tracked {
  /** `<mode> <type> <id>` by path, one character per byte. */
  readonly rows: ReadonlyMap<string, string>
  readonly folders: ReadonlySet<string>
}

const SUBMODULE = '160000'

export const isSubmodule = (row: string | undefined) => row?.startsWith(SUBMODULE) === true
export const idIn = (row: string) => row.slice(row.lastIndexOf(' ') + 1)

const REMEMBERED = 4

export class TrackedFiles {
  readonly #git: Git
  readonly #differences: Differences
  readonly #known = new Map<string, Promise<Tracked>>()

  constructor(git: Git, differences: Differences) {
    this.#git = git
    this.#differences = differences
  }

  of(tree: string): Promise<Tracked> {
    const known = this.#known.get(tree) ?? this.#learn(tree)
    this.#known.delete(tree)
    this.#known.set(tree, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED && oldest) this.#known.delete(oldest)
    known.catch(() => this.#known.delete(tree))
    return known
  }

  /** The difference to a tree that is known is short; the whole list is not. */
  async #learn(tree: string): Promise<Tracked> {
    const near = [...this.#known].at(-1)
    if (!near) return readAll(this.#git, tree)
    return follow(await near[1], await this.#differences.fields(near[0], tree))
  }
}

async function readAll(git: Git, tree: string): Promise<Tracked> {
  const { stdout } = await runGit(git, ['ls-tree', '-r', '-z', tree])
  const rows = new Map(byteNames(stdout).map(splitRow))
  return { rows, folders: foldersOf([...rows.keys()]) }
}

/** Fields in turn: `:<mode> <mode> <id> <id> <letter>`, then the path, for a rename the old one and the new one. */
function follow(known: Tracked, fields: readonly string[]): Tracked {
  const rows = new Map(known.rows)
  for (let at = 0; at < fields.length; ) {
    const [, mode, , id, letter = ''] = fields[at++]!.split(' ')
    const isGone = letter === 'D' || letter.startsWith('R')
    if (isGone) rows.delete(fields[at++]!)
    if (letter !== 'D')
      rows.set(fields[at++]!, `${mode} ${mode === SUBMODULE ? 'commit' : 'blob'} ${id}`)
  }
  return { rows, folders: foldersOf([...rows.keys()]) }
}

function splitRow(line: string): readonly [path: string, row: string] {
  const tab = line.indexOf('\t')
  return [line.slice(tab + 1), line.slice(0, tab)]
}

function foldersOf(paths: readonly string[]): Set<string> {
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
