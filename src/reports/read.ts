// Reads report files of every format from disk: one that a check wrote, or those that the user's own CI left behind.

import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, error, warning } from '../base/diagnostic.ts'
import { sha256 } from '../base/hash.ts'
import { isFileAt } from '../base/path-kind.ts'
import { systemTrouble } from '../base/system-trouble.ts'
import type { FileCoverage, TestCase } from '../contract/check-result.ts'
import { type ConfigFile, type ReportFormat, reportFormats } from '../contract/config.ts'
import { readCobertura } from './cobertura.ts'
import { readJUnit } from './junit.ts'
import { readLcov } from './lcov.ts'
import type { ReportPlace } from './place.ts'

export interface Report {
  /** Only of a report of tests. */
  readonly tests?: readonly TestCase[]
  /** Only of a report of coverage. */
  readonly coverage?: readonly FileCoverage[]
  readonly problems: readonly Diagnostic[]
}

export interface OwnReport extends Report {
  readonly file: string
  readonly format: ReportFormat
  /** When it was written, by the clock of the file system. */
  readonly writtenMs: number
  /** The hash of its content. */
  readonly digest: string
}

const MAX_BYTES = 128 * 1024 * 1024

/** One report file, relative to `root`. */
export function readReport(root: string, file: string, format: ReportFormat): Report {
  const text = readText(root, file)
  return typeof text === 'string' ? parse(text, format, placeOf(root, file)) : { problems: [text] }
}

/** The reports that `reports:` of the config names, in the order of formats and paths. A glob that finds nothing says so. */
export function readOwnReports(
  root: string,
  globs: ConfigFile['reports'],
): { readonly reports: readonly OwnReport[]; readonly problems: readonly Diagnostic[] } {
  const found = reportFormats.flatMap(format =>
    (globs?.[format] ?? []).map(glob => ({ format, glob, files: filesOf(root, glob) })),
  )
  const reports = found.flatMap(({ format, files }) =>
    files.map(file => readOwnReport(root, file, format)),
  )
  const problems = found.filter(each => each.files.length === 0).map(each => noReport(each.glob))
  return { reports, problems: [...problems, ...reports.flatMap(each => each.problems)] }
}

/** What of the user's own reports cannot be read: the rest counts all the same, so these are warnings. */
export const reportProblems = (root: string, globs: ConfigFile['reports']): readonly Diagnostic[] =>
  asWarnings(readOwnReports(root, globs).problems)

export const asWarnings = (problems: readonly Diagnostic[]): readonly Diagnostic[] =>
  problems.map(each => ({ ...each, severity: 'warning' }))

function readOwnReport(root: string, file: string, format: ReportFormat): OwnReport {
  const text = readText(root, file)
  const writtenMs = statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (typeof text !== 'string') return { file, format, writtenMs, digest: '', problems: [text] }
  return {
    file,
    format,
    writtenMs,
    digest: sha256(text),
    ...parse(text, format, placeOf(root, file)),
  }
}

function parse(text: string, format: ReportFormat, place: ReportPlace): Report {
  switch (format) {
    case 'junit':
      return readJUnit(text, place)
    case 'lcov':
      return readLcov(text, place)
    case 'cobertura':
      return readCobertura(text, place)
  }
}

function placeOf(root: string, report: string): ReportPlace {
  const known = new Map<string, boolean>()
  const isFile = (path: string) => {
    const answer = known.get(path) ?? isFileAt(join(root, path))
    known.set(path, answer)
    return answer
  }
  return { root, report, isFile }
}

function readText(root: string, file: string): string | Diagnostic {
  const at = { file }
  const path = join(root, file)
  if (!isFileAt(path)) return error('report/absent', 'there is no such report', { at })
  const { size } = statSync(path)
  if (size > MAX_BYTES)
    return error('report/too-large', `the report has ${size} bytes`, {
      at,
      fix: `keep it under ${MAX_BYTES} bytes`,
    })
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const trouble = systemTrouble(cause)
    if (!trouble) throw cause
    return { ...trouble, at }
  }
}

function filesOf(root: string, glob: string): string[] {
  return globSync(glob, { cwd: root, exclude: ['**/node_modules/**'] })
    .map(each => each.replaceAll('\\', '/'))
    .filter(each => isFileAt(join(root, each)))
    .sort()
}

function noReport(glob: string): Diagnostic {
  return warning('report/none', `no report matches ${glob}`, {
    fix: 'check reports: in the config, or run what writes it',
  })
}
