// What stands in a path for the version of a controller of Nest: nothing, unless the application turns versions in paths on.

import type { Codebase } from '../../../code/codebase.ts'
import { isTestFile } from '../../../code/test-files.ts'

/** Undefined where nobody can tell. */
export function versionText(codebase: Codebase): (version: string) => string | undefined {
  let prefix: string | undefined
  let isKnown = false
  return version => {
    if (!isKnown) {
      prefix = versionPrefix(codebase)
      isKnown = true
    }
    return prefix === undefined || prefix === '' ? prefix : `${prefix}${version}`
  }
}

/** Versions are in the path unless the type says that they are elsewhere, with a `v` in front unless another prefix is given. */
function versionPrefix(codebase: Codebase): string | undefined {
  const calls = codebase.files.filter(isScript).flatMap(path => {
    const text = Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
    return /\benableVersioning\(([^()]*)\)/.exec(text)?.[1] ?? []
  })
  const prefixes = new Set(calls.map(prefixIn))
  if (prefixes.size === 0) return ''
  return prefixes.size === 1 ? [...prefixes][0] : undefined
}

const isScript = (path: string) => /\.[cm]?[jt]s$/.test(path) && !isTestFile(path)

function prefixIn(options: string): string | undefined {
  const type = /\btype\s*:\s*([\w.]+)/.exec(options)?.[1]
  if (type !== undefined && /\.(HEADER|MEDIA_TYPE|CUSTOM)$/.test(type)) return ''
  if (type !== undefined && type !== 'VersioningType.URI') return undefined
  const prefix = /\bprefix\s*:\s*([^,}\s]+)/.exec(options)?.[1]
  return prefix === undefined ? 'v' : /^["'](.*)["']$/.exec(prefix)?.[1]
}
