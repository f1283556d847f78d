// What the reader of a Solidity file remembers: its rows, and the contract it stands in.

import type { Export, Import } from '../../model.ts'
import type { Marks } from '../body-hash.ts'
import type { Placed, Row, Trouble } from '../rows.ts'

export interface Reading {
  readonly text: string
  readonly marks: Marks
  readonly isTestFile: boolean
  /** Trust the columns of lines over the balance of brackets. */
  readonly trustsColumns: boolean
  readonly rows: Row[]
  readonly imports: Placed<Import>[]
  readonly exports: Placed<Export>[]
  readonly troubles: Trouble[]
  /** Index of the row whose members are being read, or -1; contracts do not nest. */
  contract: number
  isSuspect: boolean
}
