// Which types come from which, by what the headers of their declarations name, over all files. A base that is named is followed to
// where it is declared, so that an heir of an heir is one, too.

import { basesIn } from '../../../code/bodies/overridden.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import { headerAmong, headerIn, headers } from '../../../code/signs/headers.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { type Trace, traced } from '../../../code/trace.ts'

/** Bases of bases of bases: nobody goes on longer. */
const DEEPEST = 6
/** A base of a name that more files declare is not followed. */
const MOST_FILES = 10

export interface Lineage {
  /** The header of a declaration, from its line to its body. */
  headerOf(path: string, declaration: Declaration): string
  /** The names in the header of a type behind its own. */
  basesOf(path: string, declaration: Declaration): ReadonlySet<string>
  /** One of the bases is this type, or comes from it. */
  descends(bases: ReadonlySet<string>, type: string): boolean
}

interface NamedBases {
  readonly bases: readonly string[]
  /** Files whose outlines were looked at, and those of them whose headers were read. */
  readonly outlines: readonly string[]
  readonly headers: readonly string[]
}

/** The bases of a name are looked for once, whoever asks. */
export function findLineage(codebase: Codebase): (trace: Trace) => Lineage {
  const named = new Map<string, NamedBases>()
  const headerOf = (path: string, declaration: Declaration) =>
    headerAmong(codebase.sign(path, headers), declaration) ??
    headerIn(declaration, textOf(path, codebase).split('\n'))
  const basesNamed = (name: string, paths: readonly string[]): NamedBases => {
    const declared = paths.flatMap(path =>
      (codebase.outline(path)?.declarations ?? [])
        .filter(each => each.name === name && types.has(each.kind))
        .map(each => ({ path, header: headerOf(path, each) })),
    )
    const bases = [...new Set(declared.flatMap(each => [...basesIn(each.header)]))]
    return { bases, outlines: paths, headers: declared.map(each => each.path) }
  }
  return trace => {
    const seen = traced(codebase, trace)
    const notedHeader = (path: string, declaration: Declaration) => {
      trace.paths.add(path)
      return headerOf(path, declaration)
    }
    const basesOf = (path: string, each: Declaration) => basesIn(notedHeader(path, each))
    const basesOfName = (name: string) => {
      const paths = seen.declaring(name).filter(path => !isTestFile(path))
      if (paths.length > MOST_FILES) return []
      const found = named.get(name) ?? basesNamed(name, paths)
      named.set(name, found)
      for (const path of found.outlines) trace.outlines.add(path)
      for (const path of found.headers) trace.paths.add(path)
      return found.bases
    }
    return {
      headerOf: notedHeader,
      basesOf,
      descends: (bases, type) => descends(bases, type, basesOfName),
    }
  }
}

const types: ReadonlySet<string> = new Set([
  'class',
  'interface',
  'struct',
  'contract',
  'trait',
  'protocol',
])

const textOf = (path: string, codebase: Codebase) =>
  Buffer.from(codebase.bytes(path) ?? []).toString('utf8')

function descends(
  bases: ReadonlySet<string>,
  type: string,
  basesOfName: (name: string) => readonly string[],
): boolean {
  const known = new Set<string>()
  let open = [...bases]
  for (let depth = 0; depth < DEEPEST && open.length > 0; depth++) {
    if (open.includes(type)) return true
    for (const each of open) known.add(each)
    open = [...new Set(open.flatMap(basesOfName))].filter(each => !known.has(each))
  }
  return false
}
