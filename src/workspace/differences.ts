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

  /** What is there afterwards and was not the same before, one character per byte. */
  async names(from: string, to: string): Promise<readonly string[]> {
    const rows = readRows(await this.fields(from, to))
    return rows.filter(each => each.kind !== 'deleted').map(each => each.path)
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

interface Row {
  readonly kind: ChangeKind
  readonly before: string
  readonly after: string
  /** Names with one character per byte. */
  readonly old: string
  readonly path: string
}

function readRows(fields: readonly string[]): Row[] {
  const rows: Row[] = []
  for (let next = 0; next < fields.length; ) {
    const [before = '', after = '', , , letter = ''] = fields[next++]!.slice(1).split(' ')
    const kind = kindOf(letter)
    const old = fields[next++] ?? ''
    const path = kind === 'renamed' ? (fields[next++] ?? '') : old
    rows.push({ kind, before, after, old, path })
  }
  return rows
}

const readChanges = (fields: readonly string[]): Change[] =>
  readRows(fields).map(({ kind, before, after, old, path }) => {
    const isOther = kind !== 'added' && kind !== 'deleted' && before !== after
    return {
      path: readable(path),
      kind,
      mode: kind === 'deleted' ? before : after,
      ...(isOther && { oldMode: before }),
      ...(path !== old && { oldPath: readable(old) }),
    }
  })
