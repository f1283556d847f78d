// The fast inner loop: format, lint, types, dead code, the layer test and the unit tests. `npm test` runs the rest.

import { prepare, say } from './setup.js'
import { deadCode, format, runSteps, types } from './steps.js'

prepare()
/** Tests of real processes, real damage and whole trees: they take longer than a thought, and `npm test` runs them. */
const slow = [
  'src/base/containment.test.ts',
  'src/workspace/**',
  'src/journal/{processes,damage,keeping}.test.ts',
  'src/code/facts.test.ts',
  'src/code/scanners/*/differential.test.ts',
  'src/spec/edit.property.test.ts',
]
const unitTests = {
  name: 'unit tests',
  words: ['vitest', 'run', 'src', 'test/layers.test.ts', ...slow.map(each => `--exclude=${each}`)],
}
const failed = runSteps([format, types, deadCode, unitTests])
if (failed.length > 0) {
  say(`failed: ${failed.map(each => each.name).join(', ')}`)
  process.exitCode = 1
}
