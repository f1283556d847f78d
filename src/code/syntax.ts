// Whether a file really parses. The scanners find declarations fast and forgive much; for files that a resource names a grammar
// has the last word, apart from what is plainly Python, and for TypeScript, whose grammar lags behind the language, the compiler
// that Node brings.

import module from 'node:module'
import type { Outline, SyntaxProblem } from './model.ts'
import { isPlainPython } from './recognize/python/recognize.ts'
import { isFlow, LONGEST_HEAD } from './scanners/script/flow.ts'
import { decodeSource } from './tree/source.ts'

export interface Syntax {
  /** What the grammar has against the file. */
  readonly problems: readonly SyntaxProblem[]
  /** The same without markup, for a compiler that knows none. */
  readonly plainText: () => string
}

/** Undefined where there is no grammar for this kind of file. */
export type ReadSyntax = (path: string, text: string) => Syntax | undefined

/** Kinds of files whose outline comes from a scanner, so that no grammar has seen them yet. */
const isUnconfirmed = (path: string) =>
  /\.(pyi?|[cm]?[jt]s|[jt]sx|sol)$/i.test(path) && !/\.d\.[cm]?ts$/i.test(path)

/** Problems beyond those that the outline knows. */
export function syntaxProblems(
  path: string,
  bytes: Uint8Array,
  readSyntax: ReadSyntax,
): readonly SyntaxProblem[] {
  const { text } = decodeSource(bytes)
  const conflict = conflictMarker(text)
  if (conflict) return [conflict]
  if (/\.pyi?$/i.test(path) && isPlainPython(text)) return []
  const syntax = isUnconfirmed(path) ? readSyntax(path, text) : undefined
  if (!syntax || syntax.problems.length === 0 || isFlow(path, text)) return []
  return /\.([cm]?ts|tsx)$/i.test(path) && isTypeScript(syntax.plainText()) ? [] : syntax.problems
}

/** No grammar here knows these types: what the scanner has against such a file is all that can be said. */
const flowTypes = 'the file is written with the types of Flow, which are read only in part'

/** The problems of such a file may be none. */
export const namingFlow = (path: string, bytes: Uint8Array, outline: Outline): Outline =>
  outline.problems.length === 0 || !isFlow(path, decodeSource(bytes.subarray(0, LONGEST_HEAD)).text)
    ? outline
    : {
        ...outline,
        problems: outline.problems.map(each => ({
          ...each,
          message: `${each.message}; ${flowTypes}`,
        })),
      }

export function withProblems(outline: Outline, problems: readonly SyntaxProblem[]): Outline {
  const known = new Set(outline.problems.map(each => each.line))
  const fresh = problems.filter(each => !known.has(each.line))
  return fresh.length === 0 ? outline : { ...outline, problems: [...outline.problems, ...fresh] }
}

/** Merges that nobody finished parse as little as anything in any language. */
function conflictMarker(text: string): SyntaxProblem | undefined {
  const match = /^(?:<{7}|>{7})(?: |\r?$)/m.exec(text)
  if (!match) return undefined
  const line = text.slice(0, match.index).split('\n').length
  return { line, column: 1, message: 'an unresolved merge conflict' }
}

function isTypeScript(text: string): boolean {
  try {
    module.stripTypeScriptTypes(text, { mode: 'transform' })
    return true
  } catch {
    return false // the grammar has said where
  }
}
