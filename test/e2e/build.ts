// Before any test: dist/ is what the sources say, so that the built program under test is this one. Where it cannot be built,
// tests of single files still run; those that start the program say why they cannot.

import { spawnSync } from 'node:child_process'
import { NODE, REPOSITORY } from './places.ts'

export const BUILD_FAILED = 'FIXPOINT_TEST_BUILD_FAILED'

export function setup(): void {
  const { status } = spawnSync(NODE, ['scripts/build.js', '--if-stale'], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.env[BUILD_FAILED] = 'yes'
}
