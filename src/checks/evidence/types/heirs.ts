// Methods that a base class leaves to its heirs, where the heirs lie in other files: overridden by work, they are no stubs. Looks only
// at files that declare a method of the same name, so that a codebase without such stubs costs nothing.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration, Outline } from '../../../code/model.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { type Trace, traced } from '../../../code/trace.ts'
import { findLineage, type Lineage } from './lineage.ts'
import { findNamesakes } from './namesake.ts'

/** A name like `run` is everywhere; more files than this are not looked through for heirs. */
const MOST_FILES = 200

/** The outline of a file in which what its heirs fill in is no stub. */
export type WithHeirs = (outline: Outline, path: string, trace: Trace) => Outline

export function findHeirs(codebase: Codebase): WithHeirs {
  const lineageFor = findLineage(codebase)
  const known = new Map<string, readonly Method[]>()
  const methodsIn: MethodsIn = (path, name) => {
    const key = `${path}\0${name}`
    const found = known.get(key) ?? methodsNamed(name, codebase.outline(path))
    known.set(key, found)
    return found
  }
  return (outline, path, trace) =>
    withHeirs(outline, path, {
      codebase: traced(codebase, trace),
      lineage: lineageFor(trace),
      methodsIn: (other, name) => {
        trace.outlines.add(other)
        return methodsIn(other, name)
      },
    })
}

/** A method, and the type that it stands in. */
interface Method {
  readonly isStub: boolean
  readonly owner: Declaration
}

/** Each file is unfolded once for a name, whoever asks. */
type MethodsIn = (path: string, name: string) => readonly Method[]

const methodsNamed = (name: string, outline: Outline | undefined): readonly Method[] =>
  (outline?.declarations ?? [])
    .filter(each => each.name === name && each.kind === 'method' && each.parent >= 0)
    .map(({ isStub, parent }) => ({ isStub, owner: outline!.declarations[parent]! }))

interface Seen {
  readonly codebase: Codebase
  readonly lineage: Lineage
  readonly methodsIn: MethodsIn
}

/** A method of a type that has bases. */
interface Override {
  readonly path: string
  readonly isStub: boolean
  readonly bases: ReadonlySet<string>
}

function withHeirs(
  outline: Outline,
  path: string,
  { codebase, lineage, methodsIn }: Seen,
): Outline {
  const { declarations } = outline
  if (!declarations.some(isOpenMethod)) return outline
  const isNamesake = findNamesakes(codebase)
  const isFilled = (method: Declaration) => {
    const base = declarations[method.parent]!
    const isOfOther = (each: Override) =>
      each.bases.has(base.name) && isNamesake(each.path, base.name, path)
    const others = codebase.declaring(method.name).filter(one => one !== path && !isTestFile(one))
    const overrides = others
      .slice(0, MOST_FILES)
      .flatMap(other => overridesIn(other, methodsIn(other, method.name), lineage))
    const own = overrides.filter(each => lineage.descends(each.bases, base.name))
    return isFilledIn(own.filter(each => !isOfOther(each)))
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
const isFilledIn = (heirs: readonly Override[]) =>
  heirs.length > 0 && heirs.every(each => !each.isStub)

const overridesIn = (
  path: string,
  methods: readonly Method[],
  lineage: Lineage,
): readonly Override[] =>
  methods
    .map(({ isStub, owner }) => ({ path, isStub, bases: lineage.basesOf(path, owner) }))
    .filter(each => each.bases.size > 0)
