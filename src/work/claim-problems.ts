// Claims of a unit file that mean no place in the repository, each with where it stands. Whether two claims overlap is asked elsewhere.

import { type Claim, parseClaim } from '../base/claims.ts'
import { type Diagnostic, error, type Location } from '../base/diagnostic.ts'
import type { UnitFrontMatter } from '../contract/unit.ts'

type Locate = (path: readonly PropertyKey[]) => Location

export function claimProblems(
  { claims = {}, produces = [] }: UnitFrontMatter,
  locate: Locate,
): readonly Diagnostic[] {
  const kinds = ['create', 'edit', 'delete', 'read'] as const
  const named = kinds.flatMap(kind =>
    (claims[kind] ?? []).map((text, at) => ({ text, path: ['claims', kind, at] })),
  )
  const files = [produces].flat().map((text, at) => ({
    text,
    path: Array.isArray(produces) ? ['produces', at] : ['produces'],
  }))
  return [...named, ...files].flatMap(({ text, path }) => {
    const found = parseClaim(text)
    const problem = 'problem' in found ? found.problem : gitProblem(found)
    return problem === undefined
      ? []
      : [error('unit/claim', `it claims "${text}": ${problem}`, { at: locate(path), fix })]
  })
}

/** No tree of git can hold such a name, on any level and in any case, so nothing of it could ever land. */
function gitProblem(claims: readonly Claim[]): string | undefined {
  const isGits = ({ place, pattern }: Claim) =>
    [...place, ...pattern].some(each => each.toLowerCase() === '.git')
  return claims.some(isGits)
    ? 'git keeps its own files in .git, and commits none of them'
    : undefined
}

const fix = 'name a path, folder or glob inside the repository, as seen from its top: src/auth'
