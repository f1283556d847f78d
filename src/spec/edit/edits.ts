// What may be asked of a spec's text. Every edit speaks of the text as it was given: addresses are those before a rename of the same call.

export type SpecEdit = Add | SetField | UnsetField | Remove | Rename | SetTop

/** A value as plain data; members that are undefined count as absent. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue | undefined }

/** A new resource at the end of its type's section. */
export interface Add {
  readonly op: 'add'
  readonly address: string
  /** Fields in the order in which they shall stand. */
  readonly body: { readonly [field: string]: PlainValue | undefined }
  /** Lines to stand above it, with or without `#`. */
  readonly comment?: string
}

export interface SetField {
  readonly op: 'set'
  readonly address: string
  /** A path of keys: `description`, `attributes.functions`. */
  readonly field: string
  readonly value: PlainValue
}

export interface UnsetField {
  readonly op: 'unset'
  readonly address: string
  readonly field: string
}

/** Takes the comment lines directly above along. */
interface Remove {
  readonly op: 'remove'
  readonly address: string
}

/** Whatever depends on or connects to it follows, also in values that other edits of the call bring; an entry under `moved` tells the state. */
export interface Rename {
  readonly op: 'rename'
  readonly from: string
  readonly to: string
}

/** A key of the file itself, `resources` excepted; undefined takes it away. */
export interface SetTop {
  readonly op: 'top'
  readonly field: string
  readonly value: PlainValue | undefined
}
