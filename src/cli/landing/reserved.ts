// What a branch changes that decides about work: what counts and how it is proved, what runs in CI, hooks, and the unit files that the target
// has. The same rule as for units, which need a claim that names such a file; a branch needs a grant. Reads only.

import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { foldCase } from '../../base/paths.ts'
import { shellWord } from '../../base/shell-word.ts'
import { fromProject, fromTop } from '../../engine/project-folder.ts'
import { ungranted } from '../../work/branch.ts'
import { readUnitFile } from '../../work/readers/unit-file.ts'
import { isReserved } from '../../work/reserved.ts'
import { runGit } from '../../workspace/git.ts'
import { textsAt } from '../runs/rewrites.ts'
import type { Place } from './place.ts'

/** Of the paths that a branch changes, those that decide about work. */
export async function reservedAmong(
  place: Place,
  paths: readonly string[],
  reserved: readonly string[],
): Promise<readonly string[]> {
  const units = await unitFilesAmong(place, paths)
  return paths.filter(each => isReserved(each, reserved) || units.has(each))
}

/** A unit file that only the branch has asks for work that nobody has started: it is for whoever runs it. */
async function unitFilesAmong(
  place: Place,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const named = paths.filter(each => each.toLowerCase().endsWith('.md'))
  if (named.length === 0) return new Set()
  const claiming = await filesSaying(place, '^ *["\']?claims')
  const there = new Map(claiming.map(each => [foldCase(each), each]))
  const texts = textsAt(place, place.target.tip)
  const found = new Set<string>()
  for (const path of named) {
    const file = there.get(foldCase(fromTop(place, path)))
    if (file === undefined) continue
    const text = (await texts(fromProject(place, file))) ?? ''
    if (readUnitFile(text, path).unit?.front.claims !== undefined) found.add(path)
  }
  return found
}

/** Markdown files of the target with such a line, as git names them: one question, however many there are. */
async function filesSaying({ git, target }: Place, line: string): Promise<readonly string[]> {
  const words = ['grep', '-l', '-z', '-E', '-e', line, target.tip, '--', ':(top,glob)**/*.md']
  const variables = { GIT_LITERAL_PATHSPECS: '0' }
  const { stdout } = await runGit(git, words, { accepts: [0, 1], variables })
  const rows = stdout.toString().split('\0').filter(Boolean)
  return rows.map(each => each.slice(target.tip.length + 1))
}

export function reservedProblems(
  branch: string,
  reserved: readonly string[],
  grants: readonly string[],
): readonly Diagnostic[] {
  return ungranted(reserved, grants).map(path =>
    error('land/reserved', `${branch} changes ${path}, which decides what counts`, {
      fix: `look at it, then add --grant ${shellWord(path)}`,
    }),
  )
}
