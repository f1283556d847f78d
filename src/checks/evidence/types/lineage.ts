// Which types come from which, by what the headers of their declarations name, over all files. A base that is named is followed to
// where it is declared, so that an heir of an heir is one, too.

import { basesIn } from '../../../code/bodies/overridden.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { type Trace, traced } from '../../../code/trace.ts'

const LONGEST_HEADER = 400
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

/** Files are read once, and the bases of a name looked for once, whoever asks. */
export function findLineage(codebase: Codebase): (trace: Trace) => Lineage {
  const read = new Map<string, readonly string[]>()
  const named = new Map<string, NamedBases>()
  const linesOf = (path: string) => {
    const lines = read.get(path) ?? textOf(path, codebase).split('\n')
    read.set(path, lines)
    return lines
  }
  const basesNamed = (name: string, paths: readonly string[]): NamedBases => {
    const declared = paths.flatMap(path =>
      (codebase.outline(path)?.declarations ?? [])
        .filter(each => each.name === name && types.has(each.kind))
        .map(each => ({ path, header: headerIn(each, linesOf(path)) })),
    )
    const bases = [...new Set(declared.flatMap(each => [...basesIn(each.header)]))]
    return { bases, outlines: paths, headers: declared.map(each => each.path) }
  }
  return trace => {
    const seen = traced(codebase, trace)
    const headerOf = (path: string, declaration: Declaration) => {
      trace.paths.add(path)
      return headerIn(declaration, linesOf(path))
    }
    const basesOf = (path: string, each: Declaration) => basesIn(headerOf(path, each))
    const basesOfName = (name: string) => {
      const paths = seen.declaring(name).filter(path => !isTestFile(path))
      if (paths.length > MOST_FILES) return []
      const found = named.get(name) ?? basesNamed(name, paths)
      named.set(name, found)
      for (const path of found.outlines) trace.outlines.add(path)
      for (const path of found.headers) trace.paths.add(path)
      return found.bases
    }
    return { headerOf, basesOf, descends: (bases, type) => descends(bases, type, basesOfName) }
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

export function headerIn({ line, endLine }: Declaration, lines: readonly string[]): string {
  const text = lines
    .slice(line - 1, Math.min(endLine, line + LONGEST_HEADER))
    .join('\n')
    .slice(0, LONGEST_HEADER)
  return /^[\s\S]*?(?:\{|:\s*(?:#.*)?(?:\n|$)|\n\s*(?:def|include)\b)/.exec(text)?.[0] ?? text
}
