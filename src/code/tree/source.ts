// Bytes of a file as text. Bytes that are no UTF-8 become replacement characters and a problem with their place.

import type { SyntaxProblem } from '../model.ts'

export interface Source {
  readonly text: string
  readonly problems: readonly SyntaxProblem[]
}

const decoder = new TextDecoder('utf-8')

export function decodeSource(bytes: Uint8Array): Source {
  const text = decoder.decode(bytes)
  const at = text.indexOf('\uFFFD')
  return at < 0 || isWritten(bytes)
    ? { text, problems: [] }
    : { text, problems: [problemAt(text, at)] }
}

/** The replacement character is a character like any other where a file spells it out. */
function isWritten(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false // Thrown for invalid bytes only.
  }
}

function problemAt(text: string, at: number): SyntaxProblem {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1, message: 'bytes are not UTF-8' }
}
