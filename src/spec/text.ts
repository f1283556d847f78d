// The text of a spec file, or why there is none.

import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DiagnosticError, error, refuse } from '../base/diagnostic.ts'

export interface Source {
  readonly file: string
  readonly text: string
}

export function readText(root: string, file: string): string {
  try {
    const path = join(root, file)
    const kind = statSync(path)
    // A pipe or a device would be read for ever.
    if (!kind.isFile() && !kind.isDirectory())
      throw new DiagnosticError([
        error('spec/special', 'the spec is no regular file', { at: { file }, fix: 'name a file' }),
      ])
    return readFileSync(path, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT')
      throw new DiagnosticError([
        error('spec/absent', `there is no spec file ${file}`, {
          fix: 'run fixpoint init, or name one with --spec',
        }),
      ])
    if (code === 'EISDIR')
      throw new DiagnosticError([
        error('spec/folder', 'the spec is a folder', { at: { file }, fix: 'name a file' }),
      ])
    throw cause
  }
}

/** The text of a file that is about to be written again: what is not UTF-8 would not come back as it was. */
export function readEditable(path: string, file: string): string {
  const bytes = readFileSync(path)
  if (isUtf8(bytes)) return bytes.toString('utf8')
  return refuse(
    'spec/encoding',
    'the file is not UTF-8, and writing it would lose what stands here',
    {
      at: { file, line: lineOfFault(bytes) },
      fix: 'save it as UTF-8',
    },
  )
}

/** No line break is part of another character. */
function lineOfFault(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    const stop = end === -1 ? bytes.length : end
    if (!isUtf8(bytes.subarray(start, stop))) return line
    start = stop + 1
  }
  return line
}
