// What the reader of a Solidity file remembers: its rows, and the contract it stands in.

import { type Findings, noFindings } from '../rows.ts'
import { type Marks, noMarks } from '../script/marks.ts'

export interface Reading extends Findings {
  readonly marks: Marks
  /** Trust the columns of lines over the balance of brackets. */
  readonly trustsColumns: boolean
  /** Index of the row whose members are being read, or -1; contracts do not nest. */
  contract: number
  /** The bodies of the modifiers by their names, once somebody has asked for one. */
  modifiers?: ReadonlyMap<string, string>
}

export function begin(path: string, text: string, trustsColumns: boolean): Reading {
  return { ...noFindings(path, text), marks: noMarks(), trustsColumns, contract: -1 }
}
