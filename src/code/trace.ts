// What an answer rests on: every question that was put to a codebase on the way to it. Whoever keeps the answer can tell by these
// whether a change may have made it another one.

import type { Codebase } from './codebase.ts'

export interface Trace {
  /** Files whose content, coming or going has a say. */
  readonly paths: Set<string>
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
  heads: new Set(),
  names: new Set(),
  outside: new Set(),
  readsList: false,
  isWide: false,
})

/** The same codebase, which notes in the trace what it is asked. */
export function traced(codebase: Codebase, trace: Trace): Codebase {
  const note = (path: string) => {
    trace.paths.add(path)
    if (!codebase.has(path)) trace.outside.add(path)
  }
  const noting =
    <T>(ask: (path: string) => T) =>
    (path: string) => {
      note(path)
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
      trace.paths.add(path)
      return codebase.has(path)
    },
    sizeBytes: noting(codebase.sizeBytes),
    outline: noting(codebase.outline),
    problems: noting(codebase.problems),
    depth: noting(codebase.depth),
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
    changedMs: codebase.changedMs,
  }
}
