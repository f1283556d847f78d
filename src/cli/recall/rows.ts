// The rows of a view as they are kept behind it: each as it was shown, so that it can be joined again, and what was declared of each, so
// that one of them can be read again without the spec.

import type { Level } from '../../contract/level.ts'
import type { ShownRow } from '../../plan/views/report-row.ts'
import type { Resource } from '../../spec/model.ts'

export interface Declared {
  readonly resource: Resource
  readonly required: Level
}

export interface KeptRows {
  /** In the order of the spec. */
  readonly rows: readonly ShownRow[]
  readonly declared: (address: string) => Declared | undefined
}

/** All rows in one line, and what was declared in a line for each, which is unfolded where it is asked for. */
export const encodeRows = (
  rows: readonly ShownRow[],
  declared: readonly Declared[],
  isJson: boolean,
): string => [rowsText(rows, isJson), ...declared.map(each => JSON.stringify(each))].join('\n')

/** The same with other rows of the same resources. */
export const withRows = (text: string, rows: readonly ShownRow[], isJson: boolean): string =>
  rowsText(rows, isJson) + text.slice(text.indexOf('\n'))

/** Of each only the form in which it is shown. */
const rowsText = (rows: readonly ShownRow[], isJson: boolean) =>
  JSON.stringify(rows.map(each => (isJson ? { ...each, text: '' } : { ...each, json: {} })))

/** Undefined for a view of which none are known. */
export function decodeRows(text: string): KeptRows | undefined {
  if (text === '') return undefined
  const [first, ...lines] = text.split('\n')
  const rows = JSON.parse(first!) as readonly ShownRow[]
  return {
    rows,
    declared(address) {
      const line = lines[rows.findIndex(each => each.address === address)]
      return line === undefined ? undefined : (JSON.parse(line) as Declared)
    },
  }
}
