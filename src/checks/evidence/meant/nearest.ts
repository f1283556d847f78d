// The declaration of a file that a plain name means at one of its lines: the function that a decorator of the line stands on, a member
// of the type around the line, or what the file declares for itself.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import { type CodeSymbol, ownName } from '../../../evidence/facts.ts'
import { codeOf } from '../code-of.ts'
import { symbolsIn } from './symbols.ts'

export function nearestOwn(
  name: string,
  file: string,
  line: number,
  codebase: Codebase,
): CodeSymbol | undefined {
  const own = symbolsIn(file, codebase).filter(
    ({ declaration }) => ownName(declaration) === name && declaration.kind !== 'constant',
  )
  if (own.length === 0) return undefined
  const decorated = decoratedAt(own, file, line, codebase)
  if (decorated) return decorated
  const around = typeAround(file, line, codebase)
  const beside = own.find(each => isIn(each.declaration, around) && sees(file))
  return beside ?? own.find(each => each.declaration.parent < 0) ?? onlyOne(own)
}

const onlyOne = (found: readonly CodeSymbol[]) => (found.length === 1 ? found[0] : undefined)

/** Of several the one that a decorator, an attribute or an annotation of the line stands on. */
export function decoratedAt(
  found: readonly CodeSymbol[],
  file: string,
  line: number,
  codebase: Codebase,
): CodeSymbol | undefined {
  const isDecorator = /^\s*#?[@[]/.test(codeOf(file, codebase).split('\n')[line - 1] ?? '')
  return isDecorator
    ? found.find(each => each.file === file && each.declaration.line >= line)
    : undefined
}

/** In their languages a member sees the others by their plain names. */
const sees = (file: string) => /\.(swift|cs|java|kts?|rb|php)$/.test(file)

const isIn = ({ line, endLine }: Declaration, around: Declaration | undefined) =>
  around !== undefined && around.line <= line && endLine <= around.endLine

/** The innermost one. */
export const typeAround = (file: string, line: number, codebase: Codebase) =>
  codebase
    .outline(file)
    ?.declarations.findLast(
      each => types.test(each.kind) && each.line <= line && line <= each.endLine,
    )

const types = /^(class|struct|enum|interface|protocol|trait|object)$/
