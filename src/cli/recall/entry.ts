// One view together with everything that it was made from, and behind it its rows, which only who joins them anew has to read.

import type { KnownIndex } from '../../code/git-tree.ts'
import type { View } from '../command.ts'
import { writeSealedParts } from './sealed.ts'

export interface Entry {
  /** The digest of the code, as git tells it; null where git may tell otherwise by now and all that changed is to be looked at. */
  readonly tree: string | null
  /** The index of then, where git sums it up. */
  readonly index: KnownIndex | undefined
  /** Hashes of files by absolute path; null for one that must not be there. */
  readonly files: Readonly<Record<string, string | null>>
  /** What marks were held against. */
  readonly marks: readonly { readonly files: readonly string[]; readonly digest: string | null }[]
  /** Declared paths that would be refused if they were folders. */
  readonly noFolders: readonly string[]
  /** Digest of the evidence that it shows, where the memory of evidence holds it. */
  readonly evidence: string | undefined
  /** Nothing was said about the code itself. */
  readonly isQuiet: boolean
  readonly view: View
}

export const writeEntry = (path: string, entry: Entry, rows: string) =>
  writeSealedParts(path, JSON.stringify(entry), rows)

/** As much of it as is shown. */
export const viewInOneForm = (view: View, isJson: boolean): View =>
  isJson ? { ...view, text: '' } : { ...view, json: {} }
