// What the operating system's refusals mean to a person, with the path and what to do.

import { type Diagnostic, error } from './diagnostic.ts'

const meanings: Readonly<Record<string, readonly [meaning: string, fix: string]>> = {
  EACCES: ['permission denied', 'check who owns it and its mode'],
  EPERM: ['operation not permitted', 'check who owns it and its mode'],
  EROFS: ['the file system is read-only', 'use a folder that can be written'],
  ENOSPC: [
    'no space left on the device',
    'free some space and run it again; nothing was half written',
  ],
  EFBIG: [
    'the file would be larger than allowed',
    'raise the limit (ulimit -f) and run it again; nothing was half written',
  ],
  EDQUOT: [
    'the disk quota is used up',
    'free some space and run it again; nothing was half written',
  ],
  EMFILE: ['too many open files', 'raise the limit (ulimit -n)'],
  ENOENT: ['no such file or folder', 'check the path'],
  ENOTDIR: ['a part of the path is not a folder', 'check the path'],
  EISDIR: ['it is a folder', 'name a file'],
  ELOOP: ['symbolic links go in a circle', 'check the links'],
  ENAMETOOLONG: ['the name is too long', 'use a shorter one'],
  EPIPE: [
    'nobody reads the output any more',
    'run it without the pipe, or let the reader read to the end',
  ],
  EIO: ['the device reports an error', 'check the disk'],
}

/** A diagnostic for an error that came from the system, or undefined for any other value. */
export function systemTrouble(cause: unknown): Diagnostic | undefined {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string')
    return undefined
  const [meaning, fix] = meanings[cause.code] ?? []
  if (meaning === undefined) return undefined
  const path = 'path' in cause && typeof cause.path === 'string' ? cause.path : undefined
  const action =
    'syscall' in cause && cause.syscall === 'write' ? 'cannot write' : 'cannot use this path'
  return error(`system/${cause.code.toLowerCase()}`, `${action}: ${meaning}`, {
    at: path ? { file: path } : undefined,
    fix,
  })
}
