// Before any test: dist/ is what the sources say, so that the built program under test is this one.

import { spawnSync } from 'node:child_process'
import { NODE, REPOSITORY } from './places.ts'

export function setup(): void {
  const { status } = spawnSync(NODE, ['scripts/build.js', '--if-stale'], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error('dist/ cannot be built: run npm run build')
}
