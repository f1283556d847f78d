// Claims of a unit file that mean no place in the repository, each with where it stands. Whether two claims overlap is asked elsewhere.

import { parseClaim } from '../base/claims.ts'
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
    return 'problem' in found
      ? [error('unit/claim', `it claims "${text}": ${found.problem}`, { at: locate(path), fix })]
      : []
  })
}

const fix = 'name a path, folder or glob inside the repository, as seen from its top: src/auth'
