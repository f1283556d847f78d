// What evidence is weighed from: the facts that were collected for one resource. Collecting them is somebody else's work.

import type { Declaration, Depth, Outline, SyntaxProblem } from '../code/model.ts'
import type { Level } from '../contract/level.ts'

export interface Place {
  readonly file: string
  readonly line: number
}

export type FileCondition = 'present' | 'empty' | 'absent' | 'unreadable'

export interface FileFacts {
  readonly path: string
  readonly condition: FileCondition
  /** A pattern brought it in, and nobody named it: that it is empty says nothing. */
  readonly isByPattern?: boolean

  /** Why it is not read, though git tracks it. */
  readonly apart?: string
  /** Undefined for kinds of files that no analyser reads. */
  readonly outline: Outline | undefined
  readonly depth: Depth | undefined
  /** Undefined where no parser reads this kind of file. */
  readonly problems: readonly SyntaxProblem[] | undefined
  /** Of the endpoints that somebody asks for: those that the repository registers or answers in this file. */
  readonly routes: readonly ServedRoute[]
  /** What its commands run, by the handler that they name, where the file itself does not declare it. */
  readonly answers?: ReadonlyMap<string, CodeSymbol>
  /** Why a handler that its commands name is not there, by that handler. */
  readonly lost?: ReadonlyMap<string, string>
  /** Of the exports that it is asked for: no outline has these. */
  readonly empty?: readonly EmptyExport[]
}

/** A name that a file exports and that nothing has. */
export interface EmptyExport {
  readonly name: string
  readonly line: number
  /** `index.ts:1 exports gone from ./core, which has no such name` */
  readonly why: string
}

/** A route with every prefix under which the program serves it. */
export interface ServedRoute {
  readonly method: string
  readonly path: string
  /** Where it is registered. */
  readonly at: Place
  /** Where a text of its path is written that nobody can read. */
  readonly unread?: Place
  /** The framework compares paths without case. */
  readonly isCaseless?: boolean
  /** The declaration that answers; undefined where it is not found. */
  readonly handler: CodeSymbol | undefined
  /** Why the handler that it names is not there, where that can be told. */
  readonly lost?: string
}

/** A name used outside its own declaration. */
export interface Mention {
  readonly name: string
  readonly at: Place
  readonly isTest: boolean
  /** By a test that is written and not run. */
  readonly isSkipped: boolean
  /** Whose name it is, where the file that uses it tells; undefined where it may be any of that name. */
  readonly means?: Means
  /** The declaration that uses it; undefined at the top of a file. */
  readonly inside?: string
}

export interface Means {
  /** One of them declares it: none for what a package brings. */
  readonly files: readonly string[]
  /** By an import; else it is a plain name of its own file, which means no method. */
  readonly isImported: boolean
}

export interface TestRequest {
  readonly method: string
  readonly path: string
  readonly at: Place
}

export interface CheckFact {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'not run'
  readonly isStale: boolean
  /** What moved since, where it is stale: "a.ts changed". */
  readonly movedSince?: string
  /** The failing lines, or why it did not run. */
  readonly detail: string
}

export interface FailedTest {
  readonly name: string
  readonly at: Place
  readonly message: string
}

/**
 * What is behind a function that is declared without a body: work or a stub somewhere in the code, or somebody who is no code of the
 * repository.
 */
export type Behind =
  | { readonly kind: 'written'; readonly at: Place }
  | { readonly kind: 'stub'; readonly at: Place }
  | { readonly kind: 'supplied' }

export type CoveredLines = ReadonlyMap<string, ReadonlyMap<number, string>>

export interface ResourceFacts {
  readonly files: readonly FileFacts[]
  /** How the files came to be looked at: as declared, found by name, or found elsewhere because the declared ones are gone. */
  readonly origin: 'declared' | 'found' | 'moved'
  readonly tests: readonly FileFacts[]
  /** What tests ask for, by method and path. */
  readonly requests: readonly TestRequest[]
  /** Undefined where they were not collected, because no required rung asks for them. */
  readonly mentions: readonly Mention[] | undefined
  /** Files, and single functions as `path#name`, that something outside the code starts: they need no mention. */
  readonly entryPoints: ReadonlySet<string>
  /** By `path#A.run`: what of it a library offers to others, and by what. */
  readonly offered?: ReadonlyMap<string, string>
  /** By `path#A.run`: methods that nobody has to call by their name, and by whom they are called. */
  readonly called?: ReadonlyMap<string, string>
  /** By `path#name`: what its decorators hand on to nobody. */
  readonly idle?: ReadonlySet<string>
  readonly checks: readonly CheckFact[]
  /** Lines that a coverage report saw executed, by file, with the report that says so. */
  readonly coveredLines: CoveredLines
  readonly failedTests: readonly FailedTest[]
  /** Asked where the verdict rests on it; undefined where nothing is behind the declaration. */
  readonly behind: (signature: CodeSymbol) => Behind | undefined
}

export interface CodeSymbol {
  readonly file: string
  readonly declaration: Declaration
  /** With the names of its parents: `A.run`. */
  readonly qualified: string
}

export interface Rung {
  readonly level: Exclude<Level, 'absent'>
  readonly outcome: 'holds' | 'fails' | 'n/a'
  /** Between 0 and 1; 1 where it holds. */
  readonly share: number
  /** Each with its place, where it has one. */
  readonly facts: readonly EvidenceFact[]
}

export interface EvidenceFact {
  readonly text: string
  readonly at: Place | undefined
  /** It speaks against the rung. */
  readonly isFault: boolean
}

export const fact = (text: string, at?: Place): EvidenceFact => ({ text, at, isFault: false })
export const fault = (text: string, at?: Place): EvidenceFact => ({ text, at, isFault: true })

/** Every declaration of some files, with its qualified name, in file and source order. */
export function symbolsOf(files: readonly FileFacts[]): readonly CodeSymbol[] {
  return files.flatMap(({ path, outline }) => {
    const names: string[] = []
    return (outline?.declarations ?? []).map((declaration, index) => {
      const parent = names[declaration.parent]
      names[index] = parent === undefined ? declaration.name : `${parent}.${declaration.name}`
      return { file: path, declaration, qualified: names[index] }
    })
  })
}

/** A method away from its type carries that in front: `A.run` is called `run`. So is `#run`, by the class that has it for itself. */
export const ownName = ({ name }: Pick<Declaration, 'name'>) =>
  name.slice(name.lastIndexOf('.') + 1).replace(/^#/, '')

/** A function without a name is a declaration too. */
export const nameless = (line: number, isStub: boolean): Declaration => ({
  kind: 'function',
  name: '',
  parent: -1,
  line,
  endLine: line,
  hasBody: false,
  isStub,
  isExported: false,
  isTest: false,
  decorators: [],
})
