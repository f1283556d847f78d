// What is compared with: files that are read and hashed, each as a whole. `node hash.js LIST`, a file with a path a line,
// is the same in a process of its own.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export function hashFile(path: string): void {
  createHash('sha256').update(readFileSync(path)).digest('hex')
}

if (import.meta.main) readFileSync(process.argv[2]!, 'utf8').split('\n').forEach(hashFile)
