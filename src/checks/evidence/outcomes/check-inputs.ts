// What the result of a check depends on, as content: the files of who names it, what those import, the tests that refer to it and the
// lock files, or what the recipe names instead; and always the files that the recipe itself runs. Reads, and decides nothing.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../../base/hash.ts'
import { isFileAt } from '../../../base/path-kind.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { CheckOrder } from '../../../contract/order.ts'
import type { Resource } from '../../../spec/model.ts'
import type { Inputs } from '../../key.ts'
import { type Part, programOf, scriptsIn } from '../../program/program.ts'
import { importsIn } from '../imports.ts'
import { expandPaths } from '../select.ts'

/** A resource with the files and tests that were found to be its own. */
export interface CheckSubject {
  readonly resource: Resource
  readonly files: readonly string[]
  readonly tests: readonly string[]
}

export type InputsOf = (recipe: CheckOrder, subject: CheckSubject) => Promise<Inputs>

/** `root` is where the checks run. */
export function checkInputs(root: string, codebase: Codebase): InputsOf {
  const closure = closureIn(codebase)
  return async (recipe, subject) => {
    const own = ownInputs(recipe, subject, codebase, closure)
    // Nothing is known that would make it stale: that is said, and not hidden behind a script.
    if (own.size === 0) return own
    return new Map([...own, ...(await programInputs(recipe, root))])
  }
}

const lockFile =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|requirements[^/]*\.txt|Cargo\.lock|go\.sum|composer\.lock|Gemfile\.lock|gradle\.lockfile)$/

function ownInputs(
  { inputs }: CheckOrder,
  { files, tests }: CheckSubject,
  codebase: Codebase,
  closure: (files: readonly string[]) => readonly string[],
): Inputs {
  const paths =
    inputs === undefined
      ? [...closure([...files, ...tests]), ...codebase.files.filter(path => lockFile.test(path))]
      : expandPaths(inputs, codebase)
  const known = [...new Set(paths)].filter(path => codebase.has(path)).sort()
  return new Map(known.map(path => [path, sha256(codebase.bytes(path) ?? 'unreadable')]))
}

/** Files with everything that they import, directly or not. */
function closureIn(codebase: Codebase): (files: readonly string[]) => readonly string[] {
  let imports: ((path: string) => readonly string[]) | undefined
  return files => {
    imports ??= importsIn(codebase)
    const found = new Set(files)
    for (const path of found) for (const each of imports(path)) found.add(each)
    return [...found]
  }
}

/** What a recipe starts may be hidden from the codebase, as an ignored script is. */
async function programInputs(recipe: CheckOrder, root: string): Promise<Inputs> {
  const textOf = (path: string) => {
    const place = join(root, path)
    return isFileAt(place) ? readFileSync(place, 'utf8') : undefined
  }
  const parts = await programOf(recipe, async path => textOf(path))
  return new Map(parts.flatMap(each => hashOf(each, textOf(each.path)) ?? []))
}

/** Installed packages are told by the lock files. */
function hashOf({ path, scripts, isFolder }: Part, text: string | undefined) {
  if (isFolder || text === undefined) return undefined
  if (scripts === undefined) return [[path, sha256(text)] as const]
  const all = scriptsIn(text)
  return scripts.flatMap(name =>
    all?.[name] === undefined ? [] : [[`${path} scripts.${name}`, sha256(all[name])] as const],
  )
}
