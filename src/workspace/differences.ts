// What differs between two trees, path by path, with renames seen as such. Trees never change, so the last few answers are remembered: what
// an attempt changed is asked for when it is kept, and again when it is judged.

import { compareText } from '../base/order.ts'
import { byteNames, type Git, readable, runGit } from './git.ts'
import { type ChangeKind, kindOf } from './name-status.ts'

export interface Change {
  readonly path: string
  readonly kind: ChangeKind
  /** Of the new file: `100644`, `100755`, `120000`; of the old one where it is deleted. */
  readonly mode: string
  /** Where it differs from `mode`. */
  readonly oldMode?: string
  readonly oldPath?: string
}

const REMEMBERED = 32

export class Differences {
  readonly #git: Git
  readonly #known = new Map<string, Promise<readonly Change[]>>()

  constructor(git: Git) {
    this.#git = git
  }

  /** Sorted by path. */
  async between(from: string, to: string): Promise<readonly Change[]> {
    if (from === to) return []
    const key = `${from} ${to}`
    const known = this.#known.get(key) ?? compare(this.#git, from, to)
    this.#known.delete(key)
    this.#known.set(key, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED && oldest) this.#known.delete(oldest)
    known.catch(() => this.#known.delete(key))
    return known
  }
}

async function compare(git: Git, from: string, to: string): Promise<readonly Change[]> {
  const { stdout } = await runGit(git, ['diff-tree', '-r', '-z', '--raw', '-M', from, to])
  return readChanges(byteNames(stdout)).sort((a, b) => compareText(a.path, b.path))
}

/** `:100644 100755 <id> <id> R090`, then the path, for a rename the old one and the new one. */
function readChanges(fields: readonly string[]): Change[] {
  const changes: Change[] = []
  for (let next = 0; next < fields.length; ) {
    const [before = '', after = '', , , letter = ''] = fields[next++]!.slice(1).split(' ')
    const kind = kindOf(letter)
    const old = readable(fields[next++] ?? '')
    const path = kind === 'renamed' ? readable(fields[next++] ?? '') : old
    const mode = kind === 'deleted' ? before : after
    const isOther = kind !== 'added' && kind !== 'deleted' && before !== after
    changes.push({
      path,
      kind,
      mode,
      ...(isOther && { oldMode: before }),
      ...(path !== old && { oldPath: old }),
    })
  }
  return changes
}
