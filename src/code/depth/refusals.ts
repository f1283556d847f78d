// Declarations of a file whose body only says that it is not implemented: as an answer (501), where no exception tells so.

import type { Declaration } from '../model.ts'
import { mayRefuse, refusesText } from './hollow.ts'

/** Nobody needs more lines to say so. */
const longest = 20

export function readRefusals(
  source: string,
  language: string,
  declarations: readonly Declaration[],
): readonly number[] {
  if (!mayRefuse(source)) return []
  const lines = source.split('\n')
  const textOf = ({ line, endLine }: Declaration) => lines.slice(line - 1, endLine).join('\n')
  return declarations.flatMap((each, index) => {
    const isBody = /^(function|method|field)$/.test(each.kind) && each.endLine - each.line < longest
    return isBody && refusesText(textOf(each), language) ? [index] : []
  })
}
