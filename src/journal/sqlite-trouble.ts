// What SQLite reports, in words that say what happened, to which file, and what to do. Everything it does not know is passed on as it is.

import { dirname } from 'node:path'
import { DiagnosticError, error } from '../base/diagnostic.ts'
import { onlyBackup, wayBack } from './way-back.ts'

export interface Trouble {
  readonly code: string
  readonly message: string
  readonly fix: string | ((file: string) => string)
}

export const corrupt: Trouble = {
  code: 'journal/corrupt',
  message: 'the database file is damaged',
  fix: wayBack,
}

/** By SQLite's primary result codes. */
const troubles: Readonly<Record<number, Trouble>> = {
  5: {
    code: 'journal/busy',
    message: 'another process kept the journal locked for too long',
    fix: 'see which process holds it (it may be stopped in the middle of a write), then try again',
  },
  8: {
    code: 'journal/read-only',
    message: 'the journal cannot be written',
    fix: 'open it for writing, and check the permissions of the file and its folder',
  },
  10: {
    code: 'journal/disk',
    message: 'the disk failed while the journal was read or written',
    fix: 'check the disk, then try again: an append under the same id is written once',
  },
  11: corrupt,
  13: {
    code: 'journal/disk-full',
    message: 'no space is left to write the journal',
    fix: 'free some space, then try again: an append under the same id is written once',
  },
  14: {
    code: 'journal/unreadable',
    message: 'the database file cannot be opened',
    fix: 'check that it exists and may be read and written',
  },
  26: {
    code: 'journal/corrupt',
    message: 'the file is not a database',
    fix: file => onlyBackup(dirname(file)),
  },
}

/** The same failure, named where its kind is known, or as `otherwise` where SQLite has no better word than error. */
export function nameTrouble(failure: unknown, file: string, otherwise?: Trouble): unknown {
  const code = primaryCode(failure)
  const found = code === 1 ? otherwise : troubles[code]
  if (!found) return failure
  const detail = (failure as Error).message
  const message = found.message.endsWith(detail) ? found.message : `${found.message}: ${detail}`
  const said = error(found.code, message, {
    at: { file },
    fix: typeof found.fix === 'string' ? found.fix : found.fix(file),
  })
  return new DiagnosticError([said], { cause: failure })
}

function primaryCode(failure: unknown): number {
  const isSqlite = failure instanceof Error && 'errcode' in failure
  return isSqlite ? Number(failure.errcode) & 0xff : -1
}
