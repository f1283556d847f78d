// Coverage of files while it is being read: hits by line and by function, in the order of lines at the end.

import type { Diagnostic } from '../base/diagnostic.ts'
import { sortedBy } from '../base/order.ts'
import type { FileCoverage } from '../contract/check-result.ts'

export interface CoverageReport {
  readonly coverage: readonly FileCoverage[]
  readonly problems: readonly Diagnostic[]
}

interface Draft {
  readonly lines: Map<number, number>
  readonly functions: Map<string, { readonly line: number; readonly hits: number }>
}

/** How two counts of the same line become one: reports of several runs add up, several views of one run do not. */
type Join = (a: number, b: number) => number

export class CoverageBuilder {
  readonly #files = new Map<string, Draft>()
  readonly #join: Join

  constructor(join: Join) {
    this.#join = join
  }

  line(file: string, line: number, hits: number): void {
    const { lines } = this.#draft(file)
    const before = lines.get(line)
    lines.set(line, before === undefined ? hits : this.#join(before, hits))
  }

  /** Functions of one name are told apart by their lines. */
  function(file: string, name: string, line: number, hits: number): void {
    const { functions } = this.#draft(file)
    const key = `${line} ${name}`
    const before = functions.get(key)
    functions.set(key, { line, hits: before ? this.#join(before.hits, hits) : hits })
  }

  result(): readonly FileCoverage[] {
    return sortedBy(this.#files, ([file]) => file).map(([file, { lines, functions }]) => ({
      file,
      lines: [...lines].sort(([a], [b]) => a - b),
      functions: [...functions]
        .map(([key, { line, hits }]) => ({ name: key.slice(key.indexOf(' ') + 1), line, hits }))
        .sort((a, b) => a.line - b.line),
    }))
  }

  #draft(file: string): Draft {
    const known = this.#files.get(file)
    if (known) return known
    const draft: Draft = { lines: new Map(), functions: new Map() }
    this.#files.set(file, draft)
    return draft
  }
}

/** A count as tools write it: `3`, `1e6`, `-1` from a counter that ran over. Undefined for anything else. */
export function readCount(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isNaN(value) ? undefined : Math.min(Math.max(0, Math.floor(value)), MAX_COUNT)
}

const MAX_COUNT = Number.MAX_SAFE_INTEGER
