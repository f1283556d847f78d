// A codebase as facts, always with a place. The outline of a file is what it declares, imports and exports: cheap, made for
// every file. Its depth is what its bodies do: read only where a resource, a claim or a diff points.

import type { DeclarationKind } from '../contract/declaration-kinds.ts'

/** One declaration. Rows of a file stand in source order; lines are 1-based and inclusive. */
export interface Declaration {
  readonly kind: DeclarationKind
  /**
   * As written; the parents' names in front of it make it qualified (`A.run`). A method away from its type carries the type
   * itself: `A.run` for `func (a A) run()` where A is declared further below or in another file.
   */
  readonly name: string
  /** Index of the enclosing declaration in the same file, always above this one, or -1. */
  readonly parent: number
  readonly line: number
  readonly endLine: number
  /** A body is written out, and for scanners: something beside comments and spacing stands in it, or nothing is what is meant. */
  readonly hasBody: boolean
  /** The body does nothing: empty, `pass`, `...`, NotImplemented, `throw new Error("not implemented")`, `todo!()`. */
  readonly isStub: boolean
  readonly isExported: boolean
  /** The declaration is a test, or lies in one. */
  readonly isTest: boolean
  /** Names of decorators, attributes or annotations, without arguments. */
  readonly decorators: readonly string[]
}

/** `import {a as b} from 'm'` is { module: 'm', name: 'a', alias: 'b' }; name '*' is the namespace, 'default' the default, '' none. */
export interface Import {
  readonly module: string
  readonly name: string
  readonly alias: string
  readonly line: number
}

/** `export {a as b} from 'm'` is { name: 'b', local: 'a', module: 'm' }; module is '' for names of this file. */
export interface Export {
  readonly name: string
  readonly local: string
  readonly module: string
  readonly line: number
}

export interface SyntaxProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface Outline {
  /** '' where the file is no text, whatever its name says. */
  readonly language: string
  readonly declarations: readonly Declaration[]
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
  readonly problems: readonly SyntaxProblem[]
  /** A scanner lost its way here; the file belongs to the fallback. */
  readonly isSuspect: boolean
  /** Something stands behind a `return` or a `raise` of its block, as far as the scanner of the language can tell. */
  readonly mayBeUnreached?: boolean | undefined
}

/** POST /auth/login registered at this line; its path is the one below its router. */
export interface Route {
  readonly method: string
  readonly path: string
  /** `list`, `h.list`, `UserController.show`; '' for a function given in place. */
  readonly handler: string
  readonly line: number
  /** Index in the routers of the file; -1 where it hangs on none. */
  readonly router: number
  /** The function given in place does nothing: it is empty, refuses, or only answers 501. */
  readonly isStub: boolean
  /** Index of the function that somebody has to call, so that it registers on a router made outside of it. */
  readonly within?: number
  /** What may stand for the version in its path: `1.0`. */
  readonly versions?: readonly string[]
  /** Method, path and handler are those of each item of a list. */
  readonly walked?: Walked
}

/** What routes of a file hang on, where no other router of the same file is above it. */
export interface Router {
  readonly framework: string
  readonly name: string
  /** Index of the function that makes it or is given it; -1 at the top of the file. */
  readonly within: number
  /** An application serves by itself, a router has to be mounted, one that is given was made elsewhere. */
  readonly kind: 'application' | 'router' | 'given'
  /** Its own part of the path, which its routes have in front. */
  readonly prefix: string
  readonly line: number
  /** The name that made it, where that comes from no package: a class of the repository may be called like one of a framework. */
  readonly madeBy?: string | undefined
  /** Its name says nothing: it serves only where something makes or mounts it. */
  readonly isDoubted?: boolean
  /** An application that its file exports and does nothing else with. */
  readonly isOnlyExported?: boolean
  /** Made and let go: nothing that follows has its name. */
  readonly isDropped?: boolean
}

/** A router of another file or function, hung below one of this file. */
export interface Mount {
  /** Index in the routers of the file; -1 where it hangs on none. */
  readonly router: number
  readonly framework: string
  readonly path: string
  readonly target: MountTarget
  /** The path stands in the place of the mounted router's own prefix. */
  readonly replaces: boolean
  readonly line: number
  /** Routes that the path is not put in front of. */
  readonly excluded?: readonly Excluded[]
  /** Of a type by one that comes from it: that says nothing of how others are mounted. */
  readonly isInherited?: boolean | undefined
  /** Path and target are those of each item of a list. */
  readonly walked?: Walked | undefined
}

/** `for (const [path, each] of Object.entries(routers))`: the list as it is written, and the names that stand for an item. */
export interface Walked {
  readonly list: string
  readonly variable: string
}

/** A route, as the code writes it: `health`, `users/(.*)`. */
export interface Excluded {
  readonly method: string
  readonly path: string
  /** The path is the name of a list of such. */
  readonly isList?: true
}

/**
 * An expression (`users`, `auth.router`, `require('./users')`, `usersRouter()`), a module by its dotted name, the end of a path, or
 * all routers of a framework.
 */
export interface MountTarget {
  readonly kind: 'expression' | 'module' | 'file' | 'framework'
  readonly text: string
}

/** A test asks for a path. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly line: number
}

export interface Named {
  readonly name: string
  readonly line: number
}

export interface Variable extends Named {
  /** The function of another file that must read what it is given the name of. */
  readonly by?: string
}

export interface Command extends Named {
  /** `tail`, `Fetch.run`; '' for a function given in place, and where the tool tells nothing. */
  readonly handler: string
  /** The function given in place does nothing. */
  readonly isStub: boolean
  /** What must be handed on by somebody, or nothing registers it: its builder, its variable, its class; `./` is its file. */
  readonly carriers?: readonly string[]
}

/** A name used outside its own declaration, and the index of the declaration that uses it: -1 at the top level. */
export interface Reference extends Named {
  readonly within: number
  /** It stands in a test that is written and not run. */
  readonly isSkipped: boolean
  /** It is a member: of this name, of what a module in quotes offers, or of some expression, which is ''; in Rust of a path, `crate::items::`. */
  readonly on?: string
  /** It only hands out what the file declares: under its name, or as what the module is. */
  readonly handsOut?: 'by name' | 'as a whole' | undefined
}

/** A text that a file keeps under a name: `BASE`, `Settings.API`, `config.api.prefix`. */
export interface Text {
  readonly name: string
  /** The text, or the name that it stands for: `settings = Settings()`. */
  readonly value: string
  readonly isName: boolean
}

/** What the bodies of one file do. */
export interface Depth {
  /** Each name once for each declaration that uses it, at its first line. */
  readonly references: readonly Reference[]
  readonly routes: readonly Route[]
  readonly routers: readonly Router[]
  readonly mounts: readonly Mount[]
  readonly texts: readonly Text[]
  /** Indices of the declarations whose body only says that it is not implemented, in the words of HTTP. */
  readonly refusals: readonly number[]
  /** Of test files only. */
  readonly requests: readonly Request[]
  readonly commands: readonly Command[]
  readonly tables: readonly Named[]
  /** Tables that a migration takes away again; what only its way back does counts neither here nor among the tables. */
  readonly drops: readonly Named[]
  readonly operations: readonly Named[]
  readonly environment: readonly Variable[]
  /** Functions that read the variable which their first parameter names. */
  readonly environmentReaders: readonly string[]
  /** Headings of documents and keys of configuration, dotted. */
  readonly keys: readonly Named[]
}

/** Why git tracks a file and nobody can read it here. */
export interface Apart {
  readonly why: string
  /** It belongs to another repository; else it is only not checked out. */
  readonly isElsewhere: boolean
}
