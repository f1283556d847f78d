// Paths as tools write them, as paths of this repository: whatever machine, folder or package the tool ran in. Touches no disk.

import { normalisePath } from '../base/paths.ts'

export interface ReportPlace {
  /** Where the report lies, relative to the repository root. */
  readonly report: string
  /** The absolute folder of the repository. */
  readonly root: string
  /** Whether a path of the repository is a file; without it only paths below the root are understood. */
  readonly isFile?: (path: string) => boolean
}

/** Undefined for a path that lies outside, or that cannot be told. */
export function repositoryPath(written: string, place: ReportPlace): string | undefined {
  const path = written.replace(/^file:\/\//, '').replaceAll('\\', '/')
  const root = place.root.replaceAll('\\', '/').replace(/\/+$/, '')
  if (path.startsWith(`${root}/`)) return normalised(path.slice(root.length + 1))
  const isAbsolute = path.startsWith('/') || /^[A-Za-z]:\//.test(path)
  if (isAbsolute) return knownSuffix(path, place)
  const plain = normalised(path)
  if (!place.isFile || (plain !== undefined && place.isFile(plain))) return plain
  return belowReport(path, place) ?? knownSuffix(path, place) ?? plain
}

function normalised(path: string): string | undefined {
  const result = normalisePath(path)
  return 'path' in result ? result.path : undefined
}

/** A tool that ran in a package writes paths relative to it, and its report below it. */
function belowReport(path: string, { report, isFile }: ReportPlace): string | undefined {
  const folders = report.split('/').slice(0, -1)
  return folders
    .map((_, up) => normalised([...folders.slice(0, folders.length - up), path].join('/')))
    .find(each => each !== undefined && isFile?.(each))
}

/** Fewer than these many parts in common are a coincidence. */
const MIN_SUFFIX_PARTS = 2
const MAX_SUFFIX_PARTS = 32

/** A report from another machine has another root before the same path. */
function knownSuffix(path: string, { isFile }: ReportPlace): string | undefined {
  const parts = path.split('/').slice(-MAX_SUFFIX_PARTS)
  return parts
    .slice(0, parts.length - MIN_SUFFIX_PARTS + 1)
    .map((_, from) => normalised(parts.slice(from).join('/')))
    .find(each => each !== undefined && isFile?.(each))
}

export interface WrittenPlace {
  readonly file: string
  readonly line: number
}

const MAX_TOKEN = 512

/** The places that a stack trace or a message names as `path:line`, in order, as they are written. */
export function* placesIn(text: string): Generator<WrittenPlace> {
  for (const [token] of text.matchAll(/[^\s()'"`<>[\]]+/g)) {
    const found =
      token.length > MAX_TOKEN ? null : /^(.+?\.\w+):(\d{1,7})(?::\d+)?:?,?$/.exec(token)
    if (found) yield { file: found[1]!, line: Number(found[2]) }
  }
}
