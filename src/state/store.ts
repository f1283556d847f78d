// What a backend must do: three methods with compare-and-swap over small named texts. Locks and serials are written once above it.

export interface Versioned {
  readonly text: string
  /** Changes whenever the text does. */
  readonly version: string
}

export interface Store {
  /** Where the texts live, as a person would look for them. */
  readonly place: string
  read(name: string): Promise<Versioned | undefined>
  /** Writes if the stored version is still `expected` (undefined: nothing stored); answers whether it did. */
  swap(name: string, text: string, expected: string | undefined): Promise<boolean>
  /** Removes if the stored version is still `expected`; answers whether it did. */
  remove(name: string, expected: string): Promise<boolean>
}
