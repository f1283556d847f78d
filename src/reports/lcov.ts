// Coverage from lcov tracefiles, version 1 and 2. Pure over its text; a line that cannot be read is a diagnostic with its number.

import { type Diagnostic, error, warning } from '../base/diagnostic.ts'
import { CoverageBuilder, type CoverageReport, readCount } from './coverage.ts'
import { type ReportPlace, repositoryPath } from './place.ts'

const MAX_PROBLEMS = 20

/** Reads a tracefile; files outside the repository are left out. */
export function readLcov(text: string, place: ReportPlace): CoverageReport {
  const reader = new LcovReader(place)
  let line = 0
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    reader.take(text.slice(start, stop).trim(), ++line)
    start = stop + 1
  }
  reader.end(line)
  return { coverage: reader.coverage.result(), problems: reader.problems }
}

/** What one `SF … end_of_record` says of functions before it is complete. */
interface Section {
  readonly file: string | undefined
  readonly lines: Map<string, number>
  readonly hits: Map<string, number>
}

/** Known and of no use here: names of tests, versions, sums, branches, conditions. */
const passedOver = new Set([
  'TN',
  'VER',
  'FNF',
  'FNH',
  'LF',
  'LH',
  'BRDA',
  'BRF',
  'BRH',
  'MCDC',
  'MCF',
  'MCH',
])

class LcovReader {
  /** Sections of one file come from several runs. */
  readonly coverage = new CoverageBuilder((a, b) => Math.min(a + b, Number.MAX_SAFE_INTEGER))
  readonly problems: Diagnostic[] = []
  readonly #place: ReportPlace
  #section: Section | undefined
  #isEmpty = true

  constructor(place: ReportPlace) {
    this.#place = place
  }

  take(text: string, line: number): void {
    if (text === '' || text.startsWith('#')) return
    if (text === 'end_of_record') return this.#endSection(line)
    const colon = text.indexOf(':')
    const [kind, value] = [text.slice(0, colon), text.slice(colon + 1)]
    if (kind === 'SF') return this.#startSection(value, line)
    if (passedOver.has(kind)) return
    const record = Object.hasOwn(this.#records, kind) ? this.#records[kind] : undefined
    if (!record) this.#report(warning, `"${text.slice(0, 40)}" is no record of a tracefile`, line)
    else if (!this.#section) this.#report(error, `${kind} stands before any SF`, line)
    else if (!record(this.#section, value))
      this.#report(error, `${kind}:${value.slice(0, 40)} cannot be read`, line)
  }

  end(line: number): void {
    if (this.#section) this.#report(error, 'the last record has no end_of_record', line)
    else if (this.#isEmpty) this.#report(error, 'there is no record in this tracefile', line || 1)
  }

  /** Each answers whether it understood. */
  readonly #records: Readonly<Record<string, (section: Section, value: string) => boolean>> = {
    DA: ({ file }, value) => {
      const [line, hits] = value.split(',', 2).map(readCount)
      if (line === undefined || hits === undefined) return false
      if (file !== undefined) this.coverage.line(file, line, hits)
      return true
    },
    FN: ({ lines }, value) => {
      const [, line, name] = /^(\d+),(?:\d+,)?(.+)$/.exec(value) ?? []
      return name !== undefined && lines.set(name, Number(line)).size > 0
    },
    FNDA: ({ hits }, value) => {
      const [, count, name] = /^([^,]+),(.+)$/.exec(value) ?? []
      return addTo(hits, name, readCount(count))
    },
    // Version 2.2 numbers functions and gives each its names: `FNL:index,line[,end]`, `FNA:index,hits,name`.
    FNL: ({ lines }, value) => {
      const [, index, line] = /^(\d+),(\d+)(?:,\d+)?$/.exec(value) ?? []
      return line !== undefined && lines.set(`\0${index}`, Number(line)).size > 0
    },
    FNA: ({ lines, hits }, value) => {
      const [, index, count, name] = /^(\d+),([^,]+),(.+)$/.exec(value) ?? []
      const line = lines.get(`\0${index}`)
      if (name === undefined || line === undefined) return false
      lines.set(name, line)
      return addTo(hits, name, readCount(count))
    },
  }

  #startSection(path: string, line: number): void {
    if (this.#section) this.#report(error, 'SF stands inside another record', line)
    const file = repositoryPath(path, this.#place)
    this.#section = { file, lines: new Map(), hits: new Map() }
    this.#isEmpty = false
  }

  #endSection(line: number): void {
    if (!this.#section) return this.#report(error, 'end_of_record ends no record', line)
    const { file, lines, hits } = this.#section
    this.#section = undefined
    if (file === undefined) return
    for (const [name, at] of lines)
      if (!name.startsWith('\0')) this.coverage.function(file, name, at, hits.get(name) ?? 0)
  }

  #report(as: typeof error, message: string, line: number): void {
    if (this.problems.length < MAX_PROBLEMS)
      this.problems.push(as('report/lcov', message, { at: { file: this.#place.report, line } }))
  }
}

function addTo(
  hits: Map<string, number>,
  name: string | undefined,
  count: number | undefined,
): boolean {
  if (name === undefined || count === undefined) return false
  hits.set(name, (hits.get(name) ?? 0) + count)
  return true
}
