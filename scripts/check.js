// The fast inner loop: format, lint, types, dead code, the layer test and the unit tests. `npm test` runs the rest.

import { prepare, say } from './setup.js'
import { deadCode, format, runSteps, types } from './steps.js'

prepare()
const unitTests = { name: 'unit tests', words: ['vitest', 'run', 'src', 'test/layers.test.ts'] }
const failed = runSteps([format, types, deadCode, unitTests])
if (failed.length > 0) {
  say(`failed: ${failed.map(each => each.name).join(', ')}`)
  process.exitCode = 1
}
