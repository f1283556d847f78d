// Reads a spec and the files that it includes, from the cache where nothing changed. Parsing is loaded only where something did.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, DiagnosticError, error, hasErrors } from '../base/diagnostic.ts'
import { loadSpec, type SpecCache } from './cache.ts'
import type { Spec } from './model.ts'
import { readText, type Source } from './text.ts'

export interface ReadSpec {
  readonly spec: Spec
  readonly warnings: readonly Diagnostic[]
  /** Hashes of the included files as they were read, by path; undefined where a glob decides which they are. */
  readonly included: Readonly<Record<string, string>> | undefined
}

/** Reads `file`, relative to `root`. All errors of all files at once, or a valid spec. */
export async function readSpec(
  root: string,
  file: string,
  cache: SpecCache | undefined,
): Promise<ReadSpec> {
  const main = { file, text: readText(root, file) }
  const read = known(root, main, cache) ?? (await parsed(root, main, cache))
  const { spec, problems, included } = read
  const all = [...problems, ...(spec ? folders(root, spec) : [])]
  if (!spec || hasErrors(all)) throw new DiagnosticError(all)
  return { spec, warnings: all, included }
}

function known(root: string, main: Source, cache: SpecCache | undefined) {
  const found = cache && loadSpec(cache, main, path => readText(root, path))
  if (!found) return undefined
  return { spec: found.value.spec, problems: found.value.warnings, included: found.included }
}

async function parsed(root: string, main: Source, cache: SpecCache | undefined) {
  const { parseSpec } = await import('./parse.ts')
  return parseSpec(root, main, cache)
}

/** A declared file that is a folder can never be proved; a glob says what was meant. */
function folders(root: string, spec: Spec): Diagnostic[] {
  return spec.resources.flatMap(({ address, files, tests, at }) =>
    [...files, ...tests]
      .filter(path => statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory())
      .map(path =>
        error('spec/folder', `${address} names the folder ${path} as a file`, {
          at,
          fix: `write ${path}/**`,
        }),
      ),
  )
}
