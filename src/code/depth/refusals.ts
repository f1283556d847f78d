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
  const onLine = Map.groupBy(declarations.filter(isCallable), each => each.line)
  // What a line says that several stand on, any of them may say.
  const isBeside = ({ line, endLine }: Declaration) =>
    line === endLine && (onLine.get(line)?.length ?? 0) > 1
  return declarations.flatMap((each, index) => {
    const isBody = isCallable(each) && each.endLine - each.line < longest && !isBeside(each)
    return isBody && refusesText(textOf(each), language) ? [index] : []
  })
}

const isCallable = ({ kind }: Declaration) => /^(function|method|field)$/.test(kind)
