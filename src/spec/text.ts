// The text of a spec file, or why there is none.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DiagnosticError, error } from '../base/diagnostic.ts'

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
