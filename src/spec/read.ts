// Reads a spec and the files that it includes, from the cache where nothing changed. The only file of this room that sees the disk.

import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, DiagnosticError, error, hasErrors } from '../base/diagnostic.ts'
import { isGlob, normalisePath } from '../base/paths.ts'
import { type CachedSpec, loadSpec, type SpecCache, storeSpec } from './cache.ts'
import { decodeSpec, type Include, type SpecPart } from './decode.ts'
import { mergeSpec } from './merge.ts'
import type { Spec } from './model.ts'

export interface ReadSpec {
  readonly spec: Spec
  readonly warnings: readonly Diagnostic[]
}

interface Source {
  readonly file: string
  readonly text: string
}

/** Reads `file`, relative to `root`. All errors of all files at once, or a valid spec. */
export function readSpec(root: string, file: string, cache: SpecCache | undefined): ReadSpec {
  const main = { file, text: readText(root, file) }
  const cached = cache && loadSpec(cache, main, path => readText(root, path))
  const { value } = cached ?? { value: parse(root, main, cache) }
  const problems = [...value.warnings, ...folders(root, value.spec)]
  if (hasErrors(problems)) throw new DiagnosticError(problems)
  return { spec: value.spec, warnings: problems }
}

function parse(root: string, main: Source, cache: SpecCache | undefined): CachedSpec {
  const sources: Source[] = []
  const { parts, problems } = decodeAll(root, main, sources)
  if (parts[0] === undefined) throw new DiagnosticError(problems)
  const merged = mergeSpec([parts[0], ...parts.slice(1)])
  const all = [...problems, ...merged.problems]
  if (hasErrors(all)) throw new DiagnosticError([...all, ...folders(root, merged.spec)])
  const value = { spec: merged.spec, warnings: all }
  if (cache && !parts.some(each => each.include.some(({ pattern }) => isGlob(pattern))))
    storeSpec(cache, sources, value)
  return value
}

/** Breadth first, each file once; what an included file includes counts too. */
function decodeAll(root: string, main: Source, sources: Source[]) {
  const parts: SpecPart[] = []
  const problems: Diagnostic[] = []
  const seen = new Set([main.file])
  const waiting = [main]
  for (const source of waiting) {
    sources.push(source)
    const { part, problems: found } = decodeSpec(source.text, source.file)
    problems.push(...found)
    if (!part) continue
    parts.push(part)
    for (const include of part.include) {
      for (const file of included(root, include, problems)) {
        if (seen.has(file)) continue
        seen.add(file)
        waiting.push({ file, text: readText(root, file) })
      }
    }
  }
  return { parts, problems }
}

function included(root: string, { pattern, at }: Include, problems: Diagnostic[]): string[] {
  const result = normalisePath(pattern)
  if ('problem' in result) {
    problems.push(
      error('spec/include', `include "${pattern}" must lie inside the repository`, { at }),
    )
    return []
  }
  if (!isGlob(result.path)) {
    if (statSync(join(root, result.path), { throwIfNoEntry: false })?.isFile()) return [result.path]
    problems.push(
      error('spec/include', `included file ${result.path} does not exist`, {
        at,
        fix: 'create it or remove the line',
      }),
    )
    return []
  }
  return globSync(result.path, { cwd: root })
    .map(each => each.replaceAll('\\', '/'))
    .sort()
}

function readText(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT')
      throw new DiagnosticError([
        error('spec/absent', `there is no spec file ${file}`, {
          fix: 'run fixpoint init, or name one with --spec',
        }),
      ])
    if (code === 'EISDIR')
      throw new DiagnosticError([
        error('spec/folder', 'the spec is a folder', { at: { file }, fix: 'name a file' }),
      ])
    throw cause
  }
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
