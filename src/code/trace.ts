// What an answer rests on: every question that was put to a codebase on the way to it. Whoever keeps the answer can tell by these
// whether a change may have made it another one.

import type { Codebase } from './codebase.ts'

export interface Trace {
  /** Files whose content, coming or going has a say. */
  readonly paths: Set<string>
  /** Files of which only the outline has one, and that they are not empty; all of the content where there is no outline. */
  readonly outlines: Set<string>
  /** Files of which only the head has one. */
  readonly heads: Set<string>
  /** Names of which it matters which files declare them. */
  readonly names: Set<string>
  /** Files outside the codebase that were asked for. */
  readonly outside: Set<string>
  /** It matters which files there are. */
  readsList: boolean
  /** Any change to any file may matter. */
  isWide: boolean
}

export const newTrace = (): Trace => ({
  paths: new Set(),
  outlines: new Set(),
  heads: new Set(),
  names: new Set(),
  outside: new Set(),
  readsList: false,
  isWide: false,
})

/** The same codebase, which notes in the trace what it is asked. */
export function traced(codebase: Codebase, trace: Trace): Codebase {
  const note = (path: string, paths = trace.paths) => {
    paths.add(path)
    if (!codebase.has(path)) trace.outside.add(path)
  }
  const noting =
    <T>(ask: (path: string) => T, paths = trace.paths) =>
    (path: string) => {
      note(path, paths)
      return ask(path)
    }
  return {
    get files() {
      trace.readsList = true
      return codebase.files
    },
    get diagnostics() {
      return codebase.diagnostics
    },
    has(path) {
      trace.outlines.add(path)
      return codebase.has(path)
    },
    isEmpty(path) {
      const isEmpty = codebase.isEmpty(path)
      // A comment fills it, and leaves the outline as it is.
      note(path, isEmpty ? trace.paths : trace.outlines)
      return isEmpty
    },
    outline: noting(codebase.outline, trace.outlines),
    problems: noting(codebase.problems, trace.outlines),
    // A line that no outline shows may be what does not parse.
    confirmedProblems: noting(codebase.confirmedProblems),
    depth: noting(codebase.depth),
    sign(path, sign) {
      note(path)
      return codebase.sign(path, sign)
    },
    bytes: noting(codebase.bytes),
    head(path) {
      if (codebase.has(path)) trace.heads.add(path)
      else note(path)
      return codebase.head(path)
    },
    declaring(name) {
      trace.names.add(name)
      return codebase.declaring(name)
    },
    apart: codebase.apart,
    changedMs: codebase.changedMs,
  }
}
