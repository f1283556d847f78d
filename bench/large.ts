// A repository of 100,000 files: `refresh` has to work on it within 2 GB, cold and warm. Takes some minutes and a gigabyte of disk
// below the temporary folder, which it gives back.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { smallFiles } from './lib/declared.ts'
import { peakMegabytes } from './lib/program.ts'

const FILES = 100_000
const LIMIT_MEGABYTES = 2_000

const home = mkdtempSync(join(tmpdir(), 'fixpoint-large-'))
try {
  const root = join(home, 'tree')
  const cache = join(home, 'cache')
  smallFiles(root, FILES, 1_000)
  for (const name of ['cold', 'warm']) {
    const began = performance.now()
    const peak = peakMegabytes(['refresh'], root, cache)
    const seconds = (performance.now() - began) / 1000
    console.log(`${name}: ${FILES} files in ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB at most`)
    if (peak > LIMIT_MEGABYTES) {
      console.log(`BROKEN ${name} refresh takes more than ${LIMIT_MEGABYTES} MB`)
      process.exitCode = 1
    }
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
