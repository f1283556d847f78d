// Methods that a base class leaves to its heirs, where the heirs lie in other files: overridden by work, they are no stubs. Looks only
// at files that declare a method of the same name, so that a codebase without such stubs costs nothing.

import { basesIn } from '../../code/bodies/overridden.ts'
import type { Codebase } from '../../code/codebase.ts'
import type { Declaration, Outline } from '../../code/model.ts'
import { isTestFile } from '../../code/test-files.ts'
import { type Trace, traced } from '../../code/trace.ts'

/** A name like `run` is everywhere; more files than this are not looked through for heirs. */
const MOST_FILES = 200
const LONGEST_HEADER = 400

/** The outline of a file in which what its heirs fill in is no stub. */
export type WithHeirs = (outline: Outline, path: string, trace: Trace) => Outline

export function findHeirs(codebase: Codebase): WithHeirs {
  const known = new Map<string, readonly Override[]>()
  const overridesOf: OverridesOf = path => {
    const overrides = known.get(path) ?? overridesIn(path, codebase)
    known.set(path, overrides)
    return overrides
  }
  return (outline, path, trace) => {
    const heirs: Heirs = {
      declaring: traced(codebase, trace).declaring,
      overridesOf(other) {
        trace.paths.add(other)
        return overridesOf(other)
      },
    }
    return withHeirs(outline, path, heirs)
  }
}

/** A method of a type that has bases. */
interface Override {
  readonly name: string
  readonly isStub: boolean
  readonly bases: ReadonlySet<string>
}

type OverridesOf = (path: string) => readonly Override[]

interface Heirs {
  readonly declaring: Codebase['declaring']
  readonly overridesOf: OverridesOf
}

function withHeirs(outline: Outline, path: string, { declaring, overridesOf }: Heirs): Outline {
  const { declarations } = outline
  if (!declarations.some(isOpenMethod)) return outline
  const isFilled = (method: Declaration) => {
    const others = declaring(method.name).filter(one => one !== path && !isTestFile(one))
    return isFilledIn(method, declarations[method.parent]!, others, overridesOf)
  }
  const filled = declarations.map(each =>
    isOpenMethod(each) ? withLookedFor(each, isFilled) : each,
  )
  return { ...outline, declarations: filled }
}

/** Heirs are looked for where a verdict rests on them: when somebody asks whether the method is a stub. */
function withLookedFor(
  method: Declaration,
  isFilled: (method: Declaration) => boolean,
): Declaration {
  let isStub: boolean | undefined
  return {
    ...method,
    get isStub() {
      isStub ??= !isFilled(method)
      return isStub
    },
  }
}

const isOpenMethod = ({ kind, isStub, parent }: Declaration) =>
  isStub && kind === 'method' && parent >= 0

/** Some heir elsewhere does the work, and none leaves a stub of its own. */
function isFilledIn(
  method: Declaration,
  base: Declaration,
  others: readonly string[],
  overridesOf: OverridesOf,
): boolean {
  const overriding = others
    .slice(0, MOST_FILES)
    .flatMap(overridesOf)
    .filter(each => each.name === method.name && each.bases.has(base.name))
  return overriding.length > 0 && overriding.every(each => !each.isStub)
}

/** Read once for a file, however many bases are asked about. */
function overridesIn(path: string, codebase: Codebase): readonly Override[] {
  const declarations = codebase.outline(path)?.declarations ?? []
  const isMethod = ({ kind, parent }: Declaration) => kind === 'method' && parent >= 0
  const methods = declarations.filter(isMethod)
  if (methods.length === 0) return []
  const lines = Buffer.from(codebase.bytes(path) ?? [])
    .toString('utf8')
    .split('\n')
  const bases = new Map(
    [...new Set(methods.map(each => each.parent))].map(parent => [
      parent,
      basesIn(headerOf(declarations[parent]!, lines)),
    ]),
  )
  return methods
    .map(({ name, isStub, parent }) => ({ name, isStub, bases: bases.get(parent)! }))
    .filter(each => each.bases.size > 0)
}

/** From the line of the class to its body. */
function headerOf({ line, endLine }: Declaration, lines: readonly string[]): string {
  const text = lines
    .slice(line - 1, Math.min(endLine, line + LONGEST_HEADER))
    .join('\n')
    .slice(0, LONGEST_HEADER)
  return /^[\s\S]*?(?:\{|:\s*(?:#.*)?(?:\n|$)|\n\s*(?:def|include)\b)/.exec(text)?.[0] ?? text
}
