// Parses a spec and everything that it includes. Loads the YAML reader and the schemas, so it is itself loaded only when the cache misses.

import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, error, hasErrors, warning } from '../base/diagnostic.ts'
import { isGlob, normalisePath } from '../base/paths.ts'
import { hashesOf, type SpecCache, storeSpec } from './cache.ts'
import { decodeSpec, type Include, type SpecPart } from './decode.ts'
import { mergeSpec } from './merge.ts'
import type { Spec } from './model.ts'
import { readText, type Source } from './text.ts'

export interface ParsedSpec {
  /** Undefined where nothing could be made of the text. */
  readonly spec: Spec | undefined
  readonly problems: readonly Diagnostic[]
  /** Hashes of the included files by path; undefined where a glob decides which they are. */
  readonly included: Readonly<Record<string, string>> | undefined
}

/** Only what is valid is kept; a glob of includes can change without any file that was read. */
export function parseSpec(root: string, main: Source, cache: SpecCache | undefined): ParsedSpec {
  const sources: Source[] = []
  const { parts, problems: faults } = decodeAll(root, main, sources)
  const [first, ...included] = parts
  if (first === undefined) return { spec: undefined, problems: faults, included: undefined }
  const { spec, problems: conflicts } = mergeSpec([first, ...included])
  const problems = [...faults, ...conflicts]
  const hasGlobs = parts.some(each => each.include.some(({ pattern }) => isGlob(pattern)))
  if (cache && !hasGlobs && !hasErrors(problems))
    storeSpec(cache, sources, { spec, warnings: problems })
  return { spec, problems, included: hasGlobs ? undefined : hashesOf(sources.slice(1)) }
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
  const found = globSync(result.path, { cwd: root })
  if (found.length === 0)
    problems.push(warning('spec/include', `include "${pattern}" finds no file`, { at }))
  return found.map(each => each.replaceAll('\\', '/')).sort()
}
