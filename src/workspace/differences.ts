// What differs between two trees, path by path, with renames seen as such. Trees never change, so the last few answers are remembered: what
// an attempt changed is asked for when it is kept, and again when it is judged.

import { randomUUID } from 'node:crypto'
import { compareText } from '../base/order.ts'
import { byteNames, type Git, readable } from './git.ts'
import { type ChangeKind, kindOf } from './name-status.ts'
import { StandingGit } from './standing-git.ts'

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
  readonly #process: StandingGit
  /** A line that git does not take for trees and says back: it ends an answer, and no file can have its name. */
  readonly #end = `end-${randomUUID()}\n`
  readonly #known = new Map<string, Promise<readonly string[]>>()

  constructor(git: Git) {
    this.#process = new StandingGit(git, ['diff-tree', '--stdin', '-r', '-z', '--raw', '-M'])
  }

  /** Of two trees, never of commits. Sorted by path. */
  async between(from: string, to: string): Promise<readonly Change[]> {
    const changes = readChanges(await this.fields(from, to))
    return changes.sort((a, b) => compareText(a.path, b.path))
  }

  /** As git says it, one character per byte: `:100644 100755 <id> <id> R090`, then the path, for a rename the old one and the new one. */
  async fields(from: string, to: string): Promise<readonly string[]> {
    if (from === to) return []
    const key = `${from} ${to}`
    const known = this.#known.get(key) ?? this.#compare(key)
    this.#known.delete(key)
    this.#known.set(key, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED && oldest) this.#known.delete(oldest)
    known.catch(() => this.#known.delete(key))
    return known
  }

  close(): void {
    this.#process.close()
  }

  /** The pair of trees comes first, on a line of its own. */
  #compare(pair: string): Promise<readonly string[]> {
    return this.#process.ask(`${pair}\n${this.#end}`, bytes => {
      const end = bytes.indexOf(this.#end)
      if (end < 0) return { neededBytes: 0 }
      const value = byteNames(bytes.subarray(pair.length + 1, end))
      return { value, lengthBytes: end + this.#end.length }
    })
  }
}

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
