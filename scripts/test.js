// Everything that CI runs. The last line on stdout is the count of tests, alone; the exit code tells whether all of it held.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare } from './setup.js'
import { deadCode, format, packaging, runSteps, types } from './steps.js'
import { countTests, renderCount } from './test-count.js'

prepare()
const folder = mkdtempSync(join(tmpdir(), 'fixpoint-report-'))
const report = join(folder, 'report.json')
const tests = {
  name: 'tests',
  words: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${report}`],
}
try {
  const failed = runSteps([format, types, deadCode, packaging, tests])
  const count = countTests(
    existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined,
  )
  if (failed.length > 0) console.log(`failed: ${failed.map(each => each.name).join(', ')}`)
  console.log(renderCount(count))
  if (failed.length > 0 || count.failed > 0 || count.passed === 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
