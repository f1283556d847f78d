// Refuses claims on symbols of files whose symbols nothing here reads, before an agent starts: nobody could judge them afterwards.

import { cacheFolder } from '../../base/cache-folder.ts'
import { parseClaim } from '../../base/claims.ts'
import { type Diagnostic, DiagnosticError, error } from '../../base/diagnostic.ts'
import { openLanguages } from '../../code/languages/user-languages.ts'
import type { CompiledUnit } from '../../work/compile.ts'
import type { World } from '../world.ts'

export async function refuseUnreadSymbols(
  root: string,
  units: readonly CompiledUnit[],
  { environment }: World,
): Promise<void> {
  const claimed = units.flatMap(({ plan }) => plan.write.flatMap(text => symbolIn(plan.name, text)))
  if (claimed.length === 0) return
  const { openOutliner } = await import('../../code/outliner.ts')
  const outliner = openOutliner(cacheFolder(environment), await openLanguages(root))
  const problems = claimed.filter(each => !outliner.reads(each.path)).map(unread)
  if (problems.length > 0) throw new DiagnosticError(problems)
}

interface SymbolClaim {
  readonly unit: string
  readonly text: string
  readonly path: string
}

function symbolIn(unit: string, text: string): readonly SymbolClaim[] {
  const claims = parseClaim(text)
  if ('problem' in claims) return []
  return claims.flatMap(({ symbol, place }) =>
    symbol === undefined ? [] : [{ unit, text, path: place.join('/') }],
  )
}

const unread = ({ unit, text, path }: SymbolClaim): Diagnostic =>
  error(
    'unit/symbol',
    `${unit} claims ${text}, and nothing here reads the symbols of such a file`,
    {
      fix: `claim ${path} itself`,
    },
  )
