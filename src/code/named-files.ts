// The files that a spec names, as a question: paths and globs whose syntax a grammar has to confirm.

import picomatch from 'picomatch'
import { isGlob } from '../base/paths.ts'

export function namedFiles(named: readonly string[]): (path: string) => boolean {
  const paths = new Set(named)
  const globs = named.filter(isGlob)
  const matches = globs.length > 0 ? picomatch(globs, { dot: true }) : () => false
  return path => paths.has(path) || matches(path)
}
