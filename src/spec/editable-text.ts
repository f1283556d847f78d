// The text of a spec file that is about to be written again, byte for byte as people left it, or a refusal.

import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { refuse } from '../base/diagnostic.ts'

/** What is not UTF-8 would not come back as it was. */
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
