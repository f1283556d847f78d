// What the rest of the house asks of a codebase: its files, and their facts on demand. Reading and caching are behind it.

import type { Diagnostic } from '../base/diagnostic.ts'
import type { TreeMark } from './git-tree.ts'
import type { Apart, Depth, Outline, SyntaxProblem } from './model.ts'
import type { Sign } from './signs/sign.ts'

/** What the head of a file says of who wrote it. */
export type FileHead = 'own' | 'generated'

export interface Codebase {
  /** Every file of the tree, relative to its root, in code-unit order. */
  readonly files: readonly string[]
  /** Read them last: what is asked for in depth may add some. */
  readonly diagnostics: readonly Diagnostic[]
  has(path: string): boolean
  /** Also what is not there. */
  isEmpty(path: string): boolean
  outline(path: string): Outline | undefined
  /** Undefined where no parser reads this kind of file. A grammar has confirmed those of files that the spec names. */
  problems(path: string): readonly SyntaxProblem[] | undefined
  /** The same of any file, with the last word of a grammar where there is one. */
  confirmedProblems(path: string): readonly SyntaxProblem[] | undefined
  depth(path: string): Depth
  /** What a look at the file tells; asked of very many files, and known of those that were looked at before. */
  sign<T>(path: string, sign: Sign<T>): T
  /** Undefined where the file cannot be read, or is too large to be code. */
  bytes(path: string): Uint8Array | undefined
  /** Undefined where the file cannot be read, whatever its size. */
  head(path: string): FileHead | undefined
  /** Files that declare a name, in code-unit order. */
  declaring(name: string): readonly string[]
  /** Of a path or a glob that git tracks and that is no file here; undefined for all others. */
  readonly apart?: ((path: string) => Apart | undefined) | undefined
  /** When the youngest of the files that were read so far was changed, in milliseconds since 1970. */
  changedMs(): number
}

/** A codebase of which nothing was read yet; what is asked for is read then. */
export interface UnreadCodebase extends Codebase {
  /** Git tells what changed. */
  readonly isGit: boolean
  /** What the spec names; the ids of these files tell whether a grammar has confirmed them. */
  readonly named: readonly string[]
  /** In short, what git says; undefined where it does not tell what changed. */
  mark(): TreeMark | undefined
  /** The same id is the same outline of the same content; undefined for what is no file of the codebase, or cannot be read. */
  idOf(path: string): string | undefined
  /** The names that a file with this id declared; none where nothing reads such a file, undefined where that is forgotten. */
  namesOf(path: string, id: string): readonly string[] | undefined
  /** It has the outline that a file with this id had, and is not empty; never where nothing reads such a file, or that is forgotten. */
  isReadAlike(path: string, id: string): boolean
  /** Of its depth what a spec may be made of; a look at the text spares most files a tree. */
  offers(path: string): Pick<Depth, 'commands' | 'tables'>
  /** Reads the outlines of all files, without holding up anybody else for long. */
  readAll(): Promise<void>
  /** Keeps what was read for the next time. */
  keep(): void
}
