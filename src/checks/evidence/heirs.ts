// Methods that a base class leaves to its heirs, where the heirs lie in other files: overridden by work, they are no stubs. Looks only
// at files that declare a method of the same name, so that a codebase without such stubs costs nothing.

import { basesIn } from '../../code/bodies/overridden.ts'
import type { Codebase } from '../../code/codebase.ts'
import type { Declaration, Outline } from '../../code/model.ts'
import { isTestFile } from '../../code/test-files.ts'

/** A name like `run` is everywhere; more files than this are not looked through for heirs. */
const MOST_FILES = 200
const LONGEST_HEADER = 400

export function withHeirs(path: string, outline: Outline, codebase: Codebase): Outline {
  const { declarations } = outline
  if (!declarations.some(isOpenMethod)) return outline
  const filled = declarations.map(each =>
    isOpenMethod(each) && isFilledIn(each, declarations[each.parent]!, path, codebase)
      ? { ...each, isStub: false }
      : each,
  )
  return { ...outline, declarations: filled }
}

const isOpenMethod = ({ kind, isStub, parent }: Declaration) =>
  isStub && kind === 'method' && parent >= 0

/** Some heir elsewhere does the work, and none leaves a stub of its own. */
function isFilledIn(
  method: Declaration,
  base: Declaration,
  path: string,
  codebase: Codebase,
): boolean {
  const overriding = codebase
    .declaring(method.name)
    .filter(each => each !== path && !isTestFile(each))
    .slice(0, MOST_FILES)
    .flatMap(each => overridesIn(each, method.name, base.name, codebase))
  return overriding.length > 0 && overriding.every(each => !each.isStub)
}

function overridesIn(
  path: string,
  method: string,
  base: string,
  codebase: Codebase,
): readonly Declaration[] {
  const declarations = codebase.outline(path)?.declarations ?? []
  const own = declarations.filter(
    each => each.name === method && each.kind === 'method' && each.parent >= 0,
  )
  if (own.length === 0) return []
  const lines = Buffer.from(codebase.bytes(path) ?? [])
    .toString('utf8')
    .split('\n')
  return own.filter(each => basesIn(headerOf(declarations[each.parent]!, lines)).has(base))
}

/** From the line of the class to its body. */
function headerOf({ line, endLine }: Declaration, lines: readonly string[]): string {
  const text = lines
    .slice(line - 1, endLine)
    .join('\n')
    .slice(0, LONGEST_HEADER)
  return /^[\s\S]*?(?:\{|:\s*(?:#.*)?(?:\n|$)|\n\s*(?:def|include)\b)/.exec(text)?.[0] ?? text
}
