// Reads what `git diff-tree -z --name-status` tells: which paths differ between two trees, and how.

import { byteNames, readable } from './git.ts'

export type ChangeKind = 'added' | 'modified' | 'deleted' | 'renamed' | 'type-changed'

export interface NamedChange {
  readonly kind: ChangeKind
  readonly path: string
  /** Where a renamed file was before. */
  readonly oldPath?: string
}

const kinds: Readonly<Record<string, ChangeKind>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  T: 'type-changed',
}

/** What a letter of `git diff-tree` means. */
export function kindOf(letter: string): ChangeKind {
  const kind = kinds[letter[0] ?? '']
  if (!kind) throw new Error(`git diff-tree says ${letter}, which no plain comparison does`)
  return kind
}

export function readNameStatus(output: Buffer): readonly NamedChange[] {
  const fields = byteNames(output).map(readable)
  const found: NamedChange[] = []
  for (let at = 0; at < fields.length; ) {
    const kind = kindOf(fields[at++]!)
    const path = fields[at++]!
    found.push(kind === 'renamed' ? { kind, oldPath: path, path: fields[at++]! } : { kind, path })
  }
  return found
}
