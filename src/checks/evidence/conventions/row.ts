// What a row of the tables of conventions says: which names a language or a framework calls by itself, where they lie, and by which
// bases it knows the types that it makes use of. Each family has a table of its own beside this file; a new convention is a row.

export interface Convention {
  /** `it is called by …`. */
  readonly by: string
  readonly files: RegExp
  /** Some file of the repository of this path has to say so. */
  readonly project?: { readonly file: RegExp; readonly says: RegExp }
  /** Names at the top of the file that it asks for. */
  readonly names?: RegExp
  /** What the file exports as its default. */
  readonly isDefault?: boolean
  /** Types with such a base, whatever its module, or with `anyType` each; */
  readonly bases?: RegExp
  /** where the base is no type of the repository, so that it is somebody else who calls; */
  readonly isForeign?: boolean
  /** their methods, which are called where somebody makes use of the type; */
  readonly methods?: RegExp
  /** those that the type offers, and none that it keeps to itself; */
  readonly isOffered?: boolean
  /** the types themselves, which it looks for; of another kind than a class or a struct, and then only those that are not abstract. */
  readonly isTypeToo?: boolean
  readonly kind?: string
  /** Methods that the text of the type names in this way, with the name in the place of `NAME`. */
  readonly naming?: readonly string[]
}

/** As `bases`: of whatever the type comes, or of nothing. */
export const anyType = /(?:)/
